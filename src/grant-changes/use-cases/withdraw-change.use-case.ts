import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore } from '../store/grant-change.store.js';
import { GrantChanges } from './grant-changes.js';

/**
 * Takes a change back before it is drafted: the organisation its own, staff a revocation that they gave up. Done twice it
 * is done once.
 */
@Injectable()
export class WithdrawChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly changes: GrantChanges,
  ) {}

  execute(actor: Actor, changeId: string): Promise<{ grantId: string }> {
    if (actor.kind !== 'officer') requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      if ((actor.kind === 'officer') === (change.kind === 'revocation')) throw DomainError.forbidden();
      if (change.state === 'withdrawn') return { grantId: change.grantId };
      const state = nextState(changeMachine, 'grant-changes.not-to-be-withdrawn', change.state, 'withdraw');
      const settled = { outcome: null, amount: null, working: null };
      await this.store.change(tx, change, { state, closedOn: tx.today, ...settled });
      await this.store.note(tx, changeId, 'withdrawn');
      const { organizationId, grantId } = change;
      tx.audit({ action: 'grant-change.withdrawn', subjectKind: 'grant-change', subjectId: changeId, organizationId });
      return { grantId };
    });
  }
}
