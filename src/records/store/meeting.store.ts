import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Meeting, MeetingContent } from '../domain/meeting.js';
import { MeetingRow } from './meeting-row.js';
import { firstWritten } from './publication.store.js';

@Injectable()
export class MeetingStore {
  async add(
    tx: Transaction,
    { id, seriesId, requestId }: { readonly id: string; readonly seriesId: string; readonly requestId: string },
    content: MeetingContent,
  ): Promise<void> {
    await tx.manager.insert(MeetingRow, { ...content, seriesId, ...firstWritten(tx, id, requestId) });
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Meeting> {
    const row = await tx.manager.findOneBy(MeetingRow, { id });
    if (!row) throw DomainError.notFound();
    return row;
  }

  /** In the order of their numbers. */
  ofSeries(tx: Transaction, seriesId: string): Promise<Meeting[]> {
    return tx.manager.find(MeetingRow, { where: { seriesId }, order: { number: 'ASC' } });
  }

  all(tx: Transaction): Promise<Meeting[]> {
    return tx.manager.find(MeetingRow, { order: { number: 'ASC' } });
  }

  /** Whether another meeting of the series bears the number. */
  async isTaken(tx: Transaction, seriesId: string, number: number, by?: string): Promise<boolean> {
    const there = await tx.manager.findOneBy(MeetingRow, { seriesId, number });
    return there !== null && there.id !== by;
  }
}
