import { subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Working } from '../../kernel/working.js';
import type { ActualCosts } from './determination.js';
import { readableAmount, type Side, type TypedLine } from './typed-account.js';

/** A line of the 収支予算書 on which the grant was decided. */
export interface PlannedLine {
  readonly id: string;
  readonly side: Side;
  readonly category: string;
  readonly label: string;
  readonly amount: Yen;
  readonly remark: string;
  /** Whether the grant pays for it, as it was decided. */
  readonly eligible: boolean;
}

/** What the programme asks of a 収支決算書. */
export interface AskedAccount {
  readonly grantLabel: string;
  readonly income: readonly { readonly id: string; readonly label: string; readonly deducted: boolean }[];
  readonly expenditure: readonly {
    readonly id: string;
    readonly label: string;
    readonly treatment: 'eligible' | 'ineligible' | 'consult';
  }[];
  /** 次年度繰越; null where the programme does not permit it. */
  readonly carryOver: { readonly label: string } | null;
}

/** The income that is the grant itself: nobody types it, it is what the rule gives for what was spent. */
export const GRANT_LINE = 'grant';
/** The expenditure that is no expenditure: what is kept for the next year. */
export const CARRY_OVER = 'carry-over';

/** The grant as it would be determined from these costs. */
export type GrantOf = (costs: ActualCosts) => Working;

export interface LineFigures {
  readonly id: string;
  readonly planned: Yen;
  readonly amount: Yen;
  /** 差額: 決算額 less 予算額. */
  readonly difference: Yen;
}

/** Everything that a page says about an account in figures. */
export interface AccountFigures extends ActualCosts {
  readonly lines: readonly LineFigures[];
  /** With the grant. */
  readonly income: Yen;
  readonly expenditure: Yen;
  readonly plannedIncome: Yen;
  readonly plannedExpenditure: Yen;
  readonly eligibleCost: Yen;
  readonly working: Working;
}

/** What of an expenditure does not count: by its line, in yen. */
export type Disallowed = ReadonlyMap<string, Yen>;

export const isEligibleLine = (
  asked: Pick<AskedAccount, 'expenditure'>,
  plan: readonly PlannedLine[],
  line: Pick<TypedLine, 'id' | 'category'>,
): boolean => {
  const planned = plan.find(({ id }) => id === line.id);
  if (planned) return planned.eligible;
  const category = asked.expenditure.find(({ id }) => id === line.category);
  return category !== undefined && category.treatment !== 'ineligible';
};

/**
 * The figures of what is typed so far, on the server and in the browser alike. What cannot be read yet counts as
 * nothing; `readAccount` names it when the page is checked.
 */
export function accountFigures(
  asked: AskedAccount,
  plan: readonly PlannedLine[],
  typed: readonly TypedLine[],
  decision: Yen,
  grantOf: GrantOf,
  disallowed: Disallowed = new Map(),
): AccountFigures {
  const lines = typed.map((line) => ({ ...line, amount: readableAmount(line.amount) ?? ZERO_YEN }));
  const deducted = asked.income.filter((category) => category.deducted).map(({ id }) => id);
  const costOf = (line: (typeof lines)[number]): Yen => {
    if (!isEligibleLine(asked, plan, line)) return ZERO_YEN;
    const off = disallowed.get(line.id) ?? ZERO_YEN;
    return off >= line.amount ? ZERO_YEN : subtractYen(line.amount, off);
  };
  const spent = lines.filter(({ side, id }) => side === 'expenditure' && id !== CARRY_OVER);
  const costs = Object.fromEntries(
    asked.expenditure.map(({ id }) => [id, sumYen(spent.filter(({ category }) => category === id).map(costOf))]),
  );
  const income = lines.filter(({ side }) => side === 'income');
  const otherIncome = sumYen(income.filter(({ category }) => deducted.includes(category)).map(({ amount }) => amount));
  const working = grantOf({ costs, otherIncome });
  const plannedOf = (id: string): Yen => plan.find((line) => line.id === id)?.amount ?? ZERO_YEN;
  const sideOf = (side: Side): Yen => sumYen(lines.filter((line) => line.side === side).map(({ amount }) => amount));
  const plannedSide = (side: Side): Yen =>
    sumYen(plan.filter((line) => line.side === side).map(({ amount }) => amount));
  return {
    costs,
    otherIncome,
    lines: lines.map(({ id, amount }) => ({
      ...{ id, amount, planned: plannedOf(id) },
      difference: subtractYen(amount, plannedOf(id)),
    })),
    income: sumYen([working.total, sideOf('income')]),
    expenditure: sideOf('expenditure'),
    plannedIncome: sumYen([decision, plannedSide('income')]),
    plannedExpenditure: plannedSide('expenditure'),
    eligibleCost: sumYen(Object.values(costs)),
    working,
  };
}
