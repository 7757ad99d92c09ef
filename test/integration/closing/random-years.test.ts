import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';

import {
  BudgetLedger,
  LedgerBooks,
  OpenBudgetLine,
  type Cause,
  type HeldByCause,
  type PostedUnder,
} from '../../../src/budgets/index.js';
import {
  applyMovements,
  cancellingOrder,
  committing,
  increasingCommitment,
  lapsing,
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
  unpaying,
  type Balances,
  type Movement,
} from '../../../src/budgets/domain/ledger.js';
import { arrearsOf, heldOf } from '../../../src/closing/domain/arrears.js';
import type { Books, FileInBooks } from '../../../src/closing/domain/books.js';
import { differenceInWords } from '../../../src/closing/domain/difference-words.js';
import { prove } from '../../../src/closing/domain/proof.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate, type LocalDate } from '../../../src/kernel/local-date.js';
import { yen, type Yen } from '../../../src/kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

const YEAR = fiscalYear(2026);
const CEILING = 2_000;

/** The acts of a year on one of its grants; what leads on to the others is done more often. */
const ACTS = [
  ...['propose', 'decide', 'increase', 'reduce', 'order', 'pay', 'bounce', 'refund'],
  ...['withdraw', 'cancel', 'refund-mistaken', 'reclassify', 'propose', 'decide', 'order', 'pay', 'order', 'pay'],
];
/** What happens only once the year is closed: no line of it moves any more, and yet money does. */
const LATE_ACTS = ['late-bounce', 'late-pay', 'late-refund', 'late-refund-mistaken'];
type Kind = string;

interface Act {
  readonly grant: number;
  readonly kind: Kind;
  readonly amount: number;
  readonly crash: boolean;
}

const anActOf = (kinds: readonly Kind[]): fc.Arbitrary<Act> =>
  fc.record({
    grant: fc.nat(2),
    kind: fc.constantFrom(...kinds),
    amount: fc.integer({ min: 1, max: 900 }),
    crash: fc.boolean(),
  });

const someActs = (minLength: number, maxLength: number) => fc.array(anActOf(ACTS), { minLength, maxLength });
const someLateActs = (minLength: number, maxLength: number) =>
  fc.array(anActOf([...ACTS, ...LATE_ACTS]), { minLength, maxLength });

/** The fourth grant goes the whole way, after whatever happened to the others. */
const WHOLE_WAY: readonly Act[] = (
  [
    ['propose', 150],
    ['decide', 0],
    ['order', 100],
    ['pay', 0],
    ['bounce', 0],
    ['pay', 0],
    ['reclassify', 0],
    ['refund', 30],
    ['refund-mistaken', 0],
    ['refund', 20],
    ['increase', 1],
  ] as const
).map(([kind, amount], index) => ({ grant: 3, kind, amount, crash: index % 2 === 0 }));

/** What still happens to grants of a closed year: revocations, 額の確定, returned transfers, refunds, payments of a later year. */
const LATE_WAY: readonly Act[] = (
  [
    ['reduce', 120],
    ['bounce', 0],
    ['refund', 30],
    ['late-refund-mistaken', 0],
    ['late-refund', 30],
    ['late-bounce', 0],
    ['late-pay', 20],
    ['reduce', 10],
  ] as const
).map(([kind, amount], index) => ({ grant: 3, kind, amount, crash: index % 2 === 1 }));

/** The only ledger, as the stages use it: whatever it refuses changes nothing. */
interface Ledger {
  reserve(grant: Cause, amount: Yen): Promise<void>;
  commit(grant: Cause): Promise<void>;
  reverse(grant: Cause): Promise<void>;
  increase(grant: Cause, amount: Yen): Promise<void>;
  reduce(grant: Cause, to: Yen): Promise<Yen>;
  order(grant: Cause, order: Cause, amount: Yen): Promise<void>;
  cancel(order: Cause): Promise<void>;
  pay(order: Cause): Promise<void>;
  unpay(order: Cause): Promise<void>;
  refund(grant: Cause, receipt: Cause, amount: Yen): Promise<void>;
  reverseRefund(receipt: Cause): Promise<void>;
  /** 科目更正 to the first or the second line. */
  reclassify(grant: Cause, to: 0 | 1): Promise<void>;
  /** 出納閉鎖; what lapsed, by grant. */
  close(): Promise<readonly { readonly cause: Cause; readonly amount: Yen }[]>;
  /** Everything posted so far, as the proof reads it. */
  books(): Promise<Pick<Books, 'lines' | 'ledgerFaults' | 'held' | 'postedOrders' | 'postedReturns' | 'postedLapses'>>;
}

/** What the other stages wrote down about one grant. */
interface Written {
  readonly cause: Cause;
  proposed: Yen | null;
  /** Decided once: whoever applies again after a withdrawal gets a new grant. */
  decided: boolean;
  inForce: Yen;
  order: { readonly id: string; readonly amount: Yen; state: 'ordered' | 'paid' | 'came-back' | 'cancelled' } | null;
  readonly done: { readonly id: string; readonly amount: Yen; readonly state: 'paid' | 'came-back' | 'cancelled' }[];
  /** `amount` as its line has it; `stands`: it was no mistake. */
  readonly receipts: { readonly id: string; amount: Yen; stands: boolean }[];
  /** On the first or the second line. */
  line: 0 | 1;
  /** Paid from a later year, and paid back as revenue. */
  later: Yen;
  lateBack: Yen;
  /** What the organisation has in its hand, counted act by act. */
  hand: bigint;
  /** 不用 of the closing. */
  lapsed: Yen;
}

/** A year as grants, payments, files and refunds have it: written only where the ledger took the act. */
class Year {
  readonly grants: Written[] = Array.from({ length: 4 }, () => ({
    cause: { kind: 'grant', id: randomUUID(), label: '見本' },
    ...{ proposed: null, decided: false, inForce: yen(0), order: null, done: [], receipts: [], lapsed: yen(0) },
    ...{ line: 0 as const, later: yen(0), lateBack: yen(0), hand: 0n },
  }));
  readonly files: FileInBooks[] = [];
  /** The kinds of acts that the ledger has taken: a year of refusals would prove nothing. */
  readonly taken = new Set<Kind>();

  constructor(
    private readonly ledger: Ledger,
    private readonly lineIds: readonly [string, string],
  ) {}

  private closed = false;

  async act({ grant, kind, amount }: Act): Promise<void> {
    const written = this.grants[grant];
    if (!written) throw new Error('there are four grants');
    try {
      if (await this.carryOut(written, kind, yen(amount))) this.taken.add(kind);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** The treasury pays what is ordered; then the year is closed, and what was never ordered lapses. */
  async close(): Promise<void> {
    for (const [grant, { order }] of this.grants.entries())
      if (order?.state === 'ordered') await this.act({ grant, kind: 'pay', amount: 0, crash: false });
    const lapsed = await this.ledger.close();
    for (const written of this.grants) {
      const { inForce, order, done, receipts } = written;
      const ordered = [...done, ...(order ? [order] : [])].filter(({ state }) => state !== 'cancelled');
      const bound = total(ordered) - total(receipts);
      written.lapsed = yen(inForce > bound ? inForce - bound : 0n);
      written.proposed = null;
    }
    this.closed = true;
    expect(new Map(lapsed.map(({ cause, amount }) => [cause.id, amount]))).toEqual(
      new Map(this.grants.flatMap(({ cause, lapsed: sum }) => (sum > 0n ? [[cause.id, sum] as const] : []))),
    );
  }

  private async carryOut(written: Written, kind: Kind, amount: Yen): Promise<boolean> {
    const { cause, order } = written;
    const paper = (name: string): Cause => ({ kind: name, id: randomUUID() });
    if (kind === 'propose' && !written.decided) {
      await this.ledger.reserve(cause, amount);
      written.proposed = amount;
    } else if (kind === 'decide' && written.proposed !== null) {
      await this.ledger.commit(cause);
      [written.inForce, written.proposed, written.decided] = [written.proposed, null, true];
    } else if (kind === 'withdraw') {
      await this.ledger.reverse(cause);
      written.inForce = yen(0);
    } else if (kind === 'increase') {
      await this.ledger.increase(cause, amount);
      written.inForce = yen(written.inForce + amount);
      // What was paid beyond the amount before is now part of it, and needs no second commitment.
      await this.ledger.reduce(cause, written.inForce);
    } else if (kind === 'reduce' && amount < written.inForce) {
      await this.ledger.reduce(cause, amount);
      written.inForce = amount;
    } else if (kind === 'order' && (!order || order.state !== 'ordered')) {
      const next = paper('payment-order');
      const part = yen((amount % 200n) + 1n);
      await this.ledger.order(cause, next, part);
      if (order)
        written.done.push({ id: order.id, amount: order.amount, state: order.state === 'paid' ? 'paid' : 'cancelled' });
      written.order = { id: next.id, amount: part, state: 'ordered' };
    } else if (kind === 'cancel' && order?.state === 'ordered') {
      await this.ledger.cancel({ kind: 'payment-order', id: order.id });
      order.state = 'cancelled';
      // What is not ordered any more need not stay committed beyond the amount in force.
      await this.ledger.reduce(cause, written.inForce);
    } else if (kind === 'pay' && order?.state === 'ordered') {
      await this.ledger.pay({ kind: 'payment-order', id: order.id });
      order.state = 'paid';
      written.hand += order.amount;
      const line = { orderId: order.id, number: order.id, amount: order.amount };
      const stated = { count: 1, total: order.amount };
      this.files.push({ kind: 'bank-file', id: randomUUID(), name: 'zengin', stated, lines: [line] });
    } else if (kind === 'bounce' && order?.state === 'paid') {
      await this.ledger.unpay({ kind: 'payment-order', id: order.id });
      order.state = 'ordered';
      written.hand -= order.amount;
    } else if (kind === 'reclassify') {
      if (order?.state === 'ordered') return false;
      const to = written.line === 0 ? 1 : 0;
      await this.ledger.reclassify(cause, to);
      written.line = to;
    } else if (kind === 'late-bounce' && this.closed && order?.state === 'paid' && written.hand >= order.amount) {
      // The closed books keep it as paid.
      order.state = 'came-back';
      written.hand -= order.amount;
    } else if (kind === 'late-pay' && this.closed && this.arrears(written) > 0n) {
      const rest = this.arrears(written);
      const paid = amount < rest ? amount : rest;
      written.later = yen(written.later + paid);
      written.hand += paid;
    } else if (kind === 'refund') {
      const receipt = paper('repayment-receipt');
      const back = yen((amount % 100n) + 1n);
      await this.ledger.refund(cause, receipt, back);
      written.receipts.push({ id: receipt.id, amount: back, stands: true });
      written.hand -= back;
      // What came back is granted no longer.
      written.inForce = yen(written.inForce > back ? written.inForce - back : 0n);
      await this.ledger.reduce(cause, written.inForce);
    } else if (kind === 'late-refund' && this.closed && written.hand >= amount) {
      // Revenue of the year in which it came: no line of the closed year moves.
      written.lateBack = yen(written.lateBack + amount);
      written.hand -= amount;
      written.inForce = yen(written.inForce > amount ? written.inForce - amount : 0n);
      await this.ledger.reduce(cause, written.inForce);
    } else if (kind === 'refund-mistaken') {
      const last = written.receipts.findLast(({ stands }) => stands);
      if (!last) return false;
      await this.ledger.reverseRefund({ kind: 'repayment-receipt', id: last.id });
      written.inForce = yen(written.inForce + last.amount);
      written.hand += last.amount;
      [last.amount, last.stands] = [yen(0), false];
    } else if (kind === 'late-refund-mistaken' && this.closed) {
      const last = written.receipts.findLast(({ stands }) => stands);
      if (!last) return false;
      // It stays in the books of its year, and yet nobody had paid it.
      last.stands = false;
      written.inForce = yen(written.inForce + last.amount);
      written.hand += last.amount;
    } else {
      return false;
    }
    return true;
  }

  /** As the closing reckons it, from orders, later payments and receipts. */
  private arrears({ inForce, order, done, receipts, later, lateBack }: Written): Yen {
    const arrived = [...done, ...(order ? [order] : [])].filter(
      ({ state }) => state !== 'cancelled' && state !== 'came-back',
    );
    const back = yen(total(receipts.filter(({ stands }) => stands)) + lateBack);
    return arrearsOf(inForce, heldOf({ ordered: yen(total(arrived)), later, back }));
  }

  async proven(): Promise<string[]> {
    const books = await this.ledger.books();
    const lineOf = ({ line }: Written): string => this.lineIds[line];
    const orders = this.grants.flatMap((written) => {
      const { order, done } = written;
      return [...done, ...(order ? [order] : [])].map(({ id, amount, state }) => ({
        ...{ id, amount, state },
        lineId: lineOf(written),
      }));
    });
    if (this.closed) {
      for (const written of this.grants) {
        const missing = written.inForce - written.hand;
        expect(this.arrears(written)).toBe(missing > 0n ? missing : 0n);
      }
    }
    return prove({
      ...books,
      grants: this.grants.map((written) => ({
        ...{ id: written.cause.id, label: '見本', lineId: lineOf(written) },
        ...{ inForce: written.inForce, proposed: written.proposed },
      })),
      orders: orders.map(({ id, lineId, amount, state }) => ({
        ...{ id, label: '見本', lineId, amount },
        ordered: state === 'cancelled' ? yen(0) : amount,
        paid: state === 'paid' || state === 'came-back' ? amount : yen(0),
      })),
      files: this.files,
      ...{ revenue: [], unevenReceipts: [] },
      returns: this.grants.flatMap((written) =>
        written.receipts.map(({ id, amount }) => ({
          ...{ receiptId: id, label: '見本', lineId: lineOf(written), returned: amount },
        })),
      ),
      lapses: this.grants.flatMap((written) =>
        written.lapsed > 0n
          ? [{ grantId: written.cause.id, label: '見本', lineId: lineOf(written), amount: written.lapsed }]
          : [],
      ),
    }).differences.map(differenceInWords);
  }
}

const total = (rows: readonly { readonly amount: Yen }[]): bigint => rows.reduce((sum, { amount }) => sum + amount, 0n);

const LINE_IDS = ['line', 'other'] as const;
const LINE = { id: 'line', fiscalYear: YEAR, code: '02-01', name: '運営交付金', closed: false };

const lapseOf = (lineId: string, { id }: Cause, amount: Yen) => ({ lineId, grantId: id, label: '見本', amount });

const inBooks = (held: readonly HeldByCause[], papers: readonly PostedUnder[]) => ({
  held: held
    .filter(({ cause }) => cause.kind === 'grant')
    .map(({ lineId, cause, held: sums }) => ({ ...sums, lineId, grantId: cause.id, label: '見本' })),
  postedOrders: papers
    .filter(({ paper }) => paper.kind === 'payment-order')
    .map(({ lineId, paper, posted }) => ({ ...posted, lineId, orderId: paper.id, label: '見本' })),
  postedReturns: papers
    .filter(({ posted }) => posted.returned !== 0n)
    .map(({ lineId, paper, posted }) => ({ returned: posted.returned, lineId, receiptId: paper.id, label: '見本' })),
});

/** The rules alone, without a database. */
class PureLedger implements Ledger {
  private closed = false;
  private readonly lapsed: { readonly cause: Cause; readonly amount: Yen }[] = [];
  private readonly lines = new Map<string, Balances>(
    LINE_IDS.map((id) => [id, { ...NO_BALANCES, ceiling: yen(CEILING) }]),
  );
  private readonly where = new Map<string, string>();
  private readonly causes = new Map<string, { cause: Cause; held: Balances }>();
  private readonly papers = new Map<string, { paper: Cause; of: Cause; posted: Balances }>();

  private lineOf({ id }: Cause): string {
    return this.where.get(id) ?? LINE_IDS[0];
  }

  private lineHolding(cause: Cause): Balances {
    return this.lines.get(this.lineOf(cause)) ?? NO_BALANCES;
  }

  private held(cause: Cause): Balances {
    return this.causes.get(cause.id)?.held ?? NO_BALANCES;
  }

  private under(paper: Cause): Balances {
    return this.papers.get(paper.id)?.posted ?? NO_BALANCES;
  }

  private causeOf(paper: Cause): Cause {
    const known = this.papers.get(paper.id);
    if (!known) throw new DomainError('budgets.not-ordered', 'conflict');
    return known.of;
  }

  private post(cause: Cause, movements: readonly Movement[], paper?: Cause): Promise<void> {
    if (movements.length === 0) return Promise.resolve();
    if (this.closed) throw new DomainError('budgets.year-closed', 'conflict');
    this.lines.set(this.lineOf(cause), applyMovements(this.lineHolding(cause), movements));
    this.causes.set(cause.id, { cause, held: applyMovements(this.held(cause), movements) });
    if (paper) {
      this.papers.set(paper.id, { paper, of: cause, posted: applyMovements(this.under(paper), movements) });
    }
    return Promise.resolve();
  }

  reserve = (grant: Cause, amount: Yen) =>
    this.post(grant, reserving(this.lineHolding(grant), this.held(grant), amount));
  commit = (grant: Cause) => this.post(grant, committing(this.held(grant)));
  reverse = (grant: Cause) => this.post(grant, reversingCommitment(this.held(grant)));
  order = (grant: Cause, order: Cause, amount: Yen) =>
    this.post(grant, ordering(this.held(grant), this.under(order), amount), order);
  cancel = (order: Cause) => this.post(this.causeOf(order), cancellingOrder(this.under(order)), order);
  pay = (order: Cause) => this.post(this.causeOf(order), paying(this.under(order)), order);
  unpay = (order: Cause) =>
    this.post(this.causeOf(order), unpaying(this.held(this.causeOf(order)), this.under(order)), order);
  refund = (grant: Cause, receipt: Cause, amount: Yen) =>
    this.post(grant, returning(this.held(grant), this.under(receipt), amount), receipt);
  reverseRefund = (receipt: Cause) =>
    this.post(
      this.causeOf(receipt),
      reversingReturn(this.lineHolding(this.causeOf(receipt)), this.under(receipt)),
      receipt,
    );

  reclassify(grant: Cause, to: 0 | 1): Promise<void> {
    const line = LINE_IDS[to];
    const { off, on } = reclassifying(this.lines.get(line) ?? NO_BALANCES, [this.held(grant)]);
    if (this.closed) throw new DomainError('budgets.year-closed', 'conflict');
    this.lines.set(this.lineOf(grant), applyMovements(this.lineHolding(grant), off.flat()));
    this.where.set(grant.id, line);
    this.lines.set(line, applyMovements(this.lineHolding(grant), on.flat()));
    return Promise.resolve();
  }

  async increase(grant: Cause, amount: Yen): Promise<void> {
    const change: Cause = { kind: 'grant-change', id: randomUUID() };
    this.where.set(change.id, this.lineOf(grant));
    const reserved = reserving(this.lineHolding(grant), NO_BALANCES, amount);
    const raised = increasingCommitment(this.held(grant), applyMovements(NO_BALANCES, reserved));
    await this.post(change, reserved);
    await this.post(change, releasing(this.held(change)));
    await this.post(grant, raised, change);
  }

  async reduce(grant: Cause, to: Yen): Promise<Yen> {
    const held = this.held(grant);
    if (to < held.committed && !this.closed) await this.post(grant, reducingCommitment(held, to));
    return orderedBeyond(this.held(grant), to);
  }

  books() {
    const rows = [...this.causes.values()].map(({ cause, held }) => ({ lineId: this.lineOf(cause), cause, held }));
    const papers = [...this.papers.values()].map(({ paper, of, posted }) => ({
      lineId: this.lineOf(of),
      paper,
      posted,
    }));
    const postedLapses = this.lapsed.map(({ cause, amount }) => lapseOf(this.lineOf(cause), cause, amount));
    const lines = LINE_IDS.map((id) => ({ ...LINE, id, closed: this.closed }));
    return Promise.resolve({ lines, ledgerFaults: [], ...inBooks(rows, papers), postedLapses });
  }

  async close() {
    for (const { cause, held } of this.causes.values()) {
      if (held.reserved > 0n) await this.post(cause, releasing(held));
    }
    for (const { cause, held } of this.causes.values()) {
      const movements = lapsing(held);
      await this.post(cause, movements);
      for (const { amount } of movements) this.lapsed.push({ cause, amount: yen(-amount) });
    }
    this.closed = true;
    return this.lapsed;
  }
}

/** The same through the database; before some acts the process breaks down in the middle of its transaction. */
class KeptLedger implements Ledger {
  crashesNext = false;
  private closed = false;
  private readonly where = new Map<string, 0 | 1>();

  constructor(
    private readonly house: House,
    private readonly hall: TownHall,
    private readonly lineIds: readonly [string, string],
    private readonly fiscalYear: FiscalYear,
    private readonly today: LocalDate,
  ) {}

  private get ledger(): BudgetLedger {
    return this.house.get(BudgetLedger);
  }

  private async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const unitOfWork = this.house.get(UnitOfWork);
    if (this.crashesNext) {
      this.crashesNext = false;
      const broken = unitOfWork.run(this.hall.system, async (tx) => {
        await work(tx);
        throw new Error('the process broke down');
      });
      await broken.catch((error: unknown) => {
        if (error instanceof DomainError) throw error;
      });
    }
    return unitOfWork.run(this.hall.system, work);
  }

  reserve = (grant: Cause, amount: Yen) => this.run((tx) => this.ledger.reserve(tx, this.lineIds[0], amount, grant));
  commit = (grant: Cause) => this.run(async (tx) => void (await this.ledger.commit(tx, grant)));
  reverse = (grant: Cause) => this.run((tx) => this.ledger.reverseCommitment(tx, grant));
  order = (grant: Cause, order: Cause, amount: Yen) => this.run((tx) => this.ledger.order(tx, grant, order, amount));
  cancel = (order: Cause) => this.run((tx) => this.ledger.cancelOrder(tx, order));
  pay = (order: Cause) => this.run((tx) => this.ledger.pay(tx, order, tx.today));
  unpay = (order: Cause) => this.run((tx) => this.ledger.unpay(tx, order, '口座相違', tx.today));
  refund = (grant: Cause, receipt: Cause, amount: Yen) =>
    this.run((tx) => this.ledger.returnPaid(tx, grant, amount, this.today, receipt));
  reverseRefund = (receipt: Cause) =>
    this.run((tx) => this.ledger.reverseReturn(tx, receipt, '別の団体の入金', tx.today));

  async reclassify(grant: Cause, to: 0 | 1): Promise<void> {
    await this.run((tx) => this.ledger.reclassify(tx, grant, this.lineIds[to], '見本の科目の誤り'));
    this.where.set(grant.id, to);
  }

  increase(grant: Cause, amount: Yen): Promise<void> {
    const change: Cause = { kind: 'grant-change', id: randomUUID(), label: '見本' };
    return this.run(async (tx) => {
      await this.ledger.reserve(tx, this.lineIds[this.where.get(grant.id) ?? 0], amount, change);
      await this.ledger.commitInto(tx, change, grant);
    });
  }

  reduce(grant: Cause, to: Yen): Promise<Yen> {
    return this.run(async (tx) => {
      const lineId = this.lineIds[this.where.get(grant.id) ?? 0];
      const held = (await this.house.get(LedgerBooks).byCause(tx)).find(
        (each) => each.cause.id === grant.id && each.lineId === lineId,
      );
      if (!held || (to >= held.held.committed && !this.closed)) return yen(0);
      return (await this.ledger.reduceCommitment(tx, grant, to)).over;
    });
  }

  async close() {
    const lapsed = await this.run((tx) => this.ledger.closeYear(tx, this.fiscalYear));
    this.closed = true;
    return lapsed;
  }

  books() {
    return this.house.get(UnitOfWork).read(this.hall.system, async (tx) => ({
      lines: this.lineIds.map((id) => ({ ...LINE, id, closed: this.closed })),
      postedLapses: (await this.house.get(LedgerBooks).lapses(tx))
        .filter(({ lineId }) => this.lineIds.includes(lineId))
        .map(({ lineId, cause, amount }) => lapseOf(lineId, cause, amount)),
      ledgerFaults: (await this.ledger.proveLedger(tx)).map(({ lineId, account, recorded, proven }) => ({
        ...{ matter: account, lineId, subject: { kind: 'budget-line', id: lineId, label: '運営交付金' } },
        left: { book: 'ledger' as const, amount: recorded },
        right: { book: 'postings' as const, amount: proven },
      })),
      ...inBooks(
        (await this.house.get(LedgerBooks).byCause(tx)).filter(({ lineId }) => this.lineIds.includes(lineId)),
        (await this.house.get(LedgerBooks).byPaper(tx)).filter(
          ({ lineId, posted }) =>
            this.lineIds.includes(lineId) && Object.values(posted).some((amount) => amount !== 0n),
        ),
      ),
    }));
  }
}

describe('any year of decisions, changes, payments, returned transfers and refunds, and what comes after its closing', () => {
  it('balances after every act, allowed or refused', async () => {
    const taken = new Set<Kind>();
    await fc.assert(
      fc.asyncProperty(someActs(20, 60), someLateActs(5, 20), async (acts, late) => {
        const year = new Year(new PureLedger(), LINE_IDS);
        for (const act of [...acts, ...WHOLE_WAY]) {
          await year.act(act);
          expect([act.kind, await year.proven()]).toEqual([act.kind, []]);
        }
        await year.close();
        for (const act of [...late, ...LATE_WAY]) {
          expect([act.kind, await year.proven()]).toEqual([act.kind, []]);
          await year.act(act);
        }
        expect(await year.proven()).toEqual([]);
        for (const kind of year.taken) taken.add(kind);
      }),
      { numRuns: 300 },
    );
    expect([...taken].sort()).toEqual([...new Set([...ACTS, ...LATE_ACTS])].sort());
  });

  describe('kept in the database', () => {
    let house: House;
    let hall: TownHall;

    beforeAll(async () => {
      house = await openHouse();
      hall = await aTownHall(house);
    });
    afterAll(() => house.close());

    it('balances too, through processes that break down in the middle', async () => {
      const taken = new Set<Kind>();
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(someActs(20, 30), someLateActs(5, 10), async (acts, late) => {
          const code = randomUUID().slice(0, 12);
          // Each run closes a year of its own.
          const ownYear = fiscalYear(YEAR + (runs += 1));
          const today = localDate(`${String(ownYear)}-10-01`);
          house.clock.at(today);
          const line = { fiscalYear: ownYear, name: '運営交付金', ceiling: yen(CEILING), source: '見本' };
          const open = async (part: string): Promise<string> =>
            (await house.get(OpenBudgetLine).execute(hall.system, { ...line, code: `${code}-${part}` })).lineId;
          const lineIds = [await open('1'), await open('2')] as const;
          const ledger = new KeptLedger(house, hall, lineIds, ownYear, today);
          const year = new Year(ledger, lineIds);
          for (const act of [...acts, ...WHOLE_WAY]) {
            ledger.crashesNext = act.crash;
            await year.act(act);
          }
          expect(await year.proven()).toEqual([]);
          ledger.crashesNext = runs % 2 === 0;
          await year.close();
          for (const act of [...late, ...LATE_WAY]) {
            ledger.crashesNext = act.crash;
            await year.act(act);
          }
          expect(await year.proven()).toEqual([]);
          for (const kind of year.taken) taken.add(kind);
        }),
        { numRuns: 10 },
      );
      expect([...taken]).toEqual(expect.arrayContaining(WHOLE_WAY.map(({ kind }) => kind)));
    }, 120_000);
  });
});
