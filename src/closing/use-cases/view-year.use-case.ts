import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { fiscalYearOf, lastDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { READS_BOOKS } from '../domain/readers.js';
import { YearStandings, type YearStanding } from './year-standing.js';

/** 年度末の状況: what a year leaves open, by whom, and whether it may be closed. */
@Injectable()
export class ViewYear {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: YearStandings,
  ) {}

  one(actor: Actor, year: FiscalYear): Promise<YearStanding> {
    requireDuty(actor, ...READS_BOOKS);
    return this.unitOfWork.read(actor, (tx) => this.standings.of(tx, year));
  }

  /** Every year to choose from, oldest first, and the one to begin with: what is over and not closed, or the present one. */
  years(actor: Actor): Promise<{ readonly years: readonly FiscalYear[]; readonly first: FiscalYear }> {
    requireDuty(actor, ...READS_BOOKS);
    return this.unitOfWork.read(actor, async (tx) => {
      const known = await this.standings.years(tx);
      const present = fiscalYearOf(tx.today);
      const waiting = known.find(({ year, closed }) => !closed && lastDayOf(year) < tx.today);
      const years = [...new Set([...known.map(({ year }) => year), present])].sort((a, b) => a - b);
      return { years, first: waiting?.year ?? present };
    });
  }
}
