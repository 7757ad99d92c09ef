import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ReportStore } from '../store/report.store.js';

/** 紙の報告書: staff write the report on the organisation's behalf; 収受日 is the day on which the paper arrived. */
@Injectable()
export class EnterPaperReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
  ) {}

  /** Throws a fault at `receivedOn`, `reports.not-editable` for what was sent already. */
  execute(actor: Actor, { reportId, receivedOn }: { readonly reportId: string; readonly receivedOn: LocalDate }) {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.getForUpdate(tx, reportId);
      if (report.state !== 'open') throw new DomainError('reports.not-editable', 'conflict');
      if (receivedOn > tx.today) {
        const params = { today: formatEra(tx.today) };
        throw DomainError.invalid([{ pointer: 'receivedOn', code: 'reports.paper-in-future', params }]);
      }
      await this.reports.change(tx, report, { paperReceivedOn: receivedOn });
      const { organizationId } = report;
      tx.audit({
        ...{ action: 'report.paper-started', subjectKind: 'performance-report', subjectId: reportId, organizationId },
        detail: { receivedOn },
      });
    });
  }

  /** Taken for another, or sent by the organisation itself after all: it goes on writing from what stands there. */
  stop(actor: Actor, reportId: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.getForUpdate(tx, reportId);
      if (report.state !== 'open' || report.paperReceivedOn === null) {
        throw new DomainError('reports.not-editable', 'conflict');
      }
      await this.reports.change(tx, report, { paperReceivedOn: null });
      const { organizationId } = report;
      tx.audit({
        ...{ action: 'report.paper-stopped', subjectKind: 'performance-report', subjectId: reportId, organizationId },
      });
    });
  }
}
