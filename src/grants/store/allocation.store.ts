import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import { subtractYen, yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { AllocationTrial, PoolKey } from '../domain/allocation/trial.js';
import { AllocationTrialRow } from './allocation-trial-row.js';

type NewTrial = Omit<AllocationTrial, 'madeAt' | 'madeBy' | 'retiredAt' | 'retiredBy'> & {
  readonly requestId: string;
  readonly replaces: string | null;
};

/** Trials as they were computed; the database lets nobody change one. */
@Injectable()
export class AllocationStore {
  /** The id of the trial that stands for this request: another one where the same press of a button came first. */
  async add(tx: Transaction, { plan, cases, left: _left, ...trial }: NewTrial): Promise<string> {
    const { ceiling, cap, ...rest } = plan;
    const made = { madeAt: tx.now, madeBy: tx.actor.name, retiredAt: null, retiredBy: null };
    const row = {
      ...trial,
      ...made,
      municipalityId: tx.municipalityId,
      ceiling,
      plan: { ...rest, cap: cap === null ? null : cap.toString() },
      cases: cases.map((each) => ({
        ...each,
        requested: each.requested.toString(),
        amount: each.amount.toString(),
      })),
    };
    const insert = tx.manager.createQueryBuilder().insert().into(AllocationTrialRow);
    await insert
      .values(row as never)
      .orIgnore()
      .execute();
    const standing = await this.madeBy(tx, trial.requestId);
    if (standing === null) throw new Error(`the trial that ${trial.id} replaces was replaced before`);
    return standing;
  }

  /** The trial that this press of a button made. */
  async madeBy(tx: Transaction, requestId: string): Promise<string | null> {
    const select = { municipalityId: true, id: true } as const;
    return (await tx.manager.findOne(AllocationTrialRow, { select, where: { requestId } }))?.id ?? null;
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<AllocationTrial> {
    return found(await tx.manager.findOneBy(AllocationTrialRow, { id }));
  }

  /** The same, and nobody replaces it or puts it away until this transaction ends. */
  async findForUpdate(tx: Transaction, id: string): Promise<AllocationTrial> {
    return found(await tx.manager.findOne(AllocationTrialRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  async ofIds(tx: Transaction, ids: readonly string[]): Promise<AllocationTrial[]> {
    const rows = await tx.manager.find(AllocationTrialRow, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
    return rows.map(toTrial);
  }

  /** Those that stand side by side, in the order in which they were begun. */
  async standing(tx: Transaction, { programId, fiscalYear }: PoolKey): Promise<AllocationTrial[]> {
    const rows = await tx.manager.find(AllocationTrialRow, {
      where: { programId, fiscalYear, retiredAt: IsNull() },
      order: { ordinal: 'ASC', id: 'ASC' },
    });
    return rows.map(toTrial);
  }

  /** The place of a new one after all that there ever were. */
  async nextOrdinal(tx: Transaction, { programId, fiscalYear }: PoolKey): Promise<number> {
    return ((await tx.manager.maximum(AllocationTrialRow, 'ordinal', { programId, fiscalYear })) ?? 0) + 1;
  }

  /** What replaced it; null where it stands, or was put away. */
  async successorOf(tx: Transaction, id: string): Promise<string | null> {
    const select = { municipalityId: true, id: true } as const;
    return (await tx.manager.findOne(AllocationTrialRow, { select, where: { replaces: id } }))?.id ?? null;
  }

  async retire(tx: Transaction, id: string): Promise<void> {
    const retired = { retiredAt: tx.now, retiredBy: tx.actor.name };
    await tx.manager.update(AllocationTrialRow, { municipalityId: tx.municipalityId, id }, retired);
  }
}

function found(row: AllocationTrialRow | null): AllocationTrial {
  if (!row) throw DomainError.notFound();
  return toTrial(row);
}

const toTrial = ({
  municipalityId: _town,
  requestId: _request,
  replaces: _replaces,
  plan,
  cases,
  ceiling,
  ...row
}: AllocationTrialRow): AllocationTrial => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
  plan: { ...plan, ceiling, cap: plan.cap === null ? null : yen(plan.cap) },
  cases: cases.map((each) => ({ ...each, requested: yen(each.requested), amount: yen(each.amount) })),
  left: subtractYen(ceiling, row.allocated),
});
