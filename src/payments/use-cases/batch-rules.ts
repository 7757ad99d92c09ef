import type { Municipality, TownBank } from '../../municipalities/index.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { cutOffFor, earliestPaymentDate, isBankBusinessDay, lastPaymentDayOf } from '../../platform/calendar/index.js';
import { paymentDateFaults } from '../domain/payment-date.js';
import type { PaymentOrder } from '../domain/payment-order.js';

/** The bank through which this town pays itself. Throws `payments.pays-by-accounting` when its accounting system pays. */
export function bankOf(town: Municipality): TownBank {
  if (town.paymentMode !== 'bank-file' || !town.bank) throw new DomainError('payments.pays-by-accounting', 'conflict');
  return town.bank;
}

export function refuseUnfitPaymentDate(
  paymentDate: LocalDate,
  bank: TownBank,
  orders: readonly PaymentOrder[],
  today: LocalDate,
): void {
  const lastDays = orders.map((order) => lastPaymentDayOf(order.fiscalYear)).sort();
  refuseWhenFaulty(
    paymentDateFaults(paymentDate, today, {
      isBankDay: isBankBusinessDay(paymentDate),
      cutOff: cutOffFor(paymentDate, bank.cutOffBusinessDays),
      earliest: earliestPaymentDate(today, bank.cutOffBusinessDays),
      lastOfYear: lastDays[0] ?? null,
    }),
  );
}
