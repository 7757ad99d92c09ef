import { DomainError } from '../../kernel/domain-error.js';
import {
  closingDayOf,
  firstDayOf,
  fiscalYearOf,
  formatFiscalYear,
  lastDayOf,
  type FiscalYear,
} from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';

/**
 * A year's money can be committed only within the year (地方自治法208条2項): after 3/31 nothing new may be reserved or
 * committed, while orders and payments go on until 出納閉鎖. Before 4/1 a draft may prepare, but not commit.
 */
export function refuseReservingAfterYear(year: FiscalYear, today: LocalDate): void {
  if (today > lastDayOf(year)) throw new DomainError('budgets.year-over', 'conflict', { year: formatFiscalYear(year) });
}

export function refuseCommittingOutsideYear(year: FiscalYear, today: LocalDate): void {
  refuseReservingAfterYear(year, today);
  if (today < firstDayOf(year))
    throw new DomainError('budgets.year-not-begun', 'conflict', { year: formatFiscalYear(year) });
}

/** Throws `budgets.return-after-closing`: such money is revenue of the year in which it came. */
export function refuseReturnAfterClosing(year: FiscalYear, receivedOn: LocalDate): void {
  if (refundBooking(receivedOn, year) === 'revenue')
    throw new DomainError('budgets.return-after-closing', 'conflict', { year: formatFiscalYear(year) });
}

/**
 * 会計年度所属区分 (地方自治法施行令143条1項4号): what is paid before the settlement belongs to the year of the commitment, the rest
 * after it to the year of the performance.
 */
export const budgetYearOfPayment = (payment: {
  readonly settles: boolean;
  readonly committedOn: LocalDate;
  readonly performedIn: FiscalYear;
}): FiscalYear => (payment.settles ? payment.performedIn : fiscalYearOf(payment.committedOn));

/** 出納閉鎖 of a year: from then on nothing is posted to its lines. */
export interface YearClosing {
  readonly fiscalYear: FiscalYear;
  readonly closedOn: LocalDate;
  readonly closedAt: Date;
  readonly closedBy: string;
}

/** Where money that comes back belongs: to the line that paid it, or to the revenue of the year in which it comes. */
export type RefundBooking = 'returned-to-line' | 'revenue';

/**
 * 戻入 until 出納閉鎖 of the line's year (地方自治法施行令159条), later revenue of the current year (160条). The day is 領収日 on
 * the bank slip, never the day of entry.
 */
export const refundBooking = (receivedOn: LocalDate, lineYear: FiscalYear): RefundBooking =>
  receivedOn <= closingDayOf(lineYear) ? 'returned-to-line' : 'revenue';
