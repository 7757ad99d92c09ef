import { describe, expect, it } from '@jest/globals';
import { yen, type Yen } from '../../kernel/yen.js';
import { outcomeFaults, proposedOutcome, type GrantOutcome, type OutcomeGround } from './outcome.js';

const ground = (assessed = 500_000): OutcomeGround => ({
  organizationName: '見本協議会',
  appliedAmount: yen(600_000),
  assessed: {
    lines: [{ label: '補助率', article: '要綱第4条', formula: '対象経費の3分の2', yen: String(assessed) }],
    total: String(assessed),
  },
  article: '規則第7条',
});
const choice = (outcome: GrantOutcome, amount: number | null, reason: string) => ({
  ...{ outcome, reason },
  amount: amount === null ? null : (yen(amount) as Yen),
});

describe('the outcome that staff choose', () => {
  it.each([
    ['grants nothing of 査定額 0円', choice('granted', null, ''), 0, ['outcome', 'grants.nothing-to-grant']],
    [
      'keeps a reason from standing beside 交付',
      choice('granted', null, '理由'),
      500_000,
      ['outcome', 'grants.outcome-not-chosen'],
    ],
    [
      'keeps an amount from standing beside 交付',
      choice('granted', 1, ''),
      500_000,
      ['outcome', 'grants.outcome-not-chosen'],
    ],
    ['wants a reason for 不交付', choice('refused', null, '　'), 500_000, ['reason', 'grants.refused-reason-missing']],
    ['gives no amount with 不交付', choice('refused', 1, '理由'), 500_000, ['amount', 'grants.refused-with-amount']],
    ['wants a reason for 減額', choice('reduced', 1, ''), 500_000, ['reason', 'grants.reduced-reason-missing']],
    ['reduces to 1円 at least', choice('reduced', 0, '理由'), 500_000, ['amount', 'grants.reduced-amount-missing']],
    ['reduces below 査定額', choice('reduced', 500_000, '理由'), 500_000, ['amount', 'grants.reduced-not-below']],
    [
      'prints no endless reason',
      choice('refused', null, '長'.repeat(401)),
      500_000,
      ['reason', 'grants.outcome-reason-too-long'],
    ],
  ])('%s', (_, chosen, assessed, [field, code]) => {
    expect(outcomeFaults('outcomes[a]', chosen, ground(assessed))).toMatchObject([
      { pointer: `outcomes[a][${String(field)}]`, code },
    ]);
  });

  it('reduces by a line of its own, down to a single yen', () => {
    const reduced = choice('reduced', 1, ' 繰越金が多いため ');
    expect(outcomeFaults('a', reduced, ground())).toEqual([]);
    const { working, ...rest } = proposedOutcome(reduced, ground());
    expect(rest).toEqual({ outcome: 'reduced', amount: 1n, reason: '繰越金が多いため' });
    expect(working.lines.slice(1)).toEqual([
      { label: '減額', article: '規則第7条', formula: '繰越金が多いため', yen: '-499999' },
    ]);
    expect(working.total).toBe('1');
  });

  it('is 減額交付 by itself where the assessment gives less than was applied for', () => {
    expect(proposedOutcome(choice('granted', null, ''), ground())).toMatchObject({
      outcome: 'reduced',
      amount: 500_000n,
    });
    expect(proposedOutcome(choice('granted', null, ''), ground(600_000))).toMatchObject({ outcome: 'granted' });
  });

  it('refuses without an amount or a working, also what is assessed at 0円', () => {
    const refused = choice('refused', null, '目的に合わないため');
    expect(outcomeFaults('a', refused, ground(0))).toEqual([]);
    expect(proposedOutcome(refused, ground())).toEqual({
      ...{ outcome: 'refused', amount: 0n, reason: '目的に合わないため' },
      working: { lines: [], total: '0' },
    });
  });
});
