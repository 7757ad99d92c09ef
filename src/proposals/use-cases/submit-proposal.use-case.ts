import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { requireOpen } from '../domain/call.js';
import { proposalMachine } from '../domain/proposal.js';
import { CallStore } from '../store/call.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalAccess, type ProposalKey } from './proposal-access.js';
import { ProposalDrafts } from './proposal-drafts.js';

/** Sends a proposal, which takes its 第n号 and stays as it is from then on; or takes it back. */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly drafts: ProposalDrafts,
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly decisions: ProposalDecisionStore,
  ) {}

  /** Sent twice, it is the same proposal. Faults at the questions; `proposals.call-not-open` after the period. */
  submit(actor: Actor, key: ProposalKey): Promise<{ readonly number: number }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.open(tx, key, 'lock');
      if (proposal.number !== null) return { number: proposal.number };
      const state = nextState(proposalMachine, 'proposals.not-editable', proposal.state, 'submit');
      const call = await this.calls.lock(tx, proposal.callId);
      // A paper came in time, whenever it is entered.
      if (proposal.paperReceivedOn === null) requireOpen(call, tx.now);
      const { answers, faults, sections } = await this.drafts.read(tx, proposal);
      if ([...sections.values()].some(({ parked }) => parked.length > 0)) {
        throw new DomainError('proposals.texts-unsettled', 'conflict');
      }
      refuseWhenFaulty(faults);
      const number = await this.calls.nextNumber(tx, call.id);
      await this.proposals.save(tx, proposal, { state, number, answers, submittedAt: tx.now });
      const { organizationId } = proposal;
      tx.announce({ type: 'ProposalSubmitted', subjectId: proposal.id, ...(organizationId ? { organizationId } : {}) });
      const detail = { number };
      tx.audit({
        action: 'proposal.submitted',
        subjectKind: 'proposal',
        subjectId: proposal.id,
        organizationId,
        detail,
      });
      return { number };
    });
  }

  /** A draft that is taken back is gone for its proposer; fault at `confirmed`. Throws `proposals.withdrawal-…` while others rely on it. */
  withdraw(actor: Actor, { confirmed, ...key }: ProposalKey & { readonly confirmed: boolean }): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.open(tx, key, 'lock');
      const state = nextState(proposalMachine, 'proposals.not-withdrawable', proposal.state, 'withdraw');
      await this.refuseWhileOthersRely(tx, proposal.id);
      refuseWhenFaulty(confirmed ? [] : [{ pointer: 'confirmed', code: 'proposals.withdrawal-unconfirmed' }]);
      await this.proposals.save(tx, proposal, { state, withdrawnAt: tx.now });
      const { organizationId } = proposal;
      if (proposal.number !== null) {
        tx.announce({
          type: 'ProposalWithdrawn',
          subjectId: proposal.id,
          ...(organizationId ? { organizationId } : {}),
        });
      }
      tx.audit({ action: 'proposal.withdrawn', subjectKind: 'proposal', subjectId: proposal.id, organizationId });
    });
  }

  /** A draft of its adoption goes round, or somebody else's proposal was merged into it. */
  private async refuseWhileOthersRely(tx: Transaction, id: string): Promise<void> {
    if (await this.decisions.of(tx, id)) throw new DomainError('proposals.withdrawal-while-drafted', 'conflict');
    const merged = await this.decisions.mergedInto(tx, [id]);
    if (merged.length > 0) throw new DomainError('proposals.withdrawal-of-merged', 'conflict');
  }
}
