import { DomainError, type Fault } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, parseDay, type LocalDate } from '../../kernel/local-date.js';
import { parseYen, yen, type Yen } from '../../kernel/yen.js';

/**
 * held: the organisation has it. disposed: the letter approved its disposal, or it was disposed of after its restriction.
 * dismissed: no 備品, said the organisation. struck: entered by mistake.
 */
export type PropertyState = 'held' | 'disposed' | 'dismissed' | 'struck';

/** One line of 備品台帳: what was bought with a grant. */
export interface PropertyItem {
  readonly id: string;
  readonly grantId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly fiscalYear: FiscalYear;
  /** The receipt from which it was proposed, or the form by which it was written. */
  readonly source: string;
  readonly name: string;
  /** One of the edition's kinds, by its name; blank where it has none, or none of them fits. */
  readonly category: string;
  readonly quantity: number;
  /** 取得価格, of all pieces together. */
  readonly price: Yen;
  readonly boughtOn: LocalDate;
  readonly keptAt: string;
  readonly usefulYears: number;
  /** Until this day its disposal needs the town's approval. */
  readonly restrictedUntil: LocalDate;
  readonly state: PropertyState;
  readonly version: number;
}

/** What may belong into the register: a receipt of the inspected report, with what it says. */
export interface Candidate {
  readonly source: string;
  readonly name: string;
  readonly price: Yen;
  readonly boughtOn: LocalDate;
  /** The line of the 収支決算書. */
  readonly line: string;
}

/** A receipt of the report, as it was sent. */
export interface KnownReceipt {
  readonly id: string;
  readonly line: string;
  readonly paidOn: LocalDate;
  readonly amount: string;
  readonly purpose: string;
}

/** The receipts that cost enough, or whose line is named 備品, and of which nobody has said yet what they are. */
export function candidatesAmong(
  receipts: readonly KnownReceipt[],
  lines: readonly { readonly id: string; readonly label: string }[],
  from: number,
  known: ReadonlySet<string>,
): Candidate[] {
  return receipts.flatMap((receipt) => {
    const line = lines.find(({ id }) => id === receipt.line)?.label ?? '';
    const counts = BigInt(receipt.amount) >= BigInt(from) || line.includes('備品');
    if (!counts || known.has(receipt.id)) return [];
    const { id: source, purpose: name, amount, paidOn: boughtOn } = receipt;
    return [{ source, name, price: yen(amount), boughtOn, line }];
  });
}

/** A line of the register as typed. */
export interface TypedProperty {
  readonly name: string;
  readonly category: string;
  readonly quantity: string;
  readonly price: string;
  readonly boughtOn: string;
  readonly keptAt: string;
  readonly usefulYears: string;
}

export type ReadProperty = Pick<
  PropertyItem,
  'name' | 'category' | 'quantity' | 'price' | 'boughtOn' | 'keptAt' | 'usefulYears'
>;

const LONGEST = 60;
/** What the form sends for an item that is none of the edition's kinds. */
export const OTHER_KIND = 'other';

/** How long disposal is restricted: for each kind of the edition, and where none is chosen. */
export interface UsualYears {
  readonly propertyYears: number;
  readonly propertyKinds?: readonly { readonly label: string; readonly years: number }[];
}

/** The line that was typed; throws invalid with every fault at its field. */
export function readProperty(typed: TypedProperty, today: LocalDate, usual: UsualYears): ReadProperty {
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, params = {}): void => {
    faults.push({ pointer, code, params });
  };
  const textOf = (field: 'name' | 'keptAt', label: string): string => {
    const text = typed[field].trim();
    if (text === '') fault(field, 'properties.text-missing', { label });
    else if ([...text].length > LONGEST) fault(field, 'properties.text-too-long', { label, most: LONGEST });
    return text;
  };
  const wholeOf = (field: 'quantity' | 'usefulYears', label: string, most: number): number => {
    const digits = typed[field].normalize('NFKC').trim();
    const number = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
    if (number < 1 || number > most) fault(field, 'properties.not-a-count', { label, most });
    return number;
  };
  const name = textOf('name', '品名');
  const quantity = wholeOf('quantity', '数量', 9999);
  const price = readPrice(typed.price, fault);
  const boughtOn = readBoughtOn(typed.boughtOn, today, fault);
  const keptAt = textOf('keptAt', '保管している場所');
  const kinds = usual.propertyKinds ?? [];
  const kind = kinds.find(({ label }) => label === typed.category);
  if (kinds.length > 0 && !kind && typed.category !== OTHER_KIND) fault('category', 'properties.kind-of-item-missing');
  const usualYears = kind?.years ?? usual.propertyYears;
  const usefulYears = typed.usefulYears.trim() === '' ? usualYears : wholeOf('usefulYears', '耐用年数', 50);
  const category = kind?.label ?? '';
  if (faults.length > 0 || price === null || boughtOn === null) throw DomainError.invalid(faults);
  return { name, category, quantity, price, boughtOn, keptAt, usefulYears };
}

type Tell = (pointer: string, code: string, params?: Record<string, string | number>) => void;

function readPrice(typed: string, fault: Tell): Yen | null {
  try {
    const price = parseYen(typed);
    if (price === null || price === 0n) fault('price', 'properties.price-missing');
    return price;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    fault('price', 'properties.price-missing');
    return null;
  }
}

function readBoughtOn(typed: string, today: LocalDate, fault: Tell): LocalDate | null {
  try {
    const day = parseDay(typed);
    if (day === null) fault('boughtOn', 'properties.day-missing');
    else if (day > today) fault('boughtOn', 'properties.day-in-future', { today: formatEra(today) });
    return day;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    fault('boughtOn', 'properties.day-missing');
    return null;
  }
}
