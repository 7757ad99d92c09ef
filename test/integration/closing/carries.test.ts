import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BudgetLedger, OpenBudgetLine } from '../../../src/budgets/index.js';
import {
  AnswerLaterPayment,
  CarryOver,
  CloseYear,
  OrderLaterPayment,
  ReversePastYearPayment,
  ViewLaterPayments,
  ViewProof,
  ViewYear,
} from '../../../src/closing/index.js';
import { differenceInWords } from '../../../src/closing/domain/difference-words.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import type { Municipality } from '../../../src/municipalities/index.js';
import { ViewClaims, WithdrawClaim } from '../../../src/payments/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { aPublishedProgram } from '../../support/builders/applications.js';
import { aBudgetLine } from '../../support/builders/grants.js';
import {
  aPreparedClaim,
  confirmClaim,
  paymentPeople,
  type ClaimedGrant,
  type PaymentPeople,
} from '../../support/builders/payments.js';
import { openTowns } from '../../support/builders/staff.js';
import { openHouse, type House } from '../../support/index.js';
import { refusalOf } from '../../support/refusal.js';

const [YEAR, NEXT] = [fiscalYear(2026), fiscalYear(2027)];

describe('what cannot be paid in its year and goes on in the next', () => {
  let house: House;
  let ogori: Municipality;
  let people: PaymentPeople;
  let claimed: ClaimedGrant;
  let nextLineId = '';
  let lineId = '';

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-01' });
    ({ ogori } = await openTowns(house));
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(house, ogori, names);
    lineId = await aBudgetLine(house, people.clerk, '02-01-07-18-701', 5_000_000);
    const program = await aPublishedProgram(house, people.clerk, { budgetLineId: lineId });
    claimed = await aPreparedClaim(house, people, program, {});
    const next = { fiscalYear: NEXT, code: '02-01-07-18-701', name: '運営交付金（見本）', source: '見本' };
    const opened = await house.get(OpenBudgetLine).execute(people.clerk, { ...next, ceiling: yen(100_000) });
    nextLineId = opened.lineId;
  });
  afterAll(() => house.close());

  const proof = async (): Promise<string[]> =>
    (await house.get(ViewProof).now(people.checker)).proof.differences.map(differenceInWords);
  const line = (id: string) => house.get(UnitOfWork).read(people.clerk, (tx) => house.get(BudgetLedger).line(tx, id));
  const close = async (year: typeof YEAR): Promise<void> => {
    const { digest } = await house.get(ViewYear).one(people.treasurer, year);
    await house
      .get(CloseYear)
      .execute(people.treasurer, { year, shown: digest, confirmed: true, slipsEntered: true, note: '' });
  };
  const pay = async (amount: number, ground: 'past-year' | 'carried-by-accident', day: string): Promise<string> => {
    const { grantId } = claimed;
    const orderId = randomUUID();
    const basis = '決裁 R9-1（見本）、令和9年度 運営交付金';
    const order = { grantId, requestId: orderId, amount: yen(amount), ground, basis };
    await house.get(OrderLaterPayment).execute(people.clerk, order);
    const answer = { orderId, paidOn: localDate(day), slipNumber: '27-000001' };
    await house.get(AnswerLaterPayment).confirm(people.checker, answer);
    return orderId;
  };

  it('leaves its line and stands on that of the next year with its budget, by two people with its ground', async () => {
    house.clock.at('2027-03-25');
    // The year is open and nothing was carried: an ordinary order pays.
    expect(await refusalOf(() => pay(100_000, 'past-year', '2027-03-25'))).toEqual([
      'closing.past-year-before-closing',
    ]);
    const carries = house.get(CarryOver);
    const { grantId } = claimed;
    const { most } = await carries.view(people.clerk, grantId);
    const typed = {
      ...{ grantId, requestId: randomUUID(), amount: yen(400_000), ground: 'carried-by-accident' as const },
      ...{ toLineId: nextLineId, decidedOn: localDate('2027-03-24'), decision: '令和9年3月24日決裁 R8-88（見本）' },
      reason: '大雨で会場が使えなくなったため。（見本）',
    };
    expect(
      await refusalOf(() =>
        carries.order(people.clerk, {
          ...typed,
          ground: null,
          amount: yen(most + 1n),
          decision: ' ',
          toLineId: lineId,
        }),
      ),
    ).toEqual([
      'closing.carry-ground-missing',
      'closing.carry-over',
      'closing.carry-line-missing',
      'closing.carry-decision-missing',
    ]);
    await carries.order(people.clerk, typed);
    await carries.order(people.clerk, typed);
    expect(await refusalOf(() => carries.order(people.clerk, { ...typed, requestId: randomUUID() }))).toEqual([
      'closing.carry-once',
    ]);
    const id = (await carries.desk(people.checker)).waiting[0]?.id ?? '';
    const confirm = () => carries.confirm(people.checker, id);
    // The year it comes from is not over.
    expect(await refusalOf(confirm)).toEqual(['closing.carry-too-early']);
    house.clock.at('2027-04-01');
    // What the organisation asks for is paid from the year or taken back first.
    await confirmClaim(house, claimed);
    expect((await carries.view(people.clerk, grantId)).obstacle?.code).toBe('closing.carry-once');
    expect(await refusalOf(confirm)).toEqual(['closing.carry-claim-open']);
    const { claimId } = claimed;
    await house.get(WithdrawClaim).execute(people.clerk, { claimId, reason: '翌年度へ繰り越すため。' });
    const before = await line(lineId);
    await Promise.all([confirm(), confirm()]);
    expect(before.committed - (await line(lineId)).committed).toBe(400_000n);
    expect(await line(nextLineId)).toMatchObject({ ceiling: 500_000n, committed: 400_000n, available: 100_000n });
    // The year pays no more than what stayed in it.
    const claims = await house.get(ViewClaims).ofOwnOrganization(claimed.organization.officer);
    const open = claims.filter(({ claim }) => claim.state !== 'withdrawn');
    expect(open.map(({ claim }) => claim.amount)).toEqual([most - 400_000n]);
    expect(await proof()).toEqual([]);
  });

  it('is paid from the next year while the old one is still open, and taken back where it was a mistake', async () => {
    house.clock.at('2027-04-20');
    expect(await refusalOf(() => pay(100_000, 'past-year', '2027-04-20'))).toEqual([
      'closing.past-year-before-closing',
    ]);
    expect(await refusalOf(() => pay(400_001, 'carried-by-accident', '2027-04-20'))).toEqual([
      'closing.past-year-over',
    ]);
    const orderId = await pay(150_000, 'carried-by-accident', '2027-04-20');
    expect(await line(nextLineId)).toMatchObject({ committed: 400_000n, ordered: 150_000n, paid: 150_000n });
    expect(await proof()).toEqual([]);
    const { payment } = await house.get(ViewLaterPayments).one(people.checker, orderId);
    await house.get(ReversePastYearPayment).execute(people.checker, {
      ...{ grantId: claimed.grantId, paymentId: payment?.id ?? '', reason: '別の団体への支払だったため。' },
    });
    expect(await line(nextLineId)).toMatchObject({ committed: 400_000n, ordered: 0n, paid: 0n });
    expect(await proof()).toEqual([]);
    await pay(250_000, 'carried-by-accident', '2027-04-20');
  });

  it('does not lapse when its first year is closed; what is left of it lapses with the next', async () => {
    house.clock.at('2027-06-01');
    await close(YEAR);
    const first = await house.get(ViewYear).one(people.treasurer, YEAR);
    const [rest] = first.lapsed;
    // What was not carried over lapsed, and nothing else.
    expect(rest?.amount).toBe(
      (await house.get(CarryOver).view(people.clerk, claimed.grantId)).grant.amountInForce - 400_000n,
    );
    expect(await proof()).toEqual([]);
    house.clock.at('2028-06-01');
    await close(NEXT);
    expect((await house.get(ViewYear).one(people.treasurer, NEXT)).lapsed).toMatchObject([
      { grantId: claimed.grantId, amount: 150_000n },
    ]);
    expect(await line(nextLineId)).toMatchObject({ committed: 250_000n, paid: 250_000n });
    expect(await proof()).toEqual([]);
  });
});
