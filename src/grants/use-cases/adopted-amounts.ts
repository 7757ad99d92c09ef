import { Injectable } from '@nestjs/common';
import { ApplicationDirectory, type ApplicationView } from '../../applications/index.js';
import type { PresentedSubject } from '../../approvals/index.js';
import { formatYen, sumYen, ZERO_YEN } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { AdoptionBudgets, ProposalDirectory } from '../../proposals/index.js';
import type { Grant } from '../domain/grant.js';
import { GrantStore } from '../store/grant.store.js';

/** What the adoption of a proposal keeps of the budget, on which the grants of what began from it draw. */
@Injectable()
export class AdoptedAmounts {
  constructor(
    private readonly applications: ApplicationDirectory,
    private readonly proposals: ProposalDirectory,
    private readonly budgets: AdoptionBudgets,
    private readonly store: GrantStore,
  ) {}

  /** Budget lines to be locked before any of these grants is reserved, decided or given up. */
  async linesOf(tx: Transaction, grants: readonly Grant[]): Promise<string[]> {
    const lines: string[] = [];
    for (const { applicationId } of grants) {
      const proposalId = await this.applications.proposalOf(tx, applicationId);
      const line = proposalId === null ? null : await this.budgets.lineOf(tx, proposalId);
      if (line !== null) lines.push(line);
    }
    return lines;
  }

  /** `reserve` brings the reservation of the grant to what its draft proposes now, or gives it up. */
  async drawing(tx: Transaction, { applicationId }: Grant, reserve: () => Promise<void>): Promise<void> {
    const proposalId = await this.applications.proposalOf(tx, applicationId);
    if (proposalId === null) return reserve();
    const begun = await this.applications.begunFrom(tx, proposalId);
    const grants = await this.store.ofApplications(
      tx,
      begun.map(({ id }) => id),
    );
    const drawn = sumYen(
      grants.map(({ state, outcome, amount }) => (state === 'proposed' && outcome !== 'refused' ? amount : ZERO_YEN)),
    );
    await this.budgets.drawing(tx, proposalId, drawn, reserve);
  }

  /** What was promised is decided, whatever came of it: the rest of it is free. */
  async decided(tx: Transaction, { applicationId }: Grant): Promise<void> {
    const proposalId = await this.applications.proposalOf(tx, applicationId);
    if (proposalId !== null) await this.budgets.free(tx, proposalId, '交付申請を決定した');
  }

  /** What the approver compares the amount with. */
  async factsOf(tx: Transaction, { proposalId }: ApplicationView): Promise<PresentedSubject['facts']> {
    if (proposalId === null) return [];
    const { title, adopted } = await this.proposals.get(tx, proposalId);
    if (!adopted) return [];
    return [{ label: '採択した企画提案', value: `「${title}」　採択のときの予算の額 ${formatYen(adopted.amount)}` }];
  }
}
