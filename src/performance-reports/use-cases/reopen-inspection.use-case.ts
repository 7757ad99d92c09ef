import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { reportMachine } from '../domain/report.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportInspectionStore } from '../store/report-inspection.store.js';
import { ReportStore } from '../store/report.store.js';
import { CaseOfReport } from './case-of-report.js';

/** Takes an ended inspection up again, as long as nothing is drafted from it. */
@Injectable()
export class ReopenInspection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly inspections: ReportInspectionStore,
    private readonly determinations: DeterminationStore,
    private readonly cases: CaseOfReport,
  ) {}

  /** Throws `reports.determination-drafted`. */
  execute(actor: Actor, reportId: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.getForUpdate(tx, reportId);
      if (await this.determinations.ofGrant(tx, report.grantId)) {
        throw new DomainError('reports.determination-drafted', 'conflict');
      }
      const state = nextState(reportMachine, 'reports.not-open', report.state, 'reopen');
      const { answers, lines } = await this.inspections.of(tx, reportId);
      await this.reports.change(tx, report, { state });
      await this.inspections.close(tx, reportId, { round: report.round, outcome: 'reopened', answers, lines });
      await this.cases.takeUp(tx, report, { phase: 'report-submitted', waitingFor: 'promotion', dueOn: null });
      const { organizationId } = report;
      tx.audit({
        ...{ action: 'report.reopened', subjectKind: 'performance-report', subjectId: reportId, organizationId },
      });
    });
  }
}
