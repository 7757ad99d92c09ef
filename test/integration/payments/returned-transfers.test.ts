import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { CaseList } from '../../../src/cases/index.js';
import { ViewPublicGrants } from '../../../src/disclosure/index.js';
import { publicActor, systemActor, type StaffActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate } from '../../../src/kernel/local-date.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import {
  AcceptPaymentOrders,
  CheckPaymentOrders,
  CollectBatch,
  ConcludeFailure,
  MarkBatchPaid,
  OpenPayments,
  PaidAmounts,
  RecordTransferFailure,
  RecordUnexecuted,
  ResumePayment,
  ReturnPaymentOrder,
  TakeBackFailure,
  ViewBatches,
  ViewFailures,
  type PaymentOrder,
} from '../../../src/payments/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { aPublishedProgram, type TestProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import { askForOtherAccount, confirmOtherAccount } from '../../support/builders/organizations.js';
import {
  acceptOrders,
  ALL_IN_ORDER,
  aPreparedClaim,
  confirmClaim,
  orderOf,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type ClaimedGrant,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

describe('payments that the bank gives back', () => {
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
    lineId = await aBudgetLine(house, people.clerk, '02-01-07-18-998', 90_000_000);
    program = await aPublishedProgram(house, people.clerk, { budgetLineId: lineId });
  });
  afterAll(() => house.close());
  beforeEach(() => house.clock.at('2026-05-01'));

  const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    house.get(UnitOfWork).run(systemActor(ogori.id, 'test'), work);
  const line = () => run((tx) => house.get(BudgetLedger).line(tx, lineId));
  const paidOf = ({ grantId }: ClaimedGrant) => run((tx) => house.get(PaidAmounts).of(tx, grantId));
  const caseOf = async ({ applicationId }: ClaimedGrant) => {
    const item = await house.get(UnitOfWork).read(people.clerk, (tx) => house.get(CaseList).find(tx, applicationId));
    return item && `${item.phase} ${item.waitingFor}`;
  };
  const publicGrant = async ({ grantId }: ClaimedGrant) => {
    await house.drainOutbox();
    const { rows } = await house.get(ViewPublicGrants).execute(publicActor(ogori.id), { year: fiscalYear(2026) });
    return rows.find(({ id }) => id === grantId);
  };
  const orderNow = ({ claimId }: ClaimedGrant): Promise<PaymentOrder> => orderOf(house, people.clerk, claimId);

  const payInBatch = async (orderIds: readonly string[], day: string): Promise<string> => {
    const paymentDate = localDate(day);
    const { batchId } = await house.get(CollectBatch).execute(people.checker, { orderIds, paymentDate });
    await releaseBatch(house, people, batchId);
    house.clock.at(day);
    await house.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: paymentDate });
    return batchId;
  };
  const anAcceptedOrder = async (): Promise<ClaimedGrant & { orderId: string }> => {
    count += 1;
    const number = String(count);
    const claimed = await aPreparedClaim(house, people, program, {
      name: `第${number}校区協働のまちづくり協議会`,
      district: `第${number}校区`,
      account: { accountNumber: number.padStart(7, '0') },
    });
    await confirmClaim(house, claimed);
    const [order] = await orderPayment(house, people, [claimed.claimId]);
    const orderId = order?.id ?? '';
    await acceptOrders(house, people, [orderId]);
    return { ...claimed, orderId };
  };
  const aPaidClaim = async (): Promise<ClaimedGrant & { orderId: string; batchId: string }> => {
    const accepted = await anAcceptedOrder();
    return { ...accepted, batchId: await payInBatch([accepted.orderId], '2026-05-15') };
  };
  const tell = (orderId: string, told: object = {}, actor: StaffActor = people.checker) =>
    house.get(RecordTransferFailure).execute(actor, {
      ...{ orderId, failedOn: localDate('2026-05-18'), reason: '名義相違', detail: '', returnedOn: null, ...told },
    });
  const moneyBack = async (orderId: string, day = '2026-05-19'): Promise<void> => {
    const { failures } = await house.get(ViewFailures).ofOrder(people.checker, orderId);
    const failureId = failures.at(-1)?.id ?? '';
    const command = { failureId, returnedOn: localDate(day) };
    await house.get(RecordTransferFailure).recordReturn(people.checker, command);
  };
  const resume = (orderId: string) =>
    house.get(ResumePayment).execute(people.checker, { orderId, remark: '通帳のとおりに名義を直した' });

  test('the money comes back, the account is mended by two, and the same order is paid once more', async () => {
    const claimed = await aPaidClaim();
    const { orderId } = claimed;
    const before = await line();
    expect(await publicGrant(claimed)).toMatchObject({ paidAmount: 630_000n, paidOn: '2026-05-15' });
    house.clock.at('2026-05-20');
    expect(await refusalOf(() => tell(orderId, { failedOn: localDate('2026-05-14') }))).toEqual([
      'payments.failure-before-payment',
    ]);
    expect(await refusalOf(() => tell(orderId, { reason: 'その他' }))).toEqual(['payments.failure-detail-missing']);
    expect(await refusalOf(() => tell(orderId, {}, people.clerk))).toEqual(['common.forbidden']);
    await Promise.all([tell(orderId), tell(orderId)]);

    const failed = await orderNow(claimed);
    expect([failed.state, failed.number, failed.paidOn]).toEqual(['failed', failed.number, null]);
    expect(before.paid - (await line()).paid).toBe(630_000n);
    expect((await line()).ordered).toBe(before.ordered);
    expect(await paidOf(claimed)).toMatchObject({ ordered: 630_000n, paid: 0n, paidOn: null });
    expect(await caseOf(claimed)).toBe('transfer-failed promotion');
    expect(await publicGrant(claimed)).toMatchObject({ paidAmount: 0n, paidOn: null });
    const task = async () =>
      (await house.get(ViewFailures).unsolved(people.clerk)).find(({ order }) => order.id === orderId);
    expect(await task()).toMatchObject({ failure: { reason: '名義相違', amount: 630_000n }, account: 'unchanged' });

    expect(await refusalOf(resume(orderId))).toEqual(['payments.money-not-back']);
    await moneyBack(orderId);
    const changeId = await askForOtherAccount(house, claimed.organization);
    expect((await task())?.account).toBe('pending');
    expect(await refusalOf(resume(orderId))).toEqual(['payments.hold-account-change-pending']);
    const both = [people.clerk, await staffActor(house, ogori, 'tanto2')];
    await confirmOtherAccount(house, both, claimed.organization, changeId);
    await house.drainOutbox();
    expect((await task())?.account).toBe('mended');
    expect(await caseOf(claimed)).toBe('transfer-failed treasury');

    await resume(orderId);
    expect(await refusalOf(resume(orderId))).toEqual(['payments.order-state']);
    const again = await orderNow(claimed);
    expect([again.state, again.number, again.payee.accountNumber]).toEqual(['ordered', failed.number, '7654321']);
    expect(await acceptOrders(house, people, [orderId])).toMatchObject([{ done: true }]);
    const second = await payInBatch([orderId], '2026-05-29');
    expect((await line()).paid).toBe(before.paid);
    expect(await caseOf(claimed)).toBe('paid nobody');
    expect(await publicGrant(claimed)).toMatchObject({ paidAmount: 630_000n, paidOn: '2026-05-29' });
    // Both batches tell their own story, and the first attempt is not lost.
    const first = await house.get(ViewBatches).one(people.checker, claimed.batchId);
    expect([...first.failed]).toEqual([[orderId, '2026-05-18']]);
    expect((await house.get(ViewBatches).one(people.checker, second)).failed.size).toBe(0);
    expect(await task()).toBeUndefined();
    expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  }, 60_000);

  test('whoever says that money came back does not decide that it leaves again', async () => {
    const { orderId } = await aPaidClaim();
    house.clock.at('2026-05-20');
    await tell(orderId, { returnedOn: localDate('2026-05-18') }, people.treasurer);
    await resume(orderId);
    await house.get(CheckPaymentOrders).execute(people.checker, { orderIds: [orderId], findings: ALL_IN_ORDER });
    expect(await house.get(AcceptPaymentOrders).execute(people.treasurer, { orderIds: [orderId] })).toMatchObject([
      { done: false, code: 'payments.failure-told-by-yourself' },
    ]);
    const clerk = await staffActor(house, ogori, 'tanto2');
    expect(await refusalOf(() => house.get(ResumePayment).execute(clerk, { orderId, remark: '見た' }))).toEqual([
      'common.forbidden',
    ]);
  }, 60_000);

  test('where the payee changes the order is returned, and a new one follows for the same claim', async () => {
    const claimed = await aPaidClaim();
    const { orderId } = claimed;
    house.clock.at('2026-05-20');
    await tell(orderId);
    const giveBack = () =>
      house.get(ReturnPaymentOrder).execute(people.treasurer, { orderId, reason: '債権者が変わる' });
    expect(await refusalOf(giveBack())).toEqual(['payments.money-not-back']);
    await moneyBack(orderId);
    await giveBack();
    const { solved } = await house.get(ViewFailures).desk(people.clerk);
    expect(solved.find(({ order }) => order.id === orderId)?.failure.state).toBe('order-returned');
    const [renewed] = await orderPayment(house, people, [claimed.claimId]);
    await acceptOrders(house, people, [renewed?.id ?? '']);
    await payInBatch([renewed?.id ?? ''], '2026-05-29');
    expect((await paidOf(claimed)).paid).toBe(630_000n);
    expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  }, 60_000);

  test('a failure that was told of the wrong line is taken back: paid as before, the mistake kept, a true one may follow', async () => {
    const claimed = await aPaidClaim();
    const { orderId } = claimed;
    const before = { ...(await orderNow(claimed)), version: 0 };
    house.clock.at('2026-05-20');
    await tell(orderId);
    const [told] = (await house.get(ViewFailures).ofOrder(people.clerk, orderId)).failures;
    const takeBack = (mistake: string) =>
      house.get(TakeBackFailure).execute(people.checker, { failureId: told?.id ?? '', mistake });
    expect(await refusalOf(() => takeBack(' '))).toEqual(['payments.mistake-missing']);
    await Promise.all([takeBack('隣の行の団体と取り違えた。'), takeBack('隣の行の団体と取り違えた。')]);
    expect({ ...(await orderNow(claimed)), version: 0 }).toEqual(before);
    expect((await paidOf(claimed)).paid).toBe(630_000n);
    expect(await caseOf(claimed)).toBe('paid nobody');
    expect((await publicGrant(claimed))?.paidAmount).toBe(630_000n);
    expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);

    house.clock.at('2026-05-21');
    await tell(orderId, { returnedOn: localDate('2026-05-19') });
    await resume(orderId);
    expect(await refusalOf(() => takeBack('もう一度'))).toEqual([]);
    const { failures } = await house.get(ViewFailures).ofOrder(people.clerk, orderId);
    expect(failures.map(({ state }) => state)).toEqual(['mistaken', 'resumed']);
    const resumed = failures[1]?.id ?? '';
    const late = house.get(TakeBackFailure).execute(people.checker, { failureId: resumed, mistake: '取り違えた。' });
    expect(await refusalOf(late)).toEqual(['payments.failure-solved']);
  }, 60_000);

  test('what the bank never executed is paid by another batch under the same order, and never by the old one', async () => {
    const [one, other] = [await anAcceptedOrder(), await anAcceptedOrder()];
    const orderIds = [one.orderId, other.orderId];
    const before = await line();
    const paymentDate = localDate('2026-05-15');
    const { batchId } = await house.get(CollectBatch).execute(people.checker, { orderIds, paymentDate });
    const leave = (lines: string, told: object = {}, actor: StaffActor = people.checker) =>
      house.get(RecordUnexecuted).execute(actor, {
        ...{ batchId, lines, toldOn: localDate('2026-05-18'), reason: '受付の時限に遅れた' },
        ...{ confirmed: true, ...told },
      });
    const markPaid = (id: string, day: string) =>
      house.get(MarkBatchPaid).execute(people.checker, { batchId: id, paidOn: localDate(day) });
    expect(await refusalOf(() => leave('all'))).toEqual(['payments.batch-state']);
    await releaseBatch(house, people, batchId);
    house.clock.at('2026-05-18');
    expect(await refusalOf(() => leave('', { reason: ' ', confirmed: false }))).toEqual([
      'payments.unexecuted-lines-missing',
      'payments.unexecuted-reason-missing',
      'payments.unexecuted-unconfirmed',
    ]);
    expect(await refusalOf(() => leave('all', { toldOn: localDate('2026-04-30') }))).toEqual([
      'payments.unexecuted-before-release',
    ]);
    expect(await refusalOf(() => leave('all', {}, people.clerk))).toEqual(['common.forbidden']);

    const said = await Promise.all([leave(one.orderId), leave(one.orderId)]);
    expect(said.toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect((await orderNow(one)).state).toBe('failed');
    expect(await caseOf(one)).toBe('treasury treasury');
    await markPaid(batchId, '2026-05-18');
    expect([(await orderNow(one)).paidOn, (await orderNow(other)).paidOn]).toEqual([null, '2026-05-18']);
    expect((await line()).paid - before.paid).toBe((await orderNow(other)).amount);

    const { number } = await orderNow(one);
    await resume(one.orderId);
    expect(await acceptOrders(house, people, [one.orderId])).toMatchObject([{ done: true }]);
    const again = { orderIds: [one.orderId], paymentDate: localDate('2026-05-22') };
    const second = (await house.get(CollectBatch).execute(people.checker, again)).batchId;
    await releaseBatch(house, people, second);
    house.clock.at('2026-05-25');
    const wholly = { batchId: second, toldOn: localDate('2026-05-25') };
    // Together with the bank's notice of the same batch: one of the two holds.
    const outcomes = await Promise.allSettled([leave('all', wholly), markPaid(second, '2026-05-25')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    if ((await orderNow(one)).state !== 'paid') {
      expect(await refusalOf(() => markPaid(second, '2026-05-25'))).toEqual(['payments.batch-state']);
      await resume(one.orderId);
      await acceptOrders(house, people, [one.orderId]);
      await payInBatch([one.orderId], '2026-05-29');
    }
    expect(await orderNow(one)).toMatchObject({ state: 'paid', number });
    expect((await paidOf(one)).paid).toBe(630_000n);
    expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  }, 60_000);

  test('a batch that the bank left unexecuted does not keep the year open once its orders are returned', async () => {
    const { orderId } = await anAcceptedOrder();
    const collected = { orderIds: [orderId], paymentDate: localDate('2026-05-15') };
    const { batchId } = await house.get(CollectBatch).execute(people.checker, collected);
    await releaseBatch(house, people, batchId);
    const open = async () => {
      const { batches, unpaid } = await run((tx) => house.get(OpenPayments).of(tx, fiscalYear(2026)));
      return [batches.some(({ id }) => id === batchId), unpaid.some(({ id }) => id === orderId)];
    };
    house.clock.at('2027-06-01');
    expect(await open()).toEqual([true, true]);
    const said = { lines: 'all', toldOn: localDate('2027-06-01'), reason: '銀行に届いていなかった', confirmed: true };
    const download = () => house.get(ViewBatches).download(people.treasurer, batchId);
    expect((await download())?.fileName).toContain('20260515');
    await house.get(RecordUnexecuted).execute(people.checker, { batchId, ...said });
    // Sent now, its file would pay once more.
    expect(await refusalOf(download)).toEqual(['payments.batch-file-spent']);
    expect(await refusalOf(resume(orderId))).toEqual(['payments.resume-after-closing']);
    await house.get(ReturnPaymentOrder).execute(people.treasurer, { orderId, reason: '年度内に支払われなかった' });
    expect(await open()).toEqual([false, false]);
    const page = await house.get(ViewBatches).one(people.checker, batchId);
    expect([page.batch.state, [...page.failed]]).toEqual(['unexecuted', [[orderId, '2027-06-01']]]);
    expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  }, 60_000);

  test('after the last payment day nothing is sent again; after the closing the books stay and the task remains', async () => {
    const early = await aPaidClaim();
    house.clock.at('2027-05-31');
    await tell(early.orderId, { failedOn: localDate('2027-05-31'), returnedOn: localDate('2027-05-31') });
    house.clock.at('2027-06-01');
    expect(await refusalOf(resume(early.orderId))).toEqual(['payments.resume-after-closing']);

    house.clock.at('2026-05-01');
    const late = await aPaidClaim();
    house.clock.at('2026-05-01');
    const mistaken = await aPaidClaim();
    house.clock.at('2027-06-02');
    await run((tx) => house.get(BudgetLedger).closeYear(tx, fiscalYear(2026)));
    const before = await line();
    await tell(late.orderId, { failedOn: localDate('2027-06-02') });
    await tell(late.orderId, { failedOn: localDate('2027-06-02') });
    // The closed books keep it as paid; nobody has received it, and the public page says so.
    expect([(await line()).paid, (await orderNow(late)).state]).toEqual([before.paid, 'came-back']);
    expect(await paidOf(late)).toMatchObject({ ordered: 0n, paid: 0n, paidOn: null });
    expect(await publicGrant(late)).toMatchObject({ paidAmount: 0n, paidOn: null });
    expect(await caseOf(late)).toBe('transfer-failed treasury');
    const [task] = (await house.get(ViewFailures).unsolved(people.clerk)).filter(
      ({ order }) => order.id === late.orderId,
    );
    expect(task?.failure.state).toBe('after-closing');
    const failureId = task?.failure.id ?? '';
    const conclude = (conclusion: string) =>
      house.get(ConcludeFailure).execute(people.treasurer, { failureId, conclusion });
    expect(await refusalOf(() => conclude(''))).toEqual(['payments.conclusion-missing']);
    expect(await refusalOf(() => conclude('令和9年度 諸収入 雑入、調定第12号'))).toEqual(['payments.money-not-back']);
    await moneyBack(late.orderId, '2027-06-02');
    await conclude('令和9年度 諸収入 雑入、調定第12号');
    const [kept] = (await house.get(ViewFailures).ofOrder(people.clerk, late.orderId)).failures;
    expect([kept?.state, kept?.revenueYear]).toEqual(['concluded', 2027]);
    // The organisation still waits for its money, and so does the section.
    expect(await caseOf(late)).toBe('transfer-failed promotion');

    await tell(mistaken.orderId, { failedOn: localDate('2027-06-02') });
    const [told] = (await house.get(ViewFailures).ofOrder(people.clerk, mistaken.orderId)).failures;
    await house
      .get(TakeBackFailure)
      .execute(people.checker, { failureId: told?.id ?? '', mistake: '隣の行の団体と取り違えた。' });
    expect(await orderNow(mistaken)).toMatchObject({ state: 'paid', paidOn: '2026-05-15' });
    expect((await paidOf(mistaken)).paid).toBe(630_000n);
    expect(await caseOf(mistaken)).toBe('paid nobody');
    expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  }, 60_000);
});
