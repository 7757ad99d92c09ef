import { Injectable } from '@nestjs/common';
import { nextState } from '../../kernel/machine.js';
import { GrantDirectory, PaymentPort } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';

/** What happens on 施行日 of a change's letter, whether it was numbered on that day or some days before. */
@Injectable()
export class ChangeIssued {
  constructor(
    private readonly store: GrantChangeStore,
    private readonly grants: GrantDirectory,
    private readonly payments: PaymentPort,
  ) {}

  /** Every scheduled letter whose day has come; after a downtime also those of the days that passed. */
  async issueDue(tx: Transaction): Promise<void> {
    for (const { id, grantId } of await this.store.dueForIssue(tx)) {
      await this.grants.getForUpdate(tx, grantId);
      const change = await this.store.lock(tx, id);
      // made void while this waited for the grant
      if (change.state !== 'scheduled') continue;
      const state = nextState(changeMachine, 'grant-changes.not-to-be-issued', change.state, 'issue');
      await this.store.change(tx, change, { state });
      await this.follow(tx, change);
    }
  }

  /** The letter is out: what is in force may be claimed. Announces ChangeLetterIssued. */
  async follow(tx: Transaction, change: Change): Promise<void> {
    const { id: changeId, grantId, organizationId, letterId, letterNumber } = change;
    if (letterId === null) throw new Error(`the change ${changeId} has no letter`);
    await this.store.note(tx, changeId, 'issued', letterNumber ?? '');
    if (goesOn(change)) await this.payments.get().prepareDue(tx, grantId);
    tx.audit({
      ...{ action: 'grant-change.letter-issued', subjectKind: 'grant-change', subjectId: changeId },
      ...{ organizationId, detail: { letterId } },
    });
    tx.announce({ type: 'ChangeLetterIssued', subjectId: grantId, organizationId, data: { changeId, letterId } });
  }
}

/** Money still comes: not after 中止・廃止, which is settled, and not after a whole revocation. */
const goesOn = ({ kind, outcome, whole }: Change): boolean =>
  outcome !== 'refused' && kind !== 'discontinuation' && !(kind === 'revocation' && whole);
