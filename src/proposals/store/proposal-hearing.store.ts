import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { HearingPlan } from '../domain/hearing.js';
import { ProposalHearingRow } from './proposal-hearing-row.js';

type New = Omit<HearingPlan, 'turn' | 'plannedAt' | 'plannedBy'> & { readonly requestId: string };

/** The days on which proposers are met, kept with every change; who writes holds the proposal. */
@Injectable()
export class ProposalHearingStore {
  /** Every day that was ever told, the newest last. */
  async of(tx: Transaction, proposalId: string): Promise<HearingPlan[]> {
    const rows = await tx.manager.find(ProposalHearingRow, { where: { proposalId }, order: { turn: 'ASC' } });
    return rows.map(({ municipalityId: _town, requestId: _request, ...plan }) => plan);
  }

  /** The newest of each of these proposals. */
  async newest(tx: Transaction, proposalIds: readonly string[]): Promise<ReadonlyMap<string, HearingPlan>> {
    if (proposalIds.length === 0) return new Map();
    const where = { proposalId: In([...proposalIds]) };
    const rows = await tx.manager.find(ProposalHearingRow, { where, order: { turn: 'ASC' } });
    return new Map(rows.map(({ municipalityId: _town, requestId: _request, ...plan }) => [plan.proposalId, plan]));
  }

  async isWritten(tx: Transaction, requestId: string): Promise<boolean> {
    return tx.manager.existsBy(ProposalHearingRow, { requestId });
  }

  async add(tx: Transaction, plan: New & Pick<HearingPlan, 'turn'>): Promise<void> {
    const by = { plannedAt: tx.now, plannedBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.insert(ProposalHearingRow, { ...plan, ...by });
  }
}
