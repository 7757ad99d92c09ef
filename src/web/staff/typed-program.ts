import { randomBytes } from 'node:crypto';
import type { ProgramDocument } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';

export type Loose = Readonly<Record<string, unknown>>;

/** A code that no earlier edition used either: what was answered under a deleted one never comes back under another. */
export const newCode = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

export const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a list as sent: parsers turn a long one into a record with numbers for keys. */
export function typedRowsAt(body: unknown, field: string): Loose[] {
  const list = isRecord(body) ? body[field] : undefined;
  return (Array.isArray(list) ? list : Object.values(recordAt(body, field))).filter(isRecord);
}

/** The same, with a code for each row that is new. */
export const codedRowsAt = (body: unknown, field: string, prefix: string): Loose[] =>
  typedRowsAt(body, field).map((row) => ({ ...row, id: row['id'] || newCode(prefix) }));

/** These fields of the body alone, whatever else was sent. */
export const picked = (body: unknown, fields: readonly string[]): Loose =>
  Object.fromEntries(fields.map((field) => [field, isRecord(body) ? body[field] : undefined]));

export function typedBudget(body: unknown): Loose {
  const budget = recordAt(body, 'budget');
  return {
    budget: {
      ...budget,
      income: codedRowsAt(budget, 'income', 'income'),
      expenditure: codedRowsAt(budget, 'expenditure', 'expenditure'),
    },
  };
}

/** A stored document as its forms are filled from it: what is edited in rows comes in rows. */
export const inRows = (document: ProgramDocument): Loose => ({
  ...document,
  conditions: document.conditions.map((text) => ({ text })),
});
