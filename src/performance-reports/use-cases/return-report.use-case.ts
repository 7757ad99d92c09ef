import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { placesOf } from '../domain/report-content.js';
import { reportMachine } from '../domain/report.js';
import { ReportInspectionStore } from '../store/report-inspection.store.js';
import { ReportPointStore } from '../store/report-point.store.js';
import { ReportStore } from '../store/report.store.js';
import { CaseOfReport } from './case-of-report.js';
import { KeepInspection, type InspectionForm } from './keep-inspection.js';

export interface ReturnReportCommand extends InspectionForm {
  /** The day by which the corrections are asked for, as typed. */
  readonly correctBy: string;
}

/** 差戻し: the points go to the organisation, each at its place; answers and judgements stay for the next round. */
@Injectable()
export class ReturnReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepInspection,
    private readonly inspections: ReportInspectionStore,
    private readonly points: ReportPointStore,
    private readonly reports: ReportStore,
    private readonly cases: CaseOfReport,
  ) {}

  /** Throws faults at `correctBy` and `points.<place>`, `reports.no-points`. */
  execute(actor: Actor, command: ReturnReportCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const correctBy = readCorrectBy(tx, command.correctBy);
      const { report, submission, answers, lines, points, version } = await this.keeper.keep(tx, command);
      if (points.length === 0) throw new DomainError('reports.no-points', 'conflict');
      const places = new Map(placesOf(submission.content).map(({ pointer, label }) => [pointer, label]));
      const said = points.map(({ pointer, text }) => ({
        pointer,
        ...{ label: places.get(pointer) ?? '', text: text.trim() },
      }));
      const { id: subjectId, organizationId, round } = report;
      await this.points.add(tx, subjectId, round, said);
      await this.inspections.save(tx, subjectId, version, { answers, lines, points: [] });
      await this.inspections.close(tx, subjectId, { round, outcome: 'returned', answers, lines });
      const state = nextState(reportMachine, 'reports.not-open', report.state, 'return');
      await this.reports.change(tx, report, { state, correctBy });
      await this.cases.move(tx, report, { phase: 'report-returned', waitingFor: 'committee', dueOn: correctBy });
      const detail = { round, points: said.length };
      tx.audit({ action: 'report.returned', subjectKind: 'performance-report', subjectId, organizationId, detail });
      tx.announce({ type: 'ReportReturned', subjectId, organizationId });
    });
  }
}

function readCorrectBy(tx: Transaction, typed: string): LocalDate {
  const refuse = (code: string): DomainError => DomainError.invalid([{ pointer: 'correctBy', code }]);
  let day: LocalDate | null;
  try {
    day = parseDay(typed);
  } catch (error) {
    if (error instanceof DomainError) throw refuse(error.code);
    throw error;
  }
  if (!day) throw refuse('reviews.correct-by-missing');
  if (day < tx.today) throw refuse('reviews.correct-by-past');
  return day;
}
