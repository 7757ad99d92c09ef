import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { GrantView } from './grant-directory.js';

/** Money of a grant that the budget of a later year paid, after its own year was closed; in yen. */
export interface LaterPayment {
  readonly on: LocalDate;
  readonly amount: Yen;
  /** Which budget paid, in words: 過年度支出, 繰越明許費, 事故繰越し. */
  readonly ground: string;
  /** Budget line and 伝票番号 of the year that paid, as finance has them. */
  readonly basis: string;
}

/** The same with the grant that it belongs to. */
export interface LaterPaymentOfGrant extends LaterPayment {
  readonly grant: GrantView;
}

/** Port: the stage that closes years says what a later year has paid of a grant; what was taken back is left out. */
export interface LaterPaymentsOfGrants {
  ofGrant(tx: Transaction, grantId: string): Promise<readonly LaterPayment[]>;
  /** Of the grants of this year, by day. */
  ofYear(tx: Transaction, year: FiscalYear): Promise<readonly LaterPaymentOfGrant[]>;
  /** What is ordered for its organisation or paid from a later year and did not come back, whichever year's books have it; in yen. */
  heldOf(tx: Transaction, grantId: string): Promise<Yen>;
}

/** Where the later stage announces itself. Without it the house does not start. */
@Injectable()
export class LaterPaymentsPort implements OnApplicationBootstrap {
  private provider: LaterPaymentsOfGrants | null = null;

  register(provider: LaterPaymentsOfGrants): void {
    if (this.provider) throw new Error('two stages pay from a later year');
    this.provider = provider;
  }

  ofGrant(tx: Transaction, grantId: string): Promise<readonly LaterPayment[]> {
    if (!this.provider) throw new Error('no stage pays from a later year');
    return this.provider.ofGrant(tx, grantId);
  }

  ofYear(tx: Transaction, year: FiscalYear): Promise<readonly LaterPaymentOfGrant[]> {
    if (!this.provider) throw new Error('no stage pays from a later year');
    return this.provider.ofYear(tx, year);
  }

  /** The ledger of a closed year no longer moves: a transfer that came back later, or a 戻入 that was a mistake, stands here alone. */
  heldOf(tx: Transaction, grantId: string): Promise<Yen> {
    if (!this.provider) throw new Error('no stage pays from a later year');
    return this.provider.heldOf(tx, grantId);
  }

  async sumOf(tx: Transaction, grantId: string): Promise<Yen> {
    return sumYen((await this.ofGrant(tx, grantId)).map(({ amount }) => amount));
  }

  onApplicationBootstrap(): void {
    if (!this.provider) throw new Error('no stage pays from a later year');
  }
}
