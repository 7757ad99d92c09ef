import type { Municipality, TownBank } from '../../municipalities/index.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { addDays, timeInJapan, type LocalDate } from '../../kernel/local-date.js';
import { cutOffFor, earliestPaymentDate, isBankBusinessDay, lastPaymentDayOf } from '../../platform/calendar/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { paymentDateFaults } from '../domain/payment-date.js';

/** The bank through which this town pays itself. Throws `payments.pays-by-accounting` when its accounting system pays. */
export function bankOf(town: Municipality): TownBank {
  if (town.paymentMode !== 'bank-file' || !town.bank) throw new DomainError('payments.pays-by-accounting', 'conflict');
  return town.bank;
}

/** The day on which a file that leaves now is with the bank: after the bank's hour it is the next. */
export const handInDay = ({ cutOffTime }: TownBank, { today, now }: Pick<Transaction, 'today' | 'now'>): LocalDate =>
  cutOffTime && timeInJapan(now) > cutOffTime ? addDays(today, 1) : today;

export function refuseUnfitPaymentDate(
  paymentDate: LocalDate,
  bank: TownBank,
  years: Iterable<FiscalYear>,
  now: Pick<Transaction, 'today' | 'now'>,
): void {
  const day = handInDay(bank, now);
  const lastDays = [...years].map(lastPaymentDayOf).sort();
  refuseWhenFaulty(
    paymentDateFaults(paymentDate, day, {
      isBankDay: isBankBusinessDay(paymentDate),
      cutOff: cutOffFor(paymentDate, bank.cutOffBusinessDays),
      earliest: earliestPaymentDate(day, bank.cutOffBusinessDays),
      lastOfYear: lastDays[0] ?? null,
    }),
  );
}
