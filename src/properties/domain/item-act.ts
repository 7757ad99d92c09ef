import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { lastDayAfterYears } from '../../kernel/keeping-terms.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import type { PropertyItem, ReadProperty } from './property.js';

/**
 * corrected: a line was put right. struck: it never belonged into the register. disposed: the organisation disposed of the item
 * after its restriction had ended, so nobody had to approve.
 */
export type ItemActKind = 'corrected' | 'struck' | 'disposed';

/** What became of a line of 備品台帳; never changed. What stood there before stands in it. */
export interface ItemAct {
  readonly id: string;
  readonly itemId: string;
  readonly kind: ItemActKind;
  readonly changes: readonly ItemChange[];
  readonly reason: string;
  readonly doneOn: LocalDate;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** A line with the end of its restriction. */
export type CorrectedLine = ReadProperty & Pick<PropertyItem, 'restrictedUntil'>;

export type ProposalKind = Exclude<ItemActKind, 'disposed'>;
export type ProposalState = 'proposed' | 'confirmed' | 'refused';

/** What one of the staff wants to change and another has to confirm. */
export interface ItemProposal {
  readonly id: string;
  readonly itemId: string;
  readonly kind: ProposalKind;
  /** As it would stand; null where it would leave the register. */
  readonly line: CorrectedLine | null;
  readonly changes: readonly ItemChange[];
  readonly reason: string;
  readonly state: ProposalState;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly answeredByName: string | null;
  /** Why it was refused. */
  readonly answer: string;
}

/** The town would have a say for a shorter time, or on less money: never one person's decision. */
export const loosens = (
  item: Pick<PropertyItem, 'restrictedUntil' | 'price' | 'quantity'>,
  line: Pick<CorrectedLine, 'restrictedUntil' | 'price' | 'quantity'>,
): boolean => line.restrictedUntil < item.restrictedUntil || line.price < item.price || line.quantity < item.quantity;

/** In words, as it is printed. */
export interface ItemChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The columns of a line, as the register prints them. */
const COLUMNS: readonly (readonly [string, (line: ReadProperty) => string])[] = [
  ['品名', ({ name }) => name],
  ['種類', ({ category }) => category],
  ['数量', ({ quantity }) => `${String(quantity)}点`],
  ['取得価格', ({ price }) => formatYen(price)],
  ['買った日', ({ boughtOn }) => formatEra(boughtOn)],
  ['保管している場所', ({ keptAt }) => keptAt],
  ['耐用年数', ({ usefulYears }) => `${String(usefulYears)}年`],
];

/** What an organisation may put right by itself: the rest decides until when its disposal needs approval, and for how much. */
export const correctedByItself = (item: PropertyItem, typed: Pick<ReadProperty, 'name' | 'keptAt'>): ReadProperty => ({
  ...lineOf(item),
  name: typed.name,
  keptAt: typed.keptAt,
});

/** The line as it will stand, and what changes of it. Throws invalid at `name` when nothing does. */
export function correction(
  item: PropertyItem,
  line: ReadProperty,
): { readonly line: CorrectedLine; readonly changes: readonly ItemChange[] } {
  const restrictedUntil = lastDayAfterYears(line.boughtOn, line.usefulYears);
  const changes = COLUMNS.map(([label, words]) => ({ label, before: words(item), after: words(line) })).filter(
    ({ before, after }) => before !== after,
  );
  if (changes.length === 0) throw DomainError.invalid([{ pointer: 'name', code: 'properties.nothing-changed' }]);
  if (restrictedUntil === item.restrictedUntil) return { line: { ...line, restrictedUntil }, changes };
  const moved = { before: formatEra(item.restrictedUntil), after: formatEra(restrictedUntil) };
  return { line: { ...line, restrictedUntil }, changes: [...changes, { label: '処分の制限の終わり', ...moved }] };
}

const LONGEST_REASON = 400;

export function reasonFaults(reason: string, pointer = 'reason'): Fault[] {
  if (reason === '') return [{ pointer, code: 'properties.correction-reason-missing' }];
  const params = { label: '理由', most: LONGEST_REASON };
  return [...reason].length > LONGEST_REASON ? [{ pointer, code: 'properties.text-too-long', params }] : [];
}

/** Faults at `disposedOn`: after the restriction, and not before it happened. */
export function freeDisposalFaults(
  { restrictedUntil }: Pick<PropertyItem, 'restrictedUntil'>,
  disposedOn: LocalDate,
  today: LocalDate,
): Fault[] {
  const pointer = 'disposedOn';
  if (disposedOn > today)
    return [{ pointer, code: 'properties.disposed-in-future', params: { today: formatEra(today) } }];
  return disposedOn <= restrictedUntil
    ? [{ pointer, code: 'properties.disposed-while-restricted', params: { until: formatEra(restrictedUntil) } }]
    : [];
}

const lineOf = ({ name, category, quantity, price, boughtOn, keptAt, usefulYears }: PropertyItem): ReadProperty => ({
  ...{ name, category, quantity, price, boughtOn, keptAt, usefulYears },
});
