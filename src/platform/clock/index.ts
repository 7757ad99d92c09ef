import { Injectable } from '@nestjs/common';

export { Repetition } from './repetition.js';

/** The only source of the present instant, so that a test can stand on the day it needs. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

const NINE_IN_THE_MORNING = 'T09:00:00+09:00';

/**
 * Runs at the usual speed from nine in the morning of a given day: a demonstration plays in the year of its programme,
 * and its clock moves on from chapter to chapter.
 */
export class ShiftedClock extends Clock {
  private shiftMs = 0;

  constructor(firstDay: string) {
    super();
    this.moveTo(firstDay);
  }

  override now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }

  /** null: to the present. */
  moveTo(day: string | null): void {
    this.shiftMs = day === null ? 0 : new Date(day + NINE_IN_THE_MORNING).getTime() - Date.now();
  }
}

export const clockFrom = (firstDay: string | undefined): Clock =>
  firstDay ? new ShiftedClock(firstDay) : new SystemClock();
