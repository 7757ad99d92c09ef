import type { Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { formatYen, type Yen } from '../../kernel/yen.js';
import type { LaterGround } from './arrears.js';
import { LONGEST_CORRECTION } from './line-correction.js';

/** 繰越明許費 (地方自治法213条) and 事故繰越 (同220条3項ただし書). */
export const CARRY_GROUNDS = ['carried-by-council', 'carried-by-accident'] as const satisfies readonly LaterGround[];
export type CarryGround = (typeof CARRY_GROUNDS)[number];

export interface TypedCarry {
  readonly amount: Yen;
  /** null while nothing is chosen. */
  readonly ground: CarryGround | null;
  /** Blank while nothing is chosen. */
  readonly toLineId: string;
  /** The day of the resolution, or of the decision. */
  readonly decidedOn: LocalDate;
  /** 議案番号 or 決裁番号, and the number of the 繰越計算書. */
  readonly decision: string;
  readonly reason: string;
}

/** Faults at `ground`, `amount`, `toLineId`, `decidedOn`, `decision`, `reason`. `most`: committed and not ordered. */
export function carryFaults(
  { amount, ground, toLineId, decidedOn, decision, reason }: TypedCarry,
  {
    most,
    lines,
    today,
  }: { readonly most: Yen; readonly lines: readonly { readonly id: string }[]; readonly today: LocalDate },
): Fault[] {
  const faults: Fault[] = [];
  const params = { most: LONGEST_CORRECTION };
  if (ground === null) faults.push({ pointer: 'ground', code: 'closing.carry-ground-missing' });
  if (amount <= 0n) faults.push({ pointer: 'amount', code: 'closing.carry-amount-missing' });
  else if (amount > most)
    faults.push({ pointer: 'amount', code: 'closing.carry-over', params: { most: formatYen(most) } });
  if (!lines.some(({ id }) => id === toLineId))
    faults.push({ pointer: 'toLineId', code: 'closing.carry-line-missing' });
  if (decidedOn > today) faults.push({ pointer: 'decidedOn', code: 'closing.carry-in-future' });
  if (decision === '' || decision.length > LONGEST_CORRECTION)
    faults.push({ pointer: 'decision', code: 'closing.carry-decision-missing', params });
  if (reason === '' || reason.length > LONGEST_CORRECTION)
    faults.push({ pointer: 'reason', code: 'closing.correction-reason-missing', params });
  return faults;
}
