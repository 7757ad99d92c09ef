import { Injectable } from '@nestjs/common';
import { hasDuty, requireOwnOrganization, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { GrantDirectory } from '../../grants/index.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { CLAIM_MACHINE, tidy } from '../domain/claim.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { Claims } from './claims.js';

export interface WithdrawClaimCommand {
  readonly claimId: string;
  readonly reason: string;
}

const MAX_REASON = 500;

/**
 * A claim is never corrected: it is withdrawn for a reason, and a new one is prepared at once. By the organisation or by staff
 * who promote, while no payment order stands for it. Fault at `reason`.
 */
@Injectable()
export class WithdrawClaim {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly claims: Claims,
    private readonly grants: GrantDirectory,
  ) {}

  execute(actor: Actor, command: WithdrawClaimCommand): Promise<{ newClaimId: string | null }> {
    if (actor.kind !== 'officer' && !hasDuty(actor, 'promotion')) throw DomainError.forbidden();
    return this.unitOfWork.run(actor, (tx) => this.withdraw(tx, command));
  }

  private async withdraw(tx: Transaction, command: WithdrawClaimCommand): Promise<{ newClaimId: string | null }> {
    // The grant first, as whoever withdraws the application takes them in this order.
    await this.grants.getForUpdate(tx, (await this.store.find(tx, command.claimId)).grantId);
    const [claim] = await this.store.lock(tx, [command.claimId]);
    if (!claim) throw DomainError.notFound();
    const { id, organizationId } = claim;
    requireOwnOrganization(tx.actor, organizationId);
    nextState(CLAIM_MACHINE, 'payments.claim-state', claim.state, 'withdraw');
    const reason = tidy(command.reason);
    refuseWhenFaulty(reason === '' ? [{ pointer: 'reason', code: 'payments.withdrawal-reason-missing' }] : []);
    refuseWhenFaulty(
      reason.length > MAX_REASON
        ? [{ pointer: 'reason', code: 'payments.reason-too-long', params: { most: MAX_REASON } }]
        : [],
    );
    if (await this.orders.liveOfClaim(tx, id)) throw new DomainError('payments.claim-has-order', 'conflict');
    await this.claims.withdraw(tx, claim, reason);
    return { newClaimId: await this.claims.remake(tx, claim) };
  }
}
