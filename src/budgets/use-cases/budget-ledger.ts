import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { subtractYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { BudgetLine, Cause, Commitment, LedgerDifference, LedgerPosting } from '../domain/budget-line.js';
import { refuseCommittingOutsideYear, refuseReservingAfterYear } from '../domain/budget-year.js';
import {
  cancellingOrder,
  committing,
  ordering,
  paying,
  releasing,
  reserving,
  reversingCommitment,
  type Balances,
} from '../domain/ledger.js';
import { LedgerStore } from '../store/ledger.store.js';
import { ProveLedger } from '../store/prove-ledger.js';

/**
 * The only ledger of public money: every change of a budget line goes through here, under the row lock of the line and in
 * the caller's transaction. Whoever touches several lines in one transaction calls `lock` first, so that two such
 * transactions wait for each other instead of deadlocking.
 */
@Injectable()
export class BudgetLedger {
  constructor(
    private readonly store: LedgerStore,
    private readonly prover: ProveLedger,
  ) {}

  line(tx: Transaction, id: string): Promise<BudgetLine> {
    return this.store.line(tx, id);
  }

  lines(tx: Transaction, year: FiscalYear): Promise<BudgetLine[]> {
    return this.store.lines(tx, year);
  }

  /** Oldest first. */
  postings(tx: Transaction, lineId: string): Promise<LedgerPosting[]> {
    return this.store.postings(tx, lineId);
  }

  commitmentOf(tx: Transaction, cause: Cause): Promise<Commitment | null> {
    return this.store.commitmentOf(tx, cause);
  }

  commitmentsOn(tx: Transaction, lineId: string): Promise<Commitment[]> {
    return this.store.commitmentsOn(tx, lineId);
  }

  /** Takes the locks of several lines in one fixed order. */
  async lock(tx: Transaction, lineIds: readonly string[]): Promise<void> {
    for (const id of [...new Set(lineIds)].sort()) await this.store.lock(tx, id);
  }

  /**
   * 起案: brings the cause's reservation to `amount`, so that a resubmitted draft with another amount calls it again.
   * Throws `budgets.over-ceiling` with what is left, `budgets.year-over` after 3/31 of the line's year.
   */
  async reserve(tx: Transaction, lineId: string, amount: Yen, cause: Cause): Promise<void> {
    const line = await this.store.lock(tx, lineId);
    refuseReservingAfterYear(line.fiscalYear, tx.today);
    const elsewhere = (await this.store.linesHolding(tx, cause)).filter((id) => id !== lineId);
    if (elsewhere.length > 0) throw new DomainError('budgets.reserved-on-another-line', 'conflict');
    const movements = reserving(line, await this.store.heldBy(tx, lineId, cause), amount);
    await this.store.post(tx, line, movements, { entry: 'reserved', cause });
  }

  /** Gives the reservation back. Throws `budgets.nothing-reserved`. */
  async release(tx: Transaction, cause: Cause): Promise<void> {
    const { line, held } = await this.lockHolding(tx, cause);
    await this.store.post(tx, line, releasing(held), { entry: 'released', cause });
  }

  /** The same of a case that wants no budget any more, whether it had reserved some or not. */
  async releaseIfAny(tx: Transaction, cause: Cause): Promise<void> {
    const holding = await this.store.linesHolding(tx, cause);
    if (holding.length > 0) await this.release(tx, cause);
  }

  /** 支出負担行為: the reservation becomes a commitment and takes the next number of the town's year, e.g. `R8-0001`. */
  async commit(tx: Transaction, cause: Cause): Promise<{ commitmentNumber: string }> {
    const { line, held } = await this.lockHolding(tx, cause);
    refuseCommittingOutsideYear(line.fiscalYear, tx.today);
    await this.store.post(tx, line, committing(held), { entry: 'committed', cause });
    return { commitmentNumber: await this.store.saveCommitment(tx, line, cause, held.reserved) };
  }

  /**
   * Takes a commitment back by a reversing posting; its number stays used. Reductions are booked after 3/31 too. Throws
   * `budgets.ordered-not-reversible` once any of it is ordered.
   */
  async reverseCommitment(tx: Transaction, cause: Cause): Promise<void> {
    const { line, held } = await this.lockHolding(tx, cause);
    await this.store.post(tx, line, reversingCommitment(held), { entry: 'commitment-reversed', cause });
  }

  /** 支出命令 of `amount`, or of everything committed and not yet ordered. An order id is used once. */
  async order(tx: Transaction, cause: Cause, order: Cause, amount?: Yen): Promise<void> {
    const { line, held } = await this.lockHolding(tx, cause);
    if (held.committed === 0n) throw new DomainError('budgets.nothing-committed', 'conflict');
    const under = await this.store.under(tx, order);
    const ordered = amount ?? subtractYen(held.committed, held.ordered);
    await this.store.post(tx, line, ordering(held, under, ordered), { entry: 'ordered', cause, order });
  }

  /** Takes back an order that is not yet paid; the commitment stays. */
  async cancelOrder(tx: Transaction, order: Cause): Promise<void> {
    const { line, cause, under } = await this.lockOrder(tx, order);
    await this.store.post(tx, line, cancellingOrder(under), { entry: 'order-cancelled', cause, order });
  }

  async pay(tx: Transaction, order: Cause): Promise<void> {
    const { line, cause, under } = await this.lockOrder(tx, order);
    await this.store.post(tx, line, paying(under), { entry: 'paid', cause, order });
  }

  /** Recomputes all balances of the town from the postings; empty when the ledger is sound. */
  proveLedger(tx: Transaction): Promise<LedgerDifference[]> {
    return this.prover.differences(tx);
  }

  private async lockHolding(tx: Transaction, cause: Cause): Promise<{ line: BudgetLine; held: Balances }> {
    const [lineId] = await this.store.linesHolding(tx, cause);
    if (lineId === undefined) throw new DomainError('budgets.nothing-reserved', 'conflict');
    const line = await this.store.lock(tx, lineId);
    return { line, held: await this.store.heldBy(tx, lineId, cause) };
  }

  private async lockOrder(tx: Transaction, order: Cause): Promise<{ line: BudgetLine; cause: Cause; under: Balances }> {
    const posted = await this.store.postedOrder(tx, order);
    if (!posted) throw new DomainError('budgets.not-ordered', 'conflict');
    const line = await this.store.lock(tx, posted.lineId);
    return { line, cause: posted.cause, under: await this.store.under(tx, order) };
  }
}
