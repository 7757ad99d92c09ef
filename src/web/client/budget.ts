import { formatYen, yen } from '../../kernel/yen.js';
import { restoreWorking, type StoredWorking } from '../../kernel/working.js';
import {
  blankLine,
  budgetFigures,
  readEligibility,
  SIDES,
  workingUpTo,
  type AskedBudget,
  type BudgetFigures,
  type LineFigures,
  type TypedLine,
} from '../../applications/in-browser.js';
import { evaluateRule, type AmountRule, type Facts } from '../../programs/in-browser.js';
import { element, say, showWorking } from './figures.js';
import { balanceSentence, figureOf, isBalanced, productInWords, type FigureName } from '../shared/budget-words.js';

/** What the page hands over: the programme's categories and rule, and what the rule counts of the organisation. */
interface Known {
  readonly asked: AskedBudget;
  readonly rule: AmountRule;
  readonly facts: Facts;
  readonly timesThisYear: number;
  /** Stands for the working while a fact is not known. */
  readonly pending: StoredWorking | null;
  /** Of an amendment that asks for no more: the amount in force, in digits. */
  readonly most?: { readonly yen: string; readonly label: string; readonly article: string } | null;
}

/** Totals, eligible cost, grant and warnings while typing, by the same functions as on the server. */
export function workOutBudgets(): void {
  for (const budget of document.querySelectorAll<HTMLElement>('[data-budget]')) {
    const known = JSON.parse(budget.dataset['budget'] ?? '') as Known;
    const update = (): void => refresh(budget, known);
    budget.addEventListener('input', update);
    // a reset or a return to the page brings back other texts without a word
    window.addEventListener('pageshow', update);
    update();
  }
}

function refresh(budget: HTMLElement, { asked, rule, facts, timesThisYear, pending, most }: Known): void {
  const limit = most ? { ...most, yen: yen(most.yen) } : null;
  const rows = [...budget.querySelectorAll<HTMLTableRowElement>('tr[data-line]')];
  const taxCredit = {
    kind: budget.querySelector<HTMLInputElement>('input[name="budget[tax-credit]"]:checked')?.value ?? '',
    amount: budget.querySelector<HTMLInputElement>('input[name="budget[tax-credit-amount]"]')?.value ?? '',
  };
  const lines = rows.map(lineOf);
  const figures = budgetFigures(asked, { lines, taxCredit }, (costs) =>
    workingUpTo(pending ? restoreWorking(pending) : evaluateRule(rule, { ...costs, facts, timesThisYear }), limit),
  );
  for (const row of rows) showLine(row, figures);
  for (const place of budget.querySelectorAll<HTMLElement>('[data-figure]')) {
    say(place, formatYen(figureOf(figures, place.dataset['figure'] as FigureName)));
  }
  const balance = budget.querySelector<HTMLElement>('[data-balance]');
  say(balance, balanceSentence(figures));
  if (balance) balance.dataset['balanced'] = isBalanced(figures) ? 'yes' : 'no';
  for (const table of budget.querySelectorAll('[data-working] table')) showWorking(table, figures.working);
}

/** The line that a row holds; the names of its fields end with the part: `budget[<line>][amount]`. */
function lineOf(row: HTMLTableRowElement): TypedLine {
  const texts: Record<string, string> = {};
  for (const field of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name], select[name]')) {
    texts[/\[(\w+)\]$/.exec(field.name)?.[1] ?? ''] = field.value;
  }
  const { side, eligible, ...rest } = texts;
  const known = SIDES.find((name) => name === side) ?? 'expenditure';
  return { ...blankLine(row.dataset['line'] ?? '', known), ...rest, eligible: readEligibility(eligible) };
}

function showLine(row: HTMLTableRowElement, figures: BudgetFigures): void {
  const line = figures.lines.find(({ id }) => id === row.dataset['line']);
  const written = (part: string): boolean =>
    (row.querySelector<HTMLInputElement>(`input[name$="[${part}]"]`)?.value ?? '').trim() !== '';
  const product = written('unitPrice') && written('quantity') ? productInWords(line?.amount) : '';
  say(row.querySelector('[data-product]'), product);
  showWarnings(row.querySelector('[data-warnings]'), line);
}

function showWarnings(place: Element | null, line: LineFigures | undefined): void {
  const warnings = line?.warnings ?? [];
  if (!place || [...place.children].map(({ textContent }) => textContent).join('\n') === warnings.join('\n')) return;
  place.replaceChildren(...warnings.map((text) => element('p', {}, text)));
}
