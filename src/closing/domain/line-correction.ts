import type { Fault } from '../../kernel/domain-error.js';
import { moveTextFaults } from './line-move.js';

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
  return [
    ...(others.some(({ id }) => id === toLineId)
      ? []
      : [{ pointer: 'toLineId', code: 'closing.correction-line-missing' }]),
    ...moveTextFaults('reason', reason, 'closing.correction-reason-missing'),
    ...moveTextFaults('decision', decision, 'closing.correction-decision-missing'),
  ];
}
