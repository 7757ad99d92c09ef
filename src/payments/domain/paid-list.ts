import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatEra, parseDay, type LocalDate } from '../../kernel/local-date.js';
import { parseYen, type Yen } from '../../kernel/yen.js';
import type { PaidListHeader } from './accounting-file.js';
import { parseOrderNumber, type PaymentOrder } from './payment-order.js';

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
  readonly paidOn: LocalDate;
  /** The same was taken before: nothing to do. */
  readonly known: boolean;
}

export interface CheckedPaidList {
  readonly lines: readonly PaidLine[];
  /** One or more for each faulty line, all at the field `file`; not empty means that nothing is taken. */
  readonly faults: readonly Fault[];
}

interface ReadLine {
  readonly slipNumber: string;
  readonly creditorNumber: string;
  readonly paidOn: LocalDate | null;
  readonly amount: Yen | null;
}

const REGISTER_NUMBER = /^[0-9A-Za-z-]{1,30}$/;
const numberKey = (order: { fiscalYear: number; number: number | null }): string =>
  `${order.fiscalYear}/${String(order.number)}`;

/** Compares every line with its order among those handed to the accounting system. An order that stands there twice, or otherwise than before, is a fault. */
export function checkPaidList(
  typed: readonly TypedPaidLine[],
  orders: readonly PaymentOrder[],
  today: LocalDate,
): CheckedPaidList {
  const byNumber = new Map(orders.map((order) => [numberKey(order), order]));
  const faults: Fault[] = [];
  const lines: PaidLine[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of typed) {
    const refuse = (code: string, params: Fault['params'] = {}): void =>
      void faults.push({ pointer: 'file', code, params: { line, ...params } });
    const key = parseOrderNumber(cells.支出命令番号);
    const order = key === null ? undefined : byNumber.get(numberKey(key));
    if (!order) {
      refuse('payments.paid-line-unknown-order', { number: cells.支出命令番号 });
      continue;
    }
    const before = seen.get(order.id);
    if (before !== undefined) refuse('payments.paid-line-twice', { number: cells.支出命令番号, before });
    seen.set(order.id, line);
    const read = readLine(cells, refuse);
    if (read.paidOn === null || read.amount === null) continue;
    lines.push(...checkLine(line, order, { ...read, paidOn: read.paidOn, amount: read.amount }, today, refuse));
  }
  return { lines, faults };
}

type Refuse = (code: string, params?: Fault['params']) => void;

function readLine(cells: TypedPaidLine['cells'], refuse: Refuse): ReadLine {
  const numbers = { slipNumber: cells.伝票番号.trim(), creditorNumber: cells.債権者番号.trim() };
  if (!REGISTER_NUMBER.test(numbers.slipNumber)) refuse('payments.paid-line-slip-number');
  if (!REGISTER_NUMBER.test(numbers.creditorNumber)) refuse('payments.paid-line-creditor-number');
  const paidOn = understood(() => parseDay(cells.支払日));
  if (paidOn === null) refuse('payments.paid-line-day', { typed: cells.支払日 });
  const amount = understood(() => parseYen(cells.金額));
  if (amount === null) refuse('payments.paid-line-amount', { typed: cells.金額 });
  return { ...numbers, paidOn, amount };
}

function checkLine(
  line: number,
  order: PaymentOrder,
  read: ReadLine & { readonly paidOn: LocalDate; readonly amount: Yen },
  today: LocalDate,
  refuse: Refuse,
): PaidLine[] {
  const { slipNumber, creditorNumber, paidOn, amount } = read;
  if (amount !== order.amount) refuse('payments.paid-line-other-amount', { ordered: order.amount, paid: amount });
  if (paidOn > today) refuse('payments.paid-line-in-future', { paidOn: formatEra(paidOn) });
  if (order.orderedOn !== null && paidOn < order.orderedOn) {
    refuse('payments.paid-line-before-order', { paidOn: formatEra(paidOn), orderedOn: formatEra(order.orderedOn) });
  }
  const known =
    order.state === 'paid' &&
    order.slipNumber === slipNumber &&
    order.creditorNumber === creditorNumber &&
    order.paidOn === paidOn;
  if (order.state === 'paid' && !known) refuse('payments.paid-line-differs', { slipNumber: order.slipNumber });
  return [{ line, order, slipNumber, creditorNumber, paidOn, known }];
}

function understood<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
