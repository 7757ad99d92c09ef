import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { yen } from '../../kernel/yen.js';
import {
  applyMovements,
  availableOf,
  cancellingOrder,
  changing,
  committing,
  increasingCommitment,
  NO_BALANCES,
  orderedBeyond,
  ordering,
  paying,
  reducingCommitment,
  releasing,
  reserving,
  returning,
  reversingCommitment,
  reversingReturn,
  unorderedOf,
  unpaying,
  type Balances,
  type Movement,
} from './ledger.js';

/** Three causes with one order each, on one line, and a second line to transfer to and from. */
const anAct = fc.record({
  cause: fc.nat(2),
  kind: fc.constantFrom(
    'reserve',
    'release',
    'commit',
    'reverse',
    'order',
    'cancel',
    'pay',
    'increase',
    'reduce',
    'unpay',
    'return',
    'reverse-return',
    'supplement',
    'transfer',
    'allot',
  ),
  amount: fc.integer({ min: -120, max: 120 }),
});

class Books {
  line: Balances = { ...NO_BALANCES, ceiling: yen(200) };
  neighbour: Balances = { ...NO_BALANCES, ceiling: yen(100) };
  supplemented = 0n;
  readonly held = [NO_BALANCES, NO_BALANCES, NO_BALANCES];

  /** Carries the act out, or leaves everything as it was when the rules refuse it. */
  act({ cause, kind, amount }: { cause: number; kind: string; amount: number }): void {
    try {
      if (kind === 'supplement' || kind === 'transfer' || kind === 'allot') this.change(kind, amount);
      else this.use(cause, kind, amount);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private use(cause: number, kind: string, amount: number): void {
    const held = this.held[cause] ?? NO_BALANCES;
    const movements = movementsFor(kind, this.line, held, amount);
    this.held[cause] = applyMovements(held, movements);
    this.line = applyMovements(this.line, movements);
  }

  /** Both legs of a transfer, or neither. */
  private change(kind: 'supplement' | 'transfer' | 'allot', amount: number): void {
    const account = kind === 'allot' ? 'allotted' : 'ceiling';
    const line = applyMovements(this.line, changing(this.line, { account, amount: yen(amount) }));
    if (kind === 'transfer') {
      this.neighbour = applyMovements(
        this.neighbour,
        changing(this.neighbour, { account: 'ceiling', amount: yen(-amount) }),
      );
    }
    if (kind === 'supplement') this.supplemented += BigInt(amount);
    this.line = line;
  }
}

function movementsFor(kind: string, line: Balances, held: Balances, amount: number): Movement[] {
  if (kind === 'reserve') return reserving(line, held, yen(amount));
  if (kind === 'release') return releasing(held);
  if (kind === 'commit') return committing(held);
  if (kind === 'reverse') return reversingCommitment(held);
  if (kind === 'order') return ordering(held, held, yen(amount));
  if (kind === 'increase') return increasing(line, held, amount);
  if (kind === 'reduce') return reducingCommitment(held, yen(amount));
  if (kind === 'unpay') return unpaying(held, held);
  if (kind === 'return') return returning(held, NO_BALANCES, yen(amount));
  if (kind === 'reverse-return') return reversingReturn(line, held);
  return kind === 'cancel' ? cancellingOrder(held) : paying(held);
}

/** The change reserves, and its reservation becomes part of the commitment. */
function increasing(line: Balances, held: Balances, amount: number): Movement[] {
  const reserved = reserving(line, NO_BALANCES, yen(amount));
  const change = applyMovements(NO_BALANCES, reserved);
  return [...reserved, ...releasing(change), ...increasingCommitment(held, change)];
}

describe('the rules of the ledger', () => {
  it('keep every balance lawful through any history of acts, allowed or refused', () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 60 }), (history) => {
        const books = new Books();
        for (const act of history) {
          books.act(act);
          for (const { reserved, committed, ordered, paid, returned } of [books.line, ...books.held]) {
            expect(reserved >= 0n && committed >= 0n && returned >= 0n).toBe(true);
            expect(returned <= paid && paid <= ordered && ordered <= committed + returned).toBe(true);
          }
          const { ceiling, allotted } = books.line;
          expect(allotted >= 0n && allotted <= ceiling && books.neighbour.ceiling >= 0n).toBe(true);
          expect(availableOf(books.line) >= 0n && availableOf(books.line) <= ceiling).toBe(true);
          expect(ceiling + books.neighbour.ceiling).toBe(300n + books.supplemented);
          for (const account of ['reserved', 'committed', 'ordered', 'paid', 'returned'] as const) {
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

  it('lower a commitment to what is ordered and no further, and say what must come back', () => {
    const held = { ...NO_BALANCES, committed: yen(630_000), ordered: yen(400_000), paid: yen(400_000) };
    expect(reducingCommitment(held, yen(500_000))).toEqual([{ account: 'committed', amount: -130_000n }]);
    expect(orderedBeyond(held, yen(500_000))).toBe(0n);
    expect(reducingCommitment(held, yen(350_000))).toEqual([{ account: 'committed', amount: -230_000n }]);
    expect(orderedBeyond(held, yen(350_000))).toBe(50_000n);
    expect(reducingCommitment(held, yen(630_000))).toEqual([]);
    expect(() => reducingCommitment(held, yen(630_001))).toThrow('budgets.reduction-above-commitment');
  });

  it('let returned money be used again, and never more of it than was paid', () => {
    const paid = { ...NO_BALANCES, ceiling: yen(100), committed: yen(100), ordered: yen(100), paid: yen(100) };
    const after = applyMovements(paid, returning(paid, NO_BALANCES, yen(40)));
    expect(after).toMatchObject({ committed: 60n, ordered: 100n, paid: 100n, returned: 40n });
    expect([availableOf(after), unorderedOf(after)]).toEqual([40n, 0n]);
    expect(() => returning(after, NO_BALANCES, yen(61))).toThrow('budgets.return-over-paid');
    expect(() => returning(after, { ...NO_BALANCES, returned: yen(40) }, yen(1))).toThrow('budgets.already-returned');
    expect(() => unpaying(after, paid)).toThrow('budgets.return-over-paid');
    expect(() => reversingReturn({ ...after, reserved: yen(1) }, after)).toThrow('budgets.over-ceiling');
  });

  it('bound what drafts may use by the allotment, where there is one', () => {
    const line = { ...NO_BALANCES, ceiling: yen(1_000), committed: yen(300) };
    expect(availableOf(line)).toBe(700n);
    expect(availableOf(applyMovements(line, changing(line, { account: 'allotted', amount: yen(500) })))).toBe(200n);
    expect(() => changing(line, { account: 'allotted', amount: yen(299) })).toThrow('budgets.change-below-used');
    expect(() => changing(line, { account: 'allotted', amount: yen(1_001) })).toThrow('budgets.allotment-over-ceiling');
    expect(() => changing(line, { account: 'allotted', amount: yen(-1) })).toThrow('budgets.allotment-below-zero');
  });

  it('lower a ceiling to what is used or allotted and no further', () => {
    const line = { ...NO_BALANCES, ceiling: yen(1_000), reserved: yen(100), committed: yen(300) };
    const lower = (by: number, of: Balances) => changing(of, { account: 'ceiling', amount: yen(-by) });
    expect(lower(600, line)).toEqual([{ account: 'ceiling', amount: -600n }]);
    expect(() => lower(601, line)).toThrow('budgets.change-below-used');
    expect(() => lower(301, { ...line, allotted: yen(700) })).toThrow('budgets.ceiling-below-allotment');
  });

  it('post nothing when a reservation already has the wanted amount', () => {
    const held = { ...NO_BALANCES, reserved: yen(5) };
    expect(reserving({ ...NO_BALANCES, ceiling: yen(5), reserved: yen(5) }, held, yen(5))).toEqual([]);
  });
});
