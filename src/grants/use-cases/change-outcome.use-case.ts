import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { yen, type Yen } from '../../kernel/yen.js';
import { ApplicationDirectory, Applications } from '../../applications/index.js';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { Ties } from '../../staff/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Reviews } from '../../reviews/index.js';
import { grantMachine, type Grant } from '../domain/grant.js';
import { outcomeFaults, proposedOutcome, type OutcomeChoice } from '../domain/outcome.js';
import { GrantStore } from '../store/grant.store.js';
import { GRANT_DECISION } from './grant-decision-subject.js';
import { GrantDirectory, type GrantView } from './grant-directory.js';
import { groundOf } from './outcome-ground.js';

export interface ChangeOutcomeCommand {
  readonly grantId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly choice: OutcomeChoice;
}

/** What is proposed for one application and has not been decided. */
export interface ProposalView {
  readonly grant: GrantView;
  /** 査定額. */
  readonly assessed: Yen;
  /** The draft in which it runs, or which it left on hold. */
  readonly draft: DraftRef | null;
}

/**
 * Another outcome for a case that is drafted or on hold: the amount, 減額, 不交付 or back. The draft learns of it by the
 * case's digest: its drafter puts the case before the posts again, and only its own approvals are void. The reservation
 * follows then. Throws `grants.not-in-draft`, `grants.changed-by-another`; faults as in `DraftDecision`.
 */
@Injectable()
export class ChangeOutcome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantStore,
    private readonly grants: GrantDirectory,
    private readonly applications: Applications,
    private readonly directory: ApplicationDirectory,
    private readonly reviews: Reviews,
    private readonly drafts: Drafts,
    private readonly ties: Ties,
  ) {}

  view(actor: Actor, grantId: string): Promise<ProposalView> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, async (tx) => {
      const grant = await this.grants.get(tx, grantId);
      await this.ties.refuseTied(tx, grant.organizationId);
      nextState(grantMachine, 'grants.not-in-draft', grant.state, 'draft');
      const { working } = await this.reviews.assessed(tx, await this.directory.get(tx, grant.applicationId));
      return { grant, assessed: yen(working.total), draft: await this.draftOf(tx, grantId) };
    });
  }

  execute(actor: Actor, { grantId, version, choice }: ChangeOutcomeCommand): Promise<{ draft: DraftRef | null }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { applicationId, organizationId } = await this.store.find(tx, grantId);
      await this.ties.refuseTied(tx, organizationId);
      await this.applications.lock(tx, applicationId);
      const [before] = await this.store.lock(tx, [grantId]);
      if (!before) throw DomainError.notFound();
      nextState(grantMachine, 'grants.not-in-draft', before.state, 'draft');
      if (before.version !== version) throw new DomainError('grants.changed-by-another', 'stale');
      const application = await this.directory.get(tx, applicationId);
      const ground = groundOf(application, await this.reviews.assessed(tx, application));
      refuseWhenFaulty(outcomeFaults(`outcomes[${applicationId}]`, choice, ground));
      if (says(choice, before)) return { draft: await this.draftOf(tx, grantId) };
      const after = proposedOutcome(choice, ground);
      await this.store.change(tx, grantId, { ...after, version: version + 1 });
      const detail = { before: before.outcome, after: after.outcome, amount: after.amount.toString() };
      tx.audit({
        ...{ action: 'grant.outcome-changed', subjectKind: 'grant', subjectId: grantId },
        ...{ organizationId, detail },
      });
      return { draft: await this.draftOf(tx, grantId) };
    });
  }

  private async draftOf(tx: Transaction, grantId: string): Promise<DraftRef | null> {
    const running = await this.drafts.openFor(tx, GRANT_DECISION, grantId);
    return running ?? (await this.drafts.ofSubject(tx, GRANT_DECISION, grantId)).at(-1) ?? null;
  }
}

/** Whether a choice says what is proposed already: then its working, an allocation's perhaps, stays as it was drafted. */
const says = (choice: OutcomeChoice, { outcome, amount, reason }: Grant): boolean =>
  choice.outcome === outcome && choice.reason.trim() === reason && (choice.amount === null || choice.amount === amount);
