import { describe, expect, it } from '@jest/globals';
import { absoluteEnd, isAlive, isSeenAnew, type Session } from './session.js';

const START = new Date('2026-04-01T00:00:00Z');
const minutes = (count: number): Date => new Date(START.getTime() + count * 60_000);
const session = (lastSeen: number, ended = false): Session => ({
  id: 's',
  accountId: 'a',
  createdAt: START,
  lastSeenAt: minutes(lastSeen),
  expiresAt: absoluteEnd(START),
  endedAt: ended ? START : null,
});

describe('a session', () => {
  it('of staff ends after an hour without a page', () => {
    expect(isAlive(session(0), 'staff', minutes(59))).toBe(true);
    expect(isAlive(session(0), 'staff', minutes(60))).toBe(false);
  });

  it('of an officer waits three hours', () => {
    expect(isAlive(session(0), 'officer', minutes(179))).toBe(true);
    expect(isAlive(session(0), 'officer', minutes(180))).toBe(false);
  });

  it('ends after twelve hours however busy', () => {
    expect(isAlive(session(719), 'staff', minutes(719))).toBe(true);
    expect(isAlive(session(719), 'staff', minutes(720))).toBe(false);
  });

  it('stays ended', () => expect(isAlive(session(0, true), 'staff', minutes(1))).toBe(false));

  it('is kept alive by people and not by pages that merely watch', () => {
    expect(isSeenAnew(session(0), 'page', minutes(1))).toBe(true);
    expect(isSeenAnew(session(0), 'page', minutes(0.5))).toBe(false);
    expect(isSeenAnew(session(0), 'background', minutes(30))).toBe(false);
  });
});
