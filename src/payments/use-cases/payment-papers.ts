import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type PaperSource } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** Every claim and order of a case, given up ones too. */
@Injectable()
export class PaymentPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const orders = await this.orders.ofApplication(tx, caseId);
    return [...(await this.claims.idsOfApplication(tx, caseId)), ...orders.map(({ id }) => id)];
  }
}
