import { Injectable } from '@nestjs/common';
import { Any, type FindOptionsWhere } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  WITHOUT_DUE_DAY,
  type CaseCounts,
  type CaseFilter,
  type CaseItem,
  type CaseMove,
  type CasePage,
  type CasePlace,
  type NewCase,
  type WaitingFor,
} from '../domain/case.js';
import type { Correspondent } from '../domain/message.js';
import { CaseRow } from './case-row.js';

@Injectable()
export class CaseStore {
  async add(tx: Transaction, item: NewCase): Promise<void> {
    await tx.manager.insert(CaseRow, {
      ...item,
      municipalityId: tx.municipalityId,
      sortOn: item.dueOn ?? WITHOUT_DUE_DAY,
      receivedNumber: null,
      changedAt: tx.now,
    });
  }

  /** Throws not-found. */
  async change(tx: Transaction, id: string, move: CaseMove): Promise<void> {
    const due = move.dueOn === undefined ? {} : { sortOn: move.dueOn ?? WITHOUT_DUE_DAY };
    const { affected } = await tx.manager.update(CaseRow, { id }, { ...move, ...due, changedAt: tx.now });
    if (affected === 0) throw DomainError.notFound();
  }

  /** The same move for many cases. Throws not-found when one is missing. */
  async changeAll(
    tx: Transaction,
    ids: readonly string[],
    move: Pick<CaseMove, 'phase' | 'waitingFor' | 'dueOn'>,
  ): Promise<void> {
    const distinct = [...new Set(ids)];
    const due = move.dueOn === undefined ? {} : { sortOn: move.dueOn ?? WITHOUT_DUE_DAY };
    const { affected } = await tx.manager.update(
      CaseRow,
      { id: Any(distinct) },
      { ...move, ...due, changedAt: tx.now },
    );
    if (affected !== distinct.length) throw DomainError.notFound();
  }

  async retitle(tx: Transaction, id: string, title: string): Promise<void> {
    await tx.manager.update(CaseRow, { id }, { title });
  }

  /** Nobody else writes to the case until this transaction ends. */
  async hold(tx: Transaction, id: string): Promise<void> {
    await tx.manager.findOne(CaseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** So many more messages, or fewer, that this side has not opened. */
  async countUnread(tx: Transaction, id: string, by: Correspondent, more: number): Promise<void> {
    await tx.manager.increment(CaseRow, { id }, by === 'staff' ? 'unreadByStaff' : 'unreadByCommittee', more);
  }

  async find(tx: Transaction, id: string): Promise<CaseItem | null> {
    const row = await tx.manager.findOneBy(CaseRow, { id });
    return row && toItem(row);
  }

  /** Keyset paging: the cost of a page does not grow with its number. */
  async page(
    tx: Transaction,
    { unread, ...filter }: CaseFilter,
    size: number,
    after: CasePlace | null,
  ): Promise<CasePage> {
    const query = tx.manager
      .createQueryBuilder(CaseRow, 'c')
      .where(filter as FindOptionsWhere<CaseRow>)
      .andWhere('c.municipality_id = :town', { town: tx.municipalityId })
      .orderBy('c.sortOn')
      .addOrderBy('c.id')
      .limit(size + 1);
    if (unread) query.andWhere('c.unread_by_staff > 0');
    if (after) query.andWhere('(c.sort_on, c.id) > (:sortOn::date, :id::uuid)', after);
    const rows = await query.getMany();
    const last = rows.length > size ? rows[size - 1] : undefined;
    return { items: rows.slice(0, size).map(toItem), next: last ? { sortOn: last.sortOn, id: last.id } : null };
  }

  /** What is settled is not counted: its number only grows, and nobody works by it. */
  async counts(tx: Transaction): Promise<CaseCounts> {
    const waiting = await tx.query<{ waitingFor: WaitingFor; count: number }>(
      `SELECT waiting_for AS "waitingFor", count(*)::int AS count
         FROM cases WHERE municipality_id = $1 AND waiting_for <> 'nobody' GROUP BY waiting_for`,
      [tx.municipalityId],
    );
    const [unread] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM cases WHERE municipality_id = $1 AND unread_by_staff > 0',
      [tx.municipalityId],
    );
    return {
      waiting: new Map(waiting.map(({ waitingFor, count }) => [waitingFor, count])),
      unread: unread?.count ?? 0,
    };
  }

  async ofYear(tx: Transaction, year: FiscalYear): Promise<CaseItem[]> {
    const rows = await tx.manager.find(CaseRow, { where: { fiscalYear: year }, order: { sortOn: 'ASC', id: 'ASC' } });
    return rows.map(toItem);
  }

  async of(tx: Transaction, organizationId: string): Promise<CaseItem[]> {
    const rows = await tx.manager.find(CaseRow, {
      where: { organizationId },
      order: { fiscalYear: 'DESC', sortOn: 'ASC', id: 'ASC' },
    });
    return rows.map(toItem);
  }
}

export const toItem = ({
  municipalityId: _town,
  sortOn: _sort,
  place: _place,
  searchText: _text,
  ...row
}: CaseRow): CaseItem => ({
  ...row,
  fiscalYear: fiscalYear(row.fiscalYear),
});
