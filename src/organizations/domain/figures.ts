import { DomainError } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { type Faults, foldSpaces } from './typed-text.js';

/** 年度の数値: what staff know of an organisation and its register does not hold, e.g. 世帯数. */
export interface Figure {
  readonly organizationId: string;
  readonly name: string;
  /** Counts the entries of this figure, from 1; the highest one holds. */
  readonly number: number;
  /** A count as digits, or the id of a class; null where it was taken back. */
  readonly value: string | null;
  /** 基準日. */
  readonly asOf: LocalDate;
  readonly source: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export type NewFigure = Omit<Figure, 'recordedBy' | 'recordedAt'>;

/** A figure that somebody's rule asks for: a count, or one of some classes. */
export interface FigureKind {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** One figure of all organisations as typed. */
export interface TypedFigures {
  readonly asOf: string;
  readonly source: string;
  /** By organisation; one that the form did not show is left as it is. */
  readonly values: Readonly<Record<string, string>>;
  /** The number of the entry that the form was filled from, 0 for none. */
  readonly shown: Readonly<Record<string, string>>;
}

const LONGEST_SOURCE = 100;

/** Of each organisation and name the entry that holds. */
export function holding(figures: readonly Figure[]): Figure[] {
  const newest = new Map<string, Figure>();
  for (const figure of figures) {
    const key = `${figure.organizationId} ${figure.name}`;
    if (figure.number > (newest.get(key)?.number ?? 0)) newest.set(key, figure);
  }
  return [...newest.values()];
}

/**
 * The entries that a form adds: those whose value, day or source differs from what holds. Faults stand at
 * `figures.<name>.asOf`, `….source` and `….values.<organisation>`; a figure that somebody else has changed since the
 * form was filled is one of them.
 */
export function readFigures(
  kind: FigureKind,
  typed: TypedFigures,
  organizations: readonly { readonly id: string; readonly name: string }[],
  known: readonly Figure[],
  faults: Faults,
): NewFigure[] {
  const at = `figures.${kind.name}`;
  const read = organizations.flatMap((organization) => {
    const text = typed.values[organization.id];
    if (text === undefined) return [];
    const value = readValue(kind, text, `${at}.values.${organization.id}`, organization, faults);
    const before = known.find(({ organizationId, name }) => organizationId === organization.id && name === kind.name);
    return [{ organization, value, before }];
  });
  if (read.every(({ value, before }) => value === null && (before?.value ?? null) === null)) return [];
  const asOf = readAsOf(kind, typed.asOf, `${at}.asOf`, faults);
  const source = foldSpaces(typed.source);
  if (source === '') faults.add(`${at}.source`, 'organizations.figure-source-missing', { label: kind.label });
  if ([...source].length > LONGEST_SOURCE) {
    faults.add(`${at}.source`, 'organizations.figure-source-too-long', { label: kind.label, max: LONGEST_SOURCE });
  }
  return read.flatMap(({ organization, value, before }) => {
    if (value === undefined || !differs(before, { value, asOf, source })) return [];
    if (Number(typed.shown[organization.id] ?? '0') !== (before?.number ?? 0)) {
      const { recordedBy = '', value: changed = null } = before ?? {};
      const params = { label: kind.label, organization: organization.name, by: recordedBy };
      faults.add(`${at}.values.${organization.id}`, 'organizations.figure-changed', {
        ...params,
        value: inWords(kind, changed),
      });
    }
    const number = (before?.number ?? 0) + 1;
    return [{ organizationId: organization.id, name: kind.name, number, value, asOf, source }];
  });
}

function differs(
  before: Figure | undefined,
  { value, asOf, source }: Pick<Figure, 'value' | 'asOf' | 'source'>,
): boolean {
  if (value === null) return (before?.value ?? null) !== null;
  return !before || before.value !== value || before.asOf !== asOf || before.source !== source;
}

const inWords = ({ options }: FigureKind, value: string | null): string =>
  value === null ? '空欄' : (options.find(({ id }) => id === value)?.label ?? value);

/** null for a blank cell, undefined for one that cannot be read. */
function readValue(
  { label, options }: FigureKind,
  typed: string,
  pointer: string,
  organization: { readonly name: string },
  faults: Faults,
): string | null | undefined {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '');
  if (text === '') return null;
  const params = { label, organization: organization.name };
  if (options.length > 0) {
    const option = options.find((each) => each.id === text || each.label === typed.trim());
    if (!option) faults.add(pointer, 'organizations.figure-not-an-option', params);
    return option?.id;
  }
  if (!/^\d{1,9}$/.test(text)) {
    faults.add(pointer, 'organizations.figure-not-a-count', params);
    return undefined;
  }
  return String(Number(text));
}

function readAsOf({ label }: FigureKind, typed: string, pointer: string, faults: Faults): LocalDate {
  try {
    const day = parseDay(typed);
    if (day) return day;
    faults.add(pointer, 'organizations.figure-day-missing', { label });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.add(pointer, 'organizations.figure-not-a-day', { label });
  }
  return '1970-01-01' as LocalDate;
}
