import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { formatYen, parseYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';

/** 仕入控除税額: none (a body that pays no consumption tax), an amount, or not known before the report. */
export const TAX_CREDITS = ['none', 'amount', 'unknown'] as const;
type TaxCreditKind = (typeof TAX_CREDITS)[number];

export interface TypedTaxCredit {
  /** One of `TAX_CREDITS`, or blank. */
  readonly kind: string;
  readonly amount: string;
}

export const NO_TAX_CREDIT: TypedTaxCredit = { kind: '', amount: '' };

/** As submitted; the amount is digits only. */
export interface StoredTaxCredit {
  readonly kind: TaxCreditKind;
  readonly amount: string;
}

/** The fields in which it is kept, beside the lines of the budget. */
export const TAX_CREDIT = 'tax-credit';
export const TAX_CREDIT_AMOUNT = 'tax-credit-amount';

/** The fields with something written in them. */
export const writeTaxCredit = ({ kind, amount }: TypedTaxCredit): [string, string][] =>
  [[TAX_CREDIT, kind] as [string, string], [TAX_CREDIT_AMOUNT, amount] as [string, string]].filter(
    ([, text]) => text.trim() !== '',
  );

export const isTaxCreditField = (field: string): boolean => field === TAX_CREDIT || field === TAX_CREDIT_AMOUNT;

/** Faults at `budget.tax-credit` and `budget.tax-credit-amount`. */
export function readTaxCredit({ kind: typedKind, amount: typedAmount }: TypedTaxCredit): {
  readonly taxCredit: StoredTaxCredit | null;
  readonly faults: readonly Fault[];
} {
  const kind = TAX_CREDITS.find((known) => known === typedKind);
  if (!kind) {
    return { taxCredit: null, faults: [{ pointer: `budget.${TAX_CREDIT}`, code: 'applications.tax-credit-missing' }] };
  }
  if (kind !== 'amount') return { taxCredit: { kind, amount: '0' }, faults: [] };
  const fault = (code: string): Fault => ({ pointer: `budget.${TAX_CREDIT_AMOUNT}`, code });
  try {
    const amount = parseYen(typedAmount);
    const faults = amount === null || amount === 0n ? [fault('applications.tax-credit-without-amount')] : [];
    return { taxCredit: { kind, amount: (amount ?? 0n).toString() }, faults };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { taxCredit: { kind, amount: '0' }, faults: [fault(error.code)] };
  }
}

/** What an amount rule may deduct; an unknown credit is reported and returned later. */
export function deductibleCredit(taxCredit: StoredTaxCredit | null): Yen | 'unknown' {
  if (taxCredit === null) return ZERO_YEN;
  return taxCredit.kind === 'unknown' ? 'unknown' : yen(taxCredit.amount);
}

export function taxCreditInWords({ kind, amount }: StoredTaxCredit): string {
  if (kind === 'none') return 'なし';
  return kind === 'amount' ? formatYen(yen(amount)) : '未定（実績報告のあとに報告）';
}
