import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ActDetails, RepaymentAct } from '../domain/act.js';
import { RepaymentActRow, type StoredDetails } from './repayment-act-row.js';

export type NewAct = Omit<RepaymentAct, 'state' | 'proposedOn' | 'proposedBy' | 'doneOn' | 'letterId'> & {
  readonly requestId: string;
};

@Injectable()
export class RepaymentActStore {
  async add(tx: Transaction, { details, ...act }: NewAct): Promise<void> {
    await tx.manager.insert(RepaymentActRow, {
      ...act,
      municipalityId: tx.municipalityId,
      details: storeDetails(details) as never,
      state: 'proposed',
      ...{ proposedOn: tx.today, proposedAt: tx.now, proposedBy: tx.actor.name },
    });
  }

  async find(tx: Transaction, id: string): Promise<RepaymentAct> {
    const row = await tx.manager.findOneBy(RepaymentActRow, { id });
    if (!row) throw DomainError.notFound();
    return toAct(row);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<RepaymentAct[]> {
    const rows = await tx.manager.find(RepaymentActRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (rows.length < new Set(ids).size) throw DomainError.notFound();
    return rows.map(toAct);
  }

  /** In the order in which they were proposed. */
  async ofDemands(tx: Transaction, demandIds: readonly string[]): Promise<RepaymentAct[]> {
    const rows = await tx.manager.find(RepaymentActRow, {
      where: { demandId: In([...demandIds]) },
      order: { number: 'ASC' },
    });
    return rows.map(toAct);
  }

  /** The act that this very form brought before; null when none. */
  async ofRequest(tx: Transaction, requestId: string): Promise<RepaymentAct | null> {
    const row = await tx.manager.findOneBy(RepaymentActRow, { requestId });
    return row && toAct(row);
  }

  async change(
    tx: Transaction,
    id: string,
    changes: Partial<Pick<RepaymentAct, 'state' | 'doneOn' | 'letterId'>>,
  ): Promise<void> {
    await tx.manager.update(RepaymentActRow, { municipalityId: tx.municipalityId, id }, changes);
  }
}

const storeDetails = (details: ActDetails): StoredDetails => ({
  ...details,
  parts: details.parts.map(({ dueOn, amount }) => ({ dueOn, amount: String(amount) })),
  reliefs: details.reliefs.map(({ part, amount }) => ({ part, amount: amount === null ? null : String(amount) })),
});

function toAct(stored: RepaymentActRow): RepaymentAct {
  const { municipalityId: _town, requestId: _request, number: _number, proposedAt: _at, details, ...row } = stored;
  const parts = details.parts.map(({ dueOn, amount }) => ({ dueOn, amount: yen(amount) }));
  const reliefs = (details.reliefs ?? []).map(({ part, amount }) => ({
    part,
    amount: amount === null ? null : yen(amount),
  }));
  return { ...row, details: { ...details, parts, reliefs } };
}
