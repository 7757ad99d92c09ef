import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LONGEST_REASON, textFaults } from '../domain/change-faults.js';
import { reportMachine } from '../domain/grant-report.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { GrantReports } from './grant-reports.js';

export interface ReturnReportCommand {
  readonly reportId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly note: string;
  readonly correctBy: LocalDate;
}

/** 補正: a report is to be put right by a day. Faults at `note`, `correctBy`. Announces GrantReportReturned. */
@Injectable()
export class ReturnReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantReportStore,
    private readonly reports: GrantReports,
  ) {}

  execute(actor: Actor, { reportId, version, correctBy, ...typed }: ReturnReportCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const returnNote = typed.note.trim();
    refuseWhenFaulty(textFaults('note', returnNote, 'grant-changes.note-missing', LONGEST_REASON));
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.lock(tx, reportId);
      if (correctBy < tx.today) {
        throw DomainError.invalid([{ pointer: 'correctBy', code: 'grant-changes.correct-by-past' }]);
      }
      const state = nextState(reportMachine, 'grant-changes.report-state', report.state, 'return');
      if (report.version !== version) throw new DomainError('grant-changes.changed-by-another', 'stale');
      await this.store.change(tx, report, { state, returnNote, correctBy });
      const { organizationId } = report;
      const detail = { correctBy };
      tx.audit({
        ...{
          action: 'grant-report.returned',
          subjectKind: 'grant-report',
          subjectId: reportId,
          organizationId,
          detail,
        },
      });
      tx.announce({ type: 'GrantReportReturned', subjectId: reportId, organizationId });
    });
  }
}
