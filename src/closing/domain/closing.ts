import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';

export const LONGEST_CLOSING_NOTE = 1000;

/** Why a year cannot be closed yet; each is told, so that nobody tries three times. */
export interface Obstacles {
  /** The first day on which it may be closed, while that day has not come. */
  readonly notBefore: LocalDate | null;
  /** Places where the books disagree. */
  readonly differences: number;
  /** Ordered and not paid: after the closing its payment could not be booked any more. */
  readonly unpaidOrders: number;
  /** Drafted and not approved: it could never be booked. */
  readonly draftedOrders: number;
  /** An older year that is still open. */
  readonly olderYear: FiscalYear | null;
}

export const hasObstacle = (obstacles: Obstacles): boolean => obstacleFaults(obstacles).length > 0;

export function obstacleFaults({ notBefore, differences, unpaidOrders, draftedOrders, olderYear }: Obstacles): Fault[] {
  const fault = (code: string, params: Fault['params']): Fault => ({ pointer: '', code, ...(params && { params }) });
  return [
    ...(notBefore ? [fault('closing.too-early', { day: formatEra(notBefore) })] : []),
    ...(olderYear === null ? [] : [fault('closing.older-year-open', { year: formatFiscalYear(olderYear) })]),
    ...(differences > 0 ? [fault('closing.books-differ', { count: differences })] : []),
    ...(unpaidOrders > 0 ? [fault('closing.orders-unpaid', { count: unpaidOrders })] : []),
    ...(draftedOrders > 0 ? [fault('closing.orders-drafted', { count: draftedOrders })] : []),
  ];
}

export function noteFaults(note: string): Fault[] {
  return note.length > LONGEST_CLOSING_NOTE
    ? [{ pointer: 'note', code: 'closing.note-too-long', params: { most: LONGEST_CLOSING_NOTE } }]
    : [];
}

/** The person who closes has seen exactly what stays open. Throws `closing.changed`. */
export function refuseUnlessShown(shown: string, now: string): void {
  if (shown !== now) throw new DomainError('closing.changed', 'conflict');
}
