import { DomainError } from '../../kernel/domain-error.js';
import { MAX_YEN, subtractYen, type Yen } from '../../kernel/yen.js';

export const ACCOUNTS = ['ceiling', 'allotted', 'reserved', 'committed', 'ordered', 'paid', 'returned'] as const;
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
  | 'commitment-increased'
  | 'commitment-reduced'
  | 'commitment-reversed'
  | 'lapsed'
  | 'ordered'
  | 'order-cancelled'
  | 'paid'
  | 'payment-returned'
  | 'returned'
  | 'return-reversed'
  | 'reclassified'
  | 'carried-out'
  | 'carried-in';

/**
 * 予算台帳 of one line, or the part of it that one cause holds. `ceiling` is 予算現額; `allotted` is
 * the part of it that the section may use (配当), zero where the town does not allot. `committed` includes what is ordered
 * and `ordered` what is paid, as in 予算差引簿; a reservation leaves `reserved` when it becomes a commitment. `returned` is
 * what came back of it by 戻入 and was taken off `committed`, so that it may be used again; `ordered` and `paid` stay gross:
 * returned ≤ paid ≤ ordered ≤ committed + returned.
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
  returned: 0n as Yen,
};

/** What may be used at all: the allotment, or the whole ceiling of a line without one. */
const usableOf = ({ ceiling, allotted }: Balances): Yen => (allotted > 0n ? allotted : ceiling);

/** What is ordered and did not come back: no commitment can be lower. */
const boundOf = ({ ordered, returned }: Balances): Yen => (ordered - returned) as Yen;

/** What is committed and not yet ordered. */
export const unorderedOf = (held: Balances): Yen => (held.committed - boundOf(held)) as Yen;

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

/**
 * 支出負担行為の変更 upwards, once the reservation `change` of it is released. Throws `budgets.nothing-committed` where the
 * cause has none to increase.
 */
export function increasingCommitment(held: Balances, change: Balances): Movement[] {
  refuseUnlessCommitted(held);
  return [{ account: 'committed', amount: change.reserved }];
}

/**
 * 支出負担行為の変更 downwards, to `to` or, where more is ordered, to what is ordered and did not come back. Nothing where it
 * is that low already. Throws `budgets.reduction-above-commitment`, as more money needs a reservation first.
 */
export function reducingCommitment(held: Balances, to: Yen): Movement[] {
  if (to < 0n) throw new DomainError('budgets.amount-not-positive');
  const bound = boundOf(held);
  if (to > held.committed)
    throw new DomainError('budgets.reduction-above-commitment', 'conflict', { to, committed: held.committed });
  const change = (to > bound ? to : bound) - held.committed;
  return change === 0n ? [] : [{ account: 'committed', amount: change as Yen }];
}

/** What has been ordered beyond `to` and did not come back, in yen. */
export function orderedBeyond(held: Balances, to: Yen): Yen {
  const over = boundOf(held) - to;
  return (over > 0n ? over : 0n) as Yen;
}

/** 支出負担行為の取消 by a reversing posting: all of it, as long as nothing of it is ordered. */
export function reversingCommitment(held: Balances): Movement[] {
  refuseUnlessCommitted(held);
  if (held.ordered > 0n) throw new DomainError('budgets.ordered-not-reversible', 'conflict');
  return [{ account: 'committed', amount: -held.committed as Yen }];
}

/** 不用: what is committed and not ordered when the books close is committed no longer; nothing where all is ordered. */
export function lapsing(held: Balances): Movement[] {
  const rest = unorderedOf(held);
  return rest > 0n ? [{ account: 'committed', amount: -rest as Yen }] : [];
}

/** 支出命令 of all or part of what the cause has committed and not yet ordered. */
export function ordering(held: Balances, underThisOrder: Balances, amount: Yen): Movement[] {
  refuseUnlessPositive(amount);
  if (underThisOrder.ordered > 0n) throw new DomainError('budgets.already-ordered', 'conflict');
  const left = unorderedOf(held);
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

/** 組戻: the bank sent the transfer back, so the order waits for its payment again. */
export function unpaying(held: Balances, underThisOrder: Balances): Movement[] {
  const { paid } = underThisOrder;
  if (paid === 0n) throw new DomainError('budgets.not-paid', 'conflict');
  if (paid > held.paid - held.returned) throw new DomainError('budgets.return-over-paid', 'conflict');
  return [{ account: 'paid', amount: -paid as Yen }];
}

/** 戻入 (地方自治法施行令159条): what came back of paid money can be used again. Throws `budgets.return-over-paid`. */
export function returning(held: Balances, underThisReceipt: Balances, amount: Yen): Movement[] {
  refuseUnlessPositive(amount);
  if (underThisReceipt.returned > 0n) throw new DomainError('budgets.already-returned', 'conflict');
  const left = subtractYen(held.paid, held.returned);
  if (amount > left) throw new DomainError('budgets.return-over-paid', 'conflict', { amount, left });
  return [
    { account: 'returned', amount },
    { account: 'committed', amount: -amount as Yen },
  ];
}

/** A 戻入 that was booked by mistake, as long as its money has not been used again. */
export function reversingReturn(line: Balances, underThisReceipt: Balances): Movement[] {
  const { returned } = underThisReceipt;
  if (returned === 0n) throw new DomainError('budgets.nothing-returned', 'conflict');
  const available = availableOf(line);
  if (returned > available) {
    throw new DomainError('budgets.over-ceiling', 'conflict', {
      amount: returned,
      available,
      short: returned - available,
    });
  }
  return [
    { account: 'returned', amount: -returned as Yen },
    { account: 'committed', amount: returned },
  ];
}

/**
 * 繰越明許費・事故繰越: part of what is committed and not ordered leaves its year; the next year's line gets its budget together
 * with the commitment. Throws `budgets.carry-over-unordered`.
 */
export function carrying(held: Balances, amount: Yen): { readonly off: Movement[]; readonly on: Movement[] } {
  refuseUnlessPositive(amount);
  const left = unorderedOf(held);
  if (amount > left) throw new DomainError('budgets.carry-over-unordered', 'conflict', { amount, left });
  return {
    off: [{ account: 'committed', amount: -amount as Yen }],
    on: [
      { account: 'ceiling', amount },
      { account: 'committed', amount },
    ],
  };
}

/**
 * 科目更正: what a cause holds of one line (`held`, by paper) leaves it and stands on another of the same year. Throws
 * `budgets.nothing-committed`, and `budgets.over-ceiling` where the other line has not enough left.
 */
export function reclassifying(
  to: Balances,
  held: readonly Balances[],
): { readonly off: Movement[][]; readonly on: Movement[][] } {
  const moves = held.map((sums) =>
    ACCOUNTS.filter((account) => sums[account] !== 0n).map((account): Movement => ({ account, amount: sums[account] })),
  );
  const after = moves.reduce<Balances>((sums, movements) => applyMovements(sums, movements), NO_BALANCES);
  refuseUnlessCommitted(after);
  const needed = (after.committed + after.reserved) as Yen;
  const available = availableOf(to);
  if (needed > available)
    throw new DomainError('budgets.over-ceiling', 'conflict', { amount: needed, available, short: needed - available });
  return {
    off: moves.map((each) => each.map(({ account, amount }) => ({ account, amount: -amount as Yen }))),
    on: moves,
  };
}

function refuseUnlessCommitted(held: Balances): void {
  if (held.committed === 0n) throw new DomainError('budgets.nothing-committed', 'conflict');
}

function refuseUnlessPayable(underThisOrder: Balances): void {
  if (underThisOrder.paid > 0n) throw new DomainError('budgets.already-paid', 'conflict');
  if (underThisOrder.ordered === 0n) throw new DomainError('budgets.not-ordered', 'conflict');
}

function refuseUnlessPositive(amount: Yen): void {
  if (amount <= 0n) throw new DomainError('budgets.amount-not-positive');
}
