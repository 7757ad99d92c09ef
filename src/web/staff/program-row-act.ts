import { moved } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';

type Loose = Readonly<Record<string, unknown>>;

const ACTS = ['add', 'remove', 'up', 'down'] as const;
export type RowActKind = (typeof ACTS)[number];

/** A button within a list of rows: `add:budget.income`, `up:budget.income.2`. */
export interface RowAct {
  readonly kind: RowActKind;
  /** Dotted place of the list. */
  readonly list: readonly string[];
  /** Position of the row; of the one to come for `add`. */
  readonly row: number;
}

/** The act whose button was pressed; null where the form is to be saved. */
export function readRowAct(body: unknown): RowAct | null {
  const [name, place = ''] = typedText(body, 'act').split(':');
  const kind = ACTS.find((act) => act === name);
  const path = place.split('.');
  if (!kind || !/^[a-z]+(\.\w+)*$/i.test(place)) return null;
  if (kind === 'add') return { kind, list: path, row: rowsIn(body, path).length };
  const row = Number(path.at(-1));
  return Number.isInteger(row) ? { kind, list: path.slice(0, -1), row } : null;
}

/** What was typed, with the row added, taken out or moved; nothing is saved by it. */
export function afterRowAct(body: unknown, act: RowAct): unknown {
  const rows = rowsIn(body, act.list);
  return replaced(body, act.list, changed(rows, act));
}

function changed(rows: readonly unknown[], { kind, row }: RowAct): unknown[] {
  switch (kind) {
    case 'add':
      return [...rows, {}];
    case 'remove':
      return rows.filter((_, index) => index !== row);
    case 'up':
    case 'down':
      return moved(rows, row, kind);
  }
}

const rowsIn = (body: unknown, [first = '', ...rest]: readonly string[]): unknown[] => {
  const value = fieldOf(body, first);
  if (rest.length > 0) return rowsIn(value, rest);
  return Array.isArray(value) ? value : Object.values(recordAt(body, first));
};

function replaced(body: unknown, [first = '', ...rest]: readonly string[], rows: unknown[]): Loose | unknown[] {
  const inner = rest.length === 0 ? rows : replaced(fieldOf(body, first), rest, rows);
  if (Array.isArray(body)) return body.map((item: unknown, index) => (String(index) === first ? inner : item));
  return { ...(typeof body === 'object' && body !== null ? body : {}), [first]: inner };
}

const fieldOf = (body: unknown, field: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Loose)[field] : undefined;
