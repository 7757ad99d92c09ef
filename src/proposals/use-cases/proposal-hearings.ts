import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { Visits } from '../../visits/index.js';
import { isHeld, type HearingPlan } from '../domain/hearing.js';
import { PROPOSAL_SUBJECT } from '../domain/proposal.js';
import { ProposalHearingStore } from '../store/proposal-hearing.store.js';

/** When a proposer was met, and is to be met. */
export interface HearingView {
  /** Every day that was ever told, the newest last. */
  readonly plans: readonly HearingPlan[];
  /** The day that is still to come or to be written down; null without one. */
  readonly coming: HearingPlan | null;
  /** The days on which it was heard, the earliest first. */
  readonly heardOn: readonly LocalDate[];
}

/** Hearings of proposals as the desks and the proposer read them; what was said stands in the notes of `visits`. */
@Injectable()
export class ProposalHearings {
  constructor(
    private readonly store: ProposalHearingStore,
    private readonly visits: Visits,
  ) {}

  /** In a transaction that has met the proposal before. */
  async read(tx: Transaction, proposalId: string): Promise<HearingView> {
    const plans = await this.store.of(tx, proposalId);
    const heardOn = (await this.visits.daysHeard(tx, PROPOSAL_SUBJECT, [proposalId])).get(proposalId) ?? [];
    const newest = plans.at(-1);
    const coming = newest?.kind === 'planned' && !isHeld(newest, heardOn) ? newest : null;
    return { plans, heardOn, coming };
  }
}
