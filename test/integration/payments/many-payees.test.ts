import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { CaseList } from '../../../src/cases/index.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen, type Yen } from '../../../src/kernel/yen.js';
import {
  BatchCover,
  CollectBatch,
  MarkBatchPaid,
  readTransferFile,
  TakeOutOfBatch,
  ViewBatches,
} from '../../../src/payments/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { aPublishedProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import { COPIED_YEN, multiplyAcceptedOrder } from '../../support/builders/many-payees.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { readPdf } from '../../support/pdf-check.js';

/** Enough to fill several slices; MANY_PAYEES=100000 plays the whole size. */
const COPIES = Number(process.env['MANY_PAYEES'] ?? 5_000);
const COUNT = COPIES + 1;
const TOTAL = yen(COPIES * COPIED_YEN + 630_000);

let house: House;
let people: PaymentPeople;
let lineId: string;

beforeAll(async () => {
  house = await openHouse({ at: '2026-05-01' });
  const { ogori } = await openTowns(house);
  people = await paymentPeople(house, ogori, {
    clerk: 'tanto1',
    checker: 'kaikei-shinsa',
    treasurer: 'kaikei-kanrisha',
  });
  lineId = await aBudgetLine(house, people.clerk, '02-01-07-18-999', 900_000_000);
  const program = await aPublishedProgram(house, people.clerk, { budgetLineId: lineId });
  const claimed = await aPreparedClaim(house, people, program, { wards: ['一', '二', '三', '四', '五', '六'] });
  await confirmClaim(house, claimed);
  const [order] = await orderPayment(house, people, [claimed.claimId]);
  const orderId = order?.id ?? '';
  await acceptOrders(house, people, [orderId]);
  await multiplyAcceptedOrder(house, { ...claimed, orderId }, COPIES);
}, 300_000);
afterAll(() => house.close());

/** How often the database was asked meanwhile. */
async function questionsOf(work: () => Promise<unknown>): Promise<number> {
  const asked = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const questions = asked.mock.calls.length;
  asked.mockRestore();
  return questions;
}

test('thousands of payees are collected, released and paid in some hundreds of questions, to the yen', async () => {
  const batches = house.get(ViewBatches);
  const desk = await batches.desk(people.checker);
  expect([desk.waiting, desk.accepted.length]).toEqual([{ count: COUNT, total: TOTAL }, 200]);

  const collect = () =>
    house.get(CollectBatch).execute(people.checker, { orderIds: 'all', paymentDate: localDate('2026-05-29') });
  const first = await collect();
  await house.get(TakeOutOfBatch).execute(people.checker, { batchId: first.batchId });
  expect((await batches.desk(people.checker)).waiting.count).toBe(COUNT);

  let batchId = '';
  const collecting = await questionsOf(async () => {
    const collected = await collect();
    expect([collected.count, collected.held]).toEqual([COUNT, []]);
    ({ batchId } = collected);
  });
  const releasing = await questionsOf(() => releaseBatch(house, people, batchId));
  const file = await batches.download(people.treasurer, batchId);
  const { payments, faults } = readTransferFile(file?.bytes ?? Buffer.alloc(0));
  expect([payments.length, faults]).toEqual([COUNT, []]);
  expect(payments.reduce((sum, { amount }) => sum + amount, 0n)).toBe(TOTAL);
  const cover = await readPdf((await house.get(BatchCover).draw(people.checker, batchId)).bytes);
  expect(cover.text).toContain(`${COUNT.toLocaleString('ja-JP')}件`);

  house.clock.at('2026-05-29');
  const paying = await questionsOf(() =>
    house.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: localDate('2026-05-29') }),
  );
  for (const questions of [collecting, releasing, paying]) expect(questions).toBeLessThan(COUNT / 10);

  const [last] = (await batches.one(people.checker, batchId, { from: COUNT - 1, most: 200 })).orders;
  expect([last?.state, last?.paidOn]).toEqual(['paid', '2026-05-29']);
  const { line, differences, phase } = await house.get(UnitOfWork).read(people.clerk, async (tx) => ({
    line: await house.get(BudgetLedger).line(tx, lineId),
    differences: await house.get(BudgetLedger).proveLedger(tx),
    phase: (await house.get(CaseList).find(tx, last?.applicationId ?? ''))?.phase,
  }));
  expect([line.paid, differences, phase]).toEqual([TOTAL satisfies Yen, [], 'part-paid']);
  const [told] = await house.sql<{ events: number; acts: number; audits: number }>(
    `SELECT (SELECT count(*)::int FROM outbox_events WHERE type = 'PaymentsMarkedPaid') AS events,
            (SELECT count(*)::int FROM payment_order_acts WHERE act = 'paid') AS acts,
            (SELECT count(*)::int FROM audit_entries WHERE action = 'payment-order.paid') AS audits`,
  );
  expect(told).toEqual({ events: COUNT, acts: COUNT, audits: COUNT });
}, 300_000);
