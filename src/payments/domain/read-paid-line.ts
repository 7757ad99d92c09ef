import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { parseYen, type Yen } from '../../kernel/yen.js';
import type { PaidListHeader } from './accounting-file.js';

/** One line of the 支払済一覧, read but not yet compared with its order. */
export interface ReadPaidLine {
  readonly slipNumber: string;
  readonly creditorNumber: string;
  readonly day: LocalDate;
  readonly amount: Yen;
  readonly failed: { readonly reason: string; readonly returnedOn: LocalDate | null } | null;
}

export type Refuse = (code: string, params?: Fault['params']) => void;

const REGISTER_NUMBER = /^[0-9A-Za-z-]{1,30}$/;
const PAID = ['', '支払済', '支払済み'];
const FAILED = ['支払不能', '振込不能', '組戻'];
const LONGEST_REASON = 200;

/** Null where the day or the amount cannot be read; every fault goes to `refuse`. */
export function readPaidLine(cells: Readonly<Record<PaidListHeader, string>>, refuse: Refuse): ReadPaidLine | null {
  const numbers = { slipNumber: cells.伝票番号.trim(), creditorNumber: cells.債権者番号.trim() };
  if (!REGISTER_NUMBER.test(numbers.slipNumber)) refuse('payments.paid-line-slip-number');
  if (!REGISTER_NUMBER.test(numbers.creditorNumber)) refuse('payments.paid-line-creditor-number');
  const day = understood(() => parseDay(cells.支払日));
  if (day === null) refuse('payments.paid-line-day', { typed: cells.支払日 });
  const amount = understood(() => parseYen(cells.金額));
  if (amount === null) refuse('payments.paid-line-amount', { typed: cells.金額 });
  const failed = readResult(cells, refuse);
  return day === null || amount === null ? null : { ...numbers, day, amount, failed };
}

function readResult(cells: Readonly<Record<PaidListHeader, string>>, refuse: Refuse): ReadPaidLine['failed'] {
  const result = cells.結果.trim();
  if (PAID.includes(result)) return null;
  const reason = cells.理由.trim();
  const typedDay = cells.資金の戻った日.trim();
  const returnedOn = typedDay === '' ? null : understood(() => parseDay(typedDay));
  if (!FAILED.includes(result)) refuse('payments.paid-line-result', { typed: result });
  else if (reason === '' || reason.length > LONGEST_REASON)
    refuse('payments.paid-line-reason', { most: LONGEST_REASON });
  if (typedDay !== '' && returnedOn === null) refuse('payments.paid-line-day', { typed: typedDay });
  return { reason, returnedOn };
}

function understood<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
