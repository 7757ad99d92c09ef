import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { storeWorking } from '../../kernel/working.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportStore } from '../store/report.store.js';
import { DETERMINATION } from './determination-subject.js';
import { ReportInspections } from './report-inspections.js';

export interface DraftDeterminationCommand extends Pick<StartDraft, 'marks' | 'carried' | 'cites'> {
  /** In the order in which the draft lists them. */
  readonly reportIds: readonly string[];
  readonly title: string;
  readonly reason: string;
}

/**
 * 起案 of 額の確定 for one or several inspected reports: freezes the amount with its working and the costs that were not
 * accepted. Throws `reports.*`, `approvals.*` (faults at `title`, `reason`).
 */
@Injectable()
export class DraftDetermination {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly determinations: DeterminationStore,
    private readonly inspections: ReportInspections,
    private readonly drafts: Drafts,
  ) {}

  execute(actor: Actor, command: DraftDeterminationCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    const { title, reason, marks = [], carried = false, cites = '' } = command;
    const ids = [...new Set(command.reportIds)];
    if (ids.length === 0) throw DomainError.invalid([{ pointer: 'reportIds', code: 'reports.nothing-chosen' }]);
    return this.unitOfWork.run(actor, async (tx) => {
      // one fixed order, so that two joint drafts over the same reports wait instead of deadlocking
      for (const id of [...ids].sort()) await this.reports.getForUpdate(tx, id);
      const subjectIds: string[] = [];
      for (const id of ids) subjectIds.push(await this.propose(tx, id));
      return {
        draftId: await this.drafts.start(tx, {
          ...{ kind: DETERMINATION, title, reason, subjectIds },
          ...{ marks, carried, cites },
        }),
      };
    });
  }

  private async propose(tx: Transaction, reportId: string): Promise<string> {
    const report = await this.reports.get(tx, reportId);
    const { grantId, applicationId, organizationId, organizationName, programName, fiscalYear } = report;
    const params = { organization: organizationName };
    if (report.state !== 'inspected') throw new DomainError('reports.not-inspected', 'conflict', params);
    if (await this.determinations.ofGrant(tx, grantId)) {
      throw new DomainError('reports.already-proposed', 'conflict', params);
    }
    const { grant, decision, figures, disallowed } = await this.inspections.amountOf(tx, reportId);
    const id = randomUUID();
    await this.determinations.add(tx, {
      ...{ id, reportId, grantId, applicationId, organizationId, organizationName, programName, fiscalYear },
      ...{ title: report.title, budgetLineId: grant.budgetLineId, decision, eligibleCost: figures.eligibleCost },
      ...{ amount: figures.working.total, working: storeWorking(figures.working), disallowed, state: 'proposed' },
    });
    tx.audit({
      ...{ action: 'determination.proposed', subjectKind: DETERMINATION, subjectId: id, organizationId },
      detail: { amount: figures.working.total.toString() },
    });
    return id;
  }
}
