import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { addDays, localDate } from '../../../src/kernel/local-date.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import {
  CollectBatch,
  MarkBatchPaid,
  PaidAmounts,
  readTransferFile,
  RecordTransferFailure,
  ReleaseBatch,
  ResumePayment,
  TakeOutOfBatch,
  ViewBatches,
} from '../../../src/payments/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { aPublishedProgram, type TestProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmBatch,
  confirmClaim,
  draftOrders,
  orderOf,
  orderPayment,
  paymentPeople,
  type ClaimedGrant,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';

/** What impatient people and lost answers do to one payment; each act may come twice or thrice at once. */
const ACTS = ['draft', 'collect', 'confirm', 'release', 'take-out', 'pay', 'fail', 'resume', 'accept'] as const;
type Act = (typeof ACTS)[number];
const GRANTED = 630_000n;

describe('whatever is pressed twice, replayed or done at once', () => {
  let house: House;
  let ogori: Municipality;
  let people: PaymentPeople;
  let lineId: string;
  let program: TestProgram;
  let count = 0;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-01' });
    ({ ogori } = await openTowns(house));
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(house, ogori, names);
    lineId = await aBudgetLine(house, people.clerk, '02-01-07-18-997', 90_000_000);
    program = await aPublishedProgram(house, people.clerk, { budgetLineId: lineId });
  });
  afterAll(() => house.close());

  const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    house.get(UnitOfWork).run(systemActor(ogori.id, 'test'), work);

  const anAcceptedOrder = async (): Promise<ClaimedGrant & { orderId: string }> => {
    house.clock.at('2026-05-01');
    count += 1;
    const number = String(count);
    const claimed = await aPreparedClaim(house, people, program, {
      name: `第${number}校区協働のまちづくり協議会`,
      district: `第${number}校区`,
      account: { accountNumber: number.padStart(7, '0') },
    });
    await confirmClaim(house, claimed);
    const [order] = await orderPayment(house, people, [claimed.claimId]);
    await acceptOrders(house, people, [order?.id ?? '']);
    return { ...claimed, orderId: order?.id ?? '' };
  };

  /** The files that left the house, as the bank read them, less what it gave back: what really reached the account. */
  const arrived = async (accountNumber: string): Promise<{ sent: number; failed: number }> => {
    const { batches } = await house.get(ViewBatches).desk(people.checker);
    let [sent, failed] = [0, 0];
    for (const batch of batches.filter(({ state }) => state === 'paid')) {
      const file = await house.get(ViewBatches).download(people.checker, batch.id);
      const { payments, faults } = readTransferFile(file?.bytes ?? Buffer.alloc(0));
      expect(faults).toEqual([]);
      const mine = payments.filter((payment) => payment.accountNumber === accountNumber);
      expect(mine.length).toBeLessThanOrEqual(1);
      sent += mine.length;
      const view = await house.get(ViewBatches).one(people.checker, batch.id);
      if (mine.length > 0) failed += view.failed.size;
    }
    return { sent, failed };
  };

  const acting = (order: ClaimedGrant & { orderId: string }, day: () => string) => {
    const batchId = async (): Promise<string> => {
      const { batches } = await house.get(ViewBatches).desk(people.checker);
      for (const { id, state } of batches) {
        const { orders } = await house.get(ViewBatches).one(people.checker, id);
        if (state !== 'dissolved' && orders.some((each) => each.id === order.orderId)) return id;
      }
      return order.orderId;
    };
    const today = () => localDate(day());
    const acts: Readonly<Record<Act, () => Promise<unknown>>> = {
      draft: () => draftOrders(house, people.clerk, [order.claimId]),
      collect: () =>
        house
          .get(CollectBatch)
          .execute(people.checker, { orderIds: [order.orderId], paymentDate: addDays(today(), 7) }),
      confirm: async () => confirmBatch(house, people.checker, await batchId()),
      release: async () => house.get(ReleaseBatch).execute(people.treasurer, { batchId: await batchId() }),
      'take-out': async () => house.get(TakeOutOfBatch).execute(people.checker, { batchId: await batchId() }),
      pay: async () => house.get(MarkBatchPaid).execute(people.checker, { batchId: await batchId(), paidOn: today() }),
      fail: () =>
        house.get(RecordTransferFailure).execute(people.checker, {
          ...{ orderId: order.orderId, reason: '名義相違', detail: '' },
          ...{ failedOn: today(), returnedOn: today() },
        }),
      resume: () => house.get(ResumePayment).execute(people.checker, { orderId: order.orderId, remark: '確かめた' }),
      accept: () => acceptOrders(house, people, [order.orderId]),
    };
    return acts;
  };

  test('money of a claim arrives once, and the ledger says what the bank did', async () => {
    // Days on which the bank works, a week apart: what was collected on one may be paid on the next.
    const days = ['2026-05-08', '2026-05-15', '2026-05-22', '2026-05-29', '2026-06-05', '2026-06-12', '2026-06-19'];
    const story = fc.array(
      fc.record({ act: fc.constantFrom(...ACTS), times: fc.integer({ min: 1, max: 3 }), nextDay: fc.boolean() }),
      { minLength: 6, maxLength: 14 },
    );
    // A payment that goes through, comes back and is made again, with every act doubled, and then whatever comes.
    const usual = (
      ['collect', 'confirm', 'release', 'pay', 'fail', 'resume', 'accept', 'collect', 'confirm'] as const
    ).map((act) => ({ act, times: 3, nextDay: act === 'release' }));
    await fc.assert(
      fc.asyncProperty(fc.boolean(), story, async (beginsAsUsual, rest) => {
        const order = await anAcceptedOrder();
        let place = 0;
        const acts = acting(order, () => days[place] ?? '2026-06-19');
        house.clock.at(days[0] ?? '');
        for (const { act, times, nextDay } of beginsAsUsual ? [...usual, ...rest] : rest) {
          await Promise.allSettled(Array.from({ length: times }, () => acts[act]()));
          if (!nextDay || place === days.length - 1) continue;
          place += 1;
          house.clock.at(days[place] ?? '');
        }
        const { payee, state } = await orderOf(house, people.clerk, order.claimId);
        const { sent, failed } = await arrived(payee.accountNumber);
        expect(sent - failed).toBeLessThanOrEqual(1);
        const { paid, claimed } = await run((tx) => house.get(PaidAmounts).of(tx, order.grantId));
        expect(claimed).toBe(GRANTED);
        expect(paid).toBe(BigInt(sent - failed) * GRANTED);
        expect(state === 'paid').toBe(sent - failed === 1);
        expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
      }),
      {
        numRuns: 5,
        examples: [
          [
            true,
            [
              { act: 'release', times: 3, nextDay: true },
              { act: 'pay', times: 3, nextDay: false },
            ],
          ],
        ],
      },
    );
  }, 300_000);
});
