import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { USUAL_KEEPING, type KeepingTerms } from '../../kernel/keeping-terms.js';
import { USUAL_REFUND, type RefundTerms } from '../../kernel/refund-terms.js';
import type { Rubric } from '../../kernel/rubric.js';
import type { VerificationSheet } from '../../kernel/verification-sheet.js';
import type { AmountRule } from './amount-rule/amount-rule.js';
import type { BudgetForm } from './budget-form.js';
import type { ChangeRules } from './change-rules.js';
import type { FormSection } from '../../forms/index.js';
import type { ProgramLetters } from './letters/letter-form.js';
import { NOTHING_DISCLOSED, type DisclosureTerms } from './disclosure-terms.js';
import { PAID_AT_ONCE, type PaymentSchedule } from './payment-schedule.js';
import type { ReportForm } from './report-form.js';

/** 通常払 / 前金払 (施行令163条) / 概算払 (施行令162条) / 精算後払. */
export const PAYMENT_METHODS = ['ordinary', 'advance', 'estimate', 'after-settlement'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Checklist items that the system can answer itself, with its reason. */
export const AUTOMATIC_CHECKS = [
  'within-period',
  'organization-registered',
  'officer-term-valid',
  'budget-balances',
  'declarations-given',
  'pledge-inquiry',
  'start-allowed',
  'over-yearly-count',
  'panel-result',
  'same-cost',
] as const;
export type AutomaticCheck = (typeof AUTOMATIC_CHECKS)[number];

export const AUTOMATIC_CHECK_LABELS: Readonly<Record<AutomaticCheck, string>> = {
  'within-period': '受付期間のうちか',
  'organization-registered': '団体が登録されているか',
  'officer-term-valid': '代表者の任期が続いているか',
  'budget-balances': '収入と支出が一致しているか',
  'declarations-given': '誓約がそろっているか',
  'start-allowed': '事業の始まりが対象となる期間のうちか',
  'over-yearly-count': '年度に申請できる件数のうちか',
  'pledge-inquiry': '暴力団排除の照会に該当なしの回答があるか',
  'panel-result': '審査会の結果が出ているか',
  'same-cost': '同じ経費にほかの補助を受けていないか（疑いがあれば職員が答える）',
};

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly article: string;
  /** null: a person answers. */
  readonly automatic: AutomaticCheck | null;
}

/** From when on costs count: from a day, or from the decision, before which only an approved 事前着手 may begin. */
export type EligibleStart =
  { readonly kind: 'day'; readonly day: LocalDate } | { readonly kind: 'decision'; readonly priorStart: boolean };

/**
 * Everything that makes one year's programme: its rule, forms, checklist and timetable.
 * A published document never changes; drafts follow to a newer edition, what was sent stays with its own.
 */
export interface ProgramDocument {
  readonly name: string;
  readonly purpose: string;
  readonly fiscalYear: FiscalYear;
  readonly legalBasis: { readonly title: string; readonly short: string };
  /** Which values are 見本 (sample): unknown to us and to be replaced by the town. */
  readonly sample: readonly string[];
  readonly rule: AmountRule;
  readonly budgetLineId: string;
  readonly payment: {
    readonly method: PaymentMethod;
    readonly methodLabel: string;
    readonly settlement: boolean;
    /** Left out: the whole at once, or after the settlement alone. */
    readonly schedule?: PaymentSchedule;
  };
  readonly eligibleStart: EligibleStart;
  /** How often one organisation may apply in one year; null: as often as it likes. */
  readonly perYear: { readonly most: number; readonly article: string } | null;
  /** How long a decided grant can be declined 取下げ: days from the day after its letter; 0: not at all. */
  readonly withdrawalDays: number;
  /** What holds after the decision: amendments, 中止・廃止, 取消し, 状況報告. */
  readonly changes: ChangeRules;
  /** Which answers name the project and its period; null where the grant is for running the organisation. */
  readonly project: { readonly titleQuestion: string; readonly periodQuestion: string } | null;
  readonly timetable: { readonly opens: LocalDate; readonly closes: LocalDate; readonly decisionBy: LocalDate };
  /** How a panel 審査会 judges what applies; null where none is asked. */
  readonly panel: Rubric | null;
  readonly checklist: readonly ChecklistItem[];
  /** The application form, page by page. */
  readonly form: readonly FormSection[];
  readonly budget: BudgetForm;
  /** What is asked for when the money was spent; null where nothing is. */
  readonly report: ReportForm | null;
  /** An application may begin from an adopted 企画提案; left out: none may. */
  readonly fromProposals?: boolean;
  /** 検証 at the end of each year; left out: none. */
  readonly verification?: VerificationSheet;
  /** How money is taken back; left out: without charges. */
  readonly refund?: RefundTerms;
  /** How long books are kept and property may not be disposed of; left out: as usual. */
  readonly keeping?: KeepingTerms;
  /** What of the papers everyone may read; left out: nothing that the organisation wrote. */
  readonly disclosure?: DisclosureTerms;
  readonly letters: ProgramLetters;
  /** 交付の条件, printed in the decision letter. */
  readonly conditions: readonly string[];
  readonly articles: { readonly application: string; readonly decision: string; readonly claim: string };
  /** The section that handles the programme and issues its letters. */
  readonly handledBy: string;
}

/** The money comes when the project is over and its cost is known: no claim follows the letter. */
export const isPaidAfterSettlement = ({ payment }: Pick<ProgramDocument, 'payment'>): boolean =>
  payment.method === 'after-settlement';

/** The parts in which a grant is paid before its settlement; none where it is paid after it. */
export const scheduleOf = ({ payment }: Pick<ProgramDocument, 'payment'>): PaymentSchedule =>
  payment.method === 'after-settlement' ? { ...PAID_AT_ONCE, parts: [] } : (payment.schedule ?? PAID_AT_ONCE);

export const refundTermsOf = ({ refund }: Pick<ProgramDocument, 'refund'>): RefundTerms => refund ?? USUAL_REFUND;

export const keepingTermsOf = ({ keeping }: Pick<ProgramDocument, 'keeping'>): KeepingTerms => keeping ?? USUAL_KEEPING;

export const disclosureTermsOf = ({ disclosure }: Pick<ProgramDocument, 'disclosure'>): DisclosureTerms =>
  disclosure ?? NOTHING_DISCLOSED;

export const PAYMENT_METHOD_LABELS: Readonly<Record<PaymentMethod, string>> = {
  ordinary: '通常払',
  advance: '前金払',
  estimate: '概算払',
  'after-settlement': '精算後払',
};
