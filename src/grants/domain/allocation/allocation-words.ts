import { formatYen, ZERO_YEN, type Yen } from '../../../kernel/yen.js';
import { METHOD_LABELS, shareLine, type AllocatedCase, type Allocation, type AllocationPlan } from './allocation.js';
import type { AllocationTrial } from './trial.js';
import type { OutcomeChoice } from '../outcome.js';

/** What a decision keeps of the trial by which it was drafted, in the words that its approver reads. */
export interface AllocationNote {
  /** The table: its name, method, sums and 照合番号. */
  readonly table: string;
  /** 配分額 in yen, in digits. */
  readonly share: string;
  readonly how: string;
}

const ORDER_WORDS = { panel: '審査会の順位', received: '収受番号の順', hand: '担当が付けた順位' } as const;

/** `順位による切捨て（審査会の順位）`. */
export function methodInWords({ method, order, cap }: AllocationPlan): string {
  if (method === 'rank') return `${METHOD_LABELS.rank}（${ORDER_WORDS[order]}）`;
  if (method === 'cap' && cap !== null) return `${METHOD_LABELS.cap}（1件${formatYen(cap)}まで）`;
  return METHOD_LABELS[method];
}

/** `残り 20,000円`, or by how much the ceiling is exceeded. */
export const leftInWords = ({ left }: Pick<Allocation, 'left'>): string =>
  left < ZERO_YEN ? `${formatYen(-left as Yen)}不足` : `残り${formatYen(left)}`;

/** Twelve characters by which two people know that they look at one table. */
export const checkNumber = ({ digest }: Pick<AllocationTrial, 'digest'>): string => digest.slice(0, 12);

export const noteOf = (trial: AllocationTrial, { amount, how }: AllocatedCase): AllocationNote => ({
  table:
    `試案「${trial.name}」　${methodInWords(trial.plan)}　${trial.plan.article}　` +
    `査定額の合計${formatYen(trial.asked)}、配分の上限${formatYen(trial.plan.ceiling)}、` +
    `配分額の合計${formatYen(trial.allocated)}（${leftInWords(trial)}）　別表の照合番号 ${checkNumber(trial)}`,
  share: amount.toString(),
  how,
});

/** The outcome that a share means: 査定額 as it is, 減額交付, or 不交付 with the allocation and its article as the reason. */
export function outcomeOf({ plan, asked }: AllocationTrial, share: AllocatedCase): OutcomeChoice {
  const { amount, requested } = share;
  if (amount === requested && amount > ZERO_YEN) return { outcome: 'granted', amount: null, reason: '' };
  const line = shareLine(plan, share);
  if (amount === ZERO_YEN) return { outcome: 'refused', amount: null, reason: refusalReason(plan, asked, share) };
  return { outcome: 'reduced', amount, reason: `${overBudget(plan, asked)}、${divided(plan)}により配分したため`, line };
}

function refusalReason(plan: AllocationPlan, asked: Yen, { fellShort, requested }: AllocatedCase): string {
  if (fellShort) return '審査会の審査の結果、基準に達していないため';
  if (requested === ZERO_YEN) return '審査の結果、交付の対象となる額がないため';
  const note = plan.method === 'hand' ? `（${plan.note.trim()}）` : '';
  return `${overBudget(plan, asked)}、${divided(plan)}により配分した結果${note}、予算の範囲内で交付することができないため`;
}

const divided = (plan: AllocationPlan): string => `${plan.article}に基づく${methodInWords(plan)}`;

const overBudget = ({ ceiling }: AllocationPlan, asked: Yen): string =>
  asked > ceiling
    ? `査定額の合計${formatYen(asked)}が予算の範囲（${formatYen(ceiling)}）を超えることから`
    : `予算の範囲（${formatYen(ceiling)}）で交付することから`;
