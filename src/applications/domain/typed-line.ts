import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { MAX_YEN, parseYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

export const SIDES = ['income', 'expenditure'] as const;
export type Side = (typeof SIDES)[number];

/** What the applicant says of a line; blank: as its category says. */
export type TypedEligibility = '' | 'yes' | 'no';

/** A line of the 収支予算書 as typed; it keeps its id for life, so that a point of the review stays at its line. */
export interface TypedLine {
  readonly id: string;
  readonly side: Side;
  readonly category: string;
  readonly remark: string;
  /** 積算根拠: where unit price and quantity are both written, their product is the amount. */
  readonly unitPrice: string;
  readonly quantity: string;
  readonly unit: string;
  readonly amount: string;
  readonly eligible: TypedEligibility;
  /** Why the line is eligible or not. */
  readonly reason: string;
}

export const blankLine = (id: string, side: Side): TypedLine => ({
  ...{ id, side, category: '', remark: '' },
  ...{ unitPrice: '', quantity: '', unit: '', amount: '', eligible: '', reason: '' },
});

const isBlank = (text: string): boolean => text.trim() === '';

export const isBlankLine = ({ id: _id, side: _side, ...texts }: TypedLine): boolean =>
  Object.values(texts).every(isBlank);

/** Quantities are counted in hundredths, so that 1.5 hours are exactly one and a half. */
const HUNDREDTHS = 100n;

/** Reads `12`, `１，２００` or `1.5`; null for blank. Throws DomainError `applications.quantity-unreadable`. */
export function parseQuantity(typed: string): bigint | null {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '');
  if (text === '') return null;
  const [, whole, part = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new DomainError('applications.quantity-unreadable', 'invalid', { typed });
  return BigInt(whole) * HUNDREDTHS + BigInt(part.padEnd(2, '0'));
}

/** An amount as far as it can be read: null for blank and for what is no amount. */
export function readableYen(typed: string): Yen | null {
  const amount = readCell(() => parseYen(typed), '', []);
  return amount === 'unreadable' ? null : amount;
}

/**
 * The amount of a line: unit price × quantity (円未満切捨て) where both are written, else what stands in the amount.
 * What cannot be read is noted as a fault at its cell below `at` and counts as 0.
 */
export function readLineAmount(line: TypedLine, at: string, faults: Fault[] = []): Yen {
  const unitPrice = readCell(() => parseYen(line.unitPrice), `${at}.unitPrice`, faults);
  const quantity = readCell(() => parseQuantity(line.quantity), `${at}.quantity`, faults);
  if (unitPrice === 'unreadable' || quantity === 'unreadable') return ZERO_YEN;
  if (unitPrice !== null && quantity !== null) return productOf(unitPrice, quantity, at, faults);
  if (isBlank(line.amount) && (unitPrice !== null || quantity !== null)) {
    const missing = unitPrice === null ? 'unitPrice' : 'quantity';
    const code = unitPrice === null ? 'applications.unit-price-missing' : 'applications.quantity-missing';
    faults.push({ pointer: `${at}.${missing}`, code });
    return ZERO_YEN;
  }
  const amount = readCell(() => parseYen(line.amount), `${at}.amount`, faults);
  if (amount === 'unreadable') return ZERO_YEN;
  if (amount !== null && amount > 0n) return amount;
  faults.push({ pointer: `${at}.amount`, code: 'applications.line-without-amount' });
  return ZERO_YEN;
}

function productOf(unitPrice: Yen, quantity: bigint, at: string, faults: Fault[]): Yen {
  const product = ((unitPrice * quantity) / HUNDREDTHS) as Yen;
  if (product > 0n && product <= MAX_YEN) return product;
  const code = product > MAX_YEN ? 'yen.too-large' : 'applications.product-of-nothing';
  faults.push({ pointer: `${at}.unitPrice`, code });
  return ZERO_YEN;
}

function readCell<Value>(read: () => Value, pointer: string, faults: Fault[]): Value | 'unreadable' {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ pointer, code: error.code, params: error.params });
    return 'unreadable';
  }
}

/** A line as the one text of its field in a draft; blank ends are left out, as in lines that never had them. */
export function writeLine(line: TypedLine): string {
  const { side, category, amount, remark, unitPrice, quantity, unit, eligible, reason } = line;
  const cells: string[] = [side, category, amount, remark, unitPrice, quantity, unit, eligible, reason];
  while (cells.length > 4 && cells.at(-1) === '') cells.pop();
  return JSON.stringify(cells);
}

/** The line that the text of a draft's field stands for. */
export function readLine(id: string, text: string): TypedLine {
  const [
    side,
    category = '',
    amount = '',
    remark = '',
    unitPrice = '',
    quantity = '',
    unit = '',
    eligible,
    reason = '',
  ] = JSON.parse(text) as string[];
  return {
    ...{ id, side: SIDES.find((known) => known === side) ?? 'expenditure', category, remark },
    ...{ unitPrice, quantity, unit, amount, eligible: readEligibility(eligible), reason },
  };
}

export const readEligibility = (typed: string | undefined): TypedEligibility =>
  typed === 'yes' || typed === 'no' ? typed : '';
