import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { reportMachine } from '../domain/grant-report.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { GrantReports } from './grant-reports.js';

/**
 * The organisation takes a report back before its answer is drafted; what staff asked for is awaited again, by the same day.
 * Done twice it is done once.
 */
@Injectable()
export class WithdrawReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantReportStore,
    private readonly reports: GrantReports,
  ) {}

  execute(actor: Actor, reportId: string): Promise<{ grantId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.lock(tx, reportId);
      const { grantId, organizationId, askedAt } = report;
      if (report.state === 'withdrawn' || report.state === 'asked') return { grantId };
      const action = askedAt === null ? 'withdraw' : 'ask-again';
      const state = nextState(reportMachine, 'grant-changes.report-state', report.state, action);
      const unsent = askedAt === null ? {} : { sentAt: null, sentBy: null, requestId: null };
      await this.store.change(tx, report, { state, ...unsent, returnNote: '', correctBy: null });
      const subject = { subjectKind: 'grant-report', subjectId: reportId, organizationId };
      tx.audit({ action: 'grant-report.withdrawn', ...subject });
      return { grantId };
    });
  }
}
