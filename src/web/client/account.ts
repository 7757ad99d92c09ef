import { formatYen, subtractYen, yen, type Yen } from '../../kernel/yen.js';
import {
  accountFigures,
  determinedFor,
  SIDES,
  type AccountFigures,
  type AskedAccount,
  type DeterminationGround,
  type PlannedLine,
  type TypedLine,
} from '../../performance-reports/in-browser.js';
import { evaluateRule, type AmountRule, type Facts } from '../../programs/in-browser.js';
import { accountBalance, accountFigureOf, isAccountBalanced, type AccountFigureName } from '../shared/account-words.js';
import { say, showWorking } from './figures.js';

/** Amounts come as digits. */
type Digits<Value> = { readonly [Key in keyof Value]: Value[Key] extends Yen ? string : Value[Key] };

/** What the page hands over: the plan, the programme's categories and rule, and what 額の確定 rests on. */
interface Known {
  readonly asked: AskedAccount;
  readonly plan: readonly Digits<PlannedLine>[];
  readonly decision: string;
  readonly rule: AmountRule;
  readonly facts: Facts;
  readonly timesThisYear: number;
  readonly determining: Digits<DeterminationGround>;
}

/** Differences, totals and the amount to be expected while typing, by the same functions as on the server. */
export function workOutAccounts(): void {
  for (const account of document.querySelectorAll<HTMLElement>('[data-account]')) {
    const known = JSON.parse(account.dataset['account'] ?? '') as Known;
    const update = (): void => refresh(account, known);
    account.addEventListener('input', update);
    // a reset or a return to the page brings back other texts without a word
    window.addEventListener('pageshow', update);
    update();
  }
}

function refresh(account: HTMLElement, known: Known): void {
  const { asked, rule, facts, timesThisYear, determining } = known;
  const decision = yen(known.decision);
  const taxCredit = determining.taxCredit === 'unknown' ? 'unknown' : yen(determining.taxCredit);
  const ground: DeterminationGround = { ...determining, decision, taxCredit };
  const plan = known.plan.map((line) => ({ ...line, amount: yen(line.amount) }));
  const rows = [...account.querySelectorAll<HTMLTableRowElement>('tr[data-line]')];
  const lines = rows.map(lineOf);
  const figures = accountFigures(asked, plan, lines, decision, (actual) =>
    determinedFor(ground, actual, (costs) => evaluateRule(rule, { ...costs, taxCredit, facts, timesThisYear })),
  );
  for (const row of rows) showDifference(row, figures);
  showTotals(account, figures, decision);
  const balance = account.querySelector<HTMLElement>('[data-balance]');
  say(balance, accountBalance(figures));
  if (balance) balance.dataset['balanced'] = isAccountBalanced(figures) ? 'yes' : 'no';
  for (const table of account.querySelectorAll('[data-working] table')) showWorking(table, figures.working);
}

/** The line that a row holds; the names of its fields end with the part: `account[<line>][amount]`. */
function lineOf(row: HTMLTableRowElement): TypedLine {
  const texts: Record<string, string> = {};
  for (const field of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name], select[name]')) {
    texts[/\[(\w+)\]$/.exec(field.name)?.[1] ?? ''] = field.value;
  }
  const side = SIDES.find((name) => name === texts['side']) ?? 'expenditure';
  const { category = '', remark = '', amount = '' } = texts;
  return { id: row.dataset['line'] ?? '', side, category, remark, amount };
}

function showDifference(row: HTMLTableRowElement, { lines }: AccountFigures): void {
  const typed = row.querySelector<HTMLInputElement>('input[name$="[amount]"]')?.value ?? '';
  const line = lines.find(({ id }) => id === row.dataset['line']);
  say(row.querySelector('[data-difference]'), typed.trim() === '' || !line ? '―' : formatYen(line.difference));
}

function showTotals(account: HTMLElement, figures: AccountFigures, decision: Yen): void {
  const differences: Readonly<Record<string, Yen>> = {
    grantDifference: subtractYen(figures.working.total, decision),
    incomeDifference: subtractYen(figures.income, figures.plannedIncome),
    expenditureDifference: subtractYen(figures.expenditure, figures.plannedExpenditure),
  };
  for (const place of account.querySelectorAll<HTMLElement>('[data-figure]')) {
    const name = place.dataset['figure'] ?? '';
    say(place, formatYen(differences[name] ?? accountFigureOf(figures, name as AccountFigureName)));
  }
}
