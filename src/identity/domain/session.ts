import type { PartyKind } from './account.js';

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Absolute end, whatever happens in between. */
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** A request that a person made by hand, or one that the page makes by itself (progress, autosave heartbeat). */
export type RequestKind = 'page' | 'background';

const MINUTE_MS = 60_000;
const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
/** Volunteers write a plan with the telephone in hand; counters at the town hall are left open. */
const IDLE_MS: Readonly<Record<PartyKind, number>> = { staff: 60 * MINUTE_MS, officer: 180 * MINUTE_MS };
const SEEN_EVERY_MS = MINUTE_MS;

export const absoluteEnd = (now: Date): Date => new Date(now.getTime() + ABSOLUTE_MS);

/** When the session ends if nobody does anything any more. */
export const idleEnd = (session: Session, kind: PartyKind): Date =>
  new Date(Math.min(session.lastSeenAt.getTime() + IDLE_MS[kind], session.expiresAt.getTime()));

export const isAlive = (session: Session, kind: PartyKind, now: Date): boolean =>
  session.endedAt === null && now < idleEnd(session, kind);

/** Only what a person does keeps a session alive, and the row is written at most once a minute. */
export const isSeenAnew = (session: Session, request: RequestKind, now: Date): boolean =>
  request === 'page' && now.getTime() - session.lastSeenAt.getTime() >= SEEN_EVERY_MS;
