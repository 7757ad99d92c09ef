import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { CaseList } from '../../cases/index.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { issueDayFaults } from '../domain/issue-day.js';
import { grantMachine, type Grant } from '../domain/grant.js';
import { GrantStore } from '../store/grant.store.js';
import { DecisionLetter } from './decision-letter.js';
import { IssueOnTheDay } from './issue-on-the-day.js';

export interface IssueDecisionLettersCommand {
  /** In the order in which they take their numbers. */
  readonly grantIds: readonly string[];
  /** 施行日. */
  readonly issuedOn: LocalDate;
  /** By grant: numbers of the town's own 文書管理システム, typed in. */
  readonly externalNumbers?: Readonly<Record<string, string>>;
}

interface Issue {
  readonly grant: Grant;
  readonly issuedOn: LocalDate;
  readonly batchId: string;
  readonly externalNumber: string | undefined;
}

/**
 * 施行: each decision gets its numbered letter, all of them or none; the worker draws them. With a day to come the letter
 * waits for it (施行予定), and what follows from the issue begins on that day.
 * Faults at `issuedOn`, `grantIds`, `externalNumbers[<grant id>]`.
 */
@Injectable()
export class IssueDecisionLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantStore,
    private readonly composer: DecisionLetter,
    private readonly letters: Letters,
    private readonly onTheDay: IssueOnTheDay,
    private readonly cases: CaseList,
  ) {}

  async execute(actor: Actor, command: IssueDecisionLettersCommand): Promise<{ batchId: string }> {
    requireDuty(actor, 'promotion');
    const ids = [...new Set(command.grantIds)];
    if (ids.length === 0) throw DomainError.invalid([{ pointer: 'grantIds', code: 'grants.nothing-chosen' }]);
    const batchId = randomUUID();
    const { issuedOn } = command;
    await this.unitOfWork.run(actor, async (tx) => {
      for (const grant of await this.store.lock(tx, ids)) {
        await this.issue(tx, { grant, issuedOn, batchId, externalNumber: command.externalNumbers?.[grant.id] });
      }
    });
    return { batchId };
  }

  private async issue(tx: Transaction, { grant, issuedOn, batchId, externalNumber }: Issue): Promise<void> {
    const action = issuedOn > tx.today ? 'schedule' : 'issue';
    const state = nextState(grantMachine, 'grants.not-to-be-issued', grant.state, action);
    refuseWhenFaulty(issueDayFaults(issuedOn, grant.decidedOn ?? tx.today, tx.today));
    const { letter, ...delivery } = await this.composer.compose(tx, grant);
    const number = externalNumber === undefined ? {} : { externalNumber };
    const { letterId, number: letterNumber } = await this.letters
      .issue(tx, letter, { ...delivery, issuedOn, batchId, ...number })
      .catch((error: unknown) => {
        throw atField(error, grant.id);
      });
    await this.store.change(tx, grant.id, { state, issuedOn, letterId, letterNumber });
    if (state === 'issued') await this.onTheDay.issued(tx, grant, letterId);
    else await this.scheduled(tx, grant, { letterId, issuedOn });
  }

  private async scheduled(tx: Transaction, grant: Grant, detail: { letterId: string; issuedOn: LocalDate }) {
    const { id: subjectId, organizationId } = grant;
    await this.cases.move(tx, grant.applicationId, { phase: 'decided', waitingFor: 'nobody' });
    tx.audit({ action: 'grant.letter-scheduled', subjectKind: 'grant', subjectId, organizationId, detail });
  }
}

/** The field of one number among many. */
function atField(error: unknown, grantId: string): unknown {
  if (!(error instanceof DomainError) || error.faults.length === 0) return error;
  const faults = error.faults.map((fault) => ({ ...fault, pointer: `externalNumbers[${grantId}]` }));
  return new DomainError(error.code, error.kind, error.params, faults);
}
