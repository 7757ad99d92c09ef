import type { DocumentReader } from '../../forms/index.js';

/** Whether the grant may pay for a category: 対象, 対象外, or 要相談 (eligible until staff say otherwise). */
export const TREATMENTS = ['eligible', 'ineligible', 'consult'] as const;
export type Treatment = (typeof TREATMENTS)[number];

export const TREATMENT_LABELS: Readonly<Record<Treatment, string>> = {
  eligible: '対象',
  ineligible: '対象外',
  consult: '要相談',
};

/** 単価の目安, e.g. 講師謝礼 30,000円 for one 人: above it the applicant is warned, never refused. */
export interface UnitPriceLimit {
  readonly label: string;
  readonly unit: string;
  /** Digits only, because JSON numbers are not integers. */
  readonly yen: string;
  readonly article: string;
}

export interface IncomeCategory {
  readonly id: string;
  readonly label: string;
  /** その他の収入: subtracted from the eligible cost by rules that say so; own funds are not. */
  readonly deducted: boolean;
}

export interface ExpenditureCategory {
  readonly id: string;
  readonly label: string;
  readonly treatment: Treatment;
  /** What belongs here and why it is treated so, for the applicant. */
  readonly note: string;
  readonly article: string;
  readonly limits: readonly UnitPriceLimit[];
}

/** What the 収支予算書 of a programme asks for. */
export interface BudgetForm {
  /** The income line that is the grant itself; the system fills its amount. */
  readonly grantLabel: string;
  readonly income: readonly IncomeCategory[];
  readonly expenditure: readonly ExpenditureCategory[];
  /** 積算根拠: lines are written as unit price × quantity, and each says whether it is eligible. */
  readonly basis: boolean;
  /** 仕入控除税額 is asked for: none, an amount, or not known yet. */
  readonly taxCredit: boolean;
}

/** Faults at `income[n].…`, `expenditure[n].…`, `expenditure[n].limits[m].…` below the reader's place. */
export function readBudgetForm(reader: DocumentReader): BudgetForm {
  const form: BudgetForm = {
    grantLabel: reader.text('grantLabel', '収入の部に入る交付金の科目名', 40),
    income: reader.list('income', (item) => ({
      id: item.id('income'),
      label: item.text('label', '科目の名称', 40),
      deducted: item.flag('deducted'),
    })),
    expenditure: reader.list('expenditure', (item) => ({
      id: item.id('expenditure'),
      label: item.text('label', '科目の名称', 40),
      treatment: item.choice('treatment', '支出の科目の扱い', TREATMENTS),
      note: item.optionalText('note', '科目の説明', 200),
      article: item.optionalText('article', '科目の根拠条文', 60),
      limits: item.list('limits', readLimit),
    })),
    basis: reader.flag('basis'),
    taxCredit: reader.flag('taxCredit'),
  };
  if (form.expenditure.length === 0) reader.fault('expenditure[0].label', 'programs.no-expenditure-categories');
  for (const side of ['income', 'expenditure'] as const) {
    // In a workbook a line names its category by its words.
    const labels = form[side].map(({ label }) => label);
    const twice = labels.findIndex((label, index) => labels.indexOf(label) !== index);
    if (twice >= 0) reader.fault(`${side}[${String(twice)}].label`, 'programs.same-category-twice');
  }
  return form;
}

const readLimit = (limit: DocumentReader): UnitPriceLimit => ({
  label: limit.text('label', '単価の目安の名称', 40),
  unit: limit.text('unit', '単価の単位', 10),
  yen: limit.amount('yen', '単価の目安'),
  article: limit.optionalText('article', '単価の目安の根拠', 60),
});
