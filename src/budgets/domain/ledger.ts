import { DomainError } from '../../kernel/domain-error.js';
import { MAX_YEN, subtractYen, type Yen } from '../../kernel/yen.js';

export const ACCOUNTS = ['ceiling', 'allotted', 'reserved', 'committed', 'ordered', 'paid'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** The business act behind a group of postings, as the ledger page and the auditor read it. */
export type Entry =
  | 'opened'
  | 'supplemented'
  | 'transferred'
  | 'allotted'
  | 'change-reversed'
  | 'reserved'
  | 'released'
  | 'committed'
  | 'commitment-reversed'
  | 'ordered'
  | 'order-cancelled'
  | 'paid';

/**
 * 予算台帳 of one line, or the part of it that one cause holds. `ceiling` is 予算現額; `allotted` is
 * the part of it that the section may use (配当), zero where the town does not allot. `committed` includes what is ordered
 * and `ordered` what is paid, as in 予算差引簿; a reservation leaves `reserved` when it becomes a commitment.
 */
export type Balances = Readonly<Record<Account, Yen>>;

/** One signed change of one account; a posting before it is written. */
export interface Movement {
  readonly account: Account;
  readonly amount: Yen;
}

export const NO_BALANCES: Balances = {
  ceiling: 0n as Yen,
  allotted: 0n as Yen,
  reserved: 0n as Yen,
  committed: 0n as Yen,
  ordered: 0n as Yen,
  paid: 0n as Yen,
};

/** What may be used at all: the allotment, or the whole ceiling of a line without one. */
const usableOf = ({ ceiling, allotted }: Balances): Yen => (allotted > 0n ? allotted : ceiling);

/** 予算残額: what a draft may still reserve. */
export const availableOf = (line: Balances): Yen => (usableOf(line) - line.reserved - line.committed) as Yen;

/** The balances after the movements. Refuses nothing: the rules below do, and the CHECKs of the table stand behind them. */
export function applyMovements(balances: Balances, movements: readonly Movement[]): Balances {
  const after: Record<Account, Yen> = { ...balances };
  for (const { account, amount } of movements) after[account] = (after[account] + amount) as Yen;
  return after;
}

/**
 * 補正, 流用 and 配当 move the ceiling or the allotment of a line, never below what drafts and decisions already use. Throws
 * `budgets.change-below-used`, `budgets.allotment-over-ceiling`, `budgets.ceiling-below-allotment`,
 * `budgets.allotment-below-zero`, `budgets.ceiling-too-high`.
 */
export function changing(line: Balances, movement: Movement): Movement[] {
  const after = applyMovements(line, [movement]);
  const { ceiling, allotted } = after;
  if (ceiling > MAX_YEN) throw new DomainError('budgets.ceiling-too-high', 'conflict');
  if (allotted < 0n) throw new DomainError('budgets.allotment-below-zero', 'conflict', { allotted: line.allotted });
  if (allotted > 0n && allotted > ceiling) {
    const code = movement.account === 'ceiling' ? 'budgets.ceiling-below-allotment' : 'budgets.allotment-over-ceiling';
    throw new DomainError(code, 'conflict', { ceiling, allotted });
  }
  if (availableOf(after) < 0n) {
    const used = after.reserved + after.committed;
    throw new DomainError('budgets.change-below-used', 'conflict', { used, short: -availableOf(after) });
  }
  return [movement];
}

/** Brings what the cause has reserved to `amount`: more, less, or for the first time. Throws `budgets.over-ceiling`. */
export function reserving(line: Balances, held: Balances, amount: Yen): Movement[] {
  refuseUnlessPositive(amount);
  if (held.committed > 0n) throw new DomainError('budgets.already-committed', 'conflict');
  const change = subtractYen(amount, held.reserved);
  const available = availableOf(line);
  if (change > available) {
    throw new DomainError('budgets.over-ceiling', 'conflict', { amount: change, available, short: change - available });
  }
  return change === 0n ? [] : [{ account: 'reserved', amount: change }];
}

export function releasing(held: Balances): Movement[] {
  if (held.reserved === 0n) throw new DomainError('budgets.nothing-reserved', 'conflict');
  return [{ account: 'reserved', amount: -held.reserved as Yen }];
}

/** 支出負担行為: the whole reservation of the cause becomes its commitment. */
export function committing(held: Balances): Movement[] {
  if (held.committed > 0n) throw new DomainError('budgets.already-committed', 'conflict');
  return [...releasing(held), { account: 'committed', amount: held.reserved }];
}

/** 支出負担行為の取消 by a reversing posting: all of it, as long as nothing of it is ordered. */
export function reversingCommitment(held: Balances): Movement[] {
  if (held.committed === 0n) throw new DomainError('budgets.nothing-committed', 'conflict');
  if (held.ordered > 0n) throw new DomainError('budgets.ordered-not-reversible', 'conflict');
  return [{ account: 'committed', amount: -held.committed as Yen }];
}

/** 支出命令 of all or part of what the cause has committed and not yet ordered. */
export function ordering(held: Balances, underThisOrder: Balances, amount: Yen): Movement[] {
  refuseUnlessPositive(amount);
  if (underThisOrder.ordered > 0n) throw new DomainError('budgets.already-ordered', 'conflict');
  const left = subtractYen(held.committed, held.ordered);
  if (amount > left) throw new DomainError('budgets.order-over-commitment', 'conflict', { amount, left });
  return [{ account: 'ordered', amount }];
}

/** An order may be cancelled until it is paid; afterwards the money must come back by 戻入. */
export function cancellingOrder(underThisOrder: Balances): Movement[] {
  refuseUnlessPayable(underThisOrder);
  return [{ account: 'ordered', amount: -underThisOrder.ordered as Yen }];
}

export function paying(underThisOrder: Balances): Movement[] {
  refuseUnlessPayable(underThisOrder);
  return [{ account: 'paid', amount: underThisOrder.ordered }];
}

function refuseUnlessPayable(underThisOrder: Balances): void {
  if (underThisOrder.paid > 0n) throw new DomainError('budgets.already-paid', 'conflict');
  if (underThisOrder.ordered === 0n) throw new DomainError('budgets.not-ordered', 'conflict');
}

function refuseUnlessPositive(amount: Yen): void {
  if (amount <= 0n) throw new DomainError('budgets.amount-not-positive');
}
