import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yen } from '../../kernel/yen.js';
import type { DemandState, RepaymentCause } from './demand.js';
import { mayAsk } from './following.js';

const demand = (number: number, amount: number, state: DemandState, cause: RepaymentCause = 'revocation') => ({
  ...{ id: String(number), number, state, cause },
  amount: yen(amount),
});

describe('the most that demands may ask for', () => {
  it('is what was ordered beyond the amount in force, the newest demand lowered first', () => {
    const demands = [demand(1, 100, 'demanded'), demand(2, 200, 'open')];
    const over = (ordered: number) => [...mayAsk(demands, { ordered: yen(ordered), inForce: yen(330) }).values()];
    expect(over(630)).toEqual([100n, 200n]);
    expect(over(480)).toEqual([100n, 50n]);
    expect(over(400)).toEqual([70n, 0n]);
    expect(over(0)).toEqual([0n, 0n]);
  });

  it('leaves out what ended, what was dropped and what was asked as paid by mistake', () => {
    const demands = [
      demand(1, 100, 'settled'),
      demand(2, 500, 'dropped'),
      demand(3, 80, 'demanded', 'overpayment'),
      demand(4, 200, 'decided'),
    ];
    const most = mayAsk(demands, { ordered: yen(630), inForce: yen(400) });
    expect(Object.fromEntries(most)).toEqual({ 1: 100n, 3: 80n, 4: 50n });
  });

  it('never sums to more than is over, nor raises a demand', () => {
    const aDemand = fc.record({
      amount: fc.nat(900),
      state: fc.constantFrom<DemandState>('open', 'drafted', 'demanded'),
    });
    fc.assert(
      fc.property(fc.array(aDemand, { maxLength: 5 }), fc.nat(2_000), fc.nat(2_000), (demands, ordered, inForce) => {
        const all = demands.map(({ amount, state }, index) => demand(index + 1, amount, state));
        const most = mayAsk(all, { ordered: yen(ordered), inForce: yen(inForce) });
        for (const { id, amount } of all) expect((most.get(id) ?? 0n) <= amount).toBe(true);
        const sum = [...most.values()].reduce((a, b) => a + b, 0n);
        expect(sum <= BigInt(Math.max(0, ordered - inForce))).toBe(true);
      }),
    );
  });
});
