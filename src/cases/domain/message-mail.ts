import type { Message } from './message.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is known of the mails about one thread. */
export interface ToldSoFar {
  /** When the last mail left; null: none yet. */
  readonly mailedAt: Date | null;
  /** When the organisation last found something new in the thread. */
  readonly openedAt: Date | null;
}

/**
 * When the organisation is told by mail of a message from staff: now, at an instant to come, or never. A mail only says
 * that something lies in the thread, so one is enough until somebody has looked: what is written meanwhile waits for a
 * day and is told then only if it is still unread. Where they answer one another, at most one mail an hour. So no number of
 * messages makes more mails than that, and none stays untold.
 */
export function whenToMail(
  { from, writtenAt, openedAt }: Pick<Message, 'from' | 'writtenAt' | 'openedAt'>,
  told: ToldSoFar,
  now: Date,
): Date | 'now' | 'never' {
  if (from !== 'staff' || openedAt) return 'never';
  const { mailedAt } = told;
  if (!mailedAt) return 'now';
  // The last mail led to a thread in which this message stood already.
  if (mailedAt >= writtenAt) return 'never';
  const looked = told.openedAt !== null && told.openedAt > mailedAt;
  const next = new Date(mailedAt.getTime() + (looked ? HOUR_MS : DAY_MS));
  return next > now ? next : 'now';
}
