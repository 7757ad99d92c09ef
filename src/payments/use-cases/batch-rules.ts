import type { Municipality, TownBank } from '../../municipalities/index.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { cutOffFor, earliestPaymentDate, isBankBusinessDay, lastPaymentDayOf } from '../../platform/calendar/index.js';
import { paymentDateFaults } from '../domain/payment-date.js';

/** The bank through which this town pays itself. Throws `payments.pays-by-accounting` when its accounting system pays. */
export function bankOf(town: Municipality): TownBank {
  if (town.paymentMode !== 'bank-file' || !town.bank) throw new DomainError('payments.pays-by-accounting', 'conflict');
  return town.bank;
}

export function refuseUnfitPaymentDate(
  paymentDate: LocalDate,
  bank: TownBank,
  years: Iterable<FiscalYear>,
  today: LocalDate,
): void {
  const lastDays = [...years].map(lastPaymentDayOf).sort();
  refuseWhenFaulty(
    paymentDateFaults(paymentDate, today, {
      isBankDay: isBankBusinessDay(paymentDate),
      cutOff: cutOffFor(paymentDate, bank.cutOffBusinessDays),
      earliest: earliestPaymentDate(today, bank.cutOffBusinessDays),
      lastOfYear: lastDays[0] ?? null,
    }),
  );
}
