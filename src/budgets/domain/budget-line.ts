import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import type { Account, Balances, Entry } from './ledger.js';

/** What money is set aside for, or ordered by: a grant, a payment order. Later stages name their own kinds. */
export interface Cause {
  readonly kind: string;
  readonly id: string;
  /** 摘要 on the ledger page, e.g. the organisation; later postings of the same cause repeat it when it is left out. */
  readonly label?: string;
}

/** 予算科目 of one year with its balances in yen. */
export interface BudgetLine extends Balances {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  /** 款項目節 as the town writes it. */
  readonly code: string;
  readonly name: string;
  /** Where the figure comes from: 当初予算 of which resolution, or 見本. */
  readonly source: string;
  /** 予算残額: what a draft may still reserve. */
  readonly available: Yen;
}

/** What an approver reads of a line, in yen. */
export type BudgetStanding = Pick<
  BudgetLine,
  'ceiling' | 'allotted' | 'reserved' | 'committed' | 'paid' | 'returned' | 'available'
>;

export const standingOf = ({
  ceiling,
  allotted,
  reserved,
  committed,
  paid,
  returned,
  available,
}: BudgetLine): BudgetStanding => ({ ceiling, allotted, reserved, committed, paid, returned, available });

/** One line of 予算台帳, never changed once written. */
export interface LedgerPosting {
  readonly id: string;
  readonly account: Account;
  /** Signed yen. */
  readonly amount: Yen;
  readonly entry: Entry;
  readonly cause: Cause;
  /** The paper behind it: the order that is paid, the receipt that is returned, the change that moves a commitment. */
  readonly order: Cause | null;
  /** Why, where somebody had to say so, e.g. the bank's reason of a 組戻; else blank. */
  readonly note: string;
  readonly postedOn: LocalDate;
  /** 支払日・領収日: when the bank moved the money, whatever day it was recorded; null where none moved. */
  readonly moneyOn: LocalDate | null;
  readonly postedAt: Date;
  readonly postedBy: string;
}

/** 支出負担行為 with its number; never reused, never renumbered. */
export interface Commitment {
  readonly number: string;
  readonly lineId: string;
  readonly cause: Cause;
  readonly amount: Yen;
  readonly committedOn: LocalDate;
}

/** What a closing took back of one commitment: committed and never ordered, in yen above zero. */
export interface LapsedCommitment {
  readonly lineId: string;
  readonly cause: Cause;
  readonly amount: Yen;
}

/** A place where the kept figures and the postings disagree. A sound ledger has none. */
export interface LedgerDifference {
  readonly kind: 'balance-differs' | 'cause-below-zero' | 'cause-overdrawn' | 'commitment-differs' | 'change-differs';
  readonly lineId: string;
  readonly lineName: string;
  readonly account: Account;
  readonly cause: Cause | null;
  readonly recorded: Yen;
  readonly proven: Yen;
}
