import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Disposal } from '../domain/disposal.js';
import { PropertyDisposalRow } from './property-disposal-row.js';

const NEWEST_FIRST = { appliedOn: 'DESC', id: 'ASC' } as const;

type Applied =
  | 'id'
  | 'itemId'
  | 'grantId'
  | 'organizationId'
  | 'organizationName'
  | 'programName'
  | 'itemName'
  | 'kind'
  | 'plannedOn'
  | 'proceeds'
  | 'reason'
  | 'appliedBy';

/** The rows of 財産処分承認申請; an officer meets only those of their own organisation. */
@Injectable()
export class PropertyDisposalStore {
  async add(tx: Transaction, disposal: Pick<Disposal, Applied>): Promise<void> {
    const first = { state: 'sent', version: 1, note: '', terms: '', appliedOn: tx.today } as const;
    await tx.manager.insert(PropertyDisposalRow, { ...disposal, ...first, municipalityId: tx.municipalityId });
  }

  /** Throws not-found, also for another organisation's officer. */
  async find(tx: Transaction, id: string): Promise<Disposal> {
    return seen(tx, await tx.manager.findOneBy(PropertyDisposalRow, { id }));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Disposal> {
    const lock = { mode: 'pessimistic_write' } as const;
    return seen(tx, await tx.manager.findOne(PropertyDisposalRow, { where: { id }, lock }));
  }

  async ofLetter(tx: Transaction, letterId: string): Promise<Disposal | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.manager.findOne(PropertyDisposalRow, { where: { letterId }, lock });
    return row && seen(tx, row);
  }

  async ofGrant(tx: Transaction, grantId: string): Promise<Disposal[]> {
    return this.list(tx, { grantId });
  }

  async ofItem(tx: Transaction, itemId: string): Promise<Disposal[]> {
    return this.list(tx, { itemId });
  }

  /** Newest first. */
  async list(
    tx: Transaction,
    where: Partial<Pick<Disposal, 'grantId' | 'itemId' | 'organizationId'>> = {},
  ): Promise<Disposal[]> {
    const rows = await tx.manager.find(PropertyDisposalRow, { where, order: NEWEST_FIRST });
    return rows.map((row) => seen(tx, row));
  }

  /** Applied for and not drafted, or decided and without a letter; newest first. */
  async waiting(tx: Transaction): Promise<Disposal[]> {
    const where = { state: In(['sent', 'decided']) };
    return (await tx.manager.find(PropertyDisposalRow, { where, order: NEWEST_FIRST })).map((row) => seen(tx, row));
  }

  /** One page of all others, newest first. */
  async page(
    tx: Transaction,
    { from, most }: { readonly from: number; readonly most: number },
  ): Promise<{ readonly disposals: Disposal[]; readonly count: number }> {
    const [rows, count] = await tx.manager.findAndCount(PropertyDisposalRow, {
      ...{ where: { state: Not(In(['sent', 'decided'])) }, order: NEWEST_FIRST, skip: from, take: most },
    });
    return { disposals: rows.map((row) => seen(tx, row)), count };
  }

  /** The caller holds the row. */
  async change(tx: Transaction, { id, version }: Disposal, changes: Partial<Disposal>): Promise<void> {
    await tx.manager.update(PropertyDisposalRow, { id }, { ...changes, version: version + 1 } as never);
  }
}

function seen(tx: Transaction, row: PropertyDisposalRow | null): Disposal {
  if (!row) throw DomainError.notFound();
  requireOwnOrganization(tx.actor, row.organizationId);
  const { municipalityId: _town, ...disposal } = row;
  return disposal;
}
