import type { Fault } from '../../kernel/domain-error.js';
import { closingDayOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { PaidListHeader } from './accounting-file.js';
import { parseOrderNumber, type PaymentOrder } from './payment-order.js';
import { readPaidLine, type ReadPaidLine, type Refuse } from './read-paid-line.js';
import type { TransferFailure } from './transfer-failure.js';

/** A line of the 支払済一覧 as it came, with its number in the file. */
export interface TypedPaidLine {
  readonly line: number;
  readonly cells: Readonly<Record<PaidListHeader, string>>;
}

/** What the accounting system says about one order. */
export interface PaidLine {
  readonly line: number;
  readonly order: PaymentOrder;
  readonly slipNumber: string;
  readonly creditorNumber: string;
  /** The day of the payment, or of the news that it failed. */
  readonly day: LocalDate;
  /** 支払不能, with the bank's reason; null when it was paid. */
  readonly failed: { readonly reason: string; readonly returnedOn: LocalDate | null } | null;
  /** The same was taken before: nothing to do. */
  readonly known: boolean;
}

export interface CheckedPaidList {
  readonly lines: readonly PaidLine[];
  /** One or more for each faulty line, all at the field `file`; not empty means that nothing is taken. */
  readonly faults: readonly Fault[];
}

type KnownFailure = Pick<TransferFailure, 'orderId' | 'slipNumber' | 'paidOn' | 'failedOn'>;

const numberKey = (order: { fiscalYear: number; number: number | null }): string =>
  `${order.fiscalYear}/${String(order.number)}`;

/**
 * Compares every line with its order among those handed to the accounting system. An order that stands there twice, or
 * otherwise than before, is a fault. Lists may be cumulative: a payment that failed meanwhile is known by its slip.
 */
export function checkPaidList(
  typed: readonly TypedPaidLine[],
  orders: readonly PaymentOrder[],
  failures: readonly KnownFailure[],
  today: LocalDate,
): CheckedPaidList {
  const byNumber = new Map(orders.map((order) => [numberKey(order), order]));
  const faults: Fault[] = [];
  const lines: PaidLine[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of typed) {
    const refuse: Refuse = (code, params = {}) =>
      void faults.push({ pointer: 'file', code, params: { line, ...params } });
    const key = parseOrderNumber(cells.支出命令番号);
    const order = key === null ? undefined : byNumber.get(numberKey(key));
    if (!order) {
      refuse('payments.paid-line-unknown-order', { number: cells.支出命令番号 });
      continue;
    }
    const read = readPaidLine(cells, refuse);
    const told = failures.filter(({ orderId }) => orderId === order.id);
    const isOld = read !== null && (isOfFailedAttempt(read, told) || isKnownPayment(read, order));
    const before = seen.get(order.id);
    if (before !== undefined && !isOld) refuse('payments.paid-line-twice', { number: cells.支出命令番号, before });
    if (!isOld) seen.set(order.id, line);
    if (read === null) continue;
    if (!isOld) checkLine(read, order, today, refuse);
    const { amount: _checked, ...says } = read;
    lines.push({ line, order, ...says, known: isOld });
  }
  return { lines, faults };
}

/** The line speaks of an attempt that is known to have failed: of its payment then, or of its failure. */
const isOfFailedAttempt = (read: ReadPaidLine, failures: readonly KnownFailure[]): boolean =>
  failures.some(
    ({ slipNumber, paidOn, failedOn }) =>
      slipNumber === read.slipNumber && (read.failed === null ? paidOn : failedOn) === read.day,
  );

/** The order is paid by this very line. */
const isKnownPayment = (
  { failed, slipNumber, creditorNumber, day, amount }: ReadPaidLine,
  order: PaymentOrder,
): boolean =>
  failed === null &&
  order.state === 'paid' &&
  order.slipNumber === slipNumber &&
  order.creditorNumber === creditorNumber &&
  order.paidOn === day &&
  order.amount === amount;

/** News: what the accounting system says agrees with what was ordered, and with what it said before. */
function checkLine(read: ReadPaidLine, order: PaymentOrder, today: LocalDate, refuse: Refuse): void {
  const { slipNumber, day, amount } = read;
  if (amount !== order.amount) refuse('payments.paid-line-other-amount', { ordered: order.amount, paid: amount });
  if (day > today) refuse('payments.paid-line-in-future', { paidOn: formatEra(day) });
  if (read.failed === null && day > closingDayOf(order.fiscalYear)) {
    const last = formatEra(closingDayOf(order.fiscalYear));
    refuse('payments.paid-line-after-closing', { year: formatFiscalYear(order.fiscalYear), last });
  }
  if (order.orderedOn !== null && day < order.orderedOn) {
    refuse('payments.paid-line-before-order', { paidOn: formatEra(day), orderedOn: formatEra(order.orderedOn) });
  }
  if (order.state !== 'paid' && order.state !== 'instructed') {
    refuse('payments.paid-line-not-waiting', { slipNumber });
  }
  // What failed is the payment that was told before; a payment told before is not told otherwise.
  const isOther = order.state === 'paid' && (read.failed === null || order.slipNumber !== slipNumber);
  if (isOther) refuse('payments.paid-line-differs', { slipNumber: order.slipNumber });
  if (read.failed !== null && order.paidOn !== null && day < order.paidOn) {
    refuse('payments.paid-line-failed-before', { paidOn: formatEra(order.paidOn) });
  }
}
