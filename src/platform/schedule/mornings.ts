import { Injectable } from '@nestjs/common';
import { systemActor, type MunicipalityId } from '../../kernel/actor.js';
import { dayInJapan, momentInJapan, timeInJapan, type LocalDate } from '../../kernel/local-date.js';
import { Clock } from '../clock/index.js';
import { UnitOfWork, type Transaction } from '../database/index.js';

/** What is done once a day is done from this hour on, when a mail wakes nobody. */
const MORNING_HOUR = 8;

/** When the work of that day begins. */
export const morningOf = (day: LocalDate): Date => momentInJapan(day, `0${String(MORNING_HOUR)}:00`);

/**
 * Says once a day in each town that the morning has come: an event like any other, from which the daily work follows.
 * Our own row remembers that it was said, so any number of workers on either queue say it once. After a downtime today's
 * morning is said late and those that passed are not: what follows looks at how things stand today.
 */
@Injectable()
export class Mornings {
  private readonly saidHere = new Map<MunicipalityId, LocalDate>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Announces MorningCame in each of these towns where nobody has done so today. */
  async pass(towns: readonly MunicipalityId[]): Promise<void> {
    const now = this.clock.now();
    if (hourInJapan(now) < MORNING_HOUR) return;
    const today = dayInJapan(now);
    for (const town of towns.filter((each) => this.saidHere.get(each) !== today)) {
      await this.unitOfWork.run(systemActor(town, 'morning'), say);
      this.saidHere.set(town, today);
    }
  }
}

const hourInJapan = (instant: Date): number => Number(timeInJapan(instant).split(':')[0]);

async function say(tx: Transaction): Promise<void> {
  const said = await tx.query(
    `INSERT INTO mornings (municipality_id, day, said_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING day`,
    [tx.municipalityId, tx.today, tx.now],
  );
  if (said.length > 0) tx.announce({ type: 'MorningCame', subjectId: tx.municipalityId, data: { day: tx.today } });
}
