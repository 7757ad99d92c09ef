import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import { workingOf, type StoredWorking, type Working, type WorkingLine } from '../../kernel/working.js';
import { formatYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** What was spent and earned, as the amount rule counts it. */
export interface ActualCosts {
  /** Eligible cost by category of expenditure. */
  readonly costs: Readonly<Record<string, Yen>>;
  /** その他の収入 that the programme deducts. */
  readonly otherIncome: Yen;
}

/** What 額の確定 rests on besides the costs. */
export interface DeterminationGround {
  /** 交付決定額 in force: never more is determined. */
  readonly decision: Yen;
  /** The amount does not depend on the costs: the decision stands unless less was spent. */
  readonly flat: boolean;
  /** Never more than what eligible costs are left after the deductions. */
  readonly withinCost: boolean;
  readonly deductsOtherIncome: boolean;
  /** Of the decided application. */
  readonly taxCredit: Yen | 'unknown';
  readonly deductsTaxCredit: boolean;
  readonly decisionArticle: string;
  readonly article: string;
}

/**
 * 額の確定: what the rule of the decision gives for what was really spent, never more than the decision in force. The lines
 * of the working sum to the amount.
 */
export function determinedFor(
  ground: DeterminationGround,
  actual: ActualCosts,
  evaluate: (actual: ActualCosts) => Working,
): Working {
  const base = ground.flat ? flatly(ground) : evaluate(actual);
  const lines = [...base.lines, ...withinCost(ground, actual, base.total)];
  return workingOf([...lines, ...withinDecision(ground, workingOf(lines).total)]);
}

const flatly = ({ decision, decisionArticle: article }: DeterminationGround): Working =>
  workingOf([{ label: '交付決定額', article, formula: '定額', yen: decision }]);

function withinCost(ground: DeterminationGround, actual: ActualCosts, total: Yen): WorkingLine[] {
  const cost = netCost(ground, actual);
  if (!ground.withinCost || total <= cost) return [];
  const formula = `対象経費の実績 ${formatYen(cost)}まで`;
  return [{ label: '対象経費の実績', article: ground.article, formula, yen: subtractYen(cost, total) }];
}

function withinDecision({ decision, article }: DeterminationGround, total: Yen): WorkingLine[] {
  if (total <= decision) return [];
  const formula = `交付決定額 ${formatYen(decision)}まで`;
  return [{ label: '交付決定額', article, formula, yen: subtractYen(decision, total) }];
}

/** The eligible cost after what the rule takes off it; never below nothing. */
export function netCost(ground: DeterminationGround, { costs, otherIncome }: ActualCosts): Yen {
  const whole = sumYen(Object.values(costs));
  const off = sumYen([
    ground.deductsOtherIncome ? otherIncome : ZERO_YEN,
    ground.deductsTaxCredit && ground.taxCredit !== 'unknown' ? ground.taxCredit : ZERO_YEN,
  ]);
  return off >= whole ? ZERO_YEN : subtractYen(whole, off);
}

/**
 * proposed: in a draft 起案. determined: approved, no letter yet. scheduled 施行予定: the letter has its number and a day to
 * come. issued: the letter is out. released: given up.
 */
export const DETERMINATION_STATES = ['proposed', 'determined', 'scheduled', 'issued', 'released'] as const;
export type DeterminationState = (typeof DETERMINATION_STATES)[number];
export type DeterminationAction = 'draft' | 'determine' | 'release' | 'schedule' | 'issue' | 'withdraw-letter';

export const determinationMachine = {
  proposed: { draft: 'proposed', determine: 'determined', release: 'released' },
  determined: { schedule: 'scheduled', issue: 'issued' },
  scheduled: { issue: 'issued', 'withdraw-letter': 'determined' },
  issued: { 'withdraw-letter': 'determined' },
  released: {},
} as const satisfies Machine<DeterminationState, DeterminationAction>;

/** 額の確定 of one grant: frozen when the draft began, with the costs that were not accepted. */
export interface Determination {
  readonly id: string;
  readonly reportId: string;
  readonly grantId: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly title: string;
  readonly fiscalYear: FiscalYear;
  readonly budgetLineId: string;
  /** 交付決定額 in force when it was proposed. */
  readonly decision: Yen;
  readonly eligibleCost: Yen;
  readonly amount: Yen;
  readonly working: StoredWorking;
  readonly disallowed: readonly DisallowedCost[];
  readonly state: DeterminationState;
  /** 確定の日, that of the last approval. */
  readonly determinedOn: LocalDate | null;
  /** What had been ordered by then and not come back. */
  readonly paidBefore: Yen | null;
  /** 精算払: what is still to be paid. */
  readonly rest: Yen | null;
  /** What has to come back. */
  readonly over: Yen | null;
  readonly issuedOn: LocalDate | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
}

/** A cost that does not count, wholly or in part, as it stands in the letter. */
export interface DisallowedCost {
  readonly lineId: string;
  readonly label: string;
  readonly remark: string;
  /** Yen, in digits. */
  readonly amount: string;
  readonly disallowed: string;
  readonly reason: string;
}

/** What follows from the amount: the rest is paid, or the surplus comes back; never both. */
export function settlementOf(amount: Yen, paidBefore: Yen): { readonly rest: Yen; readonly over: Yen } {
  return amount >= paidBefore
    ? { rest: subtractYen(amount, paidBefore), over: ZERO_YEN }
    : { rest: ZERO_YEN, over: subtractYen(paidBefore, amount) };
}
