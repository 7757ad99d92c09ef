import { addDays } from '../../kernel/local-date.js';
import type { RefundAccount, Standing } from './account.js';

/** How often a payment that is late is called to mind. */
const EVERY_DAYS = 14;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Whether a morning is one of those on which a payment is called to mind: some days before it is due, on the first day
 * after, and then every fortnight while anything is late.
 */
export function remindsOn(
  { dueOn, chargesDueOn, plans, chargePlans }: Pick<RefundAccount, 'dueOn' | 'chargesDueOn' | 'plans' | 'chargePlans'>,
  { on, overdue, nextDue }: Standing,
  daysBefore: readonly number[],
): boolean {
  if (nextDue && daysBefore.some((days) => addDays(nextDue.dueOn, -days) === on)) return true;
  if (overdue === 0n) return false;
  const parts = [plans, chargePlans].flatMap((list) => list.at(-1)?.parts ?? []);
  const dueDays = [dueOn, chargesDueOn, ...parts.map((part) => part.dueOn)].flatMap((day) => day ?? []);
  const last = dueDays
    .filter((day) => day < on)
    .toSorted()
    .at(-1);
  if (last === undefined) return false;
  const late = (Date.parse(on) - Date.parse(last)) / MILLISECONDS_A_DAY;
  return late % EVERY_DAYS === 1;
}
