import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import type { AfterEnd } from './after-end.js';
import type { RepaymentReceipt } from './receipt.js';

/** excess: it brings more than was owed on its day. same: a receipt of this day and amount stands already, by another number. */
export type QuestionWhy = 'excess' | 'same';

/** A line of a 領収済一覧 that only a person may take. */
export interface ReceiptQuestion {
  readonly id: string;
  readonly demandId: string;
  readonly why: QuestionWhy;
  readonly receivedOn: LocalDate;
  readonly amount: Yen;
  readonly slipNumber: string;
  readonly lateReason: string;
  /** How money is taken that came after the end of its claim. */
  readonly afterEnd: AfterEnd | 'usual';
  readonly answer: 'taken' | 'dismissed' | null;
}

/** By which refusal of a receipt a line becomes a question. */
export const QUESTION_OF: Readonly<Record<string, QuestionWhy>> = {
  'repayments.more-than-open': 'excess',
  'repayments.same-receipt': 'same',
};

/** Numbers of one slip, however they were typed. */
export const sameSlip = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (slip: string): string => slip.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** A standing receipt of the same day and amount: the same money by another number, or money that came twice. */
export const looksTheSame = (
  standing: readonly RepaymentReceipt[],
  { receivedOn, amount }: Pick<ReceiptQuestion, 'receivedOn' | 'amount'>,
): RepaymentReceipt | undefined =>
  standing.find((receipt) => receipt.receivedOn === receivedOn && receipt.amount === amount);
