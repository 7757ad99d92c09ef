import { Injectable } from '@nestjs/common';
import { LedgerBooks } from '../../budgets/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { sumsByGrant } from '../domain/by-grant.js';
import { arrearsOf } from '../domain/arrears.js';
import { ClosedYearStore } from '../store/closed-year.store.js';
import { PastYearPaymentStore } from '../store/past-year-payment.store.js';

/** A grant of a closed year that still gives something. */
export interface GrantInArrears {
  readonly grant: GrantView;
  readonly amount: Yen;
}

/**
 * What closed years still owe: paid from a later budget (過年度支出, 施行令165条の8), or ended by a change of the decision. What
 * the ledger's postings of a closed year say no longer moves; what is in force may.
 */
@Injectable()
export class Arrears {
  constructor(
    private readonly ledger: LedgerBooks,
    private readonly grants: GrantDirectory,
    private readonly closedYears: ClosedYearStore,
    private readonly payments: PastYearPaymentStore,
  ) {}

  /** None of an open year: its own budget pays. */
  async ofYear(tx: Transaction, year: FiscalYear): Promise<GrantInArrears[]> {
    if (!(await this.closedYears.find(tx, year))) return [];
    const grants = await this.grants.list(tx, { fiscalYear: year });
    const held = new Map((await this.ledger.byCause(tx)).map(({ cause, held: sums }) => [cause.id, sums]));
    const since = sumsByGrant(await this.payments.all(tx));
    return grants.flatMap((grant) => {
      const amount = arrearsOf(givenBy(grant), held.get(grant.id), since(grant.id));
      return amount > 0n ? [{ grant, amount }] : [];
    });
  }

  /** Yen; 0 where its year is open. */
  async ofGrant(tx: Transaction, grant: GrantView): Promise<Yen> {
    if (!(await this.closedYears.find(tx, grant.fiscalYear))) return ZERO_YEN;
    const held = (await this.ledger.byCause(tx)).find(({ cause }) => cause.id === grant.id)?.held;
    const since = (await this.payments.ofGrant(tx, grant.id)).map(({ amount }) => amount);
    return arrearsOf(givenBy(grant), held, sumYen(since));
  }
}

/** Only a decision whose letter is out gives anything to ask for. */
const givenBy = ({ state, outcome, revokedOn, amountInForce }: GrantView): Yen =>
  state === 'issued' && outcome !== 'refused' && revokedOn === null ? amountInForce : ZERO_YEN;
