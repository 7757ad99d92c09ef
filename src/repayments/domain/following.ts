import { sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { DemandState, RepaymentCause, RepaymentDemand } from './demand.js';

/** What these demands ask for is what was ordered beyond the amount that the grant gives; any other asks by its own ground. */
const BY_THE_AMOUNT: readonly RepaymentCause[] = ['settlement', 'amendment', 'revocation'];

/** In these nothing has been decided or the letter can still be mended; what has ended stays as it ended. */
export const GOING_ON: readonly DemandState[] = ['open', 'drafted', 'decided', 'demanded'];

/**
 * By demand: the most that it may ask for by what is ordered of the grant now and by the amount in force. What was asked first
 * keeps its amount as long as it can, so an order that was taken back lowers the newest demand first.
 */
export function mayAsk(
  demands: readonly Pick<RepaymentDemand, 'id' | 'number' | 'cause' | 'state' | 'amount'>[],
  { ordered, inForce }: { readonly ordered: Yen; readonly inForce: Yen },
): ReadonlyMap<string, Yen> {
  const standing = demands.filter(({ state }) => state !== 'dropped').toSorted((a, b) => a.number - b.number);
  const apart = standing.filter(({ cause }) => cause === 'overpayment');
  const bound = standing.filter(({ cause }) => BY_THE_AMOUNT.includes(cause));
  const ended = bound.filter(({ state }) => !GOING_ON.includes(state));
  let left = positive(ordered - inForce - sumYen([...ended, ...apart].map(({ amount }) => amount)));
  const most = new Map<string, Yen>(standing.map(({ id, amount }) => [id, amount]));
  for (const { id, amount } of bound.filter(({ state }) => GOING_ON.includes(state))) {
    const asked = amount < left ? amount : left;
    most.set(id, asked);
    left = positive(left - asked);
  }
  return most;
}

const positive = (amount: bigint): Yen => (amount > 0n ? (amount as Yen) : ZERO_YEN);
