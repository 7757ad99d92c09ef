import { eraNumberOf, fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Yen } from '../../kernel/yen.js';
import type { PayeeSnapshot } from './payee.js';
import type { Finding } from './treasury-check.js';

/**
 * 支出命令: drafted and approved by the ordering side, then checked, accepted and carried out by the treasury.
 * `instructed`: it stands in a batch for the bank or in a file for the accounting system. `failed`: the bank gave the money
 * back; the order goes on once its account is mended, or is returned. `came-back`: the bank gave the money back after the
 * year was closed; its books have it as paid for good, the recipient has not received it.
 */
export type OrderState =
  | 'drafted'
  | 'withdrawn'
  | 'ordered'
  | 'checked'
  | 'accepted'
  | 'instructed'
  | 'paid'
  | 'failed'
  | 'came-back'
  | 'returned';
export type OrderAction =
  | 'withdraw'
  | 'order'
  | 'check'
  | 'accept'
  | 'return'
  | 'instruct'
  | 'take-out'
  | 'pay'
  | 'fail'
  | 'fail-after-closing'
  | 'resume'
  | 'restore'
  | 'restore-after-closing';

export const ORDER_MACHINE = {
  drafted: { order: 'ordered', withdraw: 'withdrawn' },
  withdrawn: {},
  ordered: { check: 'checked', return: 'returned' },
  checked: { check: 'checked', accept: 'accepted', return: 'returned' },
  accepted: { instruct: 'instructed', return: 'returned' },
  instructed: { pay: 'paid', fail: 'failed', 'take-out': 'accepted' },
  paid: { fail: 'failed', 'fail-after-closing': 'came-back' },
  failed: { resume: 'ordered', return: 'returned', restore: 'instructed' },
  'came-back': { 'restore-after-closing': 'paid' },
  returned: {},
} as const satisfies Machine<OrderState, OrderAction>;

/** The states in which an order still stands for its claim: no second order may be drafted beside it. */
export const LIVE_STATES: readonly OrderState[] = [
  'drafted',
  'ordered',
  'checked',
  'accepted',
  'instructed',
  'paid',
  'failed',
  'came-back',
];

/** Paid by the books of its year. */
export const isPaidInBooks = ({ state }: { readonly state: OrderState }): boolean =>
  state === 'paid' || state === 'came-back';

/** What an act on an order is called in its history. */
export type OrderAct = Exclude<OrderState, 'came-back'> | 'taken-out' | 'resumed' | 'restored';

export interface PaymentOrder {
  readonly id: string;
  readonly claimId: string;
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly fiscalYear: FiscalYear;
  readonly budgetLineId: string;
  readonly budgetCode: string;
  readonly budgetName: string;
  readonly commitmentNumber: string;
  readonly committedOn: LocalDate;
  readonly commitmentAmount: Yen;
  readonly claimedOn: LocalDate;
  readonly paymentMethod: string;
  readonly amount: Yen;
  readonly payee: PayeeSnapshot;
  readonly state: OrderState;
  readonly draftId: string | null;
  /** Assigned when the order is approved; see `orderNumberText`. */
  readonly number: number | null;
  readonly orderedOn: LocalDate | null;
  /** What the checker found, once checked: all in order, or something to return it for. */
  readonly checkPassed: boolean | null;
  readonly paidOn: LocalDate | null;
  /** 伝票番号 of the accounting system. */
  readonly slipNumber: string | null;
  /** 債権者番号 of the accounting system. */
  readonly creditorNumber: string | null;
  readonly version: number;
}

/** One line of an order's history; never changed. */
export interface OrderHistoryEntry {
  readonly act: OrderAct;
  readonly staffId: string | null;
  readonly actorName: string;
  readonly postNames: string;
  readonly reason: string | null;
  readonly findings: readonly Finding[] | null;
  readonly at: Date;
}

const NUMBER_FIGURES = 4;

/** 支出命令番号 as people, files and the accounting system write it: `R8-S0012` (S for 支出命令; `R8-0012` is a commitment). */
export const orderNumberText = (year: FiscalYear, number: number): string =>
  `R${eraNumberOf(year)}-S${String(number).padStart(NUMBER_FIGURES, '0')}`;

/** Reads `R8-S0012` in whatever width or case it was typed; null when it is not an order's number. */
export function parseOrderNumber(typed: string): { readonly fiscalYear: FiscalYear; readonly number: number } | null {
  const match = /^R(\d{1,3})-S(\d{4,6})$/.exec(typed.normalize('NFKC').trim().toUpperCase());
  if (!match) return null;
  const [, era, number] = match;
  try {
    return { fiscalYear: fiscalYear(Number(era) + 2018), number: Number(number) };
  } catch {
    return null;
  }
}

/** Ten digits in the bank's 顧客コード1 by which a line of the bank's papers is tied to its order: year, then number. */
export const bankReference = (order: Pick<PaymentOrder, 'fiscalYear' | 'number'>): string =>
  `${order.fiscalYear}${String(order.number ?? 0).padStart(6, '0')}`;
