import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';

/** 予算科目 of a year from which programmes are paid. */
export interface PublicBudgetLine {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly code: string;
  readonly name: string;
  /** 予算現額. */
  readonly ceiling: Yen;
  /** The programmes that are paid from it. */
  readonly programs: readonly string[];
  /** Their ids, in no order that means anything. */
  readonly programIds: readonly string[];
}

/** 執行: what became of a line's money, as far as its grants are public. */
export interface BudgetExecution extends PublicBudgetLine {
  readonly grants: number;
  readonly decided: Yen;
  readonly paid: Yen;
  readonly paidBack: Yen;
}
