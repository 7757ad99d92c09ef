import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { GroupContent, OpinionGroup } from '../domain/opinion-group.js';
import { OpinionGroupRow } from './opinion-group-row.js';

/** Groups of opinions. Who writes holds their consultation. */
@Injectable()
export class OpinionGroupStore {
  /** In the order of the result. */
  async of(tx: Transaction, consultationId: string): Promise<OpinionGroup[]> {
    const rows = await tx.manager.find(OpinionGroupRow, { where: { consultationId }, order: { ordinal: 'ASC' } });
    return rows.map(toGroup);
  }

  /** Throws not-found. */
  async find(tx: Transaction, consultationId: string, id: string): Promise<OpinionGroup> {
    const row = await tx.manager.findOneBy(OpinionGroupRow, { id, consultationId });
    if (!row) throw DomainError.notFound();
    return toGroup(row);
  }

  /** The same form sent twice adds one. */
  async add(
    tx: Transaction,
    { id, consultationId }: Pick<OpinionGroup, 'id' | 'consultationId'>,
    title: string,
  ): Promise<void> {
    const last = (await tx.manager.maximum(OpinionGroupRow, 'ordinal', { consultationId })) ?? 0;
    const empty = { summary: '', townView: '', outcome: null, change: '', version: 1 };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(OpinionGroupRow)
      .values({ ...empty, id, consultationId, title, ordinal: last + 1, municipalityId: tx.municipalityId })
      .orIgnore()
      .execute();
  }

  /** Throws stale when somebody else has saved since. */
  async save(tx: Transaction, { id, version }: OpinionGroup, content: GroupContent): Promise<void> {
    const { affected } = await tx.manager.update(
      OpinionGroupRow,
      { id, version },
      { ...content, version: version + 1 },
    );
    if (affected !== 1) throw DomainError.stale();
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.manager.delete(OpinionGroupRow, { id });
  }
}

function toGroup(row: OpinionGroupRow): OpinionGroup {
  const { municipalityId: _town, ...group } = row;
  return group;
}
