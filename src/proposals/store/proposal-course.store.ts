import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Screening } from '../domain/proposal.js';
import type { Sorting, SortingChange, SortingMeeting } from '../domain/sorting.js';
import { ProposalScreeningRow } from './proposal-screening-row.js';
import { ProposalSortingRow } from './proposal-sorting-row.js';
import { SortingSettlementRow } from './sorting-settlement-row.js';

/** What was said of proposals beside their state, kept for good; who reads or writes it has met the proposal before. */
@Injectable()
export class ProposalCourseStore {
  /** The one that holds; null before any. */
  async screeningOf(tx: Transaction, proposalId: string): Promise<Screening | null> {
    return tx.manager.findOne(ProposalScreeningRow, { where: { proposalId }, order: { turn: 'DESC' } });
  }

  /** The one that holds of each. */
  async screeningsOf(tx: Transaction, proposalIds: readonly string[]): Promise<ReadonlyMap<string, Screening>> {
    if (proposalIds.length === 0) return new Map();
    const rows = await tx.manager.find(ProposalScreeningRow, {
      where: { proposalId: In([...proposalIds]) },
      order: { turn: 'ASC' },
    });
    return new Map(rows.map((row) => [row.proposalId, row]));
  }

  /** The caller holds the proposal. */
  async addScreening(tx: Transaction, proposalId: string, said: Pick<Screening, 'outcome' | 'reason'>): Promise<void> {
    const turn = ((await this.screeningOf(tx, proposalId))?.turn ?? 0) + 1;
    const by = { screenedAt: tx.now, screenedBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(ProposalScreeningRow, { ...said, ...by, proposalId, turn, id: randomUUID() });
  }

  /** All that was ever said, in its order. */
  async sortingsOf(tx: Transaction, proposalIds: readonly string[]): Promise<Sorting[]> {
    if (proposalIds.length === 0) return [];
    return tx.manager.find(ProposalSortingRow, {
      where: { proposalId: In([...proposalIds]) },
      order: { proposalId: 'ASC', turn: 'ASC' },
    });
  }

  /** When the sorting of a call was settled, and by whom; null before that. */
  settlementOf(tx: Transaction, callId: string): Promise<Pick<SortingSettlementRow, 'settledAt' | 'settledBy'> | null> {
    return tx.manager.findOneBy(SortingSettlementRow, { callId });
  }

  /** By call, when its sorting was settled. */
  async settlementsOf(tx: Transaction, callIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await tx.manager.findBy(SortingSettlementRow, { callId: In([...new Set(callIds)]) });
    return new Map(rows.map(({ callId, settledAt }) => [callId, settledAt]));
  }

  /** The caller holds the call, whose sorting is not settled yet. */
  async settleSorting(tx: Transaction, callId: string): Promise<void> {
    const by = { settledAt: tx.now, settledBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(SortingSettlementRow, { ...by, callId });
  }

  /** The caller holds the call, so that two never write at once. */
  async addSortings(tx: Transaction, changes: readonly SortingChange[], at: SortingMeeting): Promise<void> {
    const by = { ...at, sortedAt: tx.now, sortedBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(
      ProposalSortingRow,
      changes.map((change) => ({ ...change, ...by, id: randomUUID() })),
    );
  }
}
