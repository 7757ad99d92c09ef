import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { reasonFaults } from '../domain/reason.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalAccess } from './proposal-access.js';

/**
 * Gives a proposer without an account a new 控えのコード: the earlier one opens nothing from then on. That it is the proposer
 * who asks is for the section to find out; how it did is recorded. A proposal that came on paper gets its first code so.
 */
@Injectable()
export class ReissueCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalStore,
    private readonly access: ProposalAccess,
  ) {}

  /** The code is told this once. Faults at `identity`; throws not-found for a draft, stale, `proposals.code-not-needed`. */
  execute(
    actor: Actor,
    {
      proposalId,
      version,
      identity,
    }: { readonly proposalId: string; readonly version: number; readonly identity: string },
  ) {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.proposals.lock(tx, proposalId);
      if (proposal.number === null) throw DomainError.notFound();
      if (proposal.organizationId !== null) throw new DomainError('proposals.code-not-needed', 'conflict');
      if (proposal.version !== version) throw DomainError.stale();
      refuseWhenFaulty(reasonFaults(identity, 'identity', 'proposals.identity-missing'));
      const { code, hash } = this.access.newCode();
      await this.proposals.save(tx, proposal, { accessHash: hash, codeMailFailedAt: null });
      tx.audit({
        ...{ action: 'proposal.code-reissued', subjectKind: 'proposal', subjectId: proposalId, organizationId: null },
        detail: { identity: identity.trim() },
      });
      return { code, proposal };
    });
  }

  /** The mail with the code did not leave: the section sees it at the proposal. */
  mailFailed(actor: Actor, proposalId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.proposals.lock(tx, proposalId);
      await this.proposals.save(tx, proposal, { codeMailFailedAt: tx.now });
      tx.audit({ action: 'proposal.code-mail-failed', subjectKind: 'proposal', subjectId: proposalId });
    });
  }
}
