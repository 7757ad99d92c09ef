import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import type {
  CaseCounts,
  CaseFilter,
  CaseItem,
  CaseMove,
  CasePage,
  CasePlace,
  FoundCases,
  NewCase,
} from '../domain/case.js';
import { CaseSearchStore } from '../store/case-search.store.js';
import { CaseStore } from '../store/case.store.js';

const PAGE_SIZE = 50;

/** The list of cases. Every stage moves its case here in its own transaction, so that no list lags behind. */
@Injectable()
export class CaseList {
  constructor(
    private readonly store: CaseStore,
    private readonly searching: CaseSearchStore,
  ) {}

  put(tx: Transaction, item: NewCase): Promise<void> {
    return this.store.add(tx, item);
  }

  /** Throws not-found. */
  move(tx: Transaction, id: string, move: CaseMove): Promise<void> {
    return this.store.change(tx, id, move);
  }

  /** The same move for many cases at once. Throws not-found. */
  moveAll(
    tx: Transaction,
    ids: readonly string[],
    move: Pick<CaseMove, 'phase' | 'waitingFor' | 'dueOn'>,
  ): Promise<void> {
    return this.store.changeAll(tx, ids, move);
  }

  /** The applicant names the case otherwise. */
  retitle(tx: Transaction, id: string, title: string): Promise<void> {
    return this.store.retitle(tx, id, title);
  }

  /** Sorted by due day; 50 a page unless told otherwise. */
  forStaff(
    tx: Transaction,
    filter: CaseFilter = {},
    after: CasePlace | null = null,
    size = PAGE_SIZE,
  ): Promise<CasePage> {
    requireAnyStaff(tx);
    return this.store.page(tx, filter, size, after);
  }

  /** Cases in which every word occurs (see `searchWords`), the newest first. */
  search(
    tx: Transaction,
    filter: CaseFilter,
    words: readonly string[],
    before: string | null = null,
  ): Promise<FoundCases> {
    requireAnyStaff(tx);
    return this.searching.find(tx, filter, words, PAGE_SIZE, before);
  }

  /** Every case of the year, for figures of the year. */
  ofYear(tx: Transaction, year: FiscalYear): Promise<CaseItem[]> {
    requireAnyStaff(tx);
    return this.store.ofYear(tx, year);
  }

  counts(tx: Transaction): Promise<CaseCounts> {
    requireAnyStaff(tx);
    return this.store.counts(tx);
  }

  /** Newest year first; another organisation's list does not exist for an officer. */
  forOrganization(tx: Transaction, organizationId: string): Promise<CaseItem[]> {
    requireOwnOrganization(tx.actor, organizationId);
    return this.store.of(tx, organizationId);
  }

  /** Throws not-found for another organisation's case. */
  async visible(tx: Transaction, id: string): Promise<CaseItem> {
    if (tx.actor.kind !== 'officer') requireAnyStaff(tx);
    const item = await this.store.find(tx, id);
    if (!item) throw DomainError.notFound();
    requireOwnOrganization(tx.actor, item.organizationId);
    return item;
  }

  find(tx: Transaction, id: string): Promise<CaseItem | null> {
    requireAnyStaff(tx);
    return this.store.find(tx, id);
  }
}

/** Lists of the town are for every member of staff, whatever their duty. */
export const requireAnyStaff = (tx: Transaction): void =>
  requireDuty(tx.actor, 'promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit');
