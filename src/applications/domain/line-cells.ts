import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { folded } from '../../kernel/text.js';
import { MOST_LINES, type AskedBudget } from './planned-budget.js';
import { blankLine, SIDES, type Side, type TypedEligibility, type TypedLine } from './typed-line.js';

/** The cells of a line in the order in which tables, workbooks and pasted blocks have them. */
const COLUMNS = ['category', 'remark', 'unitPrice', 'quantity', 'unit', 'amount', 'eligible', 'reason'] as const;
export type LineColumn = (typeof COLUMNS)[number];

export const COLUMN_WORDS: Readonly<Record<LineColumn, string>> = {
  category: '科目',
  remark: '摘要',
  unitPrice: '単価',
  quantity: '数量',
  unit: '単位',
  amount: '金額',
  eligible: '対象',
  reason: '理由',
};

export const SIDE_WORDS: Readonly<Record<Side, string>> = { income: '収入', expenditure: '支出' };
export const ELIGIBLE_WORDS = { yes: '対象', no: '対象外' } as const;

/** What a programme without 積算根拠 asks of a line. */
const PLAIN: readonly LineColumn[] = ['category', 'remark', 'amount'];
export const columnsOf = ({ basis }: Pick<AskedBudget, 'basis'>): readonly LineColumn[] => (basis ? COLUMNS : PLAIN);

/** The id behind the words of a category; null for words that are none. */
export const categoryIn = (asked: AskedBudget, side: Side, words: string): string | null =>
  asked[side].find(({ id, label }) => folded(label) === folded(words) || id === words.trim())?.id ?? null;

/** `収入`, `支出の部`; null for other words. */
export const sideIn = (words: string): Side | null =>
  SIDES.find((side) => [SIDE_WORDS[side], `${SIDE_WORDS[side]}の部`].includes(folded(words))) ?? null;

/** null for words that say neither. */
export function eligibilityIn(words: string): TypedEligibility | null {
  const text = folded(words);
  if (text === '' || text.startsWith('科目')) return '';
  if ([ELIGIBLE_WORDS.yes, '○', '〇', 'はい'].includes(text)) return 'yes';
  return [ELIGIBLE_WORDS.no, '×', 'いいえ'].includes(text) ? 'no' : null;
}

/** The block that a spreadsheet copies: cells parted by tabs, in quotes where a cell holds a line break or a quote. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  for (const match of matchesOf(cell, text.replace(/\r\n?/g, '\n'))) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.some((each) => each.trim() !== ''));
}

function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) throw new Error('every text is a row of cells');
    yield match;
  }
}

/**
 * A pasted block as new lines of `side`, unless its first column says 収入 or 支出 itself; a row of headings is left out.
 * Throws DomainError with a fault at `pasted` for every row whose category or eligibility is none that is offered.
 */
export function readPasted(asked: AskedBudget, side: Side, text: string, newId: () => string): TypedLine[] {
  const columns = columnsOf(asked);
  const faults: Fault[] = [];
  const lines = parseCells(text).flatMap((row, index): TypedLine[] => {
    const own = sideIn(row[0] ?? '');
    const cells = (own ? row.slice(1) : row).map((cell) => cell.trim());
    if (cells.includes(COLUMN_WORDS.category) && cells.includes(COLUMN_WORDS.amount)) return [];
    const texts = Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']));
    const line = { ...blankLine(newId(), own ?? side), ...texts } as TypedLine;
    const category = line.category === '' ? '' : categoryIn(asked, line.side, line.category);
    const eligible = eligibilityIn(line.eligible);
    const fault = (code: string, typed: string): void => {
      faults.push({ pointer: 'pasted', code, params: { row: index + 1, typed } });
    };
    const wide = cells.slice(columns.length).some((cell) => cell !== '');
    if (wide) fault('applications.pasted-too-wide', columns.map((column) => COLUMN_WORDS[column]).join('、'));
    if (category === null) fault('applications.pasted-category-unknown', line.category);
    if (eligible === null) fault('applications.pasted-eligibility-unknown', line.eligible);
    return [{ ...line, category: category ?? '', eligible: eligible ?? '' }];
  });
  if (lines.length === 0) faults.push({ pointer: 'pasted', code: 'applications.nothing-pasted' });
  if (lines.length > MOST_LINES) {
    faults.push({ pointer: 'pasted', code: 'applications.too-many-lines', params: { most: MOST_LINES } });
  }
  if (faults.length > 0) throw DomainError.invalid(faults);
  return lines;
}
