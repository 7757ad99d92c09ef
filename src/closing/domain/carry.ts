import { DomainError, type Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { formatYen, type Yen } from '../../kernel/yen.js';
import type { LaterGround } from './arrears.js';
import { moveTextFaults } from './line-move.js';

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

/** The ground of what may be asked for. Faults at `ground`, `amount`, `toLineId`, `decidedOn`, `decision`, `reason`. `most`: committed and not ordered. */
export function readCarry(
  { amount, ground, toLineId, decidedOn, decision, reason }: TypedCarry,
  {
    most,
    lines,
    today,
  }: { readonly most: Yen; readonly lines: readonly { readonly id: string }[]; readonly today: LocalDate },
): CarryGround {
  const faults: Fault[] = [];
  if (ground === null) faults.push({ pointer: 'ground', code: 'closing.carry-ground-missing' });
  if (amount <= 0n) faults.push({ pointer: 'amount', code: 'closing.carry-amount-missing' });
  else if (amount > most)
    faults.push({ pointer: 'amount', code: 'closing.carry-over', params: { most: formatYen(most) } });
  if (!lines.some(({ id }) => id === toLineId))
    faults.push({ pointer: 'toLineId', code: 'closing.carry-line-missing' });
  if (decidedOn > today) faults.push({ pointer: 'decidedOn', code: 'closing.carry-in-future' });
  faults.push(...moveTextFaults('decision', decision, 'closing.carry-decision-missing'));
  faults.push(...moveTextFaults('reason', reason, 'closing.correction-reason-missing'));
  if (ground === null || faults.length > 0) throw DomainError.invalid(faults);
  return ground;
}
