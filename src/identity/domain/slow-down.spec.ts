import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takeSlot, type Attempts, type Slot } from './slow-down.js';

const START = new Date('2026-04-01T00:00:00Z');
const after = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

/** Attempts made at these seconds, one behind the other. */
function slotsAt(...seconds: number[]): Slot[] {
  let attempts: Attempts | null = null;
  return seconds.map((second) => {
    const slot = takeSlot(attempts, after(second));
    if (slot.kind === 'wait') attempts = slot.attempts;
    return slot;
  });
}
const wait = (slot: Slot | undefined): number | string =>
  slot?.kind === 'wait' ? slot.milliseconds / 1000 : `too many, ${String(slot?.seconds)}`;

describe('sign-in attempts', () => {
  it('are free five times, then wait 1, 2, 4, 8 seconds, and never more than 15 after one another', () => {
    expect(slotsAt(0, 0, 0, 0, 0, 0, 1, 3, 7, 15, 30).map(wait)).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15]);
  });

  it('made all at once stand in one queue, whose end is sent away', () => {
    const slots = slotsAt(...Array.from({ length: 12 }, () => 0));
    expect(slots.map(wait)).toEqual([0, 0, 0, 0, 0, 1, 3, 7, 15, 30, 'too many, 45', 'too many, 45']);
  });

  it('are forgotten after a quarter of an hour of quiet', () => {
    expect(slotsAt(0, 0, 0, 0, 0, 0, 1000).map(wait).at(-1)).toBe(0);
  });

  it('never lock anybody out: half a minute after the last one, the next is looked at within 15 seconds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 600 }), { minLength: 1, maxLength: 60 }), (moments) => {
        const ordered = [...moments].sort((a, b) => a - b);
        const slots = slotsAt(...ordered, (ordered.at(-1) ?? 0) + 45);
        expect(wait(slots.at(-1))).toBeLessThanOrEqual(15);
      }),
    );
  });
});
