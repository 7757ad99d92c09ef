import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BudgetLedger } from '../../../src/budgets/index.js';
import { CaseList } from '../../../src/cases/index.js';
import { ViewPublicGrants } from '../../../src/disclosure/index.js';
import { publicActor, systemActor } from '../../../src/kernel/actor.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { Letters } from '../../../src/notices/index.js';
import {
  Claims,
  CollectBatch,
  FinanceBooks,
  MarkBatchPaid,
  PaidAmounts,
  ViewClaims,
  ViewOrders,
  WithdrawClaim,
  type ClaimWithOrder,
} from '../../../src/payments/index.js';
import { UnitOfWork, type Transaction } from '../../../src/platform/database/index.js';
import type { ProgramDocument } from '../../../src/programs/index.js';
import { aPublishedProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type ClaimedGrant,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { mailsOf } from '../../support/mails.js';
import { readPdf } from '../../support/pdf-check.js';

type Schedule = NonNullable<ProgramDocument['payment']['schedule']>;

describe('paying in parts', () => {
  let house: House;
  let ogori: Municipality;
  let people: PaymentPeople;
  let count = 0;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-01' });
    ({ ogori } = await openTowns(house));
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(house, ogori, names);
  });
  afterAll(() => house.close());

  const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    house.get(UnitOfWork).run(systemActor(ogori.id, 'test'), work);
  /** 交付決定額 630,000円. */
  const aGrant = async (
    schedule: Schedule,
    settlement = true,
    way: Pick<ProgramDocument['payment'], 'method' | 'methodLabel'> = { method: 'estimate', methodLabel: '概算払' },
  ): Promise<ClaimedGrant & { lineId: string }> => {
    count += 1;
    const number = String(count);
    const lineId = await aBudgetLine(house, people.clerk, `02-01-07-18-60${number}`, 9_000_000);
    const program = await aPublishedProgram(house, people.clerk, {
      name: `令和8年度 第${number}補助金`,
      budgetLineId: lineId,
      payment: { ...way, settlement, schedule },
      ...(!settlement && { report: null }),
    });
    const claimed = await aPreparedClaim(house, people, program, {
      name: `第${number}校区協働のまちづくり協議会`,
      district: `第${number}校区`,
      account: { accountNumber: number.padStart(7, '0') },
    });
    return { ...claimed, lineId };
  };
  /** The morning of a day comes: what waits for it is done. */
  const morningOf = async (day: string): Promise<void> => {
    house.clock.at(day);
    await run((tx) => house.get(Claims).prepareDueOfTown(tx));
    await house.drainOutbox();
  };
  const claimsOf = ({ organization }: ClaimedGrant): Promise<ClaimWithOrder[]> =>
    house.get(ViewClaims).ofOwnOrganization(organization.officer);
  const inWords = async (grant: ClaimedGrant): Promise<string[]> =>
    (await claimsOf(grant))
      .filter(({ claim }) => claim.state !== 'withdrawn')
      .map(({ claim }) => `${claim.kind} ${String(claim.instalment)} ${String(claim.amount)}`)
      .toSorted();
  const phaseOf = async ({ applicationId }: ClaimedGrant): Promise<string | null> => {
    const item = await house.get(UnitOfWork).read(people.clerk, (tx) => house.get(CaseList).find(tx, applicationId));
    return item && `${item.phase} ${item.waitingFor}`;
  };
  const paid = (grant: ClaimedGrant) => run((tx) => house.get(PaidAmounts).of(tx, grant.grantId));
  const pay = async (grant: ClaimedGrant, claimId: string, paymentDate: string): Promise<void> => {
    await confirmClaim(house, { ...grant, claimId });
    const orders = await orderPayment(house, people, [claimId]);
    const orderIds = orders.map(({ id }) => id);
    await acceptOrders(house, people, orderIds);
    const day = localDate(paymentDate);
    const { batchId } = await house.get(CollectBatch).execute(people.checker, { orderIds, paymentDate: day });
    await releaseBatch(house, people, batchId);
    house.clock.at(paymentDate);
    await house.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: day });
    await house.drainOutbox();
  };

  test('four parts come due by month, the remainder in the first, each claimed and paid on its own', async () => {
    house.clock.at('2026-05-01');
    const quarter = [1, 4] as const;
    const parts = [null, 8, 11, 2].map((month) => ({ month, share: quarter }));
    const grant = await aGrant({ unit: 10_000, article: '交付規則第9条', parts });
    // 630,000 ÷ 4 = 157,500: three of 150,000 and the rest in the first.
    expect(await inWords(grant)).toEqual(['advance 1 180000']);
    const toCome = await house.get(ViewClaims).toComeOfOwnOrganization(grant.organization.officer);
    expect(toCome.map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
      ['2026-08-01', 150_000n],
      ['2026-11-01', 150_000n],
      ['2027-02-01', 150_000n],
    ]);

    await pay(grant, grant.claimId, '2026-05-29');
    expect(await phaseOf(grant)).toBe('part-paid nobody');
    await morningOf('2026-07-31');
    expect(await inWords(grant)).toEqual(['advance 1 180000']);
    await morningOf('2026-08-01');
    await morningOf('2026-08-01');
    expect(await inWords(grant)).toEqual(['advance 1 180000', 'advance 2 150000']);
    expect(await phaseOf(grant)).toBe('part-paid committee');

    const second = (await claimsOf(grant)).find(({ claim }) => claim.instalment === 2)?.claim.id ?? '';
    await pay(grant, second, '2026-08-31');
    const letterId = (await claimsOf(grant)).find(({ claim }) => claim.id === second)?.claim.confirmation?.letterId;
    const { text } = await readPdf(await run((tx) => house.get(Letters).pdfOf(tx, letterId ?? '')));
    for (const part of ['金150,000円', '交付決定額630,000円', '既請求額180,000円', '残額300,000円', '第2回（全4回）'])
      expect(text).toContain(part);
    expect(await paid(grant)).toMatchObject({ claimed: 330_000n, ordered: 330_000n, paid: 330_000n });
    const line = await run((tx) => house.get(BudgetLedger).line(tx, grant.lineId));
    expect([line.committed, line.ordered, line.paid]).toEqual([630_000n, 330_000n, 330_000n]);
    const everyone = await house.get(ViewPublicGrants).execute(publicActor(ogori.id));
    const shown = everyone.rows.find(({ id }) => id === grant.grantId);
    expect(shown).toMatchObject({ amount: 630_000n, paidAmount: 330_000n, paidOn: '2026-08-31' });

    // A worker that stood still makes up for both months at once.
    await morningOf('2027-02-10');
    expect(await inWords(grant)).toEqual([
      'advance 1 180000',
      'advance 2 150000',
      'advance 3 150000',
      'advance 4 150000',
    ]);
  }, 60_000);

  test('eight tenths in advance, the rest once after the settlement, and no part after it', async () => {
    house.clock.at('2026-05-01');
    const grant = await aGrant({
      ...{ unit: 1000, article: '' },
      parts: [
        { month: null, share: [4, 10] },
        { month: 10, share: [4, 10] },
      ],
    });
    expect(await inWords(grant)).toEqual(['advance 1 252000']);
    const { toCome } = await house.get(ViewOrders).staffDesk(people.clerk);
    const own = toCome.filter(({ grantId }) => grantId === grant.grantId);
    expect(own.map(({ instalment, amount }) => [instalment, amount])).toEqual([[2, 252_000n]]);
    await pay(grant, grant.claimId, '2026-05-29');

    await house.sql(`UPDATE organizations SET mail = 'yakuin@example.jp' WHERE id = $1`, [grant.organization.id]);
    const causeId = randomUUID();
    await morningOf('2026-10-01');
    const settle = () => run((tx) => house.get(Claims).prepareSettlement(tx, grant.grantId, yen(300_000), causeId));
    const claimId = await settle();
    expect(await settle()).toBe(claimId);
    // Nobody had ordered the second part: what is left is claimed with the settlement.
    expect(await inWords(grant)).toEqual(['advance 1 252000', 'settlement null 300000']);
    await morningOf('2026-11-01');
    expect(await inWords(grant)).toHaveLength(2);

    const { newClaimId } = await house
      .get(WithdrawClaim)
      .execute(grant.organization.officer, { claimId: claimId ?? '', reason: '電話番号を間違えた' });
    expect(await inWords(grant)).toEqual(['advance 1 252000', 'settlement null 300000']);
    await house.drainOutbox();
    const told = mailsOf(house)
      .filter(({ subject }) => subject.includes('請求書を確かめてください'))
      .map(({ text }) => text)
      .join();
    expect(told).toContain('第2回（全2回）（252,000円）を請求できるようになりました');
    expect(told).toContain('精算払（300,000円）を請求できるようになりました');
    await pay(grant, newClaimId ?? '', '2026-11-30');
    const settlement = await house.get(FinanceBooks).settlement(people.checker, grant.grantId);
    expect(settlement.advances.map(({ order, claim }) => [order.paidOn, claim.instalment, order.amount])).toEqual([
      ['2026-05-29', 1, 252_000n],
    ]);
    expect(settlement).toMatchObject({ received: 252_000n, settledOn: '2026-10-01' });
    const [claimLetter] = await run((tx) => house.get(Letters).forSubject(tx, 'claim', newClaimId ?? ''));
    const { text } = await readPdf(await run((tx) => house.get(Letters).pdfOf(tx, claimLetter?.id ?? '')));
    expect(text).toContain('交付決定額630,000円');
    expect(text).toContain('既請求額252,000円');
    expect(text).toContain('今回請求額300,000円');
    expect(text).toContain('残額78,000円');
    expect(await phaseOf(grant)).toBe('paid nobody');
    expect((await paid(grant)).paid).toBe(552_000n);
    expect(await run((tx) => house.get(BudgetLedger).proveLedger(tx))).toEqual([]);
  }, 60_000);

  test('without 額の確定 the books take the whole payment as its settlement', async () => {
    house.clock.at('2026-05-01');
    const parts = [null, 6].map((month) => ({ month, share: [1, 2] as const }));
    const grant = await aGrant({ unit: 1_000, article: '交付規則第9条', parts }, false);
    const settledOn = async () =>
      (await house.get(FinanceBooks).advances(people.checker, fiscalYear(2026)))
        .filter(({ order }) => order.grantId === grant.grantId)
        .map(({ settledOn: day, outcome }) => [day, outcome?.rest]);
    await pay(grant, grant.claimId, '2026-05-29');
    expect(await settledOn()).toEqual([[null, undefined]]);
    await morningOf('2026-06-01');
    const second = (await claimsOf(grant)).find(({ claim }) => claim.instalment === 2)?.claim.id ?? '';
    await pay(grant, second, '2026-06-30');
    expect(await settledOn()).toEqual([
      ['2026-06-30', 0n],
      ['2026-06-30', 0n],
    ]);
    const { received } = await house.get(FinanceBooks).settlement(people.checker, grant.grantId);
    expect(received).toBe(630_000n);
  });

  test('前金払 is paid before the work and called so on its claim, and is no advance that waits for 精算', async () => {
    house.clock.at('2026-05-01');
    const parts = [{ month: null, share: [1, 1] as const }];
    const way = { method: 'advance' as const, methodLabel: '前金払' };
    const grant = await aGrant({ unit: 1, article: '交付規則第9条', parts }, false, way);
    expect(await inWords(grant)).toEqual(['upfront 1 630000']);
    await pay(grant, grant.claimId, '2026-05-29');
    const [claim] = await run((tx) => house.get(Letters).forSubject(tx, 'claim', grant.claimId));
    const { text } = await readPdf(await run((tx) => house.get(Letters).pdfOf(tx, claim?.id ?? '')));
    expect(text).toContain('前金払');
    expect(text).not.toContain('概算払');
    expect((await paid(grant)).paid).toBe(630_000n);
    const register = await house.get(FinanceBooks).advances(people.checker, fiscalYear(2026));
    expect(register.filter(({ order }) => order.grantId === grant.grantId)).toEqual([]);
  });

  test('where nothing is left to pay, the settlement only ends the parts', async () => {
    house.clock.at('2026-05-01');
    const grant = await aGrant({ unit: 1, article: '', parts: [null, 12].map((month) => ({ month, share: [1, 2] })) });
    const causeId = randomUUID();
    expect(await run((tx) => house.get(Claims).prepareSettlement(tx, grant.grantId, yen(0), causeId))).toBeNull();
    await morningOf('2026-12-01');
    expect(await inWords(grant)).toEqual([]);
    expect(await house.get(ViewClaims).toComeOfOwnOrganization(grant.organization.officer)).toEqual([]);
  }, 60_000);
});
