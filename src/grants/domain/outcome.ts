import type { Fault } from '../../kernel/domain-error.js';
import { restoreWorking, storeWorking, workingOf, type StoredWorking, type WorkingLine } from '../../kernel/working.js';
import { subtractYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** 交付, 減額交付, 不交付. */
export const OUTCOMES = ['granted', 'reduced', 'refused'] as const;
export type GrantOutcome = (typeof OUTCOMES)[number];
export const OUTCOME_LABELS: Readonly<Record<GrantOutcome, string>> = {
  granted: '交付',
  reduced: '減額交付',
  refused: '不交付',
};

export const LONGEST_OUTCOME_REASON = 400;

/** What staff choose for one application: 査定額 as it is, less than that by hand, or nothing. */
export interface OutcomeChoice {
  readonly outcome: GrantOutcome;
  /** Yen, of a reduction by hand; null while nothing was typed. */
  readonly amount: Yen | null;
  readonly reason: string;
  /** How an allocation came to the amount; without it the reason itself stands in the working. */
  readonly line?: WorkingLine | null;
}

export const AS_ASSESSED: OutcomeChoice = { outcome: 'granted', amount: null, reason: '' };

/** What an outcome rests on: the application's amount, the assessed working, and the article of the decision. */
export interface OutcomeGround {
  readonly organizationName: string;
  readonly appliedAmount: Yen;
  readonly assessed: StoredWorking;
  readonly article: string;
}

export interface ProposedOutcome {
  readonly outcome: GrantOutcome;
  readonly amount: Yen;
  readonly working: StoredWorking;
  /** Why less or nothing is given by hand; blank where rule and assessment alone speak. */
  readonly reason: string;
}

/** What keeps a choice from being drafted; each fault points at `outcome`, `amount` or `reason` below `at`. */
export function outcomeFaults(at: string, choice: OutcomeChoice, ground: OutcomeGround): Fault[] {
  const assessed = yen(ground.assessed.total);
  const params = { organization: ground.organizationName };
  const fault = (field: string, code: string, more = {}): Fault[] => [
    { pointer: `${at}[${field}]`, code, params: { ...params, ...more } },
  ];
  const { outcome, amount } = choice;
  const length = [...choice.reason.trim()].length;
  if (outcome === 'granted') {
    if (assessed === ZERO_YEN) return fault('outcome', 'grants.nothing-to-grant');
    return amount === null && length === 0 ? [] : fault('outcome', 'grants.outcome-not-chosen');
  }
  const faults: Fault[] = [];
  if (outcome === 'refused' && amount !== null) faults.push(...fault('amount', 'grants.refused-with-amount'));
  if (outcome === 'reduced' && (amount ?? ZERO_YEN) === ZERO_YEN) {
    faults.push(...fault('amount', 'grants.reduced-amount-missing'));
  } else if (outcome === 'reduced' && amount !== null && amount >= assessed) {
    faults.push(...fault('amount', 'grants.reduced-not-below', { assessed }));
  }
  if (length === 0) faults.push(...fault('reason', `grants.${outcome}-reason-missing`));
  if (length > LONGEST_OUTCOME_REASON) {
    faults.push(...fault('reason', 'grants.outcome-reason-too-long', { most: LONGEST_OUTCOME_REASON }));
  }
  return faults;
}

/** The outcome of a choice without faults. A refusal has no working: nothing is worked out that is given to nobody. */
export function proposedOutcome(choice: OutcomeChoice, ground: OutcomeGround): ProposedOutcome {
  const { assessed, appliedAmount, article } = ground;
  const reason = choice.reason.trim();
  if (choice.outcome === 'refused') {
    return { outcome: 'refused', amount: ZERO_YEN, working: storeWorking(workingOf([])), reason };
  }
  const before = yen(assessed.total);
  if (choice.outcome === 'reduced' && choice.amount !== null) {
    const byHand = { label: '減額', article, formula: reason, yen: subtractYen(choice.amount, before) };
    const reduction = choice.line ?? byHand;
    const working = storeWorking(workingOf([...restoreWorking(assessed).lines, reduction]));
    return { outcome: 'reduced', amount: choice.amount, working, reason };
  }
  return { outcome: before < appliedAmount ? 'reduced' : 'granted', amount: before, working: assessed, reason: '' };
}

/** The fact that tells an approver what was asked for where less is decided. */
export const APPLIED_AMOUNT = '申請額';
