import { describe, expect, it } from '@jest/globals';
import { whenToMail } from './message-mail.js';

const at = (time: string, day = 1): Date => new Date(`2026-04-0${String(day)}T${time}:00+09:00`);
const unread = (time: string, day = 1) => ({ from: 'staff' as const, writtenAt: at(time, day), openedAt: null });

describe('a message of staff is told by mail', () => {
  it('at once when nothing was told before, and not at all when it was read or comes from the organisation', () => {
    const nothing = { mailedAt: null, openedAt: null };
    expect(whenToMail(unread('10:00'), nothing, at('10:00'))).toBe('now');
    expect(whenToMail({ ...unread('10:00'), openedAt: at('10:01') }, nothing, at('10:02'))).toBe('never');
    expect(whenToMail({ ...unread('10:00'), from: 'committee' }, nothing, at('10:00'))).toBe('never');
  });

  it('by the mail that is still unanswered: what follows waits for a day', () => {
    const told = { mailedAt: at('10:00'), openedAt: null };
    expect(whenToMail(unread('09:59'), told, at('10:05'))).toBe('never');
    expect(whenToMail(unread('10:05'), told, at('10:05'))).toEqual(at('10:00', 2));
    expect(whenToMail(unread('10:05'), told, at('10:00', 2))).toBe('now');
  });

  it('once an hour while they answer one another', () => {
    const told = { mailedAt: at('10:00'), openedAt: at('10:10') };
    expect(whenToMail(unread('10:15'), told, at('10:15'))).toEqual(at('11:00'));
    expect(whenToMail(unread('10:15'), told, at('11:00'))).toBe('now');
    expect(whenToMail(unread('15:00'), told, at('15:00'))).toBe('now');
  });

  it('after a look from before the last mail, as if nobody had looked', () => {
    const told = { mailedAt: at('10:00'), openedAt: at('09:00') };
    expect(whenToMail(unread('10:30'), told, at('10:30'))).toEqual(at('10:00', 2));
  });
});
