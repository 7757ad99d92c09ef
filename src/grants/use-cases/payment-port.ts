import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Port: the stage that pays says whether money of a grant is on its way, and drops what only waits. */
export interface PaymentOfGrants {
  /** True from the first draft of a payment order on, until it is withdrawn or returned. */
  isOrdered(tx: Transaction, grantId: string): Promise<boolean>;
  /** The grant was taken back: its claim is void. Throws a conflict when an order stands after all. */
  dropClaim(tx: Transaction, grantId: string): Promise<void>;
  /** What the grant gives has changed: claims that nobody ordered are void. */
  dropUnordered(tx: Transaction, grantId: string, reason: string): Promise<void>;
  /** The letter of the change is out: what may be claimed of the amount in force today lies ready. */
  prepareDue(tx: Transaction, grantId: string): Promise<unknown>;
}

/** Where the later stage announces itself. Without it the house does not start. */
@Injectable()
export class PaymentPort implements OnApplicationBootstrap {
  private provider: PaymentOfGrants | null = null;

  register(provider: PaymentOfGrants): void {
    if (this.provider) throw new Error('two stages pay grants');
    this.provider = provider;
  }

  get(): PaymentOfGrants {
    if (!this.provider) throw new Error('no stage pays grants');
    return this.provider;
  }

  onApplicationBootstrap(): void {
    this.get();
  }
}
