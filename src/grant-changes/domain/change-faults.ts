import type { Fault } from '../../kernel/domain-error.js';
import { lastDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

export const LONGEST_REASON = 1000;
/** It is printed in a letter. */
export const LONGEST_GROUND = 400;

/** A text that must be there and may not be endless; the fault stands at `pointer`. */
export function textFaults(pointer: string, text: string, missing: string, most: number): Fault[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ pointer, code: missing }];
  return length > most ? [{ pointer, code: 'grant-changes.text-too-long', params: { most } }] : [];
}

/** After 3月31日 the old year takes no new or increased commitment (地方自治法208条, 220条3項). */
export const increaseFaults = (
  { before, asked }: { readonly before: Yen; readonly asked: Yen },
  fiscalYear: FiscalYear,
  today: LocalDate,
): Fault[] =>
  asked > before && today > lastDayOf(fiscalYear)
    ? [{ pointer: 'increase', code: 'grant-changes.increase-after-year' }]
    : [];

/** 中止・廃止 names its day and what was spent until then, from which the settlement begins. */
export const discontinuationFaults = (effectiveOn: LocalDate | null, spent: Yen | null): Fault[] => [
  ...(effectiveOn === null ? [{ pointer: 'effective', code: 'grant-changes.effective-missing' }] : []),
  ...(spent === null ? [{ pointer: 'spent', code: 'grant-changes.spent-missing' }] : []),
];

export interface TypedRevocation {
  readonly whole: boolean;
  /** What stays of the amount in force; null while nothing was typed. */
  readonly kept: Yen | null;
  readonly article: string;
  readonly reason: string;
  readonly recipientAtFault: boolean | null;
  readonly heardOn: LocalDate | null;
  readonly hearing: string;
}

/** A revocation names its ground and article, says whose fault it was, and hears the organisation before (弁明). */
export function revocationFaults(typed: TypedRevocation, inForce: Yen, today: LocalDate): Fault[] {
  const faults: Fault[] = [];
  const at = (pointer: string, code: string, params = {}): void => {
    faults.push({ pointer, code: `grant-changes.${code}`, params });
  };
  if (!typed.whole && (typed.kept === null || typed.kept === 0n)) at('kept', 'kept-missing');
  else if (!typed.whole && typed.kept !== null && typed.kept >= inForce) at('kept', 'kept-not-below', { inForce });
  if (typed.whole && typed.kept !== null) at('kept', 'kept-of-whole');
  if (typed.article.trim() === '') at('article', 'article-missing');
  faults.push(...textFaults('ground', typed.reason, 'grant-changes.ground-missing', LONGEST_GROUND));
  if (typed.recipientAtFault === null) at('recipientAtFault', 'fault-not-said');
  if (typed.heardOn === null) at('heardOn', 'heard-on-missing');
  else if (typed.heardOn > today) at('heardOn', 'heard-in-future');
  faults.push(...textFaults('hearing', typed.hearing, 'grant-changes.hearing-missing', LONGEST_REASON));
  return faults;
}
