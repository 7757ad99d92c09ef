import { refundBooking, type RefundBooking } from '../../budgets/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { RepaymentDemand } from '../domain/demand.js';

/** Where the money itself goes that came on this day: what a disposal brought was never paid from a line, so it is revenue. */
export const bookingOf = (
  { cause, fiscalYear }: Pick<RepaymentDemand, 'cause' | 'fiscalYear'>,
  receivedOn: LocalDate,
): RefundBooking => (cause === 'disposal' ? 'revenue' : refundBooking(receivedOn, fiscalYear));
