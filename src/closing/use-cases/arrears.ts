import { Injectable } from '@nestjs/common';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { arrearsOf } from '../domain/arrears.js';
import { ClosedYearStore } from '../store/closed-year.store.js';
import { CarryStore } from '../store/carry.store.js';
import { PastYearPaymentStore, standingPayments } from '../store/past-year-payment.store.js';
import { HeldMoney } from './held-money.js';

/** A grant of a closed year that still gives something. */
export interface GrantInArrears {
  readonly grant: GrantView;
  readonly amount: Yen;
}

/**
 * What closed years still owe: paid from a later budget (過年度支出, 施行令165条の8), or ended by a change of the decision. It is
 * reckoned from what the organisation holds, as the ledger of a closed year no longer moves.
 */
@Injectable()
export class Arrears {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly closedYears: ClosedYearStore,
    private readonly held: HeldMoney,
    private readonly carries: CarryStore,
    private readonly payments: PastYearPaymentStore,
  ) {}

  /** None of an open year: its own budget pays. */
  async ofYear(tx: Transaction, year: FiscalYear): Promise<GrantInArrears[]> {
    if (!(await this.closedYears.find(tx, year))) return [];
    const grants = await this.grants.list(tx, { fiscalYear: year });
    const held = await this.held.ofGrants(
      tx,
      grants.map(({ id }) => id),
    );
    return grants.flatMap((grant) => {
      const amount = arrearsOf(givenBy(grant), held.get(grant.id) ?? ZERO_YEN);
      return amount > 0n ? [{ grant, amount }] : [];
    });
  }

  /** Of what was carried over: what is not paid yet, as far as the grant still gives it; in yen. */
  async carriedOpen(tx: Transaction, grant: GrantView): Promise<Yen> {
    const carry = await this.carries.doneOf(tx, grant.id);
    if (!carry) return ZERO_YEN;
    const paid = standingPayments(await this.payments.ofGrant(tx, grant.id)).filter(
      ({ ground }) => ground !== 'past-year',
    );
    const left = arrearsOf(carry.amount, sumYen(paid.map(({ amount }) => amount)));
    const given = arrearsOf(givenBy(grant), await this.held.ofGrant(tx, grant.id));
    return left < given ? left : given;
  }

  /** Yen; of an open year only what was carried over into the next. */
  async ofGrant(tx: Transaction, grant: GrantView): Promise<Yen> {
    if (!(await this.closedYears.find(tx, grant.fiscalYear))) return this.carriedOpen(tx, grant);
    return arrearsOf(givenBy(grant), await this.held.ofGrant(tx, grant.id));
  }
}

/** Only a decision whose letter is out gives anything to ask for. */
const givenBy = ({ state, outcome, revokedOn, amountInForce }: GrantView): Yen =>
  state === 'issued' && outcome !== 'refused' && revokedOn === null ? amountInForce : ZERO_YEN;
