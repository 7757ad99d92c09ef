import { DomainError } from '../../kernel/domain-error.js';
import { firstDayOf, formatFiscalYear, lastDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
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
