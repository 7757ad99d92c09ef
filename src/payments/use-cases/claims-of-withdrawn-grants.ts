import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { PaymentPort, type PaymentOfGrants } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { Claims } from './claims.js';

const REASON = '交付申請の取下げ';

/** What a grant that was taken back leaves of its claims. */
@Injectable()
export class ClaimsOfWithdrawnGrants implements PaymentOfGrants, OnModuleInit {
  constructor(
    private readonly port: PaymentPort,
    private readonly store: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly claims: Claims,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async isOrdered(tx: Transaction, grantId: string): Promise<boolean> {
    for (const claim of await this.store.liveOfGrant(tx, grantId)) {
      if (await this.orders.liveOfClaim(tx, claim.id)) return true;
    }
    return false;
  }

  async dropClaim(tx: Transaction, grantId: string): Promise<void> {
    await this.claims.dropUnordered(tx, grantId, REASON);
    if (await this.isOrdered(tx, grantId)) throw new DomainError('grants.withdrawal-after-order', 'conflict');
  }
  dropUnordered(tx: Transaction, grantId: string, reason: string): Promise<void> {
    return this.claims.dropUnordered(tx, grantId, reason);
  }

  prepareDue(tx: Transaction, grantId: string): Promise<unknown> {
    return this.claims.prepareDue(tx, grantId);
  }
}
