import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { CaseList } from '../../../src/cases/index.js';
import { ViewPublicGrants } from '../../../src/disclosure/index.js';
import { publicActor, type StaffActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { sumYen, yen } from '../../../src/kernel/yen.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { Letters } from '../../../src/notices/index.js';
import {
  AcceptDoubtedPayee,
  AcceptPaymentOrders,
  CheckPaymentOrders,
  BatchCover,
  CollectBatch,
  ConfirmBatch,
  ConfirmClaim,
  MarkBatchPaid,
  readTransferFile,
  ReleaseBatch,
  ReturnPaymentOrder,
  TakeOutOfBatch,
  ViewBatches,
  ViewClaims,
  ViewOrders,
  WithdrawClaim,
} from '../../../src/payments/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import { aPublishedProgram, type TestProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import { askForOtherAccount, confirmOtherAccount } from '../../support/builders/organizations.js';
import {
  acceptOrders,
  ALL_IN_ORDER,
  aPreparedClaim,
  confirmBatch,
  confirmClaim,
  draftOrders,
  orderOf,
  orderPayment,
  paymentPeople,
  releaseBatch,
  SIGNERS,
  type ClaimedGrant,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns, staffActor } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { readPdf } from '../../support/pdf-check.js';
import { refusalOf } from '../../support/refusal.js';

describe('paying by the bank file', () => {
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
    lineId = await aBudgetLine(house, people.clerk, '02-01-07-18-999', 90_000_000);
    program = await aPublishedProgram(house, people.clerk, { budgetLineId: lineId });
  });
  afterAll(() => house.close());
  beforeEach(() => house.clock.at('2026-05-01'));

  const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => house.get(UnitOfWork).read(people.clerk, work);
  const line = () => read((tx) => house.get(BudgetLedger).line(tx, lineId));
  const phaseOf = async (applicationId: string) =>
    (await read((tx) => house.get(CaseList).find(tx, applicationId)))?.phase;

  const aClaim = (wards = 6): Promise<ClaimedGrant> => {
    count += 1;
    const number = String(count);
    return aPreparedClaim(house, people, program, {
      name: `第${number}校区協働のまちづくり協議会`,
      district: `第${number}校区`,
      wards: Array.from({ length: wards }, (_, index) => `第${number}の${String(index + 1)}区`),
      account: { accountNumber: number.padStart(7, '0') },
    });
  };
  const aConfirmedClaim = async (wards = 6): Promise<ClaimedGrant> => {
    const claimed = await aClaim(wards);
    await confirmClaim(house, claimed);
    return claimed;
  };
  const someAccepted = async (...wards: number[]) => {
    const claims = [];
    for (const each of wards) claims.push(await aConfirmedClaim(each));
    const orders = await orderPayment(
      house,
      people,
      claims.map(({ claimId }) => claimId),
    );
    await acceptOrders(
      house,
      people,
      orders.map(({ id }) => id),
    );
    return { claims, orders, orderIds: orders.map(({ id }) => id) };
  };
  const collect = (actor: StaffActor, orderIds: readonly string[], day = '2026-05-29') =>
    house.get(CollectBatch).execute(actor, { orderIds, paymentDate: localDate(day) });
  const changeAccount = async ({ organization }: ClaimedGrant, confirmed: boolean): Promise<void> => {
    const changeId = await askForOtherAccount(house, organization);
    if (!confirmed) return;
    const both = [people.clerk, await staffActor(house, ogori, 'tanto2')];
    await confirmOtherAccount(house, both, organization, changeId);
  };

  test('the claim is prepared with the decided amount, confirmed by name, and drawn as a document', async () => {
    const claimed = await aClaim(9);
    const { organization, claimId, applicationId } = claimed;
    const { claim } = await house.get(ViewClaims).one(organization.officer, claimId);
    expect([claim.amount, claim.state, claim.paymentMethod]).toEqual([660_000n, 'prepared', '通常払']);

    const confirm = (told: object) =>
      house.get(ConfirmClaim).execute(organization.officer, {
        ...{ claimId, version: claim.version, claimedOn: localDate('2026-05-01'), ...SIGNERS, ...told },
      });
    expect(await refusalOf(confirm({ inChargePhone: '', responsibleName: ' ' }))).toEqual([
      'payments.signer-missing',
      'payments.signer-phone',
    ]);
    expect(await refusalOf(confirm({ claimedOn: localDate('2026-05-02') }))).toEqual(['payments.claim-in-future']);

    const { letterId } = await confirm({ inChargePhone: '０９０ー００００ー００００' });
    expect(await confirm({})).toEqual({ letterId });
    await house.drainOutbox();
    const pdf = await read((tx) => house.get(Letters).pdfOf(tx, letterId));
    const { text } = await readPdf(pdf);
    for (const part of [
      '請求書',
      '小郡市長',
      '金660,000円',
      '令和8年5月1日',
      '発行責任者',
      '見本花子',
      '090-0000-0000',
    ]) {
      expect(text).toContain(part);
    }
    expect(await phaseOf(applicationId)).toBe('claimed');

    const other = await aClaim();
    expect(await refusalOf(house.get(ViewClaims).one(other.organization.officer, claimId))).toEqual([
      'common.not-found',
    ]);
  });

  test('a claim is withdrawn and issued anew; its amount cannot even be changed in the database', async () => {
    const { organization, claimId } = await aConfirmedClaim();
    await expect(house.sql('UPDATE claims SET amount = amount + 1 WHERE id = $1', [claimId])).rejects.toThrow(
      'never changes',
    );

    const withdraw = (reason: string) => house.get(WithdrawClaim).execute(organization.officer, { claimId, reason });
    expect(await refusalOf(withdraw('　'))).toEqual(['payments.withdrawal-reason-missing']);
    const { newClaimId } = await withdraw('電話番号を間違えた');
    expect(newClaimId).not.toBe(claimId);
    const claims = await house.get(ViewClaims).ofOwnOrganization(organization.officer);
    expect(claims.map(({ claim }) => `${claim.state} ${String(claim.amount)}`).toSorted()).toEqual([
      'prepared 630000',
      'withdrawn 630000',
    ]);
  });

  test('one draft orders several claims; the last approval posts each in the ledger and gives it a number', async () => {
    const claims = [await aConfirmedClaim(6), await aConfirmedClaim(12)];
    const before = await line();
    const orders = await orderPayment(
      house,
      people,
      claims.map(({ claimId }) => claimId),
    );
    const after = await line();
    expect(after.ordered - before.ordered).toBe(1_320_000n);
    expect(orders.map(({ state, amount }) => [state, amount])).toEqual([
      ['ordered', 630_000n],
      ['ordered', 690_000n],
    ]);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(2);
    expect(await phaseOf(claims[0]?.applicationId ?? '')).toBe('treasury');
    const again = draftOrders(house, people.clerk, [claims[0]?.claimId ?? '']);
    expect(await refusalOf(again)).toEqual(['payments.order-exists']);
  });

  test('an account that waits for confirmation stops the order, and the drafted order too', async () => {
    const claimed = await aConfirmedClaim();
    await changeAccount(claimed, false);
    const refused = await refusalOf(draftOrders(house, people.clerk, [claimed.claimId]));
    expect(refused).toEqual(['payments.hold-account-change-pending']);
    expect(
      (await house.get(ViewOrders).staffDesk(people.clerk)).orders.rows.some(
        (each) => each.claimId === claimed.claimId,
      ),
    ).toBe(false);
  });

  test('only the treasury acts, the checker does not decide, and a doubt ends in a return that the ledger takes back', async () => {
    const claimed = await aConfirmedClaim();
    const [order] = await orderPayment(house, people, [claimed.claimId]);
    const orderIds = [order?.id ?? ''];
    const check = (actor: StaffActor, findings = ALL_IN_ORDER) =>
      house.get(CheckPaymentOrders).execute(actor, { orderIds, findings });
    expect(await refusalOf(() => check(people.clerk))).toEqual(['common.forbidden']);
    expect(await refusalOf(() => house.get(AcceptPaymentOrders).execute(people.checker, { orderIds }))).toEqual([
      'common.forbidden',
    ]);

    const doubtful = ALL_IN_ORDER.map((each) =>
      each.item === 'payee' ? { ...each, agrees: false, remark: '名義が違う' } : each,
    );
    expect(await check(people.checker, doubtful)).toEqual([{ orderId: orderIds[0], done: true }]);
    const accepted = await house.get(AcceptPaymentOrders).execute(people.treasurer, { orderIds });
    expect(accepted).toMatchObject([{ done: false, code: 'payments.check-not-passed' }]);

    const before = await line();
    await house
      .get(ReturnPaymentOrder)
      .execute(people.treasurer, { orderId: orderIds[0] ?? '', reason: '名義を確かめること' });
    expect(before.ordered - (await line()).ordered).toBe(630_000n);
    expect(await phaseOf(claimed.applicationId)).toBe('claimed');
    const { ready } = await house.get(ViewOrders).staffDesk(people.clerk);
    expect(ready.rows.find(({ claim }) => claim.id === claimed.claimId)?.returnedFor).toBe('名義を確かめること');

    const [second] = await orderPayment(house, people, [claimed.claimId]);
    expect(second?.state).toBe('ordered');
    expect(second?.number).not.toBe(order?.number);
    expect(await read((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  });

  test('the former chair’s name is paid by a recorded acceptance alone, and only where nothing else is doubted', async () => {
    const claimed = await aConfirmedClaim();
    const [order] = await orderPayment(house, people, [claimed.claimId]);
    const orderId = order?.id ?? '';
    const doubting = (...items: string[]) =>
      house.get(CheckPaymentOrders).execute(people.checker, {
        orderIds: [orderId],
        findings: ALL_IN_ORDER.map((each) =>
          items.includes(each.item) ? { ...each, agrees: false, remark: '前会長の名義' } : each,
        ),
      });
    const acceptBy = (actor: StaffActor, acceptance: string) =>
      house.get(AcceptDoubtedPayee).execute(actor, { orderId, acceptance });
    const reason = '前会長名義の口座だが、総会の議事録で団体の口座と確かめた。';
    await doubting('payee', 'commitment');
    expect(await refusalOf(acceptBy(people.treasurer, reason))).toEqual(['payments.check-not-passed']);
    await doubting('payee');
    expect(await refusalOf(() => acceptBy(people.checker, reason))).toEqual(['common.forbidden']);
    expect(await refusalOf(() => acceptBy(people.treasurer, ' '))).toEqual(['payments.acceptance-missing']);
    await acceptBy(people.treasurer, reason);
    const { order: accepted, history } = await house.get(ViewOrders).one(people.checker, orderId);
    expect(accepted.state).toBe('accepted');
    expect(history.at(-1)).toMatchObject({ act: 'accepted', staffId: people.treasurer.staffId, reason });
  });

  test('nobody who decided or ordered may act for the treasury, also after a change of posts', async () => {
    const claimed = await aConfirmedClaim();
    const second = await staffActor(house, ogori, 'tanto2');
    const [order] = await orderPayment(house, { ...people, clerk: second }, [claimed.claimId]);
    const check = (person: StaffActor) =>
      house.get(CheckPaymentOrders).execute(
        // As if they had moved to the treasury since.
        { ...person, posts: people.checker.posts },
        { orderIds: [order?.id ?? ''], findings: ALL_IN_ORDER },
      );
    for (const person of [second, people.clerk, ...people.approvers]) {
      expect(await check(person)).toMatchObject([{ done: false, code: 'payments.acted-on-ordering-side' }]);
    }
    expect(await check(people.checker)).toMatchObject([{ done: true }]);
  });

  test('a batch takes a bank day before its cut-off, and is released by another hand, once', async () => {
    const { orders, orderIds } = await someAccepted(6, 9, 12);
    expect(await refusalOf(collect(people.checker, orderIds, '2026-05-30'))).toEqual(['payments.not-a-bank-day']);
    expect(await refusalOf(collect(people.checker, orderIds, '2026-05-07'))).toEqual(['payments.cut-off-passed']);
    expect(await refusalOf(collect(people.checker, orderIds, '2027-06-01'))).toEqual(['payments.after-closing']);

    const { batchId, count: collected, held } = await collect(people.checker, orderIds);
    expect([collected, held]).toEqual([orderIds.length, []]);
    expect(await refusalOf(collect(people.checker, orderIds))).toEqual(['payments.order-state']);
    const release = () => house.get(ReleaseBatch).execute(people.treasurer, { batchId });
    expect(await refusalOf(() => house.get(ReleaseBatch).execute(people.checker, { batchId }))).toEqual([
      'common.forbidden',
    ]);
    // One person alone never lets a file leave: somebody else confirms its count, total and hash before.
    await confirmBatch(house, people.treasurer, batchId);
    expect(await refusalOf(release())).toEqual(['payments.batch-unconfirmed']);
    const { sheet } = await house.get(ViewBatches).one(people.checker, batchId);
    const otherFile = { batchId, sha256: '0'.repeat(64) };
    expect(await refusalOf(house.get(ConfirmBatch).execute(people.checker, otherFile))).toEqual([
      'payments.batch-sheet-changed',
    ]);
    await confirmBatch(house, people.checker, batchId);
    await confirmBatch(house, people.checker, batchId);

    const results = await Promise.all([release(), release(), release()]);
    expect(new Set(results.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(results.filter(({ repeated }) => repeated)).toHaveLength(2);
    expect(results[0]).toMatchObject({ fileName: 'zengin-ogori-20260529-1.txt', sha256: sheet?.sha256 });
    const cover = await readPdf((await house.get(BatchCover).draw(people.checker, batchId)).bytes);
    for (const part of ['送付書', '3件', '1,980,000円', '令和8年5月29日', sheet?.sha256.slice(0, 8) ?? ''])
      expect(cover.text).toContain(part);

    const file = await house.get(ViewBatches).download(people.treasurer, batchId);
    const bank = readTransferFile(file?.bytes ?? Buffer.alloc(0));
    expect(bank.faults).toEqual([]);
    expect([bank.count, bank.total, bank.monthAndDay]).toEqual([3, 1_980_000n, '0529']);
    expect(bank.payments.map(({ accountNumber, amount }) => [accountNumber, amount])).toEqual(
      orders.map(({ payee, amount }) => [payee.accountNumber, amount]),
    );
    expect((await house.get(ViewBatches).download(people.checker, batchId))?.bytes).toEqual(file?.bytes);
  });

  test('a batch of three thousand is released in some dozens of questions, not some for each order', async () => {
    const { orderIds, claims } = await someAccepted(6);
    const { batchId } = await collect(people.checker, orderIds);
    const many = 3_000;
    await house.sql(
      `WITH more_claims AS (
         INSERT INTO claims SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'instalment', n))).*
           FROM claims c, generate_series(2, $3::int) n WHERE c.id = $1 RETURNING id, instalment),
       more_orders AS (
         INSERT INTO payment_orders SELECT (jsonb_populate_record(o,
             jsonb_build_object('id', gen_random_uuid(), 'claim_id', m.id, 'number', 100000 + m.instalment))).*
           FROM payment_orders o, more_claims m WHERE o.id = $2 RETURNING id, claim_id, number)
       INSERT INTO payment_instructions SELECT (jsonb_populate_record(i,
           jsonb_build_object('order_id', m.id, 'claim_id', m.claim_id, 'line', m.number - 100000))).*
         FROM payment_instructions i, more_orders m WHERE i.order_id = $2`,
      [claims[0]?.claimId, orderIds[0], many],
    );
    await house.sql('UPDATE payment_batches SET count = $2::int, total = total * $2::int WHERE id = $1', [
      batchId,
      many,
    ]);
    await confirmBatch(house, people.checker, batchId);
    const asked = jest.spyOn(pg.Client.prototype, 'query');
    await house.get(ReleaseBatch).execute(people.treasurer, { batchId });
    const questions = asked.mock.calls.length;
    asked.mockRestore();
    expect(questions).toBeGreaterThan(0);
    expect(questions).toBeLessThan(many / 10);
    const file = await house.get(ViewBatches).download(people.treasurer, batchId);
    const { payments, faults } = readTransferFile(file?.bytes ?? Buffer.alloc(0));
    expect([payments.length, faults]).toEqual([many, []]);
    expect(sumYen(payments.map(({ amount }) => yen(amount)))).toBe(BigInt(many) * 630_000n);
  }, 60_000);

  test('one who collected does not release', async () => {
    const { orderIds } = await someAccepted(6);
    const { batchId } = await collect(people.treasurer, orderIds);
    expect(await refusalOf(house.get(ReleaseBatch).execute(people.treasurer, { batchId }))).toEqual([
      'payments.collected-by-yourself',
    ]);
    await house.get(TakeOutOfBatch).execute(people.checker, { batchId });
    expect((await house.get(ViewBatches).one(people.checker, batchId)).batch.state).toBe('dissolved');
    expect(await collect(people.checker, orderIds)).toMatchObject({ count: 1, held: [] });
  });

  test('an account changed after the order holds that order, by name, until it is taken out', async () => {
    const { claims, orders, orderIds } = await someAccepted(6, 9);
    const { batchId } = await collect(people.checker, orderIds);
    const [changed] = claims;
    await changeAccount(changed as ClaimedGrant, true);
    const seen = await house.get(ViewBatches).one(people.treasurer, batchId);
    expect([...seen.holds]).toEqual([[orders[0]?.id, 'payments.hold-account-changed']]);
    expect((await house.get(ViewBatches).desk(people.treasurer)).heldIn.get(batchId)).toBe(1);
    const release = () => house.get(ReleaseBatch).execute(people.treasurer, { batchId });
    expect(await refusalOf(release())).toEqual(['payments.hold-account-changed']);

    await confirmBatch(house, people.checker, batchId);
    await house.get(TakeOutOfBatch).execute(people.checker, { batchId, orderId: orders[0]?.id ?? '' });
    // The file is another one now, and so is the 送付書.
    expect(await refusalOf(release())).toEqual(['payments.batch-confirmed-before']);
    await releaseBatch(house, people, batchId);
    const { batch, sheet: bank } = await house.get(ViewBatches).one(people.checker, batchId);
    expect([batch.count, batch.total, bank?.count, bank?.total]).toEqual([1, 660_000n, 1, 660_000n]);

    const accepted = await collect(people.checker, [orders[0]?.id ?? '']).catch((error: unknown) => error);
    expect(accepted).toMatchObject({ code: 'payments.batch-empty' });
    await house
      .get(ReturnPaymentOrder)
      .execute(people.treasurer, { orderId: orders[0]?.id ?? '', reason: '口座の変更' });
    const [renewed] = await orderPayment(house, people, [changed?.claimId ?? '']);
    expect(renewed?.payee.accountNumber).toBe('7654321');
  });

  test("the bank's notice makes the batch paid: ledger, case and the public page follow", async () => {
    const { claims, orderIds } = await someAccepted(6, 12);
    const { batchId } = await collect(people.checker, orderIds);
    await releaseBatch(house, people, batchId);
    const pay = (day: string) => house.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: localDate(day) });
    expect(await refusalOf(pay('2026-05-29'))).toEqual(['payments.paid-in-future']);
    house.clock.at('2026-05-29');
    expect(await refusalOf(pay('2026-05-28'))).toEqual(['payments.paid-before-date']);

    const before = await line();
    await pay('2026-05-29');
    await pay('2026-05-29');
    expect((await line()).paid - before.paid).toBe(1_320_000n);
    expect(await phaseOf(claims[0]?.applicationId ?? '')).toBe('paid');
    const order = await orderOf(house, people.clerk, claims[0]?.claimId ?? '');
    expect([order.state, order.paidOn]).toEqual(['paid', '2026-05-29']);

    await house.drainOutbox();
    const { rows } = await house.get(ViewPublicGrants).execute(publicActor(ogori.id));
    const shown = rows.find(({ id }) => id === claims[0]?.grantId);
    expect(shown).toMatchObject({ amount: 630_000n, paidOn: '2026-05-29' });
    expect(await read((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  });

  test("no claim's money can stand in two instructions, whatever the code does", async () => {
    const { claims, orderIds } = await someAccepted(6);
    await collect(people.checker, orderIds);
    const copy = `INSERT INTO payment_instructions SELECT municipality_id, claim_id, order_id, way, export_id, batch_id, 2, amount
                    FROM payment_instructions WHERE claim_id = $1`;
    await expect(house.sql(copy, [claims[0]?.claimId])).rejects.toThrow('payment_instructions_pkey');
  });
});
