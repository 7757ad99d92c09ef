import { Injectable } from '@nestjs/common';
import { Presentations } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Visits } from '../../visits/index.js';
import { PROPOSAL_SUBJECT, type Proposal } from '../domain/proposal.js';
import { mattersOf, type Matter } from '../domain/telling.js';
import { sortingsInForce } from '../domain/sorting.js';
import { isHeld } from '../domain/hearing.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalHearingStore } from '../store/proposal-hearing.store.js';
import { ProposalTellingStore } from '../store/proposal-telling.store.js';

/** お知らせ: what proposers are to hear of, and what they have heard; the caller has let the reader in. */
@Injectable()
export class ProposalTellings {
  constructor(
    private readonly course: ProposalCourseStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly tellings: ProposalTellingStore,
    private readonly hearings: ProposalHearingStore,
    private readonly presentations: Presentations,
    private readonly visits: Visits,
  ) {}

  async of(tx: Transaction, proposals: readonly Proposal[]): Promise<ReadonlyMap<string, readonly Matter[]>> {
    const ids = proposals.map(({ id }) => id);
    const tellings = await this.tellings.of(tx, ids);
    const screenings = await this.course.screeningsOf(tx, ids);
    const decisions = await this.decisions.ofAll(tx, ids);
    const hearings = await this.hearings.newest(tx, ids);
    const heard = await this.visits.daysHeard(tx, PROPOSAL_SUBJECT, ids);
    const presentations = await this.presentations.of(tx, PROPOSAL_SUBJECT, ids);
    const sortings = sortingsInForce(await this.course.sortingsOf(tx, ids));
    const settlements = await this.course.settlementsOf(
      tx,
      proposals.map(({ callId }) => callId),
    );
    const into = [...decisions.values()].flatMap(({ mergedInto }) => mergedInto ?? []);
    const others = await this.decisions.ofAll(tx, into);
    return new Map(
      proposals.map((proposal) => {
        const decision = decisions.get(proposal.id) ?? null;
        const screening = screenings.get(proposal.id) ?? null;
        const decisionOfOther = others.get(decision?.mergedInto ?? '') ?? null;
        const plan = hearings.get(proposal.id);
        const hearing = plan ? { ...plan, held: isHeld(plan, heard.get(proposal.id) ?? []) } : null;
        const presented = presentations.get(proposal.id);
        const presentation = presented?.told ? { ...presented.told, held: presented.held } : null;
        const sorting = sortings.get(proposal.id) ?? null;
        const sortingSettledAt = settlements.get(proposal.callId) ?? null;
        const course = {
          ...{ proposal, screening, hearing, presentation, sorting, sortingSettledAt },
          ...{ decision, decisionOfOther },
        };
        return [proposal.id, mattersOf(course, tellings.get(proposal.id) ?? [])];
      }),
    );
  }

  async ofOne(tx: Transaction, proposal: Proposal): Promise<readonly Matter[]> {
    return (await this.of(tx, [proposal])).get(proposal.id) ?? [];
  }
}
