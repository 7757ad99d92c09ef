import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { BudgetLedger, type BudgetLine } from '../../budgets/index.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { lastPaymentDayOf } from '../../platform/calendar/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Obstacles } from '../domain/closing.js';
import type { OpenMatter } from '../domain/open-matter.js';
import { ClosedYearStore, type ClosedYear } from '../store/closed-year.store.js';
import { LapsedCommitmentStore, type LapsedOfGrant } from '../store/lapsed-commitment.store.js';
import { Lapsing, type LapsingGrant } from './lapsing.js';
import { OpenMatters } from './open-matters.js';
import { TownBooks } from './town-books.js';

/** How a year stands before its closing, or how it was closed. */
export interface YearStanding {
  readonly year: FiscalYear;
  readonly lastPaymentDay: LocalDate;
  readonly lines: readonly BudgetLine[];
  readonly open: readonly OpenMatter[];
  /** What the closing would take back, by grant; none of a closed year. */
  readonly lapsing: readonly LapsingGrant[];
  /** What the closing did take back. */
  readonly lapsed: readonly LapsedOfGrant[];
  readonly obstacles: Obstacles;
  /** Changes as soon as anything of this changes; the closing names the one that was shown. */
  readonly digest: string;
  readonly closed: ClosedYear | null;
}

@Injectable()
export class YearStandings {
  constructor(
    private readonly ledger: BudgetLedger,
    private readonly books: TownBooks,
    private readonly openMatters: OpenMatters,
    private readonly closedYears: ClosedYearStore,
    private readonly lapsingGrants: Lapsing,
    private readonly lapsedCommitments: LapsedCommitmentStore,
  ) {}

  async of(tx: Transaction, year: FiscalYear): Promise<YearStanding> {
    const lines = await this.ledger.lines(tx, year);
    const open = await this.openMatters.of(tx, year);
    const lapsing = await this.lapsingGrants.of(tx, lines, open);
    const lastPaymentDay = lastPaymentDayOf(year);
    return {
      ...{ year, lastPaymentDay, lines, open, lapsing },
      lapsed: await this.lapsedCommitments.ofYear(tx, year),
      obstacles: {
        notBefore: tx.today < lastPaymentDay ? lastPaymentDay : null,
        differences: (await this.books.prove(tx)).differences.length,
        unpaidOrders: open.filter(
          ({ kind, openWith }) => (kind === 'unpaid' || kind === 'failed') && openWith !== 'approvers',
        ).length,
        draftedOrders: open.filter(({ kind, openWith }) => kind === 'unpaid' && openWith === 'approvers').length,
        olderYear: await this.olderOpenYear(tx, year),
      },
      digest: digestOf(lines, open, lapsing),
      closed: await this.closedYears.find(tx, year),
    };
  }

  /** Years with budget lines, oldest first, and whether they are closed. */
  async years(tx: Transaction): Promise<{ readonly year: FiscalYear; readonly closed: boolean }[]> {
    const closed = await this.closedYears.years(tx);
    const years = new Set((await this.ledger.allLines(tx)).map(({ fiscalYear }) => fiscalYear));
    return [...years].sort((a, b) => a - b).map((year) => ({ year, closed: closed.includes(year) }));
  }

  private async olderOpenYear(tx: Transaction, than: FiscalYear): Promise<FiscalYear | null> {
    const older = (await this.years(tx)).find(({ year, closed }) => year < than && !closed);
    return older?.year ?? null;
  }
}

function digestOf(lines: readonly BudgetLine[], open: readonly OpenMatter[], lapsing: readonly LapsingGrant[]): string {
  const text = JSON.stringify([
    lines.map(({ id, ceiling, committed, paid, returned }) => [id, ceiling, committed, paid, returned].map(String)),
    open.map(({ kind, id, amount }) => [kind, id, String(amount)]),
    lapsing.map(({ grantId, amount }) => [grantId, String(amount)]),
  ]);
  return createHash('sha256').update(text).digest('hex');
}
