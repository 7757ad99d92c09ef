import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../kernel/local-date.js';
import { yen } from '../../kernel/yen.js';
import { wayOf, type LaterDecision } from './way-of-grant.js';

const day = localDate;
const later = (kind: LaterDecision['kind'], on: string, amount: number | null): LaterDecision => ({
  kind,
  on: day(on),
  amount: amount === null ? null : yen(amount),
});
const way = (...decisions: LaterDecision[]) =>
  wayOf({
    decidedOn: day('2026-06-01'),
    amount: yen(300_000),
    later: decisions,
    payments: [{ on: day('2026-06-20'), amount: yen(300_000), kind: 'early' }],
    returns: [],
  });

describe('the public way of a grant', () => {
  it('begins with the decision, whose amount is in force until another decision says otherwise', () => {
    expect(way()).toMatchObject({ state: 'decided', amountInForce: 300_000n, determinedAmount: null });
    expect(way().steps.map(({ kind }) => kind)).toEqual(['decided', 'paid']);
  });

  it('an amendment changes the amount, and 額の確定 has the last word on it', () => {
    const changed = later('changed', '2026-08-01', 240_000);
    expect(way(changed)).toMatchObject({ state: 'changed', amountInForce: 240_000n });
    const determined = way(changed, later('determined', '2027-04-20', 200_000));
    expect(determined).toMatchObject({ state: 'determined', amountInForce: 200_000n, determinedAmount: 200_000n });
    expect(determined.steps.map(({ kind }) => kind)).toEqual(['decided', 'paid', 'changed', 'determined']);
  });

  it('a discontinued project says so until its amount is determined', () => {
    expect(way(later('discontinued', '2026-09-01', null))).toMatchObject({
      state: 'discontinued',
      amountInForce: 300_000n,
    });
  });

  it('money that came back is a step with its day, and one day is told in the order in which it went', () => {
    const { steps } = wayOf({
      ...{ decidedOn: day('2026-06-01'), amount: yen(200_000) },
      later: [later('changed', '2026-06-01', 210_000), later('determined', '2027-03-19', 185_000)],
      payments: [
        { on: day('2027-03-19'), amount: yen(5_000), kind: 'settling' },
        { on: day('2027-03-19'), amount: yen(200_000), kind: 'early' },
      ],
      returns: [
        { on: day('2027-04-02'), amount: yen(10_000) },
        { on: day('2027-03-19'), amount: yen(5_000) },
      ],
    });
    expect(steps.map(({ on, kind, amount }) => [on, kind, Number(amount)])).toEqual([
      ['2026-06-01', 'decided', 200_000],
      ['2026-06-01', 'changed', 210_000],
      ['2027-03-19', 'paid', 200_000],
      ['2027-03-19', 'determined', 185_000],
      ['2027-03-19', 'paid', 5_000],
      ['2027-03-19', 'returned', 5_000],
      ['2027-04-02', 'returned', 10_000],
    ]);
  });

  it('what was revoked stays and says so, also after the amount had been determined', () => {
    const revoked = way(later('determined', '2027-04-20', 280_000), later('revoked', '2027-06-01', null));
    expect(revoked).toMatchObject({ state: 'revoked', amountInForce: 0n, determinedAmount: 280_000n });
    expect(way(later('partly-revoked', '2026-09-01', 100_000))).toMatchObject({
      state: 'partly-revoked',
      amountInForce: 100_000n,
    });
  });
});
