import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { PaymentPort, type PaymentOfGrants } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CLAIM_MACHINE } from '../domain/claim.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

const REASON = '交付申請の取下げ';

/** What a grant that was taken back leaves of its claim. */
@Injectable()
export class ClaimsOfWithdrawnGrants implements PaymentOfGrants, OnModuleInit {
  constructor(
    private readonly port: PaymentPort,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async isOrdered(tx: Transaction, grantId: string): Promise<boolean> {
    const claim = await this.claims.liveOfGrant(tx, grantId);
    return claim !== null && (await this.orders.liveOfClaim(tx, claim.id)) !== null;
  }

  async dropClaim(tx: Transaction, grantId: string): Promise<void> {
    const live = await this.claims.liveOfGrant(tx, grantId);
    if (!live) return;
    // An order is drafted under this same lock: from here on none begins.
    const [claim] = await this.claims.lock(tx, [live.id]);
    if (!claim) throw DomainError.notFound();
    if (await this.orders.liveOfClaim(tx, claim.id)) throw new DomainError('grants.withdrawal-after-order', 'conflict');
    nextState(CLAIM_MACHINE, 'payments.claim-state', claim.state, 'withdraw');
    await this.claims.withdraw(tx, claim, REASON);
    const { id: subjectId, organizationId } = claim;
    tx.audit({ action: 'claim.withdrawn', subjectKind: 'claim', subjectId, organizationId });
  }
}
