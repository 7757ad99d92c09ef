import { Injectable } from '@nestjs/common';
import { HALL_DUTIES, requireDuty, type Actor } from '../../../kernel/actor.js';
import { Drafts, type DraftRef } from '../../../approvals/index.js';
import { UnitOfWork, type Transaction } from '../../../platform/database/index.js';
import { outdatedBy, type AllocationTrial, type Outdated, type PoolKey } from '../../domain/allocation/trial.js';
import { AllocationStore } from '../../store/allocation.store.js';
import { GrantStore } from '../../store/grant.store.js';
import { GRANT_DECISION } from '../grant-decision-subject.js';
import { AllocationPools, type AllocationPool } from './allocation-pools.js';

export interface TrialView {
  readonly trial: AllocationTrial;
  /** What changed since; it must be computed anew before it is used. Empty of one that was drafted. */
  readonly outdated: readonly Outdated[];
  /** The draft that was made of it. */
  readonly draft: DraftRef | null;
}

export interface AllocationDesk {
  readonly pool: AllocationPool;
  readonly trials: readonly TrialView[];
}

export interface TrialPage extends TrialView {
  readonly pool: AllocationPool;
  /** The trial that replaced this one. */
  readonly successorId: string | null;
}

/** 配分: the trials of a programme's year side by side, and each of them whole. */
@Injectable()
export class ViewAllocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AllocationStore,
    private readonly pools: AllocationPools,
    private readonly grants: GrantStore,
    private readonly drafts: Drafts,
  ) {}

  /** Throws not-found for a programme's year without an edition. */
  desk(actor: Actor, key: PoolKey): Promise<AllocationDesk> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const pool = await this.pools.of(tx, key);
      const trials: TrialView[] = [];
      for (const trial of await this.store.standing(tx, key)) trials.push(await this.view(tx, trial, pool));
      return { pool, trials };
    });
  }

  /** Throws not-found. One that was replaced can still be read. */
  trial(actor: Actor, trialId: string): Promise<TrialPage> {
    requireDuty(actor, ...HALL_DUTIES);
    return this.unitOfWork.read(actor, async (tx) => {
      const trial = await this.store.find(tx, trialId);
      const pool = await this.pools.of(tx, trial);
      return { ...(await this.view(tx, trial, pool)), pool, successorId: await this.store.successorOf(tx, trialId) };
    });
  }

  private async view(tx: Transaction, trial: AllocationTrial, { cases }: AllocationPool): Promise<TrialView> {
    const grantId = await this.grants.allocatedBy(tx, trial.id);
    const draft = grantId === null ? null : await this.draftOf(tx, grantId);
    return { trial, draft, outdated: draft ? [] : outdatedBy(trial.cases, cases) };
  }

  private async draftOf(tx: Transaction, grantId: string): Promise<DraftRef | null> {
    const running = await this.drafts.openFor(tx, GRANT_DECISION, grantId);
    return running ?? (await this.drafts.ofSubject(tx, GRANT_DECISION, grantId)).at(-1) ?? null;
  }
}
