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

/** Runs at the usual speed from nine in the morning of a given day: a demonstration plays in the year of its programme. */
class ShiftedClock extends Clock {
  private readonly shiftMs: number;

  constructor(firstDay: string) {
    super();
    this.shiftMs = new Date(firstDay + NINE_IN_THE_MORNING).getTime() - Date.now();
  }

  override now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }
}

export const clockFrom = (firstDay: string | undefined): Clock =>
  firstDay ? new ShiftedClock(firstDay) : new SystemClock();
