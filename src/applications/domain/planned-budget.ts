import type { Fault } from '../../kernel/domain-error.js';
import { formatYen, subtractYen, sumYen, type Yen } from '../../kernel/yen.js';
import { isEligible, warningsOf, type JudgedCategory } from './budget-warnings.js';
import { readTaxCredit, type StoredTaxCredit, type TypedTaxCredit } from './tax-credit.js';
import { isBlankLine, readableYen, readLineAmount, type Side, type TypedLine } from './typed-line.js';

/** What the programme asks of a budget: its categories on each side and the words for its own grant. */
export interface AskedBudget {
  readonly grantLabel: string;
  readonly income: readonly { readonly id: string; readonly label: string; readonly deducted: boolean }[];
  readonly expenditure: readonly JudgedCategory[];
  /** Lines may be written as unit price × quantity. */
  readonly basis: boolean;
  readonly taxCredit: boolean;
}

export interface TypedBudget {
  readonly lines: readonly TypedLine[];
  readonly taxCredit: TypedTaxCredit;
}

/** A line as submitted, in words: it can be read without the programme that asked for it. */
export interface BudgetLine {
  readonly id: string;
  readonly category: string;
  readonly label: string;
  readonly amount: Yen;
  readonly remark: string;
  /** `30,000円 × 2人`; blank where only the amount was written. */
  readonly basis: string;
  /** Whether the grant may pay for it; null on the income side. */
  readonly eligible: boolean | null;
  readonly reason: string;
  readonly warnings: readonly string[];
}

export interface Budget {
  readonly income: readonly BudgetLine[];
  readonly expenditure: readonly BudgetLine[];
  /** null where the programme does not ask. */
  readonly taxCredit: StoredTaxCredit | null;
}

/** The income line that is the grant itself. Nobody types it: it equals the computed amount by construction. */
export const GRANT_LINE = 'grant';
export const MOST_LINES = 60;
export const LONGEST_REMARK = 100;
export const LONGEST_REASON = 200;
const LONGEST_UNIT = 10;

/**
 * The 収支予算書 with the grant as its first income line. Every fault points at its cell
 * (`budget.<line>.amount`) or, for the whole, at `budget`: 収入合計 = 支出合計.
 */
export function readBudget(
  asked: AskedBudget,
  typed: TypedBudget,
  grant: Yen,
): { readonly budget: Budget; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const linesOf = (side: Side): BudgetLine[] =>
    typed.lines.filter((line) => line.side === side && !isBlankLine(line)).map((line) => readLine(asked, line, faults));
  const credit = asked.taxCredit ? readTaxCredit(typed.taxCredit) : { taxCredit: null, faults: [] };
  const budget = {
    income: [grantLine(asked.grantLabel, grant), ...linesOf('income')],
    expenditure: linesOf('expenditure'),
    taxCredit: credit.taxCredit,
  };
  faults.push(...credit.faults);
  if (budget.expenditure.length === 0) faults.push({ pointer: 'budget', code: 'applications.no-expenditure' });
  // A sum over lines that could not be read would only mislead.
  else if (faults.length === 0) faults.push(...balanceFaults(asked, budget));
  return { budget, faults };
}

const NO_REMARKS = { remark: '', basis: '', eligible: null, reason: '', warnings: [] } as const;

const grantLine = (label: string, amount: Yen): BudgetLine => ({
  ...NO_REMARKS,
  ...{ id: GRANT_LINE, category: GRANT_LINE, label, amount },
});

function readLine(asked: AskedBudget, line: TypedLine, faults: Fault[]): BudgetLine {
  const at = `budget.${line.id}`;
  const category = asked[line.side].find(({ id }) => id === line.category);
  const judged = asked.expenditure.find(({ id }) => line.side === 'expenditure' && id === line.category);
  if (!category) faults.push({ pointer: `${at}.category`, code: 'applications.line-without-category' });
  faults.push(...lengthFaults(line, at));
  if (judged && claimsWithoutReason(judged, line)) {
    const params = { category: judged.label };
    faults.push({ pointer: `${at}.reason`, code: 'applications.line-reason-missing', params });
  }
  return {
    id: line.id,
    category: line.category,
    label: category?.label ?? '',
    amount: readLineAmount(line, at, faults),
    remark: line.remark.trim(),
    basis: basisOf(line),
    eligible: judged ? isEligible(judged, line) : null,
    reason: line.reason.trim(),
    warnings: judged ? warningsOf(judged, line) : [],
  };
}

/** Against the programme's own word the applicant may say 対象, but not without saying why: staff judge by it. */
const claimsWithoutReason = (category: JudgedCategory, line: TypedLine): boolean =>
  category.treatment === 'ineligible' && isEligible(category, line) && line.reason.trim() === '';

function lengthFaults(line: TypedLine, at: string): Fault[] {
  const fields = [
    { field: 'remark', text: line.remark, code: 'applications.remark-too-long', most: LONGEST_REMARK },
    { field: 'unit', text: line.unit, code: 'applications.unit-too-long', most: LONGEST_UNIT },
    { field: 'reason', text: line.reason, code: 'applications.line-reason-too-long', most: LONGEST_REASON },
  ];
  return fields
    .filter(({ text, most }) => [...text].length > most)
    .map(({ field, code, most }) => ({ pointer: `${at}.${field}`, code, params: { most } }));
}

/** The arithmetic as a person writes it. */
function basisOf({ unitPrice, quantity, unit }: TypedLine): string {
  const each = readableYen(unitPrice);
  const count = quantity.normalize('NFKC').replace(/[\s,]/g, '');
  return each === null || count === '' ? '' : `${formatYen(each)} × ${count}${unit.trim()}`;
}

/** The same read back; null where there is none. */
export function basisIn(words: string): Pick<TypedLine, 'unitPrice' | 'quantity' | 'unit'> | null {
  const [, unitPrice, quantity, unit = ''] = /^([\d,]+)円 × (\d+(?:\.\d+)?)(.*)$/.exec(words) ?? [];
  return unitPrice === undefined || quantity === undefined ? null : { unitPrice, quantity, unit };
}

export const totalOf = (lines: readonly { readonly amount: Yen }[]): Yen => sumYen(lines.map(({ amount }) => amount));

/**
 * 収入合計 must equal 支出合計; the fault names both sums and what is missing where. Only 自己資金 leaves the grant as it is:
 * where the programme has such a line, and it can take the difference, the advice is to change that.
 */
function balanceFaults(asked: Pick<AskedBudget, 'income'>, budget: Pick<Budget, Side>): Fault[] {
  const income = totalOf(budget.income);
  const expenditure = totalOf(budget.expenditure);
  if (income === expenditure) return [];
  const short = income < expenditure;
  const difference = short ? subtractYen(expenditure, income) : subtractYen(income, expenditure);
  const code = short ? 'applications.income-short' : 'applications.expenditure-short';
  const params = { income, expenditure, difference };
  const own = asked.income.find(({ label, deducted }) => !deducted && label.includes('自己資金'));
  const put = totalOf(budget.income.filter(({ category }) => category === own?.id));
  if (!own || (!short && put < difference)) return [{ pointer: 'budget', code, params }];
  const advice = short ? 'applications.own-funds-short' : 'applications.own-funds-over';
  return [{ pointer: 'budget', code: advice, params: { ...params, own: own.label } }];
}
