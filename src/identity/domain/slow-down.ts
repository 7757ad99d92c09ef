/** Attempts at one name from one address. */
export interface Attempts {
  /** Attempts since the last success or the last quiet quarter of an hour. */
  readonly count: number;
  /** When the next attempt may be looked at. */
  readonly nextAt: Date;
  readonly lastAt: Date;
}

const FREE_ATTEMPTS = 5;
const LONGEST_GAP_S = 15;
const LONGEST_WAIT_S = 30;
const FORGOTTEN_AFTER_MS = 15 * 60_000;

/** Seconds between this attempt and the next: none for the first five, then 1, 2, 4, 8, at most 15. */
export const gapAfter = (count: number): number =>
  count < FREE_ATTEMPTS ? 0 : Math.min(2 ** (count - FREE_ATTEMPTS), LONGEST_GAP_S);

export type Slot =
  | { readonly kind: 'wait'; readonly milliseconds: number; readonly attempts: Attempts }
  | { readonly kind: 'too-many'; readonly seconds: number };

/**
 * The moment at which an attempt is looked at. Attempts queue up behind each other, so that a hundred at once
 * are no faster than a hundred in a row; a queue longer than half a minute is sent away. Nothing is ever locked:
 * waiting is all it takes.
 */
export function takeSlot(before: Attempts | null, now: Date): Slot {
  const isForgotten = before === null || now.getTime() - before.lastAt.getTime() > FORGOTTEN_AFTER_MS;
  const count = (isForgotten ? 0 : before.count) + 1;
  const slot = Math.max(now.getTime(), isForgotten ? 0 : before.nextAt.getTime());
  const milliseconds = slot - now.getTime();
  if (milliseconds > LONGEST_WAIT_S * 1000) return { kind: 'too-many', seconds: Math.ceil(milliseconds / 1000) };
  return {
    kind: 'wait',
    milliseconds,
    attempts: { count, nextAt: new Date(slot + gapAfter(count) * 1000), lastAt: now },
  };
}
