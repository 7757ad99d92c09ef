import { Injectable } from '@nestjs/common';
import type { PartOfList } from '../../kernel/part-of-list.js';
import { requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { isShown, type Bulletin } from '../domain/bulletin.js';
import { BulletinStore } from '../store/bulletin.store.js';
import { PUBLIC_FACE_READERS } from './public-face-readers.js';

/** お知らせ as residents and as staff read it. */
@Injectable()
export class ViewBulletins {
  constructor(private readonly store: BulletinStore) {}

  /** What is published and within its days, the newest first. */
  shown(tx: Transaction, part: PartOfList): Promise<{ rows: readonly Bulletin[]; total: number }> {
    return this.store.shown(tx, part);
  }

  /** Throws not-found for one that residents may not read today. */
  async shownOne(tx: Transaction, id: string): Promise<Bulletin> {
    const bulletin = await this.store.get(tx, id);
    if (!isShown(bulletin, tx.today)) throw DomainError.notFound();
    return bulletin;
  }

  /** Whatever its state, the newest day first. */
  async all(tx: Transaction, part: PartOfList): Promise<{ rows: readonly Bulletin[]; total: number }> {
    requireDuty(tx.actor, ...PUBLIC_FACE_READERS);
    return this.store.all(tx, part);
  }

  /** How many wait as drafts, and how many residents may read today. */
  async counts(tx: Transaction): Promise<{ drafts: number; shown: number }> {
    requireDuty(tx.actor, ...PUBLIC_FACE_READERS);
    const { total: shown } = await this.store.shown(tx, { from: 0, most: 1 });
    return { drafts: await this.store.drafts(tx), shown };
  }

  /** Throws not-found. */
  async one(tx: Transaction, id: string): Promise<Bulletin> {
    requireDuty(tx.actor, ...PUBLIC_FACE_READERS);
    return this.store.get(tx, id);
  }
}
