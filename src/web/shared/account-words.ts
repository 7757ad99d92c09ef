import { DomainError } from '../../kernel/domain-error.js';
import { formatYen, parseYen, subtractYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** What is said of an account in figures. */
interface SaidFigures {
  /** With the grant. */
  readonly income: Yen;
  readonly expenditure: Yen;
  readonly eligibleCost: Yen;
  readonly working: { readonly total: Yen };
}

/** The figures under the tables, in the order in which one leads to the next. */
export const ACCOUNT_FIGURES = [
  { name: 'expenditure', label: '支出の合計' },
  { name: 'eligibleCost', label: 'うち対象経費' },
  { name: 'grant', label: '確定の見込み額' },
] as const;

export type AccountFigureName = (typeof ACCOUNT_FIGURES)[number]['name'] | 'income';

export const accountFigureOf = (figures: SaidFigures, name: AccountFigureName): Yen =>
  name === 'grant' ? figures.working.total : figures[name];

export const isAccountBalanced = ({ income, expenditure }: Pick<SaidFigures, 'income' | 'expenditure'>): boolean =>
  expenditure !== ZERO_YEN && income === expenditure;

/** One sentence on whether both sides agree, and what is missing where. */
export function accountBalance({ income, expenditure }: Pick<SaidFigures, 'income' | 'expenditure'>): string {
  if (expenditure === ZERO_YEN) return '支出の決算額を入力してください。';
  if (income === expenditure) return '収入と支出が一致しています。';
  return income > expenditure
    ? `収入が支出より${formatYen(subtractYen(income, expenditure))}多くなっています。`
    : `収入が支出より${formatYen(subtractYen(expenditure, income))}少なくなっています。`;
}

/** An amount as far as it can be read: null for blank and for what is no amount. */
export function readableYenOf(typed: string): Yen | null {
  try {
    return parseYen(typed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
