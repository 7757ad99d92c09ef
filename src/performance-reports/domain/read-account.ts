import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseYen, subtractYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import {
  CARRY_OVER,
  GRANT_LINE,
  isEligibleLine,
  type AccountFigures,
  type AskedAccount,
  type PlannedLine,
} from './account.js';
import type { TypedLine } from './typed-account.js';

/** A line of the 収支決算書 as sent, in words: it can be read without the programme that asked for it. */
export interface AccountLine {
  readonly id: string;
  readonly side: 'income' | 'expenditure';
  readonly category: string;
  readonly label: string;
  readonly remark: string;
  /** Yen in digits, because JSON numbers are not integers; null where nothing was planned. */
  readonly planned: string | null;
  readonly amount: string;
  readonly eligible: boolean;
}

const LONGEST_REMARK = 100;
const MOST_LINES = 80;

/** The lines of the account that are written, the planned ones first and each as it was decided. */
export function linesOfAccount(plan: readonly PlannedLine[], typed: readonly TypedLine[]): TypedLine[] {
  const written = new Map(typed.map((line) => [line.id, line]));
  const planned = plan.map(({ id, side, category, remark }): TypedLine => {
    const line = written.get(id);
    return { id, side, category, remark: line?.remark ?? remark, amount: line?.amount ?? '' };
  });
  const known = new Set(plan.map(({ id }) => id));
  return [...planned, ...typed.filter(({ id }) => !known.has(id))];
}

/**
 * The 収支決算書 with the grant as its first income line. Every fault points at its cell (`account.<line>.amount`) or, for
 * the whole, at `account`: 収入合計 = 支出合計.
 */
export function readAccount(
  asked: AskedAccount,
  plan: readonly PlannedLine[],
  typed: readonly TypedLine[],
  decision: Yen,
  figures: AccountFigures,
): { readonly lines: readonly AccountLine[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const lines = typed.map((line) => readLine(asked, plan, line, faults));
  if (typed.length > MOST_LINES) {
    faults.push({ pointer: 'account', code: 'reports.too-many-lines', params: { most: MOST_LINES } });
  }
  // A sum over lines that could not be read would only mislead.
  if (faults.length === 0) faults.push(...balanceFaults(asked, figures));
  const grant: AccountLine = {
    ...{ id: GRANT_LINE, side: 'income', category: GRANT_LINE, label: asked.grantLabel, remark: '', eligible: false },
    ...{ planned: decision.toString(), amount: figures.working.total.toString() },
  };
  return { lines: [grant, ...lines], faults };
}

function readLine(asked: AskedAccount, plan: readonly PlannedLine[], line: TypedLine, faults: Fault[]): AccountLine {
  const at = `account.${line.id}`;
  const planned = plan.find(({ id }) => id === line.id);
  const label = planned?.label ?? labelOf(asked, line);
  if (label === null) faults.push({ pointer: `${at}.category`, code: 'reports.line-without-category' });
  const named = label ?? '';
  const over = [...line.remark].length - LONGEST_REMARK;
  if (over > 0) {
    const params = { label: named, most: LONGEST_REMARK, over };
    faults.push({ pointer: `${at}.remark`, code: 'reports.remark-too-long', params });
  }
  return {
    ...{ id: line.id, side: line.side, category: line.category, label: named, remark: line.remark.trim() },
    planned: planned?.amount.toString() ?? null,
    amount: readAmount(line, `${at}.amount`, named, faults).toString(),
    eligible: line.side === 'expenditure' && isEligibleLine(asked, plan, line),
  };
}

const labelOf = (asked: AskedAccount, { id, side, category }: TypedLine): string | null =>
  id === CARRY_OVER
    ? (asked.carryOver?.label ?? null)
    : (asked[side].find((each) => each.id === category)?.label ?? null);

/** What was planned and not spent is written as 0, so that a forgotten line is not taken for one. */
function readAmount({ id, amount: typed }: TypedLine, pointer: string, label: string, faults: Fault[]): Yen {
  try {
    const amount = parseYen(typed);
    if (amount !== null) return amount;
    // Nothing is kept for the next year unless somebody says so.
    if (id !== CARRY_OVER) faults.push({ pointer, code: 'reports.amount-missing', params: { label } });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ pointer, code: 'reports.amount-unreadable', params: { label } });
  }
  return ZERO_YEN;
}

/** The fault says by how much, and what sets it right: own money comes last, and what is kept must be permitted. */
function balanceFaults({ carryOver }: AskedAccount, { income, expenditure }: AccountFigures): Fault[] {
  if (income === expenditure) return [];
  const short = income < expenditure;
  const difference = short ? subtractYen(expenditure, income) : subtractYen(income, expenditure);
  const code = short ? 'reports.income-short' : carryOver ? 'reports.carry-over-short' : 'reports.income-over';
  return [{ pointer: 'account', code, params: { income, expenditure, difference, label: carryOver?.label ?? '' } }];
}
