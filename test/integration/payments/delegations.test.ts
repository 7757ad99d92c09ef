import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Municipality } from '../../../src/municipalities/index.js';
import {
  CollectBatch,
  Delegations,
  MarkBatchPaid,
  OrderPapers,
  readTransferFile,
  RecordTransferFailure,
  ResumePayment,
  ReturnPaymentOrder,
  ViewBatches,
} from '../../../src/payments/index.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { aPublishedProgram, type TestProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import { aPicture, SAMPLE_ACCOUNT } from '../../support/builders/organizations.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  draftOrders,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type ClaimedGrant,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

describe('another receives the money of a claim', () => {
  let house: House;
  let ogori: Municipality;
  let people: PaymentPeople;
  let program: TestProgram;
  let count = 0;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-01' });
    ({ ogori } = await openTowns(house));
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(house, ogori, names);
    const budgetLineId = await aBudgetLine(house, people.clerk, '02-01-07-18-996', 90_000_000);
    program = await aPublishedProgram(house, people.clerk, { budgetLineId });
  });
  afterAll(() => house.close());

  const aConfirmedClaim = async (): Promise<ClaimedGrant> => {
    count += 1;
    const claimed = await aPreparedClaim(house, people, program, {
      name: `第${String(count)}校区協働のまちづくり協議会`,
      district: `第${String(count)}校区`,
      account: { accountNumber: String(count).padStart(7, '0') },
    });
    await confirmClaim(house, claimed);
    return claimed;
  };
  const delegations = () => house.get(Delegations);
  const propose = ({ organization, claimId }: ClaimedGrant, told: object = {}) =>
    delegations().propose(organization.officer, {
      ...{ ...SAMPLE_ACCOUNT, accountNumber: '5550001', holderKana: 'ミホン イチロウ' },
      ...{ claimId, delegateName: '見本 一郎', reason: '名義が前の会長のままのため', paper: aPicture('委任状.png') },
      ...told,
    });

  test('only with its paper, checked by staff, and then the order, the file and the treasury name the receiver', async () => {
    const claimed = await aConfirmedClaim();
    const { claimId, organization } = claimed;
    expect(await refusalOf(propose(claimed, { paper: null }))).toEqual(['payments.delegation-paper-missing']);
    expect(await refusalOf(propose(claimed, { delegateName: ' ', reason: '' }))).toEqual([
      'payments.delegate-missing',
      'payments.delegation-reason-missing',
    ]);
    await propose(claimed);
    expect(await refusalOf(propose(claimed))).toEqual(['payments.delegation-exists']);
    expect(await refusalOf(draftOrders(house, people.clerk, [claimId]))).toEqual([
      'payments.hold-delegation-unchecked',
    ]);
    expect(await refusalOf(() => delegations().confirm(people.checker, { claimId, transferKana: 'ﾐﾎﾝ ｲﾁﾛｳ' }))).toEqual(
      ['common.forbidden'],
    );
    await delegations().confirm(people.clerk, { claimId, transferKana: 'ﾐﾎﾝ ｲﾁﾛｳ' });

    const [order] = await orderPayment(house, people, [claimId]);
    const orderId = order?.id ?? '';
    expect(order?.payee).toMatchObject({ delegate: '見本 一郎', accountNumber: '5550001', transferKana: 'ﾐﾎﾝ ｲﾁﾛｳ' });
    expect(await refusalOf(delegations().withdraw(organization.officer, { claimId }))).toEqual([
      'payments.delegation-after-order',
    ]);
    const paper = await house.get(OrderPapers).open(people.checker, orderId, 'delegation');
    expect(paper.fileName).toBe('委任状.png');
    await acceptOrders(house, people, [orderId]);
    const paymentDate = localDate('2026-05-29');
    const { batchId } = await house.get(CollectBatch).execute(people.checker, { orderIds: [orderId], paymentDate });
    await releaseBatch(house, people, batchId);
    const file = await house.get(ViewBatches).download(people.treasurer, batchId);
    const { payments } = readTransferFile(file?.bytes ?? Buffer.alloc(0));
    expect(payments.map(({ accountNumber, transferKana }) => [accountNumber, transferKana])).toEqual([
      ['5550001', 'ﾐﾎﾝ ｲﾁﾛｳ'],
    ]);

    // The transfer fails: the same receiver may be paid again, and a change of the receiver needs a new order.
    house.clock.at('2026-06-01');
    await house.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: paymentDate });
    await house.get(RecordTransferFailure).execute(people.checker, {
      ...{ orderId, reason: '口座解約', detail: '' },
      ...{ failedOn: localDate('2026-06-01'), returnedOn: localDate('2026-06-01') },
    });
    expect(await refusalOf(delegations().withdraw(organization.officer, { claimId }))).toEqual([
      'payments.delegation-after-order',
    ]);
    await house.get(ReturnPaymentOrder).execute(people.treasurer, { orderId, reason: '受け取る人が変わる' });
    await delegations().withdraw(organization.officer, { claimId });
    const [renewed] = await orderPayment(house, people, [claimId]);
    expect(renewed?.payee).toMatchObject({ accountNumber: '0000001' });
    expect(renewed?.payee.delegate).toBeUndefined();
    expect(await refusalOf(house.get(ResumePayment).execute(people.checker, { orderId, remark: '見た' }))).toEqual([
      'payments.order-state',
    ]);
  }, 60_000);

  test('what staff refuse is told with its reason, and another may follow; other organisations see nothing', async () => {
    house.clock.at('2026-05-01');
    const [claimed, other] = [await aConfirmedClaim(), await aConfirmedClaim()];
    const { claimId, organization } = claimed;
    await propose(claimed);
    expect(await refusalOf(() => delegations().refuse(people.clerk, { claimId, refusal: '' }))).toEqual([
      'payments.delegation-refusal-missing',
    ]);
    await delegations().refuse(people.clerk, { claimId, refusal: '日付がない' });
    const [refused] = await delegations().ofClaim(organization.officer, claimId);
    expect([refused?.state, refused?.refusal]).toEqual(['refused', '日付がない']);
    const stranger = other.organization.officer;
    expect(await refusalOf(delegations().ofClaim(stranger, claimId))).toEqual(['common.not-found']);
    expect(await refusalOf(delegations().paper(stranger, refused?.id ?? ''))).toEqual(['common.not-found']);
    expect(await refusalOf(propose({ ...claimed, organization: other.organization }))).toEqual(['common.not-found']);
    await propose(claimed);
    const [latest] = await delegations().ofClaim(organization.officer, claimId);
    expect(latest?.state).toBe('proposed');
  }, 60_000);
});
