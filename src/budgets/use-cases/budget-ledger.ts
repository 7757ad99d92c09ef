import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { subtractYen, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type {
  BudgetLine,
  Cause,
  Commitment,
  LapsedCommitment,
  LedgerDifference,
  LedgerPosting,
} from '../domain/budget-line.js';
import {
  refuseCommittingOutsideYear,
  refuseReservingAfterYear,
  refuseReturnAfterClosing,
  type YearClosing,
} from '../domain/budget-year.js';
import {
  applyMovements,
  cancellingOrder,
  carrying,
  committing,
  increasingCommitment,
  NO_BALANCES,
  orderedBeyond,
  ordering,
  paying,
  reclassifying,
  reducingCommitment,
  releasing,
  reserving,
  returning,
  reversingCommitment,
  reversingReturn,
  unorderedOf,
  unpaying,
  type Balances,
  type Movement,
} from '../domain/ledger.js';
import { LapseStore } from '../store/lapse.store.js';
import { LedgerOrders, type PaidOrder } from '../store/ledger-orders.js';
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
    private readonly lapses: LapseStore,
    private readonly orders: LedgerOrders,
    private readonly prover: ProveLedger,
  ) {}

  line(tx: Transaction, id: string): Promise<BudgetLine> {
    return this.store.line(tx, id);
  }

  lines(tx: Transaction, year: FiscalYear): Promise<BudgetLine[]> {
    return this.store.lines(tx, year);
  }

  /** Of every year, oldest first. */
  allLines(tx: Transaction): Promise<BudgetLine[]> {
    return this.store.allLines(tx);
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

  /**
   * 支出負担行為の変更 upwards: what `change` has reserved on the grant's line becomes part of the grant's commitment, under
   * its number. Throws `budgets.year-over` after 3/31, `budgets.change-on-another-line`.
   */
  async commitInto(tx: Transaction, change: Cause, grant: Cause): Promise<void> {
    const { line, held: reserved } = await this.lockHolding(tx, change);
    refuseCommittingOutsideYear(line.fiscalYear, tx.today);
    const elsewhere = (await this.store.linesHolding(tx, grant)).some((id) => id !== line.id);
    if (elsewhere) throw new DomainError('budgets.change-on-another-line', 'conflict');
    const increase = increasingCommitment(await this.store.heldBy(tx, line.id, grant), reserved);
    const entry = 'commitment-increased';
    const released = await this.store.post(tx, line, releasing(reserved), { entry, cause: change });
    await this.store.post(tx, released, increase, { entry, cause: grant, order: change });
  }

  /**
   * 支出負担行為の変更 downwards, after 3/31 too: to `to`, never below what is ordered and did not come back. `over` is what has
   * been ordered beyond `to` and must come back. `by` is the paper behind it. In a closed year nothing is left to reduce, as
   * the closing took back what was not ordered: no posting follows, and `over` is told all the same.
   */
  async reduceCommitment(tx: Transaction, cause: Cause, to: Yen, by?: Cause): Promise<{ committed: Yen; over: Yen }> {
    const [lineId] = await this.store.linesHolding(tx, cause);
    if (lineId === undefined) return { committed: NO_BALANCES.committed, over: NO_BALANCES.committed };
    const line = await this.store.lock(tx, lineId);
    const held = await this.store.heldBy(tx, lineId, cause);
    const closed = await this.store.closingOf(tx, line.fiscalYear);
    // What goes on in the next year is committed there.
    const carried = await this.store.carriedOf(tx, cause);
    const movements = closed
      ? []
      : reducingCommitment(held, to > carried ? subtractYen(to, carried) : NO_BALANCES.committed);
    await this.store.post(tx, line, movements, { entry: 'commitment-reduced', cause, ...(by && { order: by }) });
    return { committed: applyMovements(held, movements).committed, over: orderedBeyond(held, to) };
  }

  /** What only an order that was taken back had held beyond `to` is committed no longer; nothing where no more than `to` is. */
  async lowerCommitment(tx: Transaction, cause: Cause, to: Yen, by: Cause): Promise<void> {
    const { held } = await this.lockHolding(tx, cause);
    if (held.committed > to - (await this.store.carriedOf(tx, cause))) await this.reduceCommitment(tx, cause, to, by);
  }

  /** What has been ordered for this cause and did not come back. */
  async orderedOf(tx: Transaction, cause: Cause): Promise<Yen> {
    const [lineId] = await this.store.linesHolding(tx, cause);
    if (lineId === undefined) return NO_BALANCES.ordered;
    return orderedBeyond(await this.store.heldBy(tx, lineId, cause), NO_BALANCES.ordered);
  }

  /** What a draft or a promise holds of its line for this cause, in yen; nothing of what is committed. */
  async reservedOf(tx: Transaction, cause: Cause): Promise<Yen> {
    const [lineId] = await this.store.linesHolding(tx, cause);
    if (lineId === undefined) return NO_BALANCES.reserved;
    return (await this.store.heldBy(tx, lineId, cause)).reserved;
  }

  /** What of this cause was carried over into the next year, in yen. */
  carriedOf(tx: Transaction, cause: Cause): Promise<Yen> {
    return this.store.carriedOf(tx, cause);
  }

  /** 支出命令 of `amount`, or of everything committed and not yet ordered. An order id is used once. */
  async order(tx: Transaction, cause: Cause, order: Cause, amount?: Yen): Promise<void> {
    const { line, held } = await this.lockHolding(tx, cause);
    if (held.committed === 0n) throw new DomainError('budgets.nothing-committed', 'conflict');
    const under = await this.store.under(tx, order);
    const ordered = amount ?? unorderedOf(held);
    await this.store.post(tx, line, ordering(held, under, ordered), { entry: 'ordered', cause, order });
  }

  /** Takes back an order that is not yet paid; the commitment stays. */
  async cancelOrder(tx: Transaction, order: Cause): Promise<void> {
    const { line, cause, under } = await this.lockOrder(tx, order);
    await this.store.post(tx, line, cancellingOrder(under), { entry: 'order-cancelled', cause, order });
  }

  /** `paidOn` is the bank's day. */
  async pay(tx: Transaction, order: Cause, paidOn: LocalDate): Promise<void> {
    const { line, cause, under } = await this.lockOrder(tx, order);
    await this.store.post(tx, line, paying(under), { entry: 'paid', cause, order, moneyOn: paidOn });
  }

  /** The same for many orders of one kind at once. The caller has taken the locks of all their lines: `lock`. */
  payAll(tx: Transaction, kind: string, payments: readonly PaidOrder[]): Promise<void> {
    return this.orders.pay(tx, kind, payments);
  }

  /** 組戻: the paid order waits for its payment again; `reason` and `returnedOn` are the bank's. Throws `budgets.not-paid`. */
  async unpay(tx: Transaction, order: Cause, reason: string, returnedOn: LocalDate): Promise<void> {
    const { line, cause, under } = await this.lockOrder(tx, order);
    const movements = unpaying(await this.store.heldBy(tx, line.id, cause), under);
    const posted = { entry: 'payment-returned', cause, order, note: reason, moneyOn: returnedOn } as const;
    await this.store.post(tx, line, movements, posted);
  }

  /**
   * 戻入 of `amount` that the grant had been paid; `receipt` names the bank slip and is used once. Money received after 5/31
   * is no 戻入 but revenue (`refundBooking`): throws `budgets.return-after-closing`, `budgets.return-over-paid`.
   */
  async returnPaid(tx: Transaction, grant: Cause, amount: Yen, receivedOn: LocalDate, receipt: Cause): Promise<void> {
    const { line, held } = await this.lockHolding(tx, grant);
    refuseReturnAfterClosing(line.fiscalYear, receivedOn);
    const movements = returning(held, await this.store.under(tx, receipt), amount);
    await this.store.post(tx, line, movements, {
      entry: 'returned',
      cause: grant,
      order: receipt,
      moneyOn: receivedOn,
    });
  }

  /** Takes a 戻入 back that was booked by mistake, by a reversing posting of the same 領収日. Throws `budgets.nothing-returned`. */
  async reverseReturn(tx: Transaction, receipt: Cause, reason: string, receivedOn: LocalDate): Promise<void> {
    const { line, cause, under } = await this.lockOrder(tx, receipt);
    const movements = reversingReturn(line, under);
    const posted = { entry: 'return-reversed', cause, order: receipt, note: reason, moneyOn: receivedOn } as const;
    await this.store.post(tx, line, movements, posted);
  }

  /**
   * 繰越: `amount` of what the grant has committed and not ordered goes on as the commitment of `carry` on a line of the next year,
   * whose ceiling it raises. Throws `budgets.carry-other-year`, `budgets.year-closed`, and what `carrying` refuses.
   */
  async carry(tx: Transaction, grant: Cause, carry: Cause, toLineId: string, amount: Yen): Promise<void> {
    const [fromLineId] = await this.store.linesHolding(tx, grant);
    if (fromLineId === undefined) throw await this.whyNothing(tx, grant);
    await this.lock(tx, [fromLineId, toLineId]);
    const from = await this.store.line(tx, fromLineId);
    const to = await this.store.line(tx, toLineId);
    if (to.fiscalYear !== from.fiscalYear + 1) throw new DomainError('budgets.carry-other-year', 'conflict');
    const { off, on } = carrying(await this.store.heldBy(tx, fromLineId, grant), amount);
    await this.store.post(tx, from, off, { entry: 'carried-out', cause: grant, order: carry });
    await this.store.post(tx, to, on, { entry: 'carried-in', cause: carry });
  }

  /**
   * 科目更正: everything that the cause holds moves to another line of the same open year, paper by paper, by postings that take
   * it off the first and put it on the second. Throws `budgets.year-closed`, `budgets.reclassify-other-year`, and what
   * `reclassifying` refuses.
   */
  async reclassify(tx: Transaction, cause: Cause, toLineId: string, reason: string): Promise<{ fromLineId: string }> {
    const [fromLineId] = await this.store.linesHolding(tx, cause);
    if (fromLineId === undefined) throw await this.whyNothing(tx, cause);
    await this.lock(tx, [fromLineId, toLineId]);
    const from = await this.store.line(tx, fromLineId);
    const to = await this.store.line(tx, toLineId);
    if (from.fiscalYear !== to.fiscalYear || from.id === to.id)
      throw new DomainError('budgets.reclassify-other-year', 'conflict');
    const papers = await this.store.heldByPaper(tx, fromLineId, cause);
    const { off, on } = reclassifying(
      to,
      papers.map(({ held }) => held),
    );
    const groupsOf = (moves: readonly (readonly Movement[])[]) =>
      papers.map(({ order }, index) => ({
        movements: moves[index] ?? [],
        reason: { entry: 'reclassified' as const, cause, note: reason, ...(order && { order }) },
      }));
    await this.store.postAll(tx, from, groupsOf(off));
    await this.store.postAll(tx, to, groupsOf(on));
    return { fromLineId };
  }

  closingOf(tx: Transaction, year: FiscalYear): Promise<YearClosing | null> {
    return this.store.closingOf(tx, year);
  }

  /**
   * 出納閉鎖: gives back what drafts still reserve, takes back what is committed and not ordered (不用), and closes the year for
   * every posting. Returns what lapsed. The caller has made sure that it may be closed. Throws `budgets.year-closed` the
   * second time.
   */
  async closeYear(tx: Transaction, year: FiscalYear): Promise<LapsedCommitment[]> {
    const lines = await this.store.lines(tx, year);
    await this.lock(
      tx,
      lines.map(({ id }) => id),
    );
    const closing = await this.store.closingOf(tx, year);
    if (closing) throw new DomainError('budgets.year-closed', 'conflict', { year: formatFiscalYear(year) });
    for (const { id } of lines) {
      for (const cause of await this.store.reservationsOn(tx, id)) await this.release(tx, cause);
    }
    const lapsed: LapsedCommitment[] = [];
    for (const { id } of lines) lapsed.push(...(await this.lapses.lapse(tx, await this.store.line(tx, id))));
    await this.store.saveClosing(tx, year);
    return lapsed;
  }

  /** Recomputes all balances of the town from the postings; empty when the ledger is sound. */
  proveLedger(tx: Transaction): Promise<LedgerDifference[]> {
    return this.prover.differences(tx);
  }

  private async lockHolding(tx: Transaction, cause: Cause): Promise<{ line: BudgetLine; held: Balances }> {
    const [lineId] = await this.store.linesHolding(tx, cause);
    if (lineId === undefined) throw await this.whyNothing(tx, cause);
    const line = await this.store.lock(tx, lineId);
    return { line, held: await this.store.heldBy(tx, lineId, cause) };
  }

  /** Of a cause that holds nothing: its year was closed meanwhile, or nothing was ever set aside. */
  private async whyNothing(tx: Transaction, cause: Cause): Promise<DomainError> {
    const year = await this.lapses.lapsedIn(tx, cause);
    if (year === null) return new DomainError('budgets.nothing-reserved', 'conflict');
    return new DomainError('budgets.year-closed', 'conflict', { year: formatFiscalYear(year) });
  }

  private async lockOrder(tx: Transaction, order: Cause): Promise<{ line: BudgetLine; cause: Cause; under: Balances }> {
    const posted = await this.store.postedOrder(tx, order);
    if (!posted) throw new DomainError('budgets.not-ordered', 'conflict');
    const line = await this.store.lock(tx, posted.lineId);
    return { line, cause: posted.cause, under: await this.store.under(tx, order) };
  }
}
