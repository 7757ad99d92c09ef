import type { Fault } from '../../kernel/domain-error.js';

export const LONGEST_CORRECTION = 300;

/** ordered: the section asks for it. done: the treasury confirmed it, and it is posted. returned, withdrawn: nothing came of it. */
export type CorrectionState = 'ordered' | 'done' | 'returned' | 'withdrawn';

export interface TypedCorrection {
  /** Blank while nothing is chosen. */
  readonly toLineId: string;
  readonly reason: string;
  /** 決裁の日と番号. */
  readonly decision: string;
}

/** Faults at `toLineId`, `reason`, `decision`; `others` are the other lines of the same open year. */
export function correctionFaults(
  { toLineId, reason, decision }: TypedCorrection,
  others: readonly { readonly id: string }[],
): Fault[] {
  const faults: Fault[] = [];
  const params = { most: LONGEST_CORRECTION };
  if (!others.some(({ id }) => id === toLineId))
    faults.push({ pointer: 'toLineId', code: 'closing.correction-line-missing' });
  if (reason === '' || reason.length > LONGEST_CORRECTION)
    faults.push({ pointer: 'reason', code: 'closing.correction-reason-missing', params });
  if (decision === '' || decision.length > LONGEST_CORRECTION)
    faults.push({ pointer: 'decision', code: 'closing.correction-decision-missing', params });
  return faults;
}
