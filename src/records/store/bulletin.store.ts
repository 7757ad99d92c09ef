import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { PartOfList } from '../../kernel/part-of-list.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Bulletin, BulletinContent } from '../domain/bulletin.js';
import { BulletinRow } from './bulletin-row.js';
import { firstWritten } from './publication.store.js';

const NEWEST_FIRST = { day: 'DESC', writtenAt: 'DESC', id: 'ASC' } as const;

@Injectable()
export class BulletinStore {
  async add(tx: Transaction, id: string, requestId: string, content: BulletinContent): Promise<void> {
    await tx.manager.insert(BulletinRow, { ...content, ...firstWritten(tx, id, requestId) });
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Bulletin> {
    const row = await tx.manager.findOneBy(BulletinRow, { id });
    if (!row) throw DomainError.notFound();
    return row;
  }

  /** Whatever its state, the newest day first. */
  async all(tx: Transaction, part: PartOfList): Promise<{ rows: Bulletin[]; total: number }> {
    const found = { order: NEWEST_FIRST, skip: part.from, take: part.most };
    const [rows, total] = await tx.manager.findAndCount(BulletinRow, found);
    return { rows, total };
  }

  drafts(tx: Transaction): Promise<number> {
    return tx.manager.countBy(BulletinRow, { state: 'draft' });
  }

  /** What a visitor may read today, the newest day first. */
  async shown(tx: Transaction, part: PartOfList): Promise<{ rows: Bulletin[]; total: number }> {
    const begun = { state: 'published', shownFrom: LessThanOrEqual(tx.today) } as const;
    const where: FindOptionsWhere<BulletinRow>[] = [
      { ...begun, shownUntil: IsNull() },
      { ...begun, shownUntil: MoreThanOrEqual(tx.today) },
    ];
    const found = { where, order: NEWEST_FIRST, skip: part.from, take: part.most };
    const [rows, total] = await tx.manager.findAndCount(BulletinRow, found);
    return { rows, total };
  }
}
