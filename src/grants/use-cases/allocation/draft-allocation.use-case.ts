import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { ZERO_YEN } from '../../../kernel/yen.js';
import { Applications } from '../../../applications/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { noteOf, outcomeOf } from '../../domain/allocation/allocation-words.js';
import { outdatedBy } from '../../domain/allocation/trial.js';
import { AllocationStore } from '../../store/allocation.store.js';
import { DraftDecision, type DraftDecisionCommand } from '../draft-decision.use-case.js';
import { AllocationPools } from './allocation-pools.js';
import { refuseRetired } from './keep-allocation.use-case.js';

/** What becomes of the cases that the allocation gives nothing: they are refused, or nothing is drafted of them yet. */
export const BELOW_CUT = ['refuse', 'leave'] as const;
export type BelowCut = (typeof BELOW_CUT)[number];

export interface DraftAllocationCommand extends Pick<
  DraftDecisionCommand,
  'title' | 'reason' | 'marks' | 'carried' | 'cites'
> {
  readonly trialId: string;
  readonly belowCut: BelowCut;
}

/**
 * 起案 by the chosen trial: every case with its share as its outcome, and the table for the approvers. Throws
 * `grants.allocation-outdated`, `grants.allocation-over-ceiling`, `grants.allocation-replaced`, and what `DraftDecision` does.
 */
@Injectable()
export class DraftAllocation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AllocationStore,
    private readonly pools: AllocationPools,
    private readonly applications: Applications,
    private readonly decisions: DraftDecision,
  ) {}

  execute(actor: Actor, { trialId, belowCut, ...words }: DraftAllocationCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const trial = await this.store.findForUpdate(tx, trialId);
      refuseRetired(trial);
      for (const id of trial.cases.map((each) => each.id).sort()) await this.applications.lock(tx, id);
      const { cases: now } = await this.pools.of(tx, trial);
      if (outdatedBy(trial.cases, now).length > 0) throw new DomainError('grants.allocation-outdated', 'conflict');
      if (trial.left < ZERO_YEN) {
        throw new DomainError('grants.allocation-over-ceiling', 'conflict', { short: -trial.left });
      }
      const chosen = trial.cases.filter(({ amount }) => belowCut === 'refuse' || amount > ZERO_YEN);
      if (chosen.length === 0) throw new DomainError('grants.allocation-empty', 'conflict');
      const drafted = await this.decisions.within(tx, {
        ...words,
        applicationIds: chosen.map(({ id }) => id),
        outcomes: Object.fromEntries(chosen.map((share) => [share.id, outcomeOf(trial, share)])),
        allocation: {
          id: trial.id,
          notes: Object.fromEntries(chosen.map((share) => [share.id, noteOf(trial, share)])),
        },
      });
      const detail = { name: trial.name, cases: chosen.length, draftId: drafted.draftId };
      tx.audit({ action: 'allocation.chosen', subjectKind: 'allocation', subjectId: trialId, detail });
      return drafted;
    });
  }
}
