import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { HALL_DUTIES, requireDuty, type Actor } from '../../kernel/actor.js';
import type { Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Determination } from '../domain/determination.js';
import { isAskedFor, isLate, type PerformanceReport } from '../domain/report.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportStore } from '../store/report.store.js';
import { DETERMINATION } from './determination-subject.js';
import { ReportInspections } from './report-inspections.js';

export interface ReportDesk {
  /** Asked for or returned, and not there though the day is over; the longest overdue first. */
  readonly late: readonly PerformanceReport[];
  /** Asked for or returned, in time so far. */
  readonly awaited: readonly PerformanceReport[];
  readonly toInspect: readonly PerformanceReport[];
  /** Inspected, nothing drafted yet, with what would be determined. */
  readonly toDraft: readonly { readonly report: PerformanceReport; readonly decision: Yen; readonly amount: Yen }[];
  readonly inDraft: readonly { readonly determination: Determination; readonly draft: DraftRef | null }[];
  /** Determined and without a letter. */
  readonly toIssue: readonly Determination[];
  /** 施行予定: their letters bear a day to come. */
  readonly scheduled: readonly Determination[];
  readonly issued: readonly Determination[];
}

/** The staff's desk of reports: what is late, what to inspect, to draft and to issue. */
@Injectable()
export class ViewReports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly determinations: DeterminationStore,
    private readonly inspections: ReportInspections,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor): Promise<ReportDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const reports = await this.reports.list(tx, { states: ['open', 'returned', 'submitted', 'inspected'] });
      const standing = await this.determinations.standing(tx);
      const inState = (state: Determination['state']): Determination[] =>
        standing.filter((determination) => determination.state === state);
      const asked = reports.filter((report) => isAskedFor(report, tx.today));
      const taken = new Set(standing.map(({ reportId }) => reportId));
      return {
        late: asked.filter((report) => isLate(report, tx.today)),
        awaited: asked.filter((report) => !isLate(report, tx.today)),
        toInspect: reports.filter(({ state }) => state === 'submitted'),
        toDraft: await this.toDraft(
          tx,
          reports.filter(({ id, state }) => state === 'inspected' && !taken.has(id)),
        ),
        inDraft: await this.withDrafts(tx, inState('proposed')),
        toIssue: inState('determined'),
        scheduled: inState('scheduled'),
        issued: inState('issued'),
      };
    });
  }

  private async toDraft(tx: Transaction, inspected: readonly PerformanceReport[]): Promise<ReportDesk['toDraft']> {
    const open: ReportDesk['toDraft'][number][] = [];
    for (const report of inspected) {
      const { decision, figures } = await this.inspections.amountOf(tx, report.id);
      open.push({ report, decision, amount: figures.working.total });
    }
    return open;
  }

  private async withDrafts(tx: Transaction, proposed: readonly Determination[]): Promise<ReportDesk['inDraft']> {
    const lines: ReportDesk['inDraft'][number][] = [];
    for (const determination of proposed) {
      const draft = await this.drafts.openFor(tx, DETERMINATION, determination.id);
      const left = draft ? [] : await this.drafts.ofSubject(tx, DETERMINATION, determination.id);
      lines.push({ determination, draft: draft ?? left.at(-1) ?? null });
    }
    return lines;
  }
}
