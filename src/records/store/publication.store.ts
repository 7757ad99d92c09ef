import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Publication, PublicationState } from '../domain/publication.js';
import { BulletinRow } from './bulletin-row.js';
import { MeetingRow } from './meeting-row.js';
import type { PublicationColumns } from './publication-columns.js';
import { SeriesRow } from './series-row.js';

/** What is written to be published, each kind with its own content. */
export const PUBLISHED_KINDS = ['bulletin', 'series', 'meeting'] as const;
export type PublishedKind = (typeof PUBLISHED_KINDS)[number];

const ROWS: Readonly<Record<PublishedKind, EntityTarget<PublicationColumns & { title: string }>>> = {
  bulletin: BulletinRow,
  series: SeriesRow,
  meeting: MeetingRow,
};

/** The state of a thing that is published, whatever it says. */
@Injectable()
export class PublicationStore {
  /** What this request wrote before. */
  async writtenBy(tx: Transaction, kind: PublishedKind, requestId: string): Promise<string | null> {
    return (await tx.manager.findOneBy(ROWS[kind], { requestId }))?.id ?? null;
  }

  /** Nobody else changes it until this transaction ends. Throws not-found. */
  async lock(tx: Transaction, kind: PublishedKind, id: string): Promise<Publication & { readonly title: string }> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await tx.manager.findOne(ROWS[kind], { where: { id }, lock });
    if (!row) throw DomainError.notFound();
    return row;
  }

  /** The caller holds the row. */
  async change(
    tx: Transaction,
    kind: PublishedKind,
    id: string,
    to: { readonly state: PublicationState; readonly takenDownReason: string; readonly version: number },
  ): Promise<void> {
    const { firstPublishedAt } = await this.lock(tx, kind, id);
    await tx.manager.update(ROWS[kind], { id }, { ...to, firstPublishedAt: firstPublishedAt ?? tx.now });
  }

  /** Of what was never public. */
  async discard(tx: Transaction, kind: PublishedKind, id: string): Promise<void> {
    await tx.manager.delete(ROWS[kind], { id, state: 'draft' });
  }

  /** Writes its words anew; the caller holds the row. */
  async write(
    tx: Transaction,
    kind: PublishedKind,
    { id, version }: { readonly id: string; readonly version: number },
    content: object,
  ): Promise<void> {
    const written = { version: version + 1, writtenAt: tx.now, writtenBy: tx.actor.name };
    await tx.manager.update(ROWS[kind], { id }, { ...content, ...written } as never);
  }
}

/** What a new thing begins with. */
export const firstWritten = (tx: Transaction, id: string, requestId: string) => ({
  ...{ municipalityId: tx.municipalityId, id, requestId, state: 'draft' as const, version: 1 },
  ...{ writtenAt: tx.now, writtenBy: tx.actor.name, firstPublishedAt: null, takenDownReason: '' },
});
