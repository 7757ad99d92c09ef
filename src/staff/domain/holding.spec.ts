import { describe, expect, it } from '@jest/globals';
import type { Side } from '../../kernel/actor.js';
import { localDate } from '../../kernel/local-date.js';
import { holdingFaults, holdsOn, type HoldingWithSide } from './holding.js';

const holding = (side: Side, fromOn: string, untilOn: string | null, postId: string = side): HoldingWithSide => ({
  id: `${postId} ${fromOn}`,
  postId,
  postName: postId,
  staffId: 'hanako',
  kind: 'holder',
  side,
  fromOn: localDate(fromOn),
  untilOn: untilOn === null ? null : localDate(untilOn),
});
const codes = (wanted: HoldingWithSide, ...others: HoldingWithSide[]): string[] =>
  holdingFaults(wanted, others).map(({ code }) => code);

describe('holding a post', () => {
  it.each<[Side, Side]>([
    ['ordering', 'treasury'],
    ['treasury', 'ordering'],
    ['audit', 'ordering'],
    ['treasury', 'audit'],
  ])('of %s and of %s at a time is refused', (held, wanted) => {
    expect(codes(holding(wanted, '2026-04-01', null), holding(held, '2025-04-01', null))).toEqual([
      'staff.posts-of-both-sides',
    ]);
  });

  it('changes sides from one day to the next', () => {
    expect(codes(holding('treasury', '2026-04-01', null), holding('ordering', '2025-04-01', '2026-03-31'))).toEqual([]);
    expect(codes(holding('treasury', '2026-03-31', null), holding('ordering', '2025-04-01', '2026-03-31'))).toEqual([
      'staff.posts-of-both-sides',
    ]);
  });

  it('sees a change of sides that is still to come', () => {
    expect(codes(holding('ordering', '2026-04-01', null), holding('treasury', '2027-04-01', null))).toEqual([
      'staff.posts-of-both-sides',
    ]);
    expect(codes(holding('ordering', '2026-04-01', '2027-03-31'), holding('treasury', '2027-04-01', null))).toEqual([]);
  });

  it('allows several posts of one side (兼務), but not the same one twice', () => {
    const chief = holding('ordering', '2026-04-01', null, 'chief');
    expect(codes(chief, holding('ordering', '2025-04-01', null, 'clerk'))).toEqual([]);
    expect(codes({ ...chief, id: 'again' }, chief)).toEqual(['staff.post-held-already']);
  });

  it('does not end before it begins', () => {
    expect(codes(holding('ordering', '2026-04-01', '2026-03-31'))).toEqual(['staff.holding-ends-before-start']);
  });

  it('includes its first and its last day', () => {
    const spring = holding('ordering', '2026-04-01', '2026-05-31');
    expect(
      ['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01'].map((day) => holdsOn(spring, localDate(day))),
    ).toEqual([false, true, true, false]);
  });
});
