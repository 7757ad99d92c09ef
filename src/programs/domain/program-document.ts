import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { AmountRule } from './amount-rule/amount-rule.js';
import type { BudgetForm } from './budget-form.js';

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
] as const;
export type AutomaticCheck = (typeof AUTOMATIC_CHECKS)[number];

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly article: string;
  /** null: a person answers. */
  readonly automatic: AutomaticCheck | null;
}

export interface PlanQuestion {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
  readonly required: boolean;
}

export interface Declaration {
  readonly id: string;
  readonly text: string;
}

/** A file that the applicant may or must add, e.g. 総会資料. */
export interface RequestedFile {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
}

/**
 * Everything that makes one year's programme: its rule, forms, checklist and timetable.
 * A published document never changes; applications stay with the version they began with.
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
  readonly payment: { readonly method: PaymentMethod; readonly methodLabel: string; readonly settlement: boolean };
  readonly eligibleFrom: LocalDate;
  /** How long a decided grant can be declined 取下げ: days from the day after its letter; 0: not at all. */
  readonly withdrawalDays: number;
  readonly timetable: { readonly opens: LocalDate; readonly closes: LocalDate; readonly decisionBy: LocalDate };
  readonly checklist: readonly ChecklistItem[];
  readonly declarations: readonly Declaration[];
  readonly planQuestions: readonly PlanQuestion[];
  readonly files: readonly RequestedFile[];
  readonly budget: BudgetForm;
  readonly letters: {
    readonly decision: {
      readonly template: string;
      readonly formLabel: string | null;
      readonly seal: 'space' | 'omitted' | 'none';
    };
    readonly receipt: { readonly template: string; readonly formLabel: string | null };
    readonly claim: { readonly template: string; readonly formLabel: string | null };
  };
  /** 交付の条件, printed in the decision letter. */
  readonly conditions: readonly string[];
  readonly articles: { readonly application: string; readonly decision: string; readonly claim: string };
  /** The section that handles the programme and issues its letters. */
  readonly handledBy: string;
}

export const PAYMENT_METHOD_LABELS: Readonly<Record<PaymentMethod, string>> = {
  ordinary: '通常払',
  advance: '前金払',
  estimate: '概算払',
  'after-settlement': '精算後払',
};
