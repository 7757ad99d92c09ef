import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { yen } from '../../kernel/yen.js';
import {
  applyMovements,
  availableOf,
  cancellingOrder,
  committing,
  NO_BALANCES,
  ordering,
  paying,
  releasing,
  reserving,
  reversingCommitment,
  type Balances,
  type Movement,
} from './ledger.js';

/** Three causes with one order each, on one line; an act is the cause it is for, its kind and an amount. */
const anAct = fc.record({
  cause: fc.nat(2),
  kind: fc.constantFrom('reserve', 'release', 'commit', 'reverse', 'order', 'cancel', 'pay'),
  amount: fc.integer({ min: -5, max: 120 }),
});

class Books {
  line: Balances = { ...NO_BALANCES, ceiling: yen(200) };
  readonly held = [NO_BALANCES, NO_BALANCES, NO_BALANCES];

  /** Carries the act out, or leaves everything as it was when the rules refuse it. */
  act({ cause, kind, amount }: { cause: number; kind: string; amount: number }): void {
    const held = this.held[cause] ?? NO_BALANCES;
    try {
      const movements = movementsFor(kind, this.line, held, amount);
      this.held[cause] = applyMovements(held, movements);
      this.line = applyMovements(this.line, movements);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

function movementsFor(kind: string, line: Balances, held: Balances, amount: number): Movement[] {
  if (kind === 'reserve') return reserving(line, held, yen(amount));
  if (kind === 'release') return releasing(held);
  if (kind === 'commit') return committing(held);
  if (kind === 'reverse') return reversingCommitment(held);
  if (kind === 'order') return ordering(held, held, yen(amount));
  return kind === 'cancel' ? cancellingOrder(held) : paying(held);
}

describe('the rules of the ledger', () => {
  it('keep every balance lawful through any history of acts, allowed or refused', () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 60 }), (history) => {
        const books = new Books();
        for (const act of history) {
          books.act(act);
          for (const { reserved, committed, ordered, paid } of [books.line, ...books.held]) {
            expect(reserved >= 0n && paid >= 0n && paid <= ordered && ordered <= committed).toBe(true);
          }
          expect(availableOf(books.line) >= 0n).toBe(true);
          for (const account of ['reserved', 'committed', 'ordered', 'paid'] as const) {
            expect(books.held.reduce((sum, held) => sum + held[account], 0n)).toBe(books.line[account]);
          }
        }
      }),
    );
  });

  it('let the last yen be reserved once', () => {
    const line = { ...NO_BALANCES, ceiling: yen(630_000) };
    expect(reserving(line, NO_BALANCES, yen(630_000))).toEqual([{ account: 'reserved', amount: 630_000n }]);
    expect(() => reserving(line, NO_BALANCES, yen(630_001))).toThrow('budgets.over-ceiling');
  });

  it('give a whole commitment back, and none of which a part is ordered', () => {
    const held = { ...NO_BALANCES, committed: yen(630_000) };
    expect(reversingCommitment(held)).toEqual([{ account: 'committed', amount: -630_000n }]);
    expect(() => reversingCommitment({ ...held, ordered: yen(1) })).toThrow('budgets.ordered-not-reversible');
    expect(() => reversingCommitment(NO_BALANCES)).toThrow('budgets.nothing-committed');
  });

  it('post nothing when a reservation already has the wanted amount', () => {
    const held = { ...NO_BALANCES, reserved: yen(5) };
    expect(reserving({ ...NO_BALANCES, ceiling: yen(5), reserved: yen(5) }, held, yen(5))).toEqual([]);
  });
});
