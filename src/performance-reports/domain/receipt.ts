import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatEra, parseDay, type LocalDate } from '../../kernel/local-date.js';
import { folded } from '../../kernel/text.js';
import { parseYen, sumYen, yen, type Yen } from '../../kernel/yen.js';
import { readableAmount } from './typed-account.js';

/** 領収書 as typed, and the hashes of its pictures. */
export interface TypedReceipt {
  /** `receipt-1f2e3d4c`: the name of its section. */
  readonly id: string;
  /** The line of the account that it proves. */
  readonly line: string;
  readonly paidOn: string;
  readonly payee: string;
  readonly amount: string;
  readonly purpose: string;
  readonly files: readonly string[];
}

/** 領収書 as sent; its amount in digits, because JSON numbers are not integers. */
export interface Receipt {
  readonly id: string;
  readonly line: string;
  readonly paidOn: LocalDate;
  readonly payee: string;
  readonly amount: string;
  readonly purpose: string;
}

export const RECEIPT_FIELDS = ['line', 'paid-on', 'payee', 'amount', 'purpose'] as const;
const LONGEST_TEXT = 60;
export const MOST_RECEIPTS = 200;

export const isReceiptSection = (name: string): boolean => name.startsWith('receipt-');

/** The receipt that the fields of its section stand for. */
export const receiptIn = (id: string, fields: ReadonlyMap<string, string>, files: readonly string[]): TypedReceipt => ({
  ...{ id, line: fields.get('line') ?? '', paidOn: fields.get('paid-on') ?? '', payee: fields.get('payee') ?? '' },
  ...{ amount: fields.get('amount') ?? '', purpose: fields.get('purpose') ?? '', files },
});

/** Everything that is missing of a receipt, each fault at `receipts.<id>.<field>`. */
export function readReceipt(
  typed: TypedReceipt,
  lines: ReadonlySet<string>,
  today: LocalDate,
): { readonly receipt: Receipt | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (field: string, code: string, params = {}): void => {
    faults.push({ pointer: `receipts.${typed.id}.${field}`, code, params });
  };
  if (!lines.has(typed.line)) fault('line', 'reports.receipt-without-line');
  const paidOn = readPaidOn(typed.paidOn, today, fault);
  const payee = readText(typed.payee, 'payee', '支払先', fault);
  const purpose = readText(typed.purpose, 'purpose', '内容', fault);
  const amount = readAmount(typed.amount, fault);
  if (typed.files.length === 0) fault('file', 'reports.receipt-without-file');
  if (faults.length > 0 || paidOn === null || amount === null) return { receipt: null, faults };
  const { id, line } = typed;
  return { receipt: { id, line, paidOn, payee, amount: amount.toString(), purpose }, faults };
}

type Tell = (field: string, code: string, params?: Record<string, string | number>) => void;

function readPaidOn(typed: string, today: LocalDate, fault: Tell): LocalDate | null {
  try {
    const day = parseDay(typed);
    if (day === null) fault('paid-on', 'reports.receipt-without-day');
    else if (day > today) fault('paid-on', 'reports.receipt-in-future', { today: formatEra(today) });
    return day;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    fault('paid-on', 'reports.receipt-day-unreadable');
    return null;
  }
}

function readText(typed: string, field: string, label: string, fault: Tell): string {
  const text = typed.trim();
  if (text === '') fault(field, 'reports.receipt-text-missing', { label });
  else if ([...text].length > LONGEST_TEXT)
    fault(field, 'reports.receipt-text-too-long', { label, most: LONGEST_TEXT });
  return text;
}

function readAmount(typed: string, fault: Tell): Yen | null {
  try {
    const amount = parseYen(typed);
    if (amount === null || amount === 0n) fault('amount', 'reports.receipt-without-amount');
    return amount;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    fault('amount', 'reports.receipt-amount-unreadable');
    return null;
  }
}

/** What the receipts of a line sum to; what cannot be read yet counts as nothing. */
export const receiptsOfLine = (receipts: readonly Pick<TypedReceipt, 'line' | 'amount'>[], line: string): Yen =>
  sumYen(receipts.filter((each) => each.line === line).map(({ amount }) => readableAmount(amount) ?? yen(0)));

/** A receipt that looks like another: the same picture, or the same payee, day and amount. */
export interface Duplicate {
  readonly id: string;
  readonly why: 'file' | 'words';
  /** The other one: in this report by its id, in another by where it stands. */
  readonly other: { readonly id: string; readonly report: string | null };
}

/** A receipt of another report, with the words under which that report is known. */
export interface KnownReceipt extends TypedReceipt {
  readonly report: string;
}

/** Each receipt that repeats an earlier one of this report, or one of another. It may be right: people are told, not stopped. */
export function duplicatesAmong(receipts: readonly TypedReceipt[], others: readonly KnownReceipt[]): Duplicate[] {
  return receipts.flatMap((receipt, index) => {
    const earlier = receipts.slice(0, index).map((each) => ({ each, report: null }));
    const elsewhere = others.map((each) => ({ each, report: each.report }));
    const found = [...earlier, ...elsewhere].find(({ each }) => whyTheSame(receipt, each) !== null);
    const why = found && whyTheSame(receipt, found.each);
    return found && why ? [{ id: receipt.id, why, other: { id: found.each.id, report: found.report } }] : [];
  });
}

function whyTheSame(one: TypedReceipt, other: TypedReceipt): Duplicate['why'] | null {
  if (one.files.some((sha256) => other.files.includes(sha256))) return 'file';
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  return mine !== null && mine === theirs ? 'words' : null;
}

/** null while one of the three is missing or cannot be read: a blank never looks like another blank. */
function wordsOf({ payee, paidOn, amount }: TypedReceipt): string | null {
  const sum = readableAmount(amount);
  const name = folded(payee).toLowerCase();
  try {
    const day = parseDay(paidOn);
    return name === '' || day === null || sum === null ? null : `${name}/${day}/${sum.toString()}`;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
