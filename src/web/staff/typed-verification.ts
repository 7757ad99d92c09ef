import type { ProgramDocument } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { codedRowsAt, newCode, type Loose } from './typed-program.js';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** 検証 as its page sends it: answers stand on a line each and keep their code as long as their words stay. */
export function typedVerification({ verification: stored }: ProgramDocument, body: unknown): Loose {
  const sheet = recordAt(body, 'verification');
  if (sheet['asked'] !== 'yes') return { verification: null };
  const points = codedRowsAt(sheet, 'points', 'point').filter((row) => !isSpare(row));
  return {
    verification: {
      ...sheet,
      points: points.map((row) => ({
        ...row,
        options: linesOf(row, 'options', stored?.points.find(({ id }) => id === row['id'])?.options ?? []),
      })),
      directions: linesOf(sheet, 'directions', stored?.directions ?? []),
    },
  };
}

/** The stored sheet as its page is filled from it. */
export const verificationInRows = ({ verification }: ProgramDocument): Loose | null =>
  verification
    ? {
        ...verification,
        asked: 'yes',
        points: verification.points.map((point) => ({ ...point, options: point.options.map(({ label }) => label) })),
        directions: verification.directions.map(({ label }) => label),
      }
    : null;

const isSpare = (row: Loose): boolean =>
  ['label', 'hint', 'options'].every((field) => typedText(row, field).trim() === '');

const linesOf = (body: unknown, field: string, stored: readonly Named[]): Named[] =>
  typedText(body, field)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((label) => ({ id: stored.find((each) => each.label === label)?.id ?? newCode('option'), label }));
