import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import encoding from 'encoding-japanese';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { PLAIN, UNADJUSTED, WARDS } from '../../support/builders/rule-parts.js';
import { localDate } from '../../../src/kernel/local-date.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import {
  CollectBatch,
  ExportOrders,
  ImportPaidList,
  ResumePayment,
  orderNumberText,
  ViewAccounting,
  ViewFailures,
  type PaymentOrder,
} from '../../../src/payments/index.js';
import { readCsv } from '../../../src/platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { aPublishedProgram, type TestProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderOf,
  orderPayment,
  paymentPeople,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

const HEADINGS = '支出命令番号,伝票番号,債権者番号,支払日,金額';

describe("paying by the town's accounting system", () => {
  let house: House;
  let kotake: Municipality;
  let people: PaymentPeople;
  let lineId: string;
  let program: TestProgram;
  let count = 0;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-01' });
    ({ kotake } = await openTowns(house));
    const names = { clerk: 'tanto', checker: 'kaikei', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(house, kotake, names);
    lineId = await aBudgetLine(house, people.clerk, '02-01-08-18-999', 90_000_000);
    const wards = { unit: 'wards', unitLabel: '行政区', less: null, article: '見本' } as const;
    const terms = [
      { ...PLAIN, kind: 'flat', label: '均等割', article: '見本', yen: '200000' },
      { ...PLAIN, kind: 'per-unit', label: '行政区割', yen: '20000', ...wards },
    ] as const;
    const rule = { ...UNADJUSTED, facts: [WARDS], terms };
    program = await aPublishedProgram(house, people.clerk, { budgetLineId: lineId, rule });
  });
  afterAll(() => house.close());

  const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => house.get(UnitOfWork).read(people.clerk, work);
  const paid = async () => (await read((tx) => house.get(BudgetLedger).line(tx, lineId))).paid;

  const anAccepted = async (wards = 6): Promise<PaymentOrder> => {
    count += 1;
    const number = String(count);
    const claimed = await aPreparedClaim(house, people, program, {
      name: `第${number}地区まちづくり協議会`,
      district: `第${number}地区`,
      wards: Array.from({ length: wards }, (_, index) => `第${number}の${String(index + 1)}区`),
    });
    await confirmClaim(house, claimed);
    const [order] = await orderPayment(house, people, [claimed.claimId]);
    await acceptOrders(house, people, [order?.id ?? '']);
    return orderOf(house, people.clerk, claimed.claimId);
  };
  const exportOf = (...orders: PaymentOrder[]) =>
    house.get(ExportOrders).execute(people.checker, { orderIds: orders.map(({ id }) => id) });
  const lineOf = (order: PaymentOrder, told: { slip?: string; day?: string; amount?: string } = {}): string =>
    [
      orderNumberText(order.fiscalYear, order.number ?? 0),
      told.slip ?? `26-${String(order.number)}`,
      `S${String(order.number)}`,
      told.day ?? '2026-05-15',
      told.amount ?? String(order.amount),
    ].join(',');
  const take = (...lines: string[]) =>
    house.get(ImportPaidList).execute(people.checker, {
      fileName: '支払済一覧.csv',
      bytes: Buffer.from([HEADINGS, ...lines].join('\r\n')),
    });

  test('accepted orders go out in a numbered file that stays the same; a second click makes no second file', async () => {
    const orders = [await anAccepted(6), await anAccepted(9)];
    const { exportId } = await exportOf(...orders);
    expect(await exportOf(...orders)).toEqual({ exportId, repeated: true });
    expect(await refusalOf(exportOf(orders[0] as PaymentOrder))).toEqual(['payments.order-state']);

    const file = await house.get(ViewAccounting).download(people.checker, exportId);
    expect(file.fileName).toBe('accounting-kotake-R8-X0001.csv');
    expect((await house.get(ViewAccounting).download(people.treasurer, exportId)).bytes).toEqual(file.bytes);
    expect(file.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.bytes.toString('utf8').endsWith('\r\n')).toBe(true);
    const lines = readCsv(file.bytes, ['支出命令番号', '支出命令額', '支出負担行為番号', '口座番号', '債権者番号']);
    expect(lines.map(({ cells }) => cells)).toEqual(
      orders.map((order) => ({
        支出命令番号: orderNumberText(order.fiscalYear, order.number ?? 0),
        支出命令額: String(order.amount),
        支出負担行為番号: order.commitmentNumber,
        口座番号: '1234567',
        債権者番号: '',
      })),
    );
  });

  test('the paid list is taken as a whole or not at all, and every faulty line is named', async () => {
    const [first, second] = [await anAccepted(), await anAccepted()];
    await exportOf(first, second);
    house.clock.at('2026-05-20');
    const before = await paid();
    const refused = await take(
      lineOf(first),
      lineOf(second, { amount: '320001' }),
      'R8-S9999,26-1,S1,2026-05-15,1',
    ).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'payments.paid-list-faulty',
      faults: [
        { pointer: 'file', code: 'payments.paid-line-other-amount', params: { line: 3 } },
        { pointer: 'file', code: 'payments.paid-line-unknown-order', params: { line: 4 } },
      ],
    });
    expect(await paid()).toBe(before);

    expect(await take(lineOf(first), lineOf(second))).toEqual({ taken: 2, failed: 0, known: 0, repeated: false });
    expect((await paid()) - before).toBe(640_000n);
    const order = await orderOf(house, people.clerk, first.claimId);
    expect([order.state, order.paidOn, order.slipNumber, order.creditorNumber]).toEqual([
      'paid',
      '2026-05-15',
      `26-${String(first.number)}`,
      `S${String(first.number)}`,
    ]);
  });

  test('the same list twice, and a longer list with known lines, change nothing that is known', async () => {
    house.clock.at('2026-05-20');
    const [first, second] = [await anAccepted(), await anAccepted()];
    await exportOf(first, second);
    await take(lineOf(first, { day: '2026-05-20' }));
    const before = await paid();
    expect(await take(lineOf(first, { day: '2026-05-20' }))).toMatchObject({ taken: 0, repeated: true });
    const both = [lineOf(first, { day: '2026-05-20' }), lineOf(second, { day: '2026-05-20' })];
    const together = await Promise.all([take(...both), take(...both)]);
    expect(together.map(({ taken, repeated }) => `${String(taken)} ${String(repeated)}`).toSorted()).toEqual([
      '0 true',
      '1 false',
    ]);
    expect((await paid()) - before).toBe(320_000n);
    const differs = take(lineOf(first, { slip: '26-999', day: '2026-05-20' }));
    expect(await refusalOf(differs)).toEqual(['payments.paid-line-differs']);
    expect(await read((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  });

  test('a list tells of 支払不能: the payment is taken back, and the order goes out once more in a file of its own', async () => {
    house.clock.at('2026-05-20');
    const order = await anAccepted();
    await exportOf(order);
    const before = await paid();
    await take(lineOf(order, { day: '2026-05-20' }));
    const failed = `${lineOf(order, { day: '2026-05-22' })},支払不能,口座解約,2026-05-25`;
    const cumulative = (...lines: string[]) =>
      house.get(ImportPaidList).execute(people.checker, {
        fileName: '支払済一覧.csv',
        bytes: Buffer.from([`${HEADINGS},結果,理由,資金の戻った日`, ...lines].join('\r\n')),
      });
    const told = [`${lineOf(order, { day: '2026-05-20' })},支払済,,`, failed];
    house.clock.at('2026-05-26');
    expect(await cumulative(...told)).toEqual({ taken: 0, failed: 1, known: 1, repeated: false });
    expect(await paid()).toBe(before);
    const task = (await house.get(ViewFailures).unsolved(people.clerk)).find((each) => each.order.id === order.id);
    expect(task?.failure).toMatchObject({ reason: '口座解約', failedOn: '2026-05-22', returnedOn: '2026-05-25' });

    await house.get(ResumePayment).execute(people.checker, { orderId: order.id, remark: '口座を開き直した' });
    // The cumulative list of the next day says nothing new: what it says of the first attempt is known.
    expect(await cumulative(...told, '')).toMatchObject({ taken: 0, failed: 0 });
    await acceptOrders(house, people, [order.id]);
    const again = await exportOf(order);
    expect(again.repeated).toBe(false);
    const file = await house.get(ViewAccounting).download(people.checker, again.exportId);
    expect(readCsv(file.bytes, ['支出命令番号', '債権者番号'])[0]?.cells).toEqual({
      支出命令番号: orderNumberText(order.fiscalYear, order.number ?? 0),
      債権者番号: `S${String(order.number)}`,
    });
    expect(await cumulative(...told, '', '')).toMatchObject({ taken: 0, failed: 0, known: 2 });
    expect(await paid()).toBe(before);
    house.clock.at('2026-05-29');
    const second = `${lineOf(order, { slip: '26-900', day: '2026-05-29' })},支払済,,`;
    expect(await cumulative(...told, second)).toMatchObject({ taken: 1, failed: 0, known: 2 });
    expect((await paid()) - before).toBe(320_000n);
    expect(await read((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  }, 60_000);

  test('a list in Shift_JIS is read; a file that is no list is named for what it lacks', async () => {
    house.clock.at('2026-05-20');
    const order = await anAccepted();
    await exportOf(order);
    const text = `${HEADINGS},備考\r\n${lineOf(order, { day: '令和8年5月20日' })},済\r\n`;
    const bytes = Buffer.from(encoding.convert(encoding.stringToCode(text), 'SJIS', 'UNICODE'));
    const command = { fileName: '支払済.csv', bytes };
    expect(await house.get(ImportPaidList).execute(people.treasurer, command)).toMatchObject({ taken: 1 });

    const other = (content: string) => () =>
      house.get(ImportPaidList).execute(people.treasurer, { fileName: 'x.csv', bytes: Buffer.from(content) });
    expect(await refusalOf(other('番号,金額\n1,2'))).toEqual(['csv.heading-missing']);
    expect(await refusalOf(other(HEADINGS))).toEqual(['payments.paid-list-empty']);
  });

  test('this town makes no bank file', async () => {
    const order = await anAccepted();
    const collect = house
      .get(CollectBatch)
      .execute(people.checker, { orderIds: [order.id], paymentDate: localDate('2026-05-29') });
    expect(await refusalOf(collect)).toEqual(['payments.pays-by-accounting']);
  });
});
