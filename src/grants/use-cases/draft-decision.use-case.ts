import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { ApplicationDirectory, Applications, type ApplicationView } from '../../applications/index.js';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { Ties } from '../../staff/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Reviews } from '../../reviews/index.js';
import type { AllocationNote } from '../domain/allocation/allocation-words.js';
import {
  AS_ASSESSED,
  LONGEST_OUTCOME_REASON,
  outcomeFaults,
  proposedOutcome,
  type OutcomeChoice,
} from '../domain/outcome.js';
import { GrantStore } from '../store/grant.store.js';
import { DecisionBlocks } from './decision-blocks.js';
import { GRANT_DECISION } from './grant-decision-subject.js';
import { groundOf } from './outcome-ground.js';

export interface DraftDecisionCommand extends Pick<StartDraft, 'marks' | 'carried' | 'cites'> {
  /** In the order in which the draft lists them. */
  readonly applicationIds: readonly string[];
  /** By application; one that is not named is granted its 査定額. */
  readonly outcomes?: Readonly<Record<string, OutcomeChoice>>;
  /** By application: why it is granted although the organisation has not paid back. */
  readonly overrides?: Readonly<Record<string, string>>;
  readonly title: string;
  readonly reason: string;
}

/** The trial by which cases are drafted, and what each decision keeps of it. */
export interface DraftedByAllocation {
  readonly id: string;
  readonly notes: Readonly<Record<string, AllocationNote>>;
}

/**
 * 起案 of the decision on one or several applications that passed the review, each with an outcome of its own: reserves
 * budget for whatever is granted, all or none. Throws `grants.*` (faults at `outcomes[<application id>][…]`), `approvals.*`
 * (faults at `title`, `reason`), `budgets.over-ceiling`.
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
    private readonly ties: Ties,
    private readonly blocks: DecisionBlocks,
  ) {}

  async execute(actor: Actor, command: DraftDecisionCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, (tx) => this.within(tx, command));
  }

  /** The same where an allocation is drafted in the caller's transaction. */
  async within(
    tx: Transaction,
    command: DraftDecisionCommand & { readonly allocation?: DraftedByAllocation },
  ): Promise<{ draftId: string }> {
    const { applicationIds, outcomes = {}, title, reason, marks = [], carried = false, cites = '' } = command;
    if (applicationIds.length === 0) {
      throw DomainError.invalid([{ pointer: 'applicationIds', code: 'grants.nothing-chosen' }]);
    }
    // one fixed order, so that two joint drafts over the same applications wait instead of deadlocking
    for (const id of [...new Set(applicationIds)].sort()) {
      const { organizationId } = await this.applications.lock(tx, id);
      await this.ties.refuseTied(tx, organizationId);
    }
    const proposals: Proposal[] = [];
    for (const id of new Set(applicationIds)) {
      proposals.push({ application: await this.open(tx, id), choice: outcomes[id] ?? AS_ASSESSED });
    }
    const subjectIds = await this.propose(tx, await this.refuseBlocked(tx, proposals, command), command.allocation);
    return {
      draftId: await this.drafts.start(tx, {
        ...{ kind: GRANT_DECISION, title, reason, subjectIds },
        ...{ marks, carried, cites },
      }),
    };
  }

  /** Who has not paid back is granted nothing new unless a reason is given. Faults at `overrides[<application id>]`. */
  private async refuseBlocked(
    tx: Transaction,
    proposals: readonly Proposal[],
    { overrides = {} }: Pick<DraftDecisionCommand, 'overrides'>,
  ): Promise<Proposal[]> {
    const blockOf = await this.blocks.ofOrganizations(
      tx,
      proposals.map(({ application }) => application.organizationId),
    );
    const weighed = proposals.map((proposal) => {
      const unpaidRefunds = proposal.choice.outcome === 'refused' ? '' : blockOf(proposal.application.organizationId);
      const overrideReason = unpaidRefunds === '' ? '' : (overrides[proposal.application.id] ?? '').trim();
      return { ...proposal, unpaidRefunds, overrideReason };
    });
    refuseWhenFaulty(
      weighed.flatMap(
        ({ application: { id, organizationName: organization }, unpaidRefunds, overrideReason }): Fault[] => {
          const pointer = `overrides[${id}]`;
          if (overrideReason.length > LONGEST_OUTCOME_REASON)
            return [
              {
                pointer,
                code: 'grants.outcome-reason-too-long',
                params: { organization, most: LONGEST_OUTCOME_REASON },
              },
            ];
          return unpaidRefunds === '' || overrideReason !== ''
            ? []
            : [{ pointer, code: 'grants.refund-unpaid', params: { organization, unpaid: unpaidRefunds } }];
        },
      ),
    );
    return weighed;
  }

  private async open(tx: Transaction, applicationId: string): Promise<ApplicationView> {
    const application = await this.directory.get(tx, applicationId);
    const params = { organization: application.organizationName };
    if (application.state !== 'passed') throw new DomainError('grants.not-passed', 'conflict', params);
    if (await this.store.ofApplication(tx, applicationId)) {
      throw new DomainError('grants.already-proposed', 'conflict', params);
    }
    return application;
  }

  /** The ids of the new grants; the faults of every choice are told together. */
  private async propose(
    tx: Transaction,
    proposals: readonly Proposal[],
    allocation?: DraftedByAllocation,
  ): Promise<string[]> {
    const grounded = [];
    for (const proposal of proposals) {
      const assessment = await this.reviews.assessed(tx, proposal.application);
      grounded.push({ ...proposal, lines: assessment.lines, ground: groundOf(proposal.application, assessment) });
    }
    refuseWhenFaulty(
      grounded.flatMap(({ application: { id }, choice, ground }) => outcomeFaults(`outcomes[${id}]`, choice, ground)),
    );
    const ids: string[] = [];
    for (const {
      application,
      choice,
      lines: assessedLines,
      ground,
      unpaidRefunds = '',
      overrideReason = '',
    } of grounded) {
      const id = randomUUID();
      const { document, programVersionId, organizationId, organizationName, fiscalYear } = application;
      await this.store.add(tx, {
        ...{ id, applicationId: application.id, programVersionId, organizationId, organizationName },
        ...{ programName: document.name, fiscalYear, appliedAmount: application.amount, assessedLines },
        ...proposedOutcome(choice, ground),
        ...{ unpaidRefunds, overrideReason },
        ...{ budgetLineId: document.budgetLineId, state: 'proposed' },
        ...{ allocationId: allocation?.id ?? null, allocation: allocation?.notes[application.id] ?? null },
      });
      ids.push(id);
    }
    return ids;
  }
}

interface Proposal {
  readonly application: ApplicationView;
  readonly choice: OutcomeChoice;
  readonly unpaidRefunds?: string;
  readonly overrideReason?: string;
}
