import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { reportMachine } from '../domain/grant-report.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { GrantReports } from './grant-reports.js';

/** Staff have read a report, with a note for the case. Pressed twice it was read once. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantReportStore,
    private readonly reports: GrantReports,
  ) {}

  execute(actor: Actor, reportId: string, note: string): Promise<{ grantId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.lock(tx, reportId);
      const { grantId, organizationId } = report;
      if (report.state === 'read') return { grantId };
      const state = nextState(reportMachine, 'grant-changes.report-state', report.state, 'read');
      await this.store.change(tx, report, { state, readAt: tx.now, readBy: actor.name, staffNote: note.trim() });
      tx.audit({ action: 'grant-report.read', subjectKind: 'grant-report', subjectId: reportId, organizationId });
      return { grantId };
    });
  }
}
