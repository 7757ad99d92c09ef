import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { issueDayFaults } from '../../grants/index.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { determinationMachine, type Determination } from '../domain/determination.js';
import { DeterminationStore } from '../store/determination.store.js';
import { DeterminationIssued } from './determination-issued.js';
import { DeterminationLetter } from './determination-letter.js';
import { DETERMINATION } from './determination-subject.js';

export interface IssueDeterminationLettersCommand {
  /** In the order in which they take their numbers. */
  readonly determinationIds: readonly string[];
  /** 施行日: the day of 決裁 or later. */
  readonly issuedOn: LocalDate;
  /** By determination: numbers of the town's own 文書管理システム, typed in. */
  readonly externalNumbers?: Readonly<Record<string, string>>;
}

/**
 * 施行 of 額の確定通知書: each gets its number, all of them or none; the worker draws them. With a day to come the letter
 * waits for it (施行予定). Faults at `issuedOn`, `determinationIds`, `externalNumbers[<id>]`.
 */
@Injectable()
export class IssueDeterminationLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: DeterminationStore,
    private readonly composer: DeterminationLetter,
    private readonly letters: Letters,
    private readonly onTheDay: DeterminationIssued,
  ) {}

  async execute(actor: Actor, command: IssueDeterminationLettersCommand): Promise<{ batchId: string }> {
    requireDuty(actor, 'promotion');
    const ids = [...new Set(command.determinationIds)];
    if (ids.length === 0) throw DomainError.invalid([{ pointer: 'determinationIds', code: 'reports.nothing-chosen' }]);
    const batchId = randomUUID();
    await this.unitOfWork.run(actor, async (tx) => {
      for (const determination of await this.store.lock(tx, ids)) {
        await this.issue(tx, determination, { ...command, batchId });
      }
    });
    return { batchId };
  }

  private async issue(
    tx: Transaction,
    determination: Determination,
    { issuedOn, batchId, externalNumbers = {} }: IssueDeterminationLettersCommand & { readonly batchId: string },
  ): Promise<void> {
    const { id, grantId, organizationId, determinedOn } = determination;
    const action = issuedOn > tx.today ? 'schedule' : 'issue';
    const state = nextState(determinationMachine, 'reports.not-to-be-issued', determination.state, action);
    refuseWhenFaulty(issueDayFaults(issuedOn, determinedOn ?? tx.today, tx.today));
    const { letter, ...delivery } = await this.composer.compose(tx, determination);
    const externalNumber = externalNumbers[id];
    const number = externalNumber === undefined ? {} : { externalNumber };
    const { letterId, number: letterNumber } = await this.letters
      .issue(tx, letter, {
        ...{ ...delivery, issuedOn, batchId, ...number },
        // What was decided, first and by changes, is worth from now on what was determined.
        succeeds: { subjectIds: [grantId, id], effect: 'determined' },
      })
      .catch((error: unknown) => {
        throw atField(error, id);
      });
    const issued = { state, issuedOn, letterId, letterNumber };
    await this.store.change(tx, id, issued);
    if (state === 'issued') await this.onTheDay.follow(tx, { ...determination, ...issued });
    else {
      tx.audit({
        ...{ action: 'determination.letter-scheduled', subjectKind: DETERMINATION, subjectId: id, organizationId },
        detail: { letterId, issuedOn },
      });
    }
  }
}

/** The field of one number among many. */
function atField(error: unknown, id: string): unknown {
  if (!(error instanceof DomainError) || error.faults.length === 0) return error;
  const faults = error.faults.map((fault) => ({ ...fault, pointer: `externalNumbers[${id}]` }));
  return new DomainError(error.code, error.kind, error.params, faults);
}
