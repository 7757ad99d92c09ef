import { Injectable } from '@nestjs/common';
import { Any, In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Received } from '../domain/account.js';
import type { DemandState, RepaymentDemand } from '../domain/demand.js';
import { RepaymentDemandRow } from './repayment-demand-row.js';

export type NewDemand = Omit<
  RepaymentDemand,
  | ('state' | 'openedOn' | 'decidedOn' | 'issuedOn' | 'dueOn' | 'letterId' | 'letterNumber' | 'endedOn' | 'version')
  | ('chargesDueOn' | 'chargesLetterId')
>;

export interface DemandFilter {
  readonly states?: readonly DemandState[];
  readonly fiscalYear?: FiscalYear;
  readonly organizationId?: string;
  readonly grantId?: string;
}

type Changed = Partial<
  Pick<
    RepaymentDemand,
    | ('state' | 'amount' | 'received' | 'decidedOn' | 'issuedOn' | 'dueOn' | 'letterId' | 'letterNumber' | 'endedOn')
    | ('chargesDueOn' | 'chargesLetterId')
  >
>;

@Injectable()
export class RepaymentDemandStore {
  /** The next number of the budget year. A transaction that fails gives it back. */
  async takeNumber(tx: Transaction, year: FiscalYear): Promise<number> {
    const [taken] = await tx.query<{ last_number: number }>(
      `INSERT INTO repayment_series (municipality_id, fiscal_year, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (municipality_id, fiscal_year) DO UPDATE SET last_number = repayment_series.last_number + 1
       RETURNING last_number`,
      [tx.municipalityId, year],
    );
    if (!taken) throw new Error('the series of the demands returned no number');
    return taken.last_number;
  }

  async insert(tx: Transaction, demand: NewDemand): Promise<void> {
    await tx.manager.insert(RepaymentDemandRow, {
      ...demand,
      municipalityId: tx.municipalityId,
      received: storeReceived(demand.received),
      state: 'open',
      openedOn: tx.today,
      version: 1,
    } as never);
  }

  async find(tx: Transaction, id: string): Promise<RepaymentDemand> {
    const row = await tx.manager.findOneBy(RepaymentDemandRow, { id });
    if (!row) throw DomainError.notFound();
    return toDemand(row);
  }

  /** In the order of their ids, so that two transactions never wait for each other crosswise; not-found when one is missing. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<RepaymentDemand[]> {
    const rows = await tx.manager.find(RepaymentDemandRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (rows.length < new Set(ids).size) throw DomainError.notFound();
    return rows.map(toDemand);
  }

  async lockOne(tx: Transaction, id: string): Promise<RepaymentDemand> {
    const [demand] = await this.lock(tx, [id]);
    if (!demand) throw DomainError.notFound();
    return demand;
  }

  async ofCause(tx: Transaction, causeId: string): Promise<RepaymentDemand | null> {
    const row = await tx.manager.findOneBy(RepaymentDemandRow, { causeId });
    return row && toDemand(row);
  }

  async ofLetter(tx: Transaction, letterId: string): Promise<RepaymentDemand | null> {
    const row = await tx.manager.findOne(RepaymentDemandRow, {
      where: [{ letterId }, { chargesLetterId: letterId }],
      lock: { mode: 'pessimistic_write' },
    });
    return row && toDemand(row);
  }

  async ofNumber(tx: Transaction, year: number, number: number): Promise<RepaymentDemand | null> {
    const row = await tx.manager.findOneBy(RepaymentDemandRow, { fiscalYear: year, number });
    return row && toDemand(row);
  }

  /** Newest year first, in the order of their numbers. */
  async list(tx: Transaction, { states, ...filter }: DemandFilter = {}): Promise<RepaymentDemand[]> {
    const rows = await tx.manager.find(RepaymentDemandRow, {
      where: { ...filter, ...(states && { state: In([...states]) }) },
      order: { fiscalYear: 'DESC', number: 'ASC' },
    });
    return rows.map(toDemand);
  }

  async ofGrants(tx: Transaction, grantIds: readonly string[]): Promise<RepaymentDemand[]> {
    return (await tx.manager.findBy(RepaymentDemandRow, { grantId: Any([...grantIds]) })).map(toDemand);
  }

  async moveLine(tx: Transaction, grantId: string, budgetLineId: string): Promise<void> {
    await tx.manager.update(RepaymentDemandRow, { municipalityId: tx.municipalityId, grantId }, { budgetLineId });
  }

  async change(tx: Transaction, { id, version }: RepaymentDemand, { received, ...changes }: Changed): Promise<void> {
    const done = await tx.manager.update(
      RepaymentDemandRow,
      { municipalityId: tx.municipalityId, id, version },
      { ...changes, ...(received && { received: storeReceived(received) }), version: version + 1 },
    );
    if (done.affected !== 1) throw DomainError.stale();
  }
}

const storeReceived = (received: readonly Received[]) =>
  received.map(({ on, amount }) => ({ on, amount: String(amount) }));

const toDemand = ({ municipalityId: _town, received, ...row }: RepaymentDemandRow): RepaymentDemand => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
  received: received.map(({ on, amount }) => ({ on, amount: yen(amount) })),
});
