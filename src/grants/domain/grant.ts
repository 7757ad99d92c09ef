import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { StoredWorking } from '../../kernel/working.js';
import { formatYen, yen, type Yen } from '../../kernel/yen.js';
import type { AllocationNote } from './allocation/allocation-words.js';
import type { GrantOutcome } from './outcome.js';

/**
 * proposed: in a draft 起案. decided: 交付決定 or 不交付決定, no letter yet. scheduled 施行予定: the letter has its number and a day to come,
 * and nobody outside knows. issued: the day of the letter has come. released: the proposal was given up. withdrawn: the
 * application was withdrawn after the decision, whose commitment is reversed.
 */
export type GrantState = 'proposed' | 'decided' | 'scheduled' | 'issued' | 'released' | 'withdrawn';
export type GrantAction = 'draft' | 'decide' | 'release' | 'schedule' | 'issue' | 'withdraw-letter' | 'withdraw';

export const grantMachine = {
  proposed: { draft: 'proposed', decide: 'decided', release: 'released' },
  decided: { schedule: 'scheduled', issue: 'issued', withdraw: 'withdrawn' },
  scheduled: { issue: 'issued', 'withdraw-letter': 'decided', withdraw: 'withdrawn' },
  issued: { 'withdraw-letter': 'decided', withdraw: 'withdrawn' },
  released: {},
  withdrawn: {},
} as const satisfies Machine<GrantState, GrantAction>;

/** A cost that the review judged, as it stood when the draft began. */
export interface JudgedCost {
  readonly lineId: string;
  readonly label: string;
  readonly remark: string;
  /** Yen, in digits. */
  readonly amount: string;
  /** Whether the applicant said that it is eligible, and whether the town says so. */
  readonly applied: boolean;
  readonly eligible: boolean;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** `備品費（ボッチャの球）48,000円`. */
export const costInWords = ({ label, remark, amount }: JudgedCost): string =>
  `${label}${remark === '' ? '' : `（${remark}）`}${formatYen(yen(amount))}`;

/** The costs that count otherwise than was applied for: the reasons of a 減額. */
export const changedCosts = ({ assessedLines }: Pick<Grant, 'assessedLines'>): JudgedCost[] =>
  assessedLines.filter(({ applied, eligible }) => applied !== eligible);

/** 交付決定 of one application: what was decided, with its working, and the letter that says so. */
export interface Grant {
  readonly id: string;
  /** Of its outcome, which changes only while it is proposed. */
  readonly version: number;
  readonly applicationId: string;
  readonly programVersionId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programName: string;
  readonly fiscalYear: FiscalYear;
  readonly outcome: GrantOutcome;
  /** 申請額; never less than `amount`. */
  readonly appliedAmount: Yen;
  readonly amount: Yen;
  readonly assessedLines: readonly JudgedCost[];
  /** Frozen when the draft began; nobody recomputes it. Without lines of a refusal. */
  readonly working: StoredWorking;
  /** Why staff gave less than 査定額, or nothing; blank where rule and assessment alone speak. */
  readonly reason: string;
  /** What the organisation had not paid back when the draft began; blank where nothing. */
  readonly unpaidRefunds: string;
  /** Why it is granted all the same. */
  readonly overrideReason: string;
  readonly budgetLineId: string;
  /** 配分: the trial by which it was drafted, and what it says of this case; null where the budget held everything. */
  readonly allocationId: string | null;
  readonly allocation: AllocationNote | null;
  readonly state: GrantState;
  /** 支出負担行為番号, given by the last approval; a refusal has none. */
  readonly commitmentNumber: string | null;
  /** 決裁日. */
  readonly decidedOn: LocalDate | null;
  /** 施行日. */
  readonly issuedOn: LocalDate | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
  /** 取下げの日. */
  readonly withdrawnOn: LocalDate | null;
  /** What holds today: the decided amount, or that of the newest 変更交付決定 or 取消し. */
  readonly amountInForce: Yen;
  /** 中止・廃止の日: nothing more is done, and what was done is settled. */
  readonly discontinuedOn: LocalDate | null;
  /** The day on which all of it was revoked 全部取消し. */
  readonly revokedOn: LocalDate | null;
  /** 額の確定の日: what is in force is what was determined. */
  readonly determinedOn: LocalDate | null;
}
