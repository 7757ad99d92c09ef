import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import {
  BudgetLedger,
  OpenBudgetLine,
  RecordBudgetChange,
  ReverseBudgetChange,
  ViewBudget,
  type BudgetLine,
  type Cause,
  type RecordBudgetChangeCommand,
} from '../../../src/budgets/index.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import { absolute, FinanceBooks, journalOf } from '../../../src/payments/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { aTownHall, type TownHall } from '../../support/builders/town-hall.js';
import { openHouse, type House } from '../../support/index.js';

const YEAR = fiscalYear(2026);

describe('the ledger of a budget line', () => {
  let house: House;
  let hall: TownHall;
  let ledger: BudgetLedger;
  let codes = 0;

  beforeAll(async () => {
    house = await openHouse({ environment: { DATABASE_POOL: '45' } });
    hall = await aTownHall(house);
    ledger = house.get(BudgetLedger);
  });

  afterAll(() => house.close());

  const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => house.get(UnitOfWork).run(hall.system, work);
  const lineOf = (lineId: string): Promise<BudgetLine> =>
    house.get(UnitOfWork).read(hall.system, (tx) => ledger.line(tx, lineId));
  const grant = (): Cause => ({ kind: 'grant', id: randomUUID() });
  const order = (): Cause => ({ kind: 'payment-order', id: randomUUID() });

  const aLine = async (ceiling: number): Promise<string> => {
    const code = `02-01-${String((codes += 1))}`;
    const line = { fiscalYear: YEAR, code, name: '運営交付金', ceiling: yen(ceiling), source: '見本' };
    return (await house.get(OpenBudgetLine).execute(hall.system, line)).lineId;
  };

  it('carries a grant from reservation to payment, every step in its account', async () => {
    const lineId = await aLine(1_000_000);
    const [cause, payment] = [grant(), order()];
    await run((tx) => ledger.reserve(tx, lineId, yen(630_000), cause));
    expect(await lineOf(lineId)).toMatchObject({ reserved: 630_000n, committed: 0n, available: 370_000n });

    const { commitmentNumber } = await run((tx) => ledger.commit(tx, cause));
    expect(commitmentNumber).toBe('R8-0001');
    expect(await lineOf(lineId)).toMatchObject({ reserved: 0n, committed: 630_000n, available: 370_000n });

    await run((tx) => ledger.order(tx, cause, payment));
    await run((tx) => ledger.pay(tx, payment, tx.today));
    expect(await lineOf(lineId)).toMatchObject({
      ceiling: 1_000_000n,
      committed: 630_000n,
      ordered: 630_000n,
      paid: 630_000n,
      available: 370_000n,
    });
    const postings = await run((tx) => ledger.postings(tx, lineId));
    expect(postings.map(({ entry, account, amount }) => [entry, account, amount])).toEqual([
      ['opened', 'ceiling', 1_000_000n],
      ['reserved', 'reserved', 630_000n],
      ['committed', 'reserved', -630_000n],
      ['committed', 'committed', 630_000n],
      ['ordered', 'ordered', 630_000n],
      ['paid', 'paid', 630_000n],
    ]);
  });

  it('never reserves beyond the ceiling, and says what is left', async () => {
    const lineId = await aLine(1_000_000);
    await run((tx) => ledger.reserve(tx, lineId, yen(900_000), grant()));
    await expect(run((tx) => ledger.reserve(tx, lineId, yen(100_001), grant()))).rejects.toMatchObject({
      code: 'budgets.over-ceiling',
      params: { amount: 100_001n, available: 100_000n, short: 1n },
    });
    await run((tx) => ledger.reserve(tx, lineId, yen(100_000), grant()));
    expect(await lineOf(lineId)).toMatchObject({ reserved: 1_000_000n, available: 0n });
  });

  it('lets only as many of forty drafts at the same moment through as the ceiling bears', async () => {
    const lineId = await aLine(10_000_000);
    const attempts = Array.from({ length: 40 }, () =>
      run((tx) => ledger.reserve(tx, lineId, yen(630_000), grant())).then(
        () => 'reserved',
        (error: { code?: string }) => error.code,
      ),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === 'reserved')).toHaveLength(15);
    expect(outcomes.filter((outcome) => outcome === 'budgets.over-ceiling')).toHaveLength(25);
    expect(await lineOf(lineId)).toMatchObject({ reserved: 9_450_000n, available: 550_000n });
  });

  it('numbers forty commitments of the same moment without a gap or a double', async () => {
    const lineId = await aLine(40_000_000);
    const causes = Array.from({ length: 40 }, grant);
    await run(async (tx) => {
      for (const cause of causes) await ledger.reserve(tx, lineId, yen(630_000), cause);
    });
    const taken = await Promise.all(causes.map((cause) => run((tx) => ledger.commit(tx, cause))));
    const numbers = taken
      .map(({ commitmentNumber }) => Number(commitmentNumber.slice('R8-'.length)))
      .sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => first + index));
  });

  it('is guarded by the database itself when the code would forget to look', async () => {
    const lineId = await aLine(1_000_000);
    await expect(house.sql('UPDATE budget_lines SET reserved = 1000001 WHERE id = $1', [lineId])).rejects.toMatchObject(
      { constraint: 'budget_lines_within_ceiling' },
    );
    await expect(house.sql('UPDATE ledger_postings SET amount = 1 WHERE line_id = $1', [lineId])).rejects.toThrow(
      'append-only',
    );
    await expect(house.sql('DELETE FROM ledger_postings WHERE line_id = $1', [lineId])).rejects.toThrow('append-only');
  });

  it('brings a reservation to another amount, and gives it back', async () => {
    const lineId = await aLine(700_000);
    const cause = grant();
    await run((tx) => ledger.reserve(tx, lineId, yen(630_000), cause));
    await run((tx) => ledger.reserve(tx, lineId, yen(700_000), cause));
    await run((tx) => ledger.reserve(tx, lineId, yen(600_000), cause));
    expect(await lineOf(lineId)).toMatchObject({ reserved: 600_000n });
    await run((tx) => ledger.release(tx, cause));
    expect(await lineOf(lineId)).toMatchObject({ reserved: 0n, available: 700_000n });
    await expect(run((tx) => ledger.release(tx, cause))).rejects.toMatchObject({ code: 'budgets.nothing-reserved' });
  });

  it('commits once, orders no more than the commitment, pays once', async () => {
    const lineId = await aLine(1_000_000);
    const [cause, first, second] = [grant(), order(), order()];
    await run((tx) => ledger.reserve(tx, lineId, yen(600_000), cause));
    await expect(run((tx) => ledger.order(tx, cause, first))).rejects.toMatchObject({
      code: 'budgets.nothing-committed',
    });
    await run((tx) => ledger.commit(tx, cause));
    await expect(run((tx) => ledger.commit(tx, cause))).rejects.toMatchObject({ code: 'budgets.already-committed' });
    await expect(run((tx) => ledger.reserve(tx, lineId, yen(1), cause))).rejects.toMatchObject({
      code: 'budgets.already-committed',
    });

    await run((tx) => ledger.order(tx, cause, first, yen(400_000)));
    await expect(run((tx) => ledger.order(tx, cause, second, yen(200_001)))).rejects.toMatchObject({
      code: 'budgets.order-over-commitment',
      params: { left: 200_000n },
    });
    await run((tx) => ledger.cancelOrder(tx, first));
    await run((tx) => ledger.order(tx, cause, second));
    await run((tx) => ledger.pay(tx, second, tx.today));
    await expect(run((tx) => ledger.pay(tx, second, tx.today))).rejects.toMatchObject({ code: 'budgets.already-paid' });
    await expect(run((tx) => ledger.cancelOrder(tx, second))).rejects.toMatchObject({ code: 'budgets.already-paid' });
    await expect(run((tx) => ledger.pay(tx, first, tx.today))).rejects.toMatchObject({ code: 'budgets.not-ordered' });
    expect(await lineOf(lineId)).toMatchObject({ committed: 600_000n, ordered: 600_000n, paid: 600_000n });
  });

  it('does not let two drafts over the same lines in opposite order block each other for good', async () => {
    const [a, b] = [await aLine(1_000_000), await aLine(1_000_000)];
    const draft = (...lines: string[]): Promise<void> =>
      run(async (tx) => {
        await ledger.lock(tx, lines);
        for (const line of lines) await ledger.reserve(tx, line, yen(1_000), grant());
      });
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? draft(a, b) : draft(b, a))));
    expect(await lineOf(a)).toMatchObject({ reserved: 20_000n });
  });

  it('takes nothing new for a year that is over, and commits nothing before it begins', async () => {
    const lineId = await aLine(1_000_000);
    const cause = grant();
    try {
      house.clock.at('2026-03-31');
      await run((tx) => ledger.reserve(tx, lineId, yen(100_000), cause));
      await expect(run((tx) => ledger.commit(tx, cause))).rejects.toMatchObject({ code: 'budgets.year-not-begun' });
      house.clock.at('2027-03-31');
      const paidLate = order();
      await run((tx) => ledger.commit(tx, cause));
      house.clock.at('2027-04-01');
      await expect(run((tx) => ledger.reserve(tx, lineId, yen(1), grant()))).rejects.toMatchObject({
        code: 'budgets.year-over',
      });
      await run((tx) => ledger.order(tx, cause, paidLate));
      await run((tx) => ledger.pay(tx, paidLate, tx.today));
    } finally {
      house.clock.at('2026-04-01');
    }
  });

  const change = (typed: Partial<RecordBudgetChangeCommand> & { lineId: string }): Promise<void> =>
    house.get(RecordBudgetChange).execute(hall.system, {
      ...{ kind: 'supplement', toLineId: null, amount: yen(100_000), effectiveOn: localDate('2026-04-01') },
      ...{ basis: '令和8年9月議会', reason: '見本', provision: '', requestId: randomUUID() },
      ...typed,
    });
  const aLineOf = async (code: string, ceiling: number): Promise<string> => {
    const line = { fiscalYear: YEAR, code, name: code, ceiling: yen(ceiling), source: '見本' };
    return (await house.get(OpenBudgetLine).execute(hall.system, line)).lineId;
  };

  it('gives the last yen after a transfer to one of two drafts', async () => {
    const [from, to] = [await aLine(500_000), await aLine(600_000)];
    await run((tx) => ledger.reserve(tx, to, yen(600_000), grant()));
    await change({ kind: 'transfer', lineId: from, toLineId: to, amount: yen(30_000) });
    const drafts = [grant(), grant()].map((cause) =>
      run((tx) => ledger.reserve(tx, to, yen(30_000), cause)).then(
        () => 'reserved',
        (error: { code?: string }) => error.code,
      ),
    );
    expect(new Set(await Promise.all(drafts))).toEqual(new Set(['budgets.over-ceiling', 'reserved']));
    expect(await lineOf(to)).toMatchObject({ ceiling: 630_000n, available: 0n });
    expect(await lineOf(from)).toMatchObject({ ceiling: 470_000n });
    expect(await run((tx) => ledger.proveLedger(tx))).toEqual([]);
  });

  it('never takes from a line what a draft has reserved, by transfer, by 補正 or by 配当', async () => {
    const [from, to] = [await aLine(500_000), await aLine(1)];
    await run((tx) => ledger.reserve(tx, from, yen(400_000), grant()));
    const refused = { code: 'budgets.change-below-used', params: { used: 400_000n } };
    await expect(change({ kind: 'transfer', lineId: from, toLineId: to, amount: yen(100_001) })).rejects.toMatchObject(
      refused,
    );
    await expect(change({ lineId: from, amount: yen(-100_001) })).rejects.toMatchObject(refused);
    await expect(change({ kind: 'allotment', lineId: from, amount: yen(399_999) })).rejects.toMatchObject(refused);
    expect([await lineOf(from), await lineOf(to)]).toMatchObject([{ ceiling: 500_000n }, { ceiling: 1n }]);
    await change({ lineId: from, amount: yen(-100_000) });
    expect(await lineOf(from)).toMatchObject({ ceiling: 400_000n, available: 0n });
  });

  it('lets drafts use what is allotted, and everything where nothing is', async () => {
    const lineId = await aLine(500_000);
    await change({ kind: 'allotment', lineId, amount: yen(200_000) });
    await expect(run((tx) => ledger.reserve(tx, lineId, yen(200_001), grant()))).rejects.toMatchObject({
      code: 'budgets.over-ceiling',
    });
    const [allotment] = (await house.get(ViewBudget).line(hall.system, lineId)).changes;
    await expect(change({ kind: 'allotment', lineId, amount: yen(-200_000) })).rejects.toMatchObject({
      faults: [{ pointer: 'amount', code: 'budgets.allotment-to-nothing' }],
    });
    const reversal = { changeId: allotment?.id ?? '', lineId, reason: '金額の誤り', requestId: randomUUID() };
    await house.get(ReverseBudgetChange).execute(hall.system, reversal);
    await house.get(ReverseBudgetChange).execute(hall.system, reversal);
    expect(await lineOf(lineId)).toMatchObject({ allotted: 0n, available: 500_000n });
    const again = house.get(ReverseBudgetChange).execute(hall.system, { ...reversal, requestId: randomUUID() });
    await expect(again).rejects.toMatchObject({ code: 'budgets.change-already-reversed' });
  });

  it('records a double click once, and takes a transfer back on both lines', async () => {
    const [from, to] = [await aLine(500_000), await aLine(500_000)];
    const requestId = randomUUID();
    const transfer = { kind: 'transfer', lineId: from, toLineId: to, amount: yen(30_000), requestId } as const;
    await Promise.all([change(transfer), change(transfer)]);
    expect(await lineOf(to)).toMatchObject({ ceiling: 530_000n });
    const [recorded] = (await house.get(ViewBudget).line(hall.system, to)).changes;
    const reversal = { changeId: recorded?.id ?? '', lineId: to, reason: '科目の誤り', requestId: randomUUID() };
    await house.get(ReverseBudgetChange).execute(hall.system, reversal);
    expect([await lineOf(from), await lineOf(to)]).toMatchObject([{ ceiling: 500_000n }, { ceiling: 500_000n }]);
    expect(await run((tx) => ledger.proveLedger(tx))).toEqual([]);
  });

  it('takes two transfers in opposite directions at one moment without blocking for good', async () => {
    const [a, b] = [await aLine(500_000), await aLine(500_000)];
    const one = (lineId: string, toLineId: string) =>
      change({ kind: 'transfer', lineId, toLineId, amount: yen(1_000) });
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one(a, b) : one(b, a))));
    expect([await lineOf(a), await lineOf(b)]).toMatchObject([{ ceiling: 500_000n }, { ceiling: 500_000n }]);
  });

  it('transfers within one 項 freely, between 項 by a provision of the budget, between 款 never (地方自治法220条2項)', async () => {
    const [from, item, title] = [await aLineOf('2-1-9', 9), await aLineOf('02-03-09', 9), await aLineOf('03-01-09', 9)];
    const transfer = { kind: 'transfer', lineId: from, amount: yen(1) } as const;
    await expect(change({ ...transfer, toLineId: title, provision: '予算第6条' })).rejects.toMatchObject({
      faults: [{ pointer: 'toLineId', code: 'budgets.transfer-between-titles' }],
    });
    await expect(change({ ...transfer, toLineId: item })).rejects.toMatchObject({
      faults: [{ pointer: 'provision', code: 'budgets.provision-missing' }],
    });
    await change({ ...transfer, toLineId: item, provision: '令和8年度一般会計予算第6条' });
    expect(await lineOf(item)).toMatchObject({ ceiling: 10n });
  });

  it('dates a change within its year and not in the future, until the books close on 5/31', async () => {
    const lineId = await aLine(500_000);
    const on = (day: string) => change({ lineId, effectiveOn: localDate(day) });
    await expect(on('2026-04-02')).rejects.toMatchObject({ faults: [{ code: 'budgets.effective-in-future' }] });
    await expect(on('2026-03-31')).rejects.toMatchObject({ faults: [{ code: 'budgets.effective-outside-year' }] });
    try {
      house.clock.at('2027-05-31');
      await expect(on('2027-04-01')).rejects.toMatchObject({ faults: [{ code: 'budgets.effective-outside-year' }] });
      await on('2027-03-31');
      house.clock.at('2027-06-01');
      await expect(on('2027-03-31')).rejects.toMatchObject({ code: 'budgets.year-closed' });
    } finally {
      house.clock.at('2026-04-01');
    }
    expect(await lineOf(lineId)).toMatchObject({ ceiling: 600_000n });
  });

  it('is changed only with its grounds, by promotion or the administrator, and never rewritten', async () => {
    const lineId = await aLine(500_000);
    await expect(change({ lineId, amount: yen(0), basis: ' ', reason: '' })).rejects.toMatchObject({
      faults: [{ pointer: 'amount' }, { pointer: 'basis' }, { pointer: 'reason' }],
    });
    await change({ lineId });
    await expect(house.sql('UPDATE budget_changes SET amount = 1')).rejects.toThrow('append-only');
    const clerk = await hall.person('流用 見る子', '係長');
    const command = { kind: 'supplement', lineId, toLineId: null, amount: yen(1), basis: 'x', reason: 'x' } as const;
    const typed = { ...command, effectiveOn: localDate('2026-04-01'), provision: '', requestId: randomUUID() };
    await expect(house.get(RecordBudgetChange).execute(clerk, typed)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  describe('once money has moved', () => {
    const aPaidGrant = async (amount: number) => {
      const lineId = await aLine(1_000_000);
      const [cause, payment] = [grant(), order()];
      await run((tx) => ledger.reserve(tx, lineId, yen(amount), cause));
      await run((tx) => ledger.commit(tx, cause));
      await run((tx) => ledger.order(tx, cause, payment));
      await run((tx) => ledger.pay(tx, payment, tx.today));
      return { lineId, cause, payment };
    };
    const receipt = (): Cause => ({ kind: 'repayment', id: randomUUID() });
    const on = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
      try {
        house.clock.at(day);
        return await work();
      } finally {
        house.clock.at('2026-04-01');
      }
    };

    it('a 科目更正 after a 戻入 moves both in the journal: its cost by line is what the ledger ordered less what came back', async () => {
      const { lineId: from, cause } = await aPaidGrant(670_000);
      const to = await aLine(1_000_000);
      await run((tx) => ledger.returnPaid(tx, cause, yen(10_000), localDate('2026-04-01'), receipt()));
      await run((tx) => ledger.reclassify(tx, cause, to, '別の科目で支払うものだったため'));
      const journal = await house.get(FinanceBooks).journal(hall.system, YEAR);
      // Both lines name the commitment, whose number stays.
      const numbers = journal
        .filter(({ posting }) => posting.cause.id === cause.id)
        .map((entry) => entry.commitmentNumber);
      expect([...new Set(numbers)]).toEqual([expect.stringMatching(/^R8-\d{4}$/)]);
      const costOf = (lineId: string): bigint =>
        journal
          .filter(({ line }) => line.id === lineId)
          .reduce((sum, { posting }) => {
            const { debit, credit } = journalOf(posting) ?? {};
            const amount = absolute(posting.amount);
            return sum + (debit === '補助金等' ? amount : 0n) - (credit === '補助金等' ? amount : 0n);
          }, 0n);
      expect([costOf(from), costOf(to)]).toEqual([0n, 660_000n]);
      const books = [await lineOf(from), await lineOf(to)];
      expect(books.map(({ ordered, returned }) => ordered - returned)).toEqual([costOf(from), costOf(to)]);
    });

    it('takes an increase under the number of the grant, within the year only', async () => {
      const { lineId, cause } = await aPaidGrant(600_000);
      const change = { kind: 'grant-change', id: randomUUID() };
      await run((tx) => ledger.reserve(tx, lineId, yen(50_000), change));
      await expect(on('2027-04-01', () => run((tx) => ledger.commitInto(tx, change, cause)))).rejects.toMatchObject({
        code: 'budgets.year-over',
      });
      await run((tx) => ledger.commitInto(tx, change, cause));
      expect(await lineOf(lineId)).toMatchObject({ reserved: 0n, committed: 650_000n, ordered: 600_000n });
      await expect(run((tx) => ledger.commitInto(tx, change, cause))).rejects.toMatchObject({
        code: 'budgets.nothing-reserved',
      });
      const elsewhere = { kind: 'grant-change', id: randomUUID() };
      await run(async (tx) => ledger.reserve(tx, await aLine(1), yen(1), elsewhere));
      await expect(run((tx) => ledger.commitInto(tx, elsewhere, cause))).rejects.toMatchObject({
        code: 'budgets.change-on-another-line',
      });
    });

    it('reduces a commitment to what is paid and tells what must come back, after 3/31 too', async () => {
      const { lineId, cause } = await aPaidGrant(600_000);
      const reduced = await on('2027-05-20', () => run((tx) => ledger.reduceCommitment(tx, cause, yen(450_000))));
      expect(reduced).toEqual({ committed: 600_000n, over: 150_000n });
      const slip = receipt();
      await run((tx) => ledger.returnPaid(tx, cause, yen(150_000), localDate('2027-05-31'), slip));
      expect(await lineOf(lineId)).toMatchObject({ committed: 450_000n, paid: 600_000n, returned: 150_000n });
      expect(await run((tx) => ledger.reduceCommitment(tx, cause, yen(450_000)))).toMatchObject({ over: 0n });
      const again = run((tx) => ledger.returnPaid(tx, cause, yen(1), localDate('2027-05-31'), slip));
      await expect(again).rejects.toMatchObject({ code: 'budgets.already-returned' });
      const late = run((tx) => ledger.returnPaid(tx, cause, yen(1), localDate('2027-06-01'), receipt()));
      await expect(late).rejects.toMatchObject({ code: 'budgets.return-after-closing' });
      await run((tx) => ledger.reverseReturn(tx, slip, '別の団体の入金だった', tx.today));
      expect(await lineOf(lineId)).toMatchObject({ committed: 600_000n, returned: 0n });
    });

    it('takes a returned transfer back and pays it again under the same order, with the reason of the bank', async () => {
      const { lineId, payment } = await aPaidGrant(600_000);
      await run((tx) => ledger.unpay(tx, payment, '口座名義相違', tx.today));
      expect(await lineOf(lineId)).toMatchObject({ ordered: 600_000n, paid: 0n });
      await expect(run((tx) => ledger.unpay(tx, payment, '口座名義相違', tx.today))).rejects.toMatchObject({
        code: 'budgets.not-paid',
      });
      await run((tx) => ledger.pay(tx, payment, tx.today));
      const { postings } = await house.get(ViewBudget).line(hall.system, lineId);
      expect(postings.slice(-3).map(({ entry, amount, note }) => [entry, amount, note])).toEqual([
        ['paid', 600_000n, ''],
        ['payment-returned', -600_000n, '口座名義相違'],
        ['paid', 600_000n, ''],
      ]);
      expect(await run((tx) => ledger.proveLedger(tx))).toEqual([]);
    });

    it('a closing gives back what drafts had reserved, takes back what nobody ordered, and nothing is posted after it', async () => {
      const closed = await aTownHall(house, { code: '404471', slug: 'chikuzen' });
      const there = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
        house.get(UnitOfWork).run(closed.system, work);
      const line = { fiscalYear: YEAR, code: '02-01', name: '運営交付金', ceiling: yen(100), source: '見本' };
      const { lineId } = await house.get(OpenBudgetLine).execute(closed.system, line);
      const [draft, cause] = [grant(), grant()];
      await there((tx) => ledger.reserve(tx, lineId, yen(30), draft));
      await there((tx) => ledger.reserve(tx, lineId, yen(50), cause));
      await there((tx) => ledger.commit(tx, cause));
      expect(await there((tx) => ledger.closeYear(tx, YEAR))).toMatchObject([{ lineId, cause, amount: 50n }]);
      expect(await there((tx) => ledger.line(tx, lineId))).toMatchObject({ reserved: 0n, committed: 0n });
      expect(await there((tx) => ledger.proveLedger(tx))).toEqual([]);
      // A revocation or a lower 額の確定 goes on all the same: nothing of it is left in the year.
      expect(await there((tx) => ledger.reduceCommitment(tx, cause, yen(20)))).toMatchObject({ over: 0n });
      expect(await there((tx) => ledger.closingOf(tx, YEAR))).toMatchObject({ closedOn: '2026-04-01' });
      for (const act of [
        (tx: Transaction) => ledger.reserve(tx, lineId, yen(1), draft),
        (tx: Transaction) => ledger.order(tx, cause, order()),
        (tx: Transaction) => ledger.reverseCommitment(tx, cause),
        async (tx: Transaction) => void (await ledger.closeYear(tx, YEAR)),
      ]) {
        await expect(there(act)).rejects.toMatchObject({ code: 'budgets.year-closed' });
      }
      await expect(
        house.sql(
          `INSERT INTO ledger_postings (municipality_id, line_id, account, amount, entry, cause_kind, cause_id, cause_label,
             posted_on, posted_at, posted_by)
           SELECT municipality_id, id, 'ceiling', 1, 'supplemented', 'x', 'x', '', '2027-06-01', now(), '見本'
             FROM budget_lines WHERE id = $1`,
          [lineId],
        ),
      ).rejects.toThrow('closed');
    });
  });

  it('proves its balances from its postings, and names what differs', async () => {
    expect(await run((tx) => ledger.proveLedger(tx))).toEqual([]);
    const lineId = await aLine(500_000);
    await house.sql('UPDATE budget_lines SET reserved = 300000 WHERE id = $1', [lineId]);
    expect(await run((tx) => ledger.proveLedger(tx))).toEqual([
      expect.objectContaining({ kind: 'balance-differs', lineId, account: 'reserved', recorded: 300_000n, proven: 0n }),
    ]);
    await house.sql('UPDATE budget_lines SET reserved = 0 WHERE id = $1', [lineId]);
    await house.sql(
      `INSERT INTO budget_changes SELECT municipality_id, gen_random_uuid(), gen_random_uuid(), 'supplement', id, NULL, 5,
         '2026-04-01', '見本', '見本', '', NULL, '2026-04-01', now(), '見本' FROM budget_lines WHERE id = $1`,
      [lineId],
    );
    expect(await run((tx) => ledger.proveLedger(tx))).toEqual([
      expect.objectContaining({ kind: 'change-differs', lineId, account: 'ceiling', recorded: 5n, proven: 0n }),
    ]);
  });

  it('keeps the lines of another town out of reach', async () => {
    const lineId = await aLine(500_000);
    const other = await aTownHall(house, { code: '404012', slug: 'kotake' });
    await expect(
      house.get(UnitOfWork).run(other.system, (tx) => ledger.reserve(tx, lineId, yen(1), grant())),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('opens a line only with everything a ledger page must show', async () => {
    const open = house.get(OpenBudgetLine);
    const line = { fiscalYear: YEAR, code: ' ', name: '', ceiling: yen(0), source: '' };
    await expect(open.execute(hall.system, line)).rejects.toMatchObject({
      faults: [{ pointer: 'code' }, { pointer: 'name' }, { pointer: 'source' }, { pointer: 'ceiling' }],
    });
    const clerk = await hall.person('予算 見る子', '係長');
    await expect(open.execute(clerk, line)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
