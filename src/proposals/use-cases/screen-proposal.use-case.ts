import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LONGEST_SCREENING_REASON, proposalMachine, SCREENING_OUTCOMES } from '../domain/proposal.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalTies } from './proposal-ties.js';

interface ScreenCommand {
  readonly proposalId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly outcome: string;
  /** Told to the proposer. */
  readonly reason: string;
}

/** Whether the area needs what was proposed; may be said again until something is decided of it. */
@Injectable()
export class ScreenProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalStore,
    private readonly course: ProposalCourseStore,
    private readonly ties: ProposalTies,
    private readonly decisions: ProposalDecisionStore,
  ) {}

  /**
   * Faults at `outcome` and `reason`; throws not-found, stale, `staff.tied-to-case`, `proposals.not-screenable` and
   * `proposals.screening-while-drafted`.
   */
  execute(actor: Actor, { proposalId, version, ...typed }: ScreenCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.proposals.lock(tx, proposalId);
      if (proposal.number === null) throw DomainError.notFound();
      await this.ties.refuseTied(tx, proposal);
      const outcome = SCREENING_OUTCOMES.find((each) => each === typed.outcome);
      const reason = typed.reason.trim();
      const before = await this.course.screeningOf(tx, proposalId);
      // The same said twice, by a second click, is said once.
      if (proposal.state === outcome && before?.reason === reason) return;
      if (proposal.version !== version) throw DomainError.stale();
      const action = outcome === 'set-aside' ? 'set-aside' : 'find-relevant';
      const state = nextState(proposalMachine, 'proposals.not-screenable', proposal.state, action);
      if (await this.decisions.of(tx, proposalId))
        throw new DomainError('proposals.screening-while-drafted', 'conflict');
      const faults: Fault[] = reasonFaults(reason);
      if (!outcome) faults.unshift({ pointer: 'outcome', code: 'proposals.screening-missing' });
      refuseWhenFaulty(faults);
      if (!outcome) return;
      await this.proposals.save(tx, proposal, { state });
      await this.course.addScreening(tx, proposalId, { outcome, reason });
      const { organizationId } = proposal;
      tx.announce({ type: 'ProposalScreened', subjectId: proposalId, ...(organizationId ? { organizationId } : {}) });
      tx.audit({
        ...{ action: 'proposal.screened', subjectKind: 'proposal', subjectId: proposalId, organizationId },
        detail: { outcome },
      });
    });
  }
}

function reasonFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'reason', code: 'proposals.screening-reason-missing' }];
  if ([...reason].length <= LONGEST_SCREENING_REASON) return [];
  return [{ pointer: 'reason', code: 'forms.too-long', params: { label: '理由', most: LONGEST_SCREENING_REASON } }];
}
