import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Decision } from '../domain/decision.js';
import { ProposalDecisionRow } from './proposal-decision-row.js';

/** What was decided; who reads or writes it has met the proposal before. */
@Injectable()
export class ProposalDecisionStore {
  async of(tx: Transaction, proposalId: string): Promise<Decision | null> {
    return tx.manager.findOneBy(ProposalDecisionRow, { proposalId });
  }

  async ofAll(tx: Transaction, proposalIds: readonly string[]): Promise<ReadonlyMap<string, Decision>> {
    if (proposalIds.length === 0) return new Map();
    const rows = await tx.manager.findBy(ProposalDecisionRow, { proposalId: In([...proposalIds]) });
    return new Map(rows.map((row) => [row.proposalId, row]));
  }

  /** Of the proposals that were merged into these. */
  async mergedInto(tx: Transaction, proposalIds: readonly string[]): Promise<Decision[]> {
    if (proposalIds.length === 0) return [];
    return tx.manager.find(ProposalDecisionRow, { where: { mergedInto: In([...proposalIds]) } });
  }

  /** The caller holds the proposal. */
  async put(tx: Transaction, decision: Decision): Promise<void> {
    const written = { writtenAt: tx.now, writtenBy: tx.actor.name, municipalityId: tx.municipalityId };
    await tx.manager.upsert(ProposalDecisionRow, { ...decision, ...written }, ['municipalityId', 'proposalId']);
  }

  /** Adoptions that stand or go round, of every call. */
  async adoptions(tx: Transaction): Promise<Decision[]> {
    return tx.manager.findBy(ProposalDecisionRow, { kind: 'adopted' });
  }

  /** The caller holds the budget line. */
  async free(tx: Transaction, proposalId: string, freedWhy: string): Promise<void> {
    const freed = { freedOn: tx.today, freedBy: tx.actor.name, freedWhy };
    await tx.manager.update(ProposalDecisionRow, { proposalId }, freed);
  }

  /** What was proposed and not decided is gone with its draft. */
  async drop(tx: Transaction, proposalId: string): Promise<void> {
    await tx.manager.delete(ProposalDecisionRow, { proposalId });
  }
}
