import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { formatYen, ZERO_YEN } from '../../kernel/yen.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { reasonFaults } from '../domain/reason.js';
import { ProposalStore } from '../store/proposal.store.js';
import { AdoptionBudgets } from './adoption-budgets.js';

/** 確保の取りやめ: an adopted proposal that will not be carried out gives its budget back; the adoption itself stands. */
@Injectable()
export class FreeAdoptionBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalStore,
    private readonly budgets: AdoptionBudgets,
  ) {}

  /** Fault at `freedWhy`; throws not-found and `proposals.nothing-kept`. */
  execute(actor: Actor, { proposalId, why }: { readonly proposalId: string; readonly why: string }): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { state, organizationId } = await this.proposals.lock(tx, proposalId);
      const kept = await this.budgets.keptOf(tx, proposalId);
      if (state !== 'adopted' || kept === ZERO_YEN) throw new DomainError('proposals.nothing-kept', 'conflict');
      refuseWhenFaulty(reasonFaults(why, 'freedWhy', 'proposals.freeing-reason-missing'));
      await this.budgets.free(tx, proposalId, why.trim());
      tx.audit({
        ...{ action: 'proposal.budget-freed', subjectKind: 'proposal', subjectId: proposalId, organizationId },
        detail: { amount: formatYen(kept) },
      });
    });
  }
}
