import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../../platform/database/index.js';
import { allocate } from '../../domain/allocation/allocate.js';
import type { AllocationPlan } from '../../domain/allocation/allocation.js';
import {
  ceilingInWords,
  entryFaults,
  trialFaults,
  type AllocationTrial,
  type PoolKey,
} from '../../domain/allocation/trial.js';
import { AllocationStore } from '../../store/allocation.store.js';
import { AllocationPools } from './allocation-pools.js';
import { division } from './division.js';

export type TypedPlan = Omit<AllocationPlan, 'entries'>;

export interface MakeTrialCommand extends PoolKey {
  readonly name: string;
  readonly plan: TypedPlan;
  readonly requestId: string;
}

export interface ReplaceTrialCommand {
  readonly trialId: string;
  readonly requestId: string;
  /** Without them it is computed anew as it was planned. */
  readonly name?: string;
  readonly plan?: TypedPlan;
  /** By application, in digits; null takes an entry away, and what is not named stays. */
  readonly entries?: Readonly<Record<string, string | null>>;
}

/** 試案: computed from the cases as they stand, kept for everybody; a trial that changes is another one in its place. */
@Injectable()
export class KeepAllocation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AllocationStore,
    private readonly pools: AllocationPools,
  ) {}

  /** Faults at the fields of the form, `grants.allocation-*`. Asked again with the same request, nothing happens. */
  make(actor: Actor, { programId, fiscalYear, name, plan, requestId }: MakeTrialCommand): Promise<{ trialId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await this.store.madeBy(tx, requestId);
      if (known !== null) return { trialId: known };
      const trialId = await this.compute(tx, { programId, fiscalYear }, name, { ...plan, entries: {} }, { requestId });
      tx.audit({ action: 'allocation.tried', subjectKind: 'allocation', subjectId: trialId, detail: { name } });
      return { trialId };
    });
  }

  /** Throws `grants.allocation-replaced` (stale) where somebody was first. */
  replace(actor: Actor, { trialId, requestId, ...change }: ReplaceTrialCommand): Promise<{ trialId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.store.findForUpdate(tx, trialId);
      const known = await this.store.madeBy(tx, requestId);
      if (known !== null) return { trialId: known };
      refuseRetired(before);
      const { name = before.name } = change;
      const plan = { ...before.plan, ...change.plan, entries: merged(before.plan.entries, change.entries ?? {}) };
      await this.store.retire(tx, trialId);
      const next = await this.compute(tx, before, name, plan, { requestId, before });
      tx.audit({ action: 'allocation.tried', subjectKind: 'allocation', subjectId: next, detail: { name } });
      return { trialId: next };
    });
  }

  putAway(actor: Actor, trialId: string): Promise<PoolKey> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const trial = await this.store.findForUpdate(tx, trialId);
      if (trial.retiredAt === null) {
        await this.store.retire(tx, trialId);
        const detail = { name: trial.name };
        tx.audit({ action: 'allocation.put-away', subjectKind: 'allocation', subjectId: trialId, detail });
      }
      return trial;
    });
  }

  private async compute(
    tx: Transaction,
    key: PoolKey,
    typedName: string,
    typed: AllocationPlan,
    { requestId, before }: { readonly requestId: string; readonly before?: AllocationTrial },
  ): Promise<string> {
    const { cases, line } = await this.pools.of(tx, key);
    const name = typedName.trim();
    refuseWhenFaulty([...trialFaults(name, typed, line.available), ...entryFaults(cases, typed)]);
    const plan = { ...typed, ceilingNote: ceilingInWords(typed, line.available) };
    const id = randomUUID();
    const allocation = allocate(cases, plan, division);
    return this.store.add(tx, {
      ...{ id, requestId, name, plan, programId: key.programId, fiscalYear: key.fiscalYear },
      ...allocation,
      digest: digestOf({ name, plan, allocation }),
      ordinal: before?.ordinal ?? (await this.store.nextOrdinal(tx, key)),
      replaces: before?.id ?? null,
    });
  }
}

/** Throws `grants.allocation-replaced` with who replaced it or put it away. */
export function refuseRetired({ retiredAt, retiredBy }: AllocationTrial): void {
  if (retiredAt !== null) throw new DomainError('grants.allocation-replaced', 'stale', { name: retiredBy ?? '' });
}

const merged = (
  before: AllocationPlan['entries'],
  typed: Readonly<Record<string, string | null>>,
): AllocationPlan['entries'] =>
  Object.fromEntries(
    Object.entries({ ...before, ...typed }).filter((entry): entry is [string, string] => entry[1] !== null),
  );

const digestOf = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(content, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)))
    .digest('hex');
