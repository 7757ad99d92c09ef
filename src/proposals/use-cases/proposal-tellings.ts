import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Proposal } from '../domain/proposal.js';
import { mattersOf, type Matter } from '../domain/telling.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalTellingStore } from '../store/proposal-telling.store.js';

/** お知らせ: what proposers are to hear of, and what they have heard; the caller has let the reader in. */
@Injectable()
export class ProposalTellings {
  constructor(
    private readonly course: ProposalCourseStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly tellings: ProposalTellingStore,
  ) {}

  async of(tx: Transaction, proposals: readonly Proposal[]): Promise<ReadonlyMap<string, readonly Matter[]>> {
    const ids = proposals.map(({ id }) => id);
    const tellings = await this.tellings.of(tx, ids);
    const screenings = await this.course.screeningsOf(tx, ids);
    const decisions = await this.decisions.ofAll(tx, ids);
    const into = [...decisions.values()].flatMap(({ mergedInto }) => mergedInto ?? []);
    const others = await this.decisions.ofAll(tx, into);
    return new Map(
      proposals.map((proposal) => {
        const decision = decisions.get(proposal.id) ?? null;
        const screening = screenings.get(proposal.id) ?? null;
        const decisionOfOther = others.get(decision?.mergedInto ?? '') ?? null;
        const course = { proposal, screening, decision, decisionOfOther };
        return [proposal.id, mattersOf(course, tellings.get(proposal.id) ?? [])];
      }),
    );
  }

  async ofOne(tx: Transaction, proposal: Proposal): Promise<readonly Matter[]> {
    return (await this.of(tx, [proposal])).get(proposal.id) ?? [];
  }
}
