import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { reportMachine } from '../domain/report.js';
import { ReportFileStore } from '../store/report-file.store.js';
import { ReportStore } from '../store/report.store.js';
import { requireReportWriter } from './report-writer.js';

/** Takes a file out of the report; what was sent in an earlier round keeps it. */
@Injectable()
export class RemoveReportFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly files: ReportFileStore,
  ) {}

  execute(actor: Actor, { reportId, fileId }: { readonly reportId: string; readonly fileId: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.getForUpdate(tx, reportId);
      requireReportWriter(actor, report);
      nextState(reportMachine, 'reports.not-editable', report.state, 'edit');
      const { label, sha256 } = await this.files.remove(tx, reportId, fileId);
      tx.audit({
        ...{ action: 'report.file-removed', subjectKind: 'performance-report', subjectId: reportId },
        ...{ organizationId: report.organizationId, detail: { place: label, sha256 } },
      });
    });
  }
}
