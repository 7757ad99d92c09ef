import { formatYen, subtractYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** What is said of a budget in figures. */
interface SaidFigures {
  /** With the grant. */
  readonly income: Yen;
  readonly expenditure: Yen;
  readonly eligibleCost: Yen;
  readonly otherIncome: Yen;
  readonly ownFunds: Yen;
  readonly working: { readonly total: Yen };
}

/** Something is planned, and what comes in is what goes out. */
export const isBalanced = ({ income, expenditure }: Pick<SaidFigures, 'income' | 'expenditure'>): boolean =>
  expenditure !== ZERO_YEN && income === expenditure;

/** One sentence on whether income and expenditure agree, and what is missing where. */
export function balanceSentence({ income, expenditure }: Pick<SaidFigures, 'income' | 'expenditure'>): string {
  if (expenditure === ZERO_YEN) return '支出の金額を入力してください。';
  if (income === expenditure) return '収入と支出が一致しています。';
  return income > expenditure
    ? `支出があと${formatYen(subtractYen(income, expenditure))}足りません。収入と支出を同じ額にしてください。`
    : `収入があと${formatYen(subtractYen(expenditure, income))}足りません。収入と支出を同じ額にしてください。`;
}

/** The figures under the tables, in the order in which one leads to the next. */
export const FIGURE_WORDS = [
  { name: 'expenditure', label: '支出の合計' },
  { name: 'eligibleCost', label: 'うち対象経費' },
  { name: 'otherIncome', label: '差し引くその他の収入' },
  { name: 'grant', label: '交付額' },
  { name: 'ownFunds', label: '自己資金' },
] as const;

export type FigureName = (typeof FIGURE_WORDS)[number]['name'] | 'income';

export const figureOf = (figures: SaidFigures, name: FigureName): Yen =>
  name === 'grant' ? figures.working.total : figures[name];

/** What a line with unit price and quantity comes to; blank where the amount is written itself. */
export const productInWords = (amount: Yen | undefined): string => (amount ? `＝${formatYen(amount)}` : '');

export const TAX_CREDIT_WORDS = [
  { value: 'none', label: 'なし' },
  { value: 'amount', label: 'ある（金額がわかっている）' },
  { value: 'unknown', label: 'まだわからない（実績報告のあとに報告する）' },
] as const;
