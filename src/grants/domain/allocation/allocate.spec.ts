import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatYen, sumYen, yen, ZERO_YEN } from '../../../kernel/yen.js';
import { allocateProRata, ROUNDING_UNITS } from '../../../programs/index.js';
import { division } from '../../use-cases/allocation/division.js';
import { outcomeFaults, proposedOutcome } from '../outcome.js';
import { allocate } from './allocate.js';
import type { Allocation, AllocationCase, AllocationPlan } from './allocation.js';
import { outcomeOf } from './allocation-words.js';
import { entryFaults, outdatedBy, type AllocationTrial } from './trial.js';

const aCase = (id: string, requested: number, place: number | null = null, more = {}): AllocationCase => ({
  ...{ id, organizationName: `${id}の会`, title: `${id}まつり`, reference: `R8-${id}` },
  ...{ requested: yen(requested), place, fellShort: false },
  ...more,
});
const plan = (change: Partial<AllocationPlan>): AllocationPlan => ({
  ...{ method: 'rank', ceiling: yen(500_000), ceilingNote: '予算残額', unit: 1000, article: '要綱第7条' },
  ...{ order: 'panel', atCut: 'stop', cap: null, entries: {}, note: '' },
  ...change,
});
const FOUR = [aCase('a', 300_000, 2), aCase('b', 150_000, 1), aCase('c', 100_000, 3), aCase('d', 50_000, 4)];
const shares = (cases: readonly AllocationCase[], change: Partial<AllocationPlan>): Record<string, bigint> =>
  Object.fromEntries(allocate(cases, plan(change), division).cases.map(({ id, amount }) => [id, amount]));

describe('順位による切捨て', () => {
  it('meets the first in full and cuts where the budget ends, however small what stands below', () => {
    expect(shares(FOUR, {})).toEqual({ b: 150_000n, a: 300_000n, c: 0n, d: 0n });
    const { cases, left } = allocate(FOUR, plan({}), division);
    expect(left).toBe(50_000n);
    expect(cases.map(({ how }) => how)).toEqual([
      '1位。ここまでの累計150,000円',
      '2位。ここまでの累計450,000円',
      '3位。残り50,000円が査定額に足りない',
      '4位。3位で上限に達した',
    ]);
  });

  it('gives what is left to the first that no longer fits, cut to the unit', () => {
    expect(shares(FOUR, { atCut: 'part', ceiling: yen(499_999) })['c']).toBe(49_000n);
    expect(shares(FOUR, { atCut: 'part', ceiling: yen(499_999), unit: 1 })['c']).toBe(49_999n);
  });

  it('never lets anything but the rank decide between two of one place', () => {
    const tied = [aCase('a', 300_000, 1), aCase('b', 150_000, 2), aCase('c', 150_000, 2)];
    expect(shares(tied, { atCut: 'part' })).toEqual({ a: 300_000n, b: 0n, c: 0n });
    expect(shares(tied, { ceiling: yen(600_000) })).toEqual({ a: 300_000n, b: 150_000n, c: 150_000n });
  });

  it('goes by 収受番号 or by places of staff where that is chosen; who has none gets nothing', () => {
    expect(shares(FOUR, { order: 'received', ceiling: yen(450_000) })).toEqual({
      a: 300_000n,
      b: 150_000n,
      c: 0n,
      d: 0n,
    });
    expect(shares(FOUR, { order: 'hand', entries: { d: '1', c: '2' } })).toEqual({
      d: 50_000n,
      c: 100_000n,
      a: 0n,
      b: 0n,
    });
  });

  it('leaves out what fell short before the panel', () => {
    const short = aCase('e', 10_000, null, { fellShort: true });
    const methods = (['rank', 'pro-rata', 'cap'] as const).map((method) => shares([...FOUR, short], { method })['e']);
    expect(methods).toEqual([0n, 0n, 0n]);
  });
});

describe('the other ways', () => {
  it('divides pro rata as the programmes do, with its arithmetic', () => {
    const { cases, left } = allocate(FOUR, plan({ method: 'pro-rata' }), division);
    expect(cases.map(({ amount }) => amount)).toEqual([250_000n, 125_000n, 83_000n, 41_000n]);
    expect(left).toBe(1_000n);
    expect(cases[2]?.how).toBe('100,000円 × 予算 500,000円 ÷ 申請の合計 600,000円、千円未満切捨て');
  });

  it('caps every case alike: by the largest cap that fits, or by one that is typed, which may not', () => {
    expect(shares(FOUR, { method: 'cap' })).toEqual({ a: 200_000n, b: 150_000n, c: 100_000n, d: 50_000n });
    expect(allocate(FOUR, plan({ method: 'cap', cap: yen(250_000) }), division).left).toBe(-50_000n);
  });

  it('takes amounts by hand, and no more than 査定額', () => {
    const byHand = plan({ method: 'hand', entries: { a: '100000', d: '60000' }, note: '継続の事業を先にする' });
    expect(entryFaults(FOUR, byHand)).toMatchObject([
      { pointer: 'entries[d]', code: 'grants.allocation-above-assessed' },
    ]);
    expect(shares(FOUR, byHand)).toEqual({ a: 100_000n, b: 150_000n, c: 100_000n, d: 50_000n });
  });

  it.each(['rank', 'pro-rata', 'cap', 'hand'] as const)('%s: of nothing makes nothing', (method) => {
    expect(allocate([], plan({ method }), division)).toEqual({ cases: [], asked: 0n, allocated: 0n, left: 500_000n });
  });
});

const someCases = fc
  .array(
    fc.record({
      requested: fc.integer({ min: 0, max: 3_000_000 }),
      place: fc.option(fc.integer({ min: 1, max: 9 })),
      fellShort: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ requested, place, fellShort }, index) => aCase(String(index), requested, place, { fellShort })),
  );
const somePlan = fc
  .record({
    method: fc.constantFrom('rank' as const, 'pro-rata' as const, 'cap' as const),
    order: fc.constantFrom('panel' as const, 'received' as const),
    atCut: fc.constantFrom('stop' as const, 'part' as const),
    ceiling: fc.integer({ min: 0, max: 20_000_000 }),
    unit: fc.constantFrom(...ROUNDING_UNITS),
  })
  .map(({ ceiling, ...rest }) => plan({ ...rest, ceiling: yen(ceiling) }));

describe('whatever is asked for', () => {
  it('never exceeds the ceiling, gives nobody more than 査定額, and tells the rest', () => {
    fc.assert(
      fc.property(someCases, somePlan, (cases, way) => {
        const done = allocate(cases, way, division);
        expect(done.allocated <= way.ceiling).toBe(true);
        expect(done.cases.every(({ amount, requested }) => amount >= 0n && amount <= requested)).toBe(true);
        expect(sumYen(done.cases.map(({ amount }) => amount)) + done.left).toBe(way.ceiling);
        expect(done.cases).toHaveLength(cases.length);
      }),
    );
  });

  it('comes to the same in whatever order the cases come', () => {
    fc.assert(
      fc.property(someCases, somePlan, (cases, way) => {
        const byId = ({ cases: rows }: Allocation) => new Map(rows.map(({ id, amount, how }) => [id, { amount, how }]));
        const there = byId(allocate(cases.toReversed(), way, division));
        expect(there).toEqual(byId(allocate(cases, way, division)));
      }),
    );
  });

  it('becomes outcomes without faults, whose workings sum to the shares', () => {
    fc.assert(
      fc.property(someCases, somePlan, (cases, way) => {
        const trial = { ...allocate(cases, way, division), plan: way } as AllocationTrial;
        for (const share of trial.cases) {
          const assessed = { lines: [{ label: '額', article: '', formula: '', yen: String(share.requested) }] };
          const ground = {
            ...{ organizationName: 'あ', appliedAmount: share.requested, article: '規則第7条' },
            assessed: { ...assessed, total: String(share.requested) },
          };
          const choice = outcomeOf(trial, share);
          expect(outcomeFaults('a', choice, ground)).toEqual([]);
          const { amount, working } = proposedOutcome(choice, ground);
          expect([amount, working.total]).toEqual([share.amount, share.amount.toString()]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('holds ten thousand cases', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      aCase(String(index).padStart(5, '0'), 1_000 + index, index + 1),
    );
    for (const method of ['rank', 'pro-rata', 'cap'] as const) {
      const done = allocate(many, plan({ method, ceiling: yen(20_000_000), unit: 1 }), division);
      expect([method, done.cases.length, done.left >= ZERO_YEN]).toEqual([method, 10_000, true]);
    }
    const { rest } = allocateProRata(
      many.map(({ id, requested }) => ({ id, amount: requested })),
      yen(20_000_000),
      1,
    );
    expect(formatYen(rest)).toBe('0円');
  });
});

describe('a trial', () => {
  it('is out of date once a case is assessed anew, leaves, joins, or is judged otherwise', () => {
    const [a, b, c, d] = FOUR as [AllocationCase, AllocationCase, AllocationCase, AllocationCase];
    expect(outdatedBy(FOUR, FOUR.toReversed())).toEqual([]);
    const now = [{ ...a, requested: yen(200_000) }, { ...b, place: 2 }, c, aCase('e', 1)];
    expect(outdatedBy(FOUR, now).map(({ organizationName, why }) => `${organizationName}：${why}`)).toEqual([
      'aの会：査定額が300,000円から200,000円に変わりました',
      'bの会：審査会の結果が変わりました',
      `${d.organizationName}：取下げ・差戻し・起案などで、配分の対象から外れました`,
      'eの会：新しく配分の対象になりました',
    ]);
  });
});
