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
  ...['withdraw', 'cancel', 'refund-mistaken', 'propose', 'decide', 'order', 'pay', 'order', 'pay'],
];
type Kind = string;

interface Act {
  readonly grant: number;
  readonly kind: Kind;
  readonly amount: number;
  readonly crash: boolean;
}

const anAct: fc.Arbitrary<Act> = fc.record({
  grant: fc.nat(2),
  kind: fc.constantFrom(...ACTS),
  amount: fc.integer({ min: 1, max: 900 }),
  crash: fc.boolean(),
});

const someActs = (minLength: number, maxLength: number) => fc.array(anAct, { minLength, maxLength });

/** The fourth grant goes the whole way, after whatever happened to the others. */
const WHOLE_WAY: readonly Act[] = (
  [
    ['propose', 150],
    ['decide', 0],
    ['order', 100],
    ['pay', 0],
    ['bounce', 0],
    ['pay', 0],
    ['refund', 30],
    ['refund-mistaken', 0],
    ['increase', 1],
  ] as const
).map(([kind, amount], index) => ({ grant: 3, kind, amount, crash: index % 2 === 0 }));

/** What still happens to grants of a closed year: revocations, 額の確定, returned transfers, refunds and whatever is refused. */
const LATE_WAY: readonly Act[] = (
  [
    ['reduce', 120],
    ['bounce', 0],
    ['refund', 30],
    ['late-refund', 30],
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
  order: { readonly id: string; readonly amount: Yen; state: 'ordered' | 'paid' | 'cancelled' } | null;
  readonly done: { readonly id: string; readonly amount: Yen; readonly state: 'paid' | 'cancelled' }[];
  readonly receipts: { readonly id: string; amount: Yen }[];
  /** 不用 of the closing. */
  lapsed: Yen;
}

/** A year as grants, payments, files and refunds have it: written only where the ledger took the act. */
class Year {
  readonly grants: Written[] = Array.from({ length: 4 }, () => ({
    cause: { kind: 'grant', id: randomUUID(), label: '見本' },
    ...{ proposed: null, decided: false, inForce: yen(0), order: null, done: [], receipts: [], lapsed: yen(0) },
  }));
  readonly files: FileInBooks[] = [];
  /** The kinds of acts that the ledger has taken: a year of refusals would prove nothing. */
  readonly taken = new Set<Kind>();

  constructor(
    private readonly ledger: Ledger,
    private readonly lineId: string,
  ) {}

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
      const line = { orderId: order.id, number: order.id, amount: order.amount };
      const stated = { count: 1, total: order.amount };
      this.files.push({ kind: 'bank-file', id: randomUUID(), name: 'zengin', stated, lines: [line] });
    } else if (kind === 'bounce' && order?.state === 'paid') {
      await this.ledger.unpay({ kind: 'payment-order', id: order.id });
      order.state = 'ordered';
    } else if (kind === 'refund') {
      const receipt = paper('repayment-receipt');
      const back = yen((amount % 100n) + 1n);
      await this.ledger.refund(cause, receipt, back);
      written.receipts.push({ id: receipt.id, amount: back });
      // What came back is granted no longer.
      written.inForce = yen(written.inForce > back ? written.inForce - back : 0n);
      await this.ledger.reduce(cause, written.inForce);
    } else if (kind === 'late-refund') {
      // Revenue of the year in which it came: no line of the closed year moves.
      written.inForce = yen(written.inForce > amount ? written.inForce - amount : 0n);
      await this.ledger.reduce(cause, written.inForce);
    } else if (kind === 'refund-mistaken') {
      const last = written.receipts.findLast((receipt) => receipt.amount > 0n);
      if (!last) return false;
      await this.ledger.reverseRefund({ kind: 'repayment-receipt', id: last.id });
      written.inForce = yen(written.inForce + last.amount);
      last.amount = yen(0);
    } else {
      return false;
    }
    return true;
  }

  async proven(): Promise<string[]> {
    const books = await this.ledger.books();
    const { lineId } = this;
    const orders = this.grants.flatMap(({ order, done }) => [
      ...done,
      ...(order ? [{ id: order.id, amount: order.amount, state: order.state }] : []),
    ]);
    return prove({
      ...books,
      grants: this.grants.map(({ cause: { id }, inForce, proposed }) => ({
        id,
        label: '見本',
        lineId,
        inForce,
        proposed,
      })),
      orders: orders.map(({ id, amount, state }) => ({
        ...{ id, label: '見本', lineId, amount },
        ordered: state === 'cancelled' ? yen(0) : amount,
        paid: state === 'paid' ? amount : yen(0),
      })),
      files: this.files,
      returns: this.grants.flatMap(({ receipts }) =>
        receipts.map(({ id, amount }) => ({ receiptId: id, label: '見本', lineId, returned: amount })),
      ),
      lapses: this.grants.flatMap(({ cause: { id }, lapsed }) =>
        lapsed > 0n ? [{ grantId: id, label: '見本', lineId, amount: lapsed }] : [],
      ),
    }).differences.map(differenceInWords);
  }
}

const total = (rows: readonly { readonly amount: Yen }[]): bigint => rows.reduce((sum, { amount }) => sum + amount, 0n);

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
  private line: Balances = { ...NO_BALANCES, ceiling: yen(CEILING) };
  private readonly causes = new Map<string, { cause: Cause; held: Balances }>();
  private readonly papers = new Map<string, { paper: Cause; of: Cause; posted: Balances }>();

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
    this.line = applyMovements(this.line, movements);
    this.causes.set(cause.id, { cause, held: applyMovements(this.held(cause), movements) });
    if (paper) {
      this.papers.set(paper.id, { paper, of: cause, posted: applyMovements(this.under(paper), movements) });
    }
    return Promise.resolve();
  }

  reserve = (grant: Cause, amount: Yen) => this.post(grant, reserving(this.line, this.held(grant), amount));
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
    this.post(this.causeOf(receipt), reversingReturn(this.line, this.under(receipt)), receipt);

  async increase(grant: Cause, amount: Yen): Promise<void> {
    const change: Cause = { kind: 'grant-change', id: randomUUID() };
    const reserved = reserving(this.line, NO_BALANCES, amount);
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
    const rows = [...this.causes.values()].map(({ cause, held }) => ({ lineId: 'line', cause, held }));
    const papers = [...this.papers.values()].map(({ paper, posted }) => ({ lineId: 'line', paper, posted }));
    const postedLapses = this.lapsed.map(({ cause, amount }) => lapseOf('line', cause, amount));
    const lines = [{ ...LINE, closed: this.closed }];
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

  constructor(
    private readonly house: House,
    private readonly hall: TownHall,
    private readonly lineId: string,
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

  reserve = (grant: Cause, amount: Yen) => this.run((tx) => this.ledger.reserve(tx, this.lineId, amount, grant));
  commit = (grant: Cause) => this.run(async (tx) => void (await this.ledger.commit(tx, grant)));
  reverse = (grant: Cause) => this.run((tx) => this.ledger.reverseCommitment(tx, grant));
  order = (grant: Cause, order: Cause, amount: Yen) => this.run((tx) => this.ledger.order(tx, grant, order, amount));
  cancel = (order: Cause) => this.run((tx) => this.ledger.cancelOrder(tx, order));
  pay = (order: Cause) => this.run((tx) => this.ledger.pay(tx, order));
  unpay = (order: Cause) => this.run((tx) => this.ledger.unpay(tx, order, '口座相違'));
  refund = (grant: Cause, receipt: Cause, amount: Yen) =>
    this.run((tx) => this.ledger.returnPaid(tx, grant, amount, this.today, receipt));
  reverseRefund = (receipt: Cause) => this.run((tx) => this.ledger.reverseReturn(tx, receipt, '別の団体の入金'));

  increase(grant: Cause, amount: Yen): Promise<void> {
    const change: Cause = { kind: 'grant-change', id: randomUUID(), label: '見本' };
    return this.run(async (tx) => {
      await this.ledger.reserve(tx, this.lineId, amount, change);
      await this.ledger.commitInto(tx, change, grant);
    });
  }

  reduce(grant: Cause, to: Yen): Promise<Yen> {
    return this.run(async (tx) => {
      const held = (await this.house.get(LedgerBooks).byCause(tx)).find(({ cause }) => cause.id === grant.id);
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
      lines: [{ ...LINE, id: this.lineId, closed: this.closed }],
      postedLapses: (await this.house.get(LedgerBooks).lapses(tx))
        .filter(({ lineId }) => lineId === this.lineId)
        .map(({ lineId, cause, amount }) => lapseOf(lineId, cause, amount)),
      ledgerFaults: (await this.ledger.proveLedger(tx)).map(({ lineId, account, recorded, proven }) => ({
        ...{ matter: account, lineId, subject: { kind: 'budget-line', id: lineId, label: '運営交付金' } },
        left: { book: 'ledger' as const, amount: recorded },
        right: { book: 'postings' as const, amount: proven },
      })),
      ...inBooks(
        (await this.house.get(LedgerBooks).byCause(tx)).filter(({ lineId }) => lineId === this.lineId),
        (await this.house.get(LedgerBooks).byPaper(tx)).filter(({ lineId }) => lineId === this.lineId),
      ),
    }));
  }
}

describe('any year of decisions, changes, payments, returned transfers and refunds, and what comes after its closing', () => {
  it('balances after every act, allowed or refused', async () => {
    const taken = new Set<Kind>();
    await fc.assert(
      fc.asyncProperty(someActs(20, 60), someActs(5, 20), async (acts, late) => {
        const year = new Year(new PureLedger(), 'line');
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
    expect([...taken].sort()).toEqual([...new Set([...ACTS, 'late-refund'])].sort());
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
        fc.asyncProperty(someActs(20, 30), someActs(5, 10), async (acts, late) => {
          const code = randomUUID().slice(0, 12);
          // Each run closes a year of its own.
          const ownYear = fiscalYear(YEAR + (runs += 1));
          const today = localDate(`${String(ownYear)}-10-01`);
          house.clock.at(today);
          const line = { fiscalYear: ownYear, code, name: '運営交付金', ceiling: yen(CEILING), source: '見本' };
          const { lineId } = await house.get(OpenBudgetLine).execute(hall.system, line);
          const ledger = new KeptLedger(house, hall, lineId, ownYear, today);
          const year = new Year(ledger, lineId);
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
