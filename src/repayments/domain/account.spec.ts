import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date.js';
import { addRatios, compareRatios, multiplyRatios, ratio, toYen, wholeRatio } from '../../kernel/ratio.js';
import { percentRatio, REFUND_PARTS, USUAL_REFUND, type ChargeTerms } from '../../kernel/refund-terms.js';
import { sumYen, yen, type Yen } from '../../kernel/yen.js';
import { sharesOf, standingOn, type RefundAccount, type Shares } from './account.js';

/** 補助金等適正化法19条: 年10.95％; cut at 100 yen as 国税通則法 cuts 延滞税. */
const LAW: ChargeTerms = {
  article: '規則第15条',
  percent: '10.95',
  yearCount: 'always-365',
  baseUnit: 1,
  unit: 100,
  least: 0,
};

const anAccount = (told: Partial<RefundAccount> = {}): RefundAccount => ({
  amount: yen(300_000),
  received: [{ on: localDate('2026-06-01'), amount: yen(630_000) }],
  recipientAtFault: true,
  dueOn: localDate('2026-10-20'),
  chargesDueOn: null,
  terms: { ...USUAL_REFUND, addition: LAW, lateCharge: LAW },
  payments: [],
  plans: [],
  chargePlans: [],
  reliefs: [],
  endedOn: null,
  ...told,
});

const paidIn = (account: RefundAccount, ...payments: readonly [day: string, amount: number][]): RefundAccount =>
  payments.reduce((before, [day, amount]) => {
    const receivedOn = localDate(day);
    const { shares, excess } = sharesOf(before, yen(amount), receivedOn);
    if (excess > 0n) throw new Error('more than is open');
    return { ...before, payments: [...before.payments, { receivedOn, shares }] };
  }, account);

const asked = (account: RefundAccount, day: string): number[] => {
  const { parts } = standingOn(account, localDate(day));
  return [parts.addition.asked, parts['late-charge'].asked].map(Number);
};

describe('worked examples', () => {
  it('加算金 counts the day of the receipt and the day of the repayment (適正化法19条1項)', () => {
    // 6/1 to 6/30 are 30 days: 300,000 × 10.95% × 30 ÷ 365 = 2,700.
    expect(asked(anAccount(), '2026-06-30')).toEqual([2_700, 0]);
    // 6/1 to 10/20 are 142 days: 300,000 × 0.03% × 142 = 12,780, cut to 12,700.
    expect(asked(anAccount(), '2026-10-20')).toEqual([12_700, 0]);
  });

  it('延滞金 begins on the day after the due date (19条2項)', () => {
    // 10/21 to 10/30 are 10 days: 300,000 × 0.03% × 10 = 900; 加算金 runs on: 152 days, 13,680.
    expect(asked(anAccount(), '2026-10-30')).toEqual([13_600, 900]);
  });

  it('a payment in part lowers what both are reckoned on from the next day', () => {
    const account = paidIn(anAccount(), ['2026-10-30', 100_000]);
    // To 10/30 as above. 11/1 to 11/9 with 10/31: 10 days on 200,000: 600 each. 13,680 + 600 = 14,280; 900 + 600.
    expect(asked(account, '2026-11-09')).toEqual([14_200, 1_500]);
    const { parts } = standingOn(account, localDate('2026-11-09'));
    expect(Number(parts.principal.open)).toBe(200_000);
    expect(parts['late-charge'].charge?.formula).toBe(
      '（300,000円×10日〔令和8年10月21日〜令和8年10月30日〕＋200,000円×10日〔令和8年10月31日〜令和8年11月9日〕）×年10.95％÷365日＝1,500円',
    );
  });

  it('what comes back is what came last, where money came in several parts (施行令9条1項)', () => {
    const received = [
      { on: localDate('2026-06-01'), amount: yen(400_000) },
      { on: localDate('2026-09-01'), amount: yen(200_000) },
    ];
    // 100,000 from 6/1 and 200,000 from 9/1: to 9/30 they are 122 and 30 days: 3,660 + 1,800.
    expect(asked(anAccount({ received }), '2026-09-30')).toEqual([5_400, 0]);
  });

  it('a settlement surplus bears no 加算金, and nothing grows without an article', () => {
    expect(asked(anAccount({ recipientAtFault: false }), '2026-10-30')).toEqual([0, 900]);
    expect(asked(anAccount({ terms: USUAL_REFUND }), '2027-10-30')).toEqual([0, 0]);
  });

  it('by the calendar, the days of a leap year are counted by 366', () => {
    const calendar: ChargeTerms = { ...LAW, yearCount: 'calendar', unit: 1 };
    const account = anAccount({
      dueOn: localDate('2027-12-31'),
      recipientAtFault: false,
      terms: { ...USUAL_REFUND, lateCharge: calendar },
    });
    // 366 days of 2028 are a whole year: 10.95% of 300,000.
    expect(asked(account, '2028-12-31')).toEqual([0, 32_850]);
    // Counted by 365 it would be 32,940.
    const by365 = {
      ...account,
      terms: { ...USUAL_REFUND, lateCharge: { ...calendar, yearCount: 'always-365' as const } },
    };
    expect(asked(by365, '2028-12-31')).toEqual([0, 32_940]);
  });

  it('the base is cut first where the article says so, and a trifle is not taken', () => {
    const cut: ChargeTerms = { ...LAW, baseUnit: 1_000, least: 1_000 };
    const account = anAccount({
      amount: yen(300_999),
      recipientAtFault: false,
      terms: { ...USUAL_REFUND, lateCharge: cut },
    });
    // 300,000 × 0.03% × 11 = 990, less than 1,000; on the 12th day 1,080.
    expect(asked(account, '2026-10-31')).toEqual([0, 0]);
    expect(asked(account, '2026-11-01')).toEqual([0, 1_000]);
  });

  it('under a plan only what its days have passed is late, and what was late before stays', () => {
    const plans = [
      {
        since: localDate('2026-10-30'),
        parts: [
          { dueOn: localDate('2026-11-30'), amount: yen(150_000) },
          { dueOn: localDate('2026-12-28'), amount: yen(150_000) },
        ],
      },
    ];
    const account = anAccount({ plans, recipientAtFault: false });
    expect(asked(account, '2026-11-30')).toEqual([0, 900]);
    // 12/1 to 12/10 on 150,000: 450 more.
    expect(asked(account, '2026-12-10')).toEqual([0, 1_300]);
    expect(standingOn(account, localDate('2026-11-10')).nextDue).toEqual({ dueOn: '2026-11-30', amount: 150_000n });
    const ahead = paidIn(account, ['2026-11-10', 170_000]);
    expect(standingOn(ahead, localDate('2026-11-11')).nextDue).toEqual({ dueOn: '2026-12-28', amount: 130_000n });
  });

  it('the order of payments in part is the article’s: charges first pays them before the money itself', () => {
    const terms = { ...anAccount().terms, allocation: ['late-charge', 'addition', 'principal'] as const };
    // As of 10/30: 延滞金 900, 加算金 13,600.
    expect(sharesOf(anAccount({ terms }), yen(20_000), localDate('2026-10-30')).shares).toEqual({
      'late-charge': 900n,
      addition: 13_600n,
      principal: 5_500n,
    });
    expect(sharesOf(anAccount(), yen(20_000), localDate('2026-10-30')).shares).toEqual({
      'late-charge': 0n,
      addition: 0n,
      principal: 20_000n,
    });
  });

  it('what is more than owed is told apart as 過誤納金', () => {
    // 6/1 is one day: 300,000 × 0.03% = 90, less than 100円.
    const { shares, excess } = sharesOf(anAccount(), yen(300_001), localDate('2026-06-01'));
    expect([shares.principal, excess]).toEqual([300_000n, 1n]);
  });

  it('減免 takes a part or all of a charge, never of what is paid', () => {
    // As of 10/30: 加算金 13,600, 延滞金 900.
    const relieved = (...reliefs: RefundAccount['reliefs'][number][]) => asked(anAccount({ reliefs }), '2026-10-30');
    expect(relieved({ part: 'addition', amount: yen(3_600) })).toEqual([10_000, 900]);
    expect(relieved({ part: 'late-charge', amount: null })).toEqual([13_600, 0]);
    const terms = { ...anAccount().terms, allocation: ['addition', 'principal', 'late-charge'] as const };
    const paid = paidIn(anAccount({ terms }), ['2026-10-30', 5_000]);
    expect(asked({ ...paid, reliefs: [{ part: 'addition', amount: null }] }, '2026-10-30')).toEqual([5_000, 900]);
  });

  it('nothing grows once the claim has ended', () => {
    const account = anAccount({ endedOn: localDate('2026-10-30') });
    expect(asked(account, '2030-01-01')).toEqual([13_600, 900]);
  });
});

const FIRST = localDate('2026-04-01');
const aDay = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(FIRST, days));
const someTerms = fc.record({
  percent: fc.constantFrom('5', '10.95', '14.6', '2.4'),
  unit: fc.constantFrom(1, 10, 100),
  baseUnit: fc.constantFrom(1, 1_000),
  yearCount: fc.constantFrom('always-365' as const, 'calendar' as const),
});
const orders = fc.shuffledSubarray([...REFUND_PARTS], { minLength: 3 });

/** An account in which somebody pays now and then, never more than is open. */
const histories = fc
  .record({
    amount: fc.integer({ min: 1, max: 3_000_000 }),
    cameOn: fc.array(aDay(120), { minLength: 1, maxLength: 3 }),
    due: fc.integer({ min: 130, max: 400 }),
    terms: someTerms,
    allocation: orders,
    pays: fc.array(fc.tuple(fc.integer({ min: 125, max: 900 }), fc.integer({ min: 1, max: 100 })), { maxLength: 5 }),
  })
  .map(({ amount, cameOn, due, terms, allocation, pays }) => {
    const charge = { ...LAW, ...terms };
    let account = anAccount({
      amount: yen(amount),
      received: cameOn.toSorted().map((on) => ({ on, amount: yen(Math.ceil(amount / cameOn.length)) })),
      dueOn: addDays(FIRST, due),
      terms: { ...USUAL_REFUND, addition: charge, lateCharge: charge, allocation },
    });
    for (const [day, percent] of pays.toSorted(([a], [b]) => a - b)) {
      const receivedOn = addDays(FIRST, day);
      const { open } = standingOn(account, receivedOn);
      const paying = ((open * BigInt(percent)) / 100n) as Yen;
      const shares = paying === 0n ? null : sharesOf(account, paying, receivedOn).shares;
      if (shares) account = { ...account, payments: [...account.payments, { receivedOn, shares }] };
    }
    return account;
  });

const total = (shares: Shares): Yen => sumYen(REFUND_PARTS.map((part) => shares[part]));

describe('properties', () => {
  it('a charge is what day by day adds up to, cut once', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 1_000 }), (account, days) => {
        const until = addDays(FIRST, days);
        const terms = account.terms.lateCharge;
        if (!terms || !account.dueOn) throw new Error('the history has terms');
        let exact = wholeRatio(0);
        for (let day = addDays(account.dueOn, 1); day <= until; day = addDays(day, 1)) {
          const paid = sumYen(
            account.payments.filter(({ receivedOn }) => receivedOn < day).map(({ shares }) => shares.principal),
          );
          const base = ((account.amount - paid) / BigInt(terms.baseUnit)) * BigInt(terms.baseUnit);
          const ofYear = terms.yearCount === 'calendar' && daysOf(day) === 366 ? 366 : 365;
          exact = addRatios(exact, multiplyRatios(ratio(base, ofYear), percentRatio(terms.percent)));
          exact = reduced(exact);
        }
        const expected = toYen(exact, { unit: BigInt(terms.unit), mode: 'down' });
        expect(standingOn(account, until).parts['late-charge'].asked).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('a payment is taken to the yen, and nothing is ever paid beyond what was asked', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 900, max: 1_500 }), (account, days) => {
        const { parts, open } = standingOn(account, addDays(FIRST, days));
        for (const part of REFUND_PARTS) expect(parts[part].open >= 0n).toBe(true);
        const { shares, excess } = sharesOf(account, open, addDays(FIRST, days));
        expect([total(shares), excess]).toEqual([open, 0n]);
        expect(sharesOf(account, (open + 1n) as Yen, addDays(FIRST, days)).excess).toBe(1n);
      }),
    );
  });

  it('once all is paid nothing grows any more', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 900, max: 1_500 }), (account, days) => {
        const receivedOn = addDays(FIRST, days);
        const { shares } = sharesOf(account, standingOn(account, receivedOn).open, receivedOn);
        const paid = { ...account, payments: [...account.payments, { receivedOn, shares }] };
        expect(standingOn(paid, addDays(receivedOn, 5_000)).open).toBe(0n);
      }),
    );
  });

  it('a percentage is read exactly', () => {
    expect(compareRatios(percentRatio('10.95'), ratio(1095, 10_000))).toBe(0);
    expect(() => percentRatio('10,95')).toThrow(RangeError);
  });
});

const daysOf = (day: LocalDate): number => {
  const year = Number(day.slice(0, 4));
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365;
};

function reduced({ numerator, denominator }: { numerator: bigint; denominator: bigint }) {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? wholeRatio(0) : ratio(numerator / a, denominator / a);
}
