import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { yen, ZERO_YEN } from '../../kernel/yen.js';
import { ApplicationDirectory, Applications } from '../../applications/index.js';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Reviews } from '../../reviews/index.js';
import { outcomeOf } from '../domain/grant.js';
import { GrantStore } from '../store/grant.store.js';
import { GRANT_DECISION } from './grant-decision-subject.js';

export interface DraftDecisionCommand extends Pick<StartDraft, 'marks' | 'carried' | 'cites'> {
  /** In the order in which the draft lists them. */
  readonly applicationIds: readonly string[];
  readonly title: string;
  readonly reason: string;
}

/**
 * 起案 of the decision on one or several applications that passed the review, each with its 査定額: reserves budget for
 * each of them, all or none. Throws `grants.*`, `approvals.*` (faults at `title`, `reason`), `budgets.over-ceiling`.
 */
@Injectable()
export class DraftDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantStore,
    private readonly applications: Applications,
    private readonly directory: ApplicationDirectory,
    private readonly reviews: Reviews,
    private readonly drafts: Drafts,
  ) {}

  async execute(actor: Actor, command: DraftDecisionCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    const { applicationIds, title, reason, marks = [], carried = false, cites = '' } = command;
    if (applicationIds.length === 0) {
      throw DomainError.invalid([{ pointer: 'applicationIds', code: 'grants.nothing-chosen' }]);
    }
    return this.unitOfWork.run(actor, async (tx) => {
      // one fixed order, so that two joint drafts over the same applications wait instead of deadlocking
      for (const id of [...new Set(applicationIds)].sort()) await this.applications.lock(tx, id);
      const subjectIds: string[] = [];
      for (const id of new Set(applicationIds)) subjectIds.push(await this.propose(tx, id));
      return {
        draftId: await this.drafts.start(tx, {
          ...{ kind: GRANT_DECISION, title, reason, subjectIds },
          ...{ marks, carried, cites },
        }),
      };
    });
  }

  private async propose(tx: Transaction, applicationId: string): Promise<string> {
    const application = await this.directory.get(tx, applicationId);
    const params = { organization: application.organizationName };
    if (application.state !== 'passed') throw new DomainError('grants.not-passed', 'conflict', params);
    if (await this.store.ofApplication(tx, applicationId)) {
      throw new DomainError('grants.already-proposed', 'conflict', params);
    }
    const { working, lines: assessedLines } = await this.reviews.assessed(tx, application);
    const amount = yen(working.total);
    if (amount === ZERO_YEN) throw new DomainError('grants.nothing-to-grant', 'conflict', params);
    const id = randomUUID();
    const { document, programVersionId, organizationId, organizationName, fiscalYear } = application;
    await this.store.add(tx, {
      id,
      applicationId,
      programVersionId,
      organizationId,
      organizationName,
      programName: document.name,
      fiscalYear,
      outcome: outcomeOf(amount, application.amount),
      appliedAmount: application.amount,
      amount,
      working,
      assessedLines,
      budgetLineId: document.budgetLineId,
      state: 'proposed',
    });
    return id;
  }
}
