import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { GrantDirectory, PaymentPort } from '../../grants/index.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { ChangeLetter } from './change-letter.js';

export interface IssueChangeLetterCommand {
  readonly changeId: string;
  /** 施行日: the day of 決裁 or later, not a day to come. */
  readonly issuedOn: LocalDate;
  /** A number of the town's own 文書管理システム; blank: one of our series. */
  readonly externalNumber: string;
}

/**
 * 施行 of the letter of a decided change, once; from then on the organisation may claim what is in force. Faults at
 * `issuedOn`, `externalNumber`.
 */
@Injectable()
export class IssueChangeLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly grants: GrantDirectory,
    private readonly composer: ChangeLetter,
    private readonly letters: Letters,
    private readonly payments: PaymentPort,
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
      const state = nextState(changeMachine, 'grant-changes.not-to-be-issued', change.state, 'issue');
      const faults = issueDayFaults(change, issuedOn, tx.today);
      if (faults.length > 0) throw DomainError.invalid(faults);
      const { letter, ...delivery } = await this.composer.compose(tx, grant, change);
      const number = externalNumber.trim() === '' ? {} : { externalNumber };
      const issued = await this.letters.issue(tx, letter, { ...delivery, issuedOn, batchId, ...number });
      const { letterId, number: letterNumber } = issued;
      await this.store.change(tx, change, { state, issuedOn, letterId, letterNumber });
      await this.store.note(tx, changeId, 'issued', letterNumber ?? '');
      if (goesOn(change)) await this.payments.get().prepareDue(tx, grantId);
      this.tell(tx, change, letterId);
      return { batchId };
    });
  }

  private tell(tx: Transaction, { id: changeId, grantId, organizationId }: Change, letterId: string): void {
    const detail = { letterId };
    tx.audit({
      ...{ action: 'grant-change.letter-issued', subjectKind: 'grant-change', subjectId: changeId },
      ...{ organizationId, detail },
    });
    tx.announce({ type: 'ChangeLetterIssued', subjectId: grantId, organizationId, data: { changeId, letterId } });
  }
}

function issueDayFaults({ decidedOn }: Change, issuedOn: LocalDate, today: LocalDate): Fault[] {
  if (decidedOn !== null && issuedOn < decidedOn) {
    const params = { decidedOn: formatEra(decidedOn) };
    return [{ pointer: 'issuedOn', code: 'grants.issued-before-decided', params }];
  }
  return issuedOn > today ? [{ pointer: 'issuedOn', code: 'grant-changes.issued-in-future' }] : [];
}

/** Money still comes: not after 中止・廃止, which is settled, and not after a whole revocation. */
const goesOn = ({ kind, outcome, whole }: Change): boolean =>
  outcome !== 'refused' && kind !== 'discontinuation' && !(kind === 'revocation' && whole);
