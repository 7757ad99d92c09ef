import { localDate } from '../../src/kernel/local-date.js';
import { Clock } from '../../src/platform/clock/index.js';

/** A clock that stands still until a test sets it. */
export class FixedClock extends Clock {
  private instant: Date;

  constructor(day: string) {
    super();
    this.instant = instantOf(day);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** `2026-04-01` is nine in the morning in Japan, `2026-04-01T17:30` that minute, `…T23:59:59.999` that very moment. */
  at(moment: string): void {
    this.instant = instantOf(moment);
  }

  /** Lets time pass by so many seconds. */
  pass(seconds: number): void {
    this.instant = new Date(this.instant.getTime() + seconds * 1000);
  }
}

function instantOf(moment: string): Date {
  const [day = '', time = '09:00'] = moment.split('T');
  return new Date(`${localDate(day)}T${time.length === 5 ? `${time}:00` : time}+09:00`);
}
