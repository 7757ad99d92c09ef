import { Injectable } from '@nestjs/common';

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
