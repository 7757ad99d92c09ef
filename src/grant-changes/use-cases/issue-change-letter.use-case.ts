import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { GrantDirectory, issueDayFaults } from '../../grants/index.js';
import { Letters, type IssueOptions } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { ChangeIssued } from './change-issued.js';
import { ChangeLetter } from './change-letter.js';

export interface IssueChangeLetterCommand {
  readonly changeId: string;
  /** 施行日: the day of 決裁 or later. */
  readonly issuedOn: LocalDate;
  /** A number of the town's own 文書管理システム; blank: one of our series. */
  readonly externalNumber: string;
}

/**
 * 施行 of the letter of a decided change, once; from then on the organisation may claim what is in force. With a day to
 * come the letter waits for it (施行予定), and nobody outside knows. Faults at `issuedOn`, `externalNumber`.
 */
@Injectable()
export class IssueChangeLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly grants: GrantDirectory,
    private readonly composer: ChangeLetter,
    private readonly letters: Letters,
    private readonly onTheDay: ChangeIssued,
  ) {}

  execute(
    actor: Actor,
    { changeId, issuedOn, externalNumber }: IssueChangeLetterCommand,
  ): Promise<{ batchId: string }> {
    requireDuty(actor, 'promotion');
    const batchId = randomUUID();
    return this.unitOfWork.run(actor, async (tx) => {
      const { grantId } = await this.store.find(tx, changeId);
      const grant = await this.grants.getForUpdate(tx, grantId);
      const change = await this.store.lock(tx, changeId);
      const action = issuedOn > tx.today ? 'schedule' : 'issue';
      const state = nextState(changeMachine, 'grant-changes.not-to-be-issued', change.state, action);
      refuseWhenFaulty(issueDayFaults(issuedOn, change.decidedOn ?? tx.today, tx.today));
      const { letter, ...delivery } = await this.composer.compose(tx, grant, change);
      const number = externalNumber.trim() === '' ? {} : { externalNumber };
      const taken = await this.letters.issue(tx, letter, {
        ...{ ...delivery, issuedOn, batchId, ...number },
        ...(await this.succession(tx, change)),
      });
      const issued = { state, issuedOn, letterId: taken.letterId, letterNumber: taken.number };
      await this.store.change(tx, change, issued);
      if (state === 'issued') await this.onTheDay.follow(tx, { ...change, ...issued });
      else await this.scheduled(tx, { ...change, ...issued });
      return { batchId };
    });
  }

  /**
   * What is approved here holds instead of the decision's letter, of earlier changes' letters, and of what was determined by
   * them; a refusal changes none.
   */
  private async succession(tx: Transaction, change: Change): Promise<Pick<IssueOptions, 'succeeds'>> {
    if (change.outcome === 'refused') return {};
    const earlier = await this.store.ofGrant(tx, change.grantId);
    const subjectIds = [change.grantId, ...earlier.map(({ id }) => id).filter((id) => id !== change.id)];
    return { succeeds: { subjectIds, effect: change.kind === 'revocation' && change.whole ? 'revoked' : 'changed' } };
  }

  private async scheduled(tx: Transaction, change: Change): Promise<void> {
    const { id: subjectId, organizationId, letterId, letterNumber, issuedOn } = change;
    await this.store.note(tx, subjectId, 'scheduled', letterNumber ?? '');
    tx.audit({
      ...{ action: 'grant-change.letter-scheduled', subjectKind: 'grant-change', subjectId },
      ...{ organizationId, detail: { letterId, issuedOn } },
    });
  }
}
