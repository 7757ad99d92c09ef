import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { unfinishedFaults } from '../domain/inspection.js';
import { reportMachine } from '../domain/report.js';
import { ReportInspectionStore } from '../store/report-inspection.store.js';
import { ReportStore } from '../store/report.store.js';
import { CaseOfReport } from './case-of-report.js';
import { KeepInspection, type InspectionForm } from './keep-inspection.js';
import { ReportFiles } from './report-files.js';

/**
 * Ends the inspection 検査: every item is answered. Where the money is settled, 額の確定 may be drafted from now on; where
 * the programme asks for a report alone, the case is closed.
 */
@Injectable()
export class InspectReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepInspection,
    private readonly inspections: ReportInspectionStore,
    private readonly reports: ReportStore,
    private readonly programs: Programs,
    private readonly files: ReportFiles,
    private readonly cases: CaseOfReport,
  ) {}

  /** Keeps what was typed, and nothing else. */
  save(actor: Actor, form: InspectionForm): Promise<{ readonly version: number }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, (tx) => this.keeper.keep(tx, form));
  }

  /** Throws a fault at every item that is open, and `reports.points-not-sent` while points are written. */
  execute(actor: Actor, form: InspectionForm): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { report, answers, lines, points } = await this.keeper.keep(tx, form);
      const { document } = await this.programs.version(tx, report.programVersionId);
      refuseWhenFaulty(unfinishedFaults(document.report?.checklist ?? [], answers));
      if (points.length > 0) throw new DomainError('reports.points-not-sent', 'conflict');
      await this.files.refuseUnopened(tx, report);
      const settled = document.payment.settlement;
      const outcome = settled ? 'inspected' : 'accepted';
      const state = nextState(reportMachine, 'reports.not-open', report.state, settled ? 'inspect' : 'accept');
      await this.reports.change(tx, report, { state });
      await this.inspections.close(tx, report.id, { round: report.round, outcome, answers, lines });
      await this.cases.move(
        tx,
        report,
        settled
          ? { phase: 'report-inspected', waitingFor: 'promotion', dueOn: null }
          : { phase: 'settled', waitingFor: 'nobody', dueOn: null },
      );
      const { id: subjectId, organizationId } = report;
      tx.audit({ action: `report.${outcome}`, subjectKind: 'performance-report', subjectId, organizationId });
      const data = { grantId: report.grantId, outcome };
      tx.announce({ type: 'ReportInspected', subjectId, organizationId, data });
    });
  }
}
