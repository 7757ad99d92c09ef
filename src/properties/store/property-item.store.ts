import { Injectable } from '@nestjs/common';
import { Any, ILike, In } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PropertyItem, PropertyState } from '../domain/property.js';
import { PropertyItemRow } from './property-item-row.js';

/** The rows of 備品台帳; an officer meets only those of their own organisation. */
@Injectable()
export class PropertyItemStore {
  /** Does nothing when the grant has a line from this source already; says whether it was added. */
  async add(tx: Transaction, item: PropertyItem): Promise<boolean> {
    const row = { ...item, municipalityId: tx.municipalityId, registeredAt: tx.now, registeredBy: nameOf(tx) };
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PropertyItemRow)
      .values(row as never)
      .orIgnore()
      .returning('id')
      .execute();
    return Array.isArray(raw) && raw.length > 0;
  }

  /** Locked until the transaction ends. Throws not-found, also for another organisation's officer. */
  async lock(tx: Transaction, id: string): Promise<PropertyItem> {
    const lock = { mode: 'pessimistic_write' } as const;
    return seen(tx, await tx.manager.findOne(PropertyItemRow, { where: { id }, lock }));
  }

  async find(tx: Transaction, id: string): Promise<PropertyItem> {
    return seen(tx, await tx.manager.findOneBy(PropertyItemRow, { id }));
  }

  /** Of one grant, with what was said to be no 備品. */
  async ofGrant(tx: Transaction, grantId: string): Promise<PropertyItem[]> {
    const rows = await tx.manager.find(PropertyItemRow, {
      where: { grantId },
      order: { boughtOn: 'ASC', registeredAt: 'ASC', name: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => seen(tx, row));
  }

  /** One page of the town's register, with how many lines it has; `words` narrows it to names of items or organisations. */
  async page(
    tx: Transaction,
    { words, from, most }: { readonly words: string; readonly from: number; readonly most: number },
  ): Promise<{ readonly items: PropertyItem[]; readonly count: number }> {
    const state = In(['held', 'disposed']);
    const like = ILike(`%${words.replace(/[\\%_]/g, '\\$&')}%`);
    const where =
      words === ''
        ? { state }
        : [
            { state, organizationName: like },
            { state, name: like },
            { state, keptAt: like },
          ];
    const [rows, count] = await tx.manager.findAndCount(PropertyItemRow, {
      ...{ where, skip: from, take: most },
      order: { organizationName: 'ASC', boughtOn: 'ASC', registeredAt: 'ASC', name: 'ASC', id: 'ASC' },
    });
    return { items: rows.map((row) => seen(tx, row)), count };
  }

  /** Of these, those that their organisation still has. */
  async heldAmong(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.manager.find(PropertyItemRow, {
      select: { id: true },
      where: { id: Any([...ids]), state: 'held' },
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** The caller holds the row. */
  async correct(tx: Transaction, { id, version }: PropertyItem, line: Partial<PropertyItem>): Promise<void> {
    await tx.manager.update(PropertyItemRow, { id }, { ...line, version: version + 1 });
  }

  /** The caller holds the row. */
  async put(tx: Transaction, id: string, state: PropertyState): Promise<void> {
    await tx.manager.update(PropertyItemRow, { id }, { state, version: () => 'version + 1' });
  }
}

const nameOf = ({ actor }: Transaction): string => ('name' in actor ? actor.name : '');

function seen(tx: Transaction, row: PropertyItemRow | null): PropertyItem {
  if (!row) throw DomainError.notFound();
  requireOwnOrganization(tx.actor, row.organizationId);
  const { municipalityId: _town, registeredAt: _at, registeredBy: _by, ...item } = row;
  return { ...item, fiscalYear: fiscalYear(item.fiscalYear) };
}
