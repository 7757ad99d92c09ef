import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import type { AppConfig } from '../config/index.js';
import { DEMO_YEAR } from './demo-year.js';
import { firstDayOf, lastDayOf } from '../kernel/fiscal-year.js';
import { addDays, type LocalDate } from '../kernel/local-date.js';
import { HouseModule } from '../house.module.js';
import { clockFrom } from '../platform/clock/index.js';
import { EVERY_PART, seedBusiness, seedTowns, type Timetable } from './seed-towns.js';

const DAYS_UNTIL_DECISION = 30;

/** For trying out on any day of the demonstration's year: what is begun `today` is decided a month later, not at the end. */
export function openAllYear(today: LocalDate): Record<'opens' | 'closes' | 'decisionBy', LocalDate> {
  const opens = firstDayOf(DEMO_YEAR);
  const closes = lastDayOf(DEMO_YEAR);
  const aMonthLater = addDays(today, DAYS_UNTIL_DECISION);
  return { opens, closes, decisionBy: aMonthLater < closes ? aMonthLater : closes };
}

/**
 * Gives an empty installation both towns as their folders have them, with published programmes and calls, whose days are
 * their own unless `timetable` replaces them; safe to repeat. Tried out on `today`, what decides at once decides then.
 */
export async function seedDemo(config: AppConfig, timetable: Timetable = {}, today?: LocalDate): Promise<void> {
  const app = await NestFactory.createApplicationContext(HouseModule.forRoot(config, clockFrom(config.clockStartsOn)), {
    logger: ['error'],
    abortOnError: false,
  });
  const providers = { get: <T>(token: Type<T>): T => app.get(token, { strict: false }) };
  try {
    for (const town of await seedTowns(providers)) {
      await seedBusiness(providers, town.id, EVERY_PART, timetable, today);
    }
  } finally {
    await app.close();
  }
}
