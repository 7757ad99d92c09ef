import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Series, SeriesContent } from '../domain/series.js';
import { firstWritten } from './publication.store.js';
import { SeriesRow } from './series-row.js';

@Injectable()
export class SeriesStore {
  /** Behind the others, with the next number; two at once wait for one another. */
  async add(tx: Transaction, id: string, requestId: string, content: SeriesContent): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('record_series'), hashtext($1))`, [tx.municipalityId]);
    const all = await this.all(tx);
    const next = (values: readonly number[]): number => Math.max(0, ...values) + 1;
    const number = next(all.map((each) => each.number));
    const position = next(all.map((each) => each.position));
    await tx.manager.insert(SeriesRow, { ...content, number, position, ...firstWritten(tx, id, requestId) });
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Series> {
    return found(await tx.manager.findOneBy(SeriesRow, { id }));
  }

  /** Throws not-found, also for one that is not public. */
  async publishedAt(tx: Transaction, number: number): Promise<Series> {
    return found(await tx.manager.findOneBy(SeriesRow, { number, state: 'published' }));
  }

  /** In their order. */
  all(tx: Transaction): Promise<Series[]> {
    return tx.manager.find(SeriesRow, { order: { position: 'ASC', number: 'ASC' } });
  }

  async arrange(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) await tx.manager.update(SeriesRow, { id }, { position: index + 1 });
  }
}

function found(row: SeriesRow | null): Series {
  if (!row) throw DomainError.notFound();
  return row;
}
