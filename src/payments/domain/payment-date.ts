import type { Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';

/** What the bank's calendar says about a payment date; filled by the caller, so that this rule needs no calendar. */
export interface PaymentDateFacts {
  readonly isBankDay: boolean;
  /** The last day on which the bank takes the file for it. */
  readonly cutOff: LocalDate;
  /** The first payment date that is still possible today. */
  readonly earliest: LocalDate;
  /** 出納閉鎖 of the oldest year among the orders. */
  readonly lastOfYear: LocalDate | null;
}

/** Faults at `paymentDate`: a bank business day, before the bank's cut-off, within the year's closing. */
export function paymentDateFaults(paymentDate: LocalDate, today: LocalDate, facts: PaymentDateFacts): Fault[] {
  const pointer = 'paymentDate';
  if (!facts.isBankDay) return [{ pointer, code: 'payments.not-a-bank-day', params: { day: formatEra(paymentDate) } }];
  if (facts.cutOff < today) {
    return [{ pointer, code: 'payments.cut-off-passed', params: { earliest: formatEra(facts.earliest) } }];
  }
  return facts.lastOfYear !== null && paymentDate > facts.lastOfYear
    ? [{ pointer, code: 'payments.after-closing', params: { last: formatEra(facts.lastOfYear) } }]
    : [];
}
