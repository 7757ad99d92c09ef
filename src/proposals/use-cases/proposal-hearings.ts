import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Visits } from '../../visits/index.js';
import type { HearingPlan } from '../domain/hearing.js';
import { PROPOSAL_SUBJECT, type Proposal } from '../domain/proposal.js';
import { CallStore } from '../store/call.store.js';
import { ProposalHearingStore } from '../store/proposal-hearing.store.js';
import { ProposalStore } from '../store/proposal.store.js';

/** When a proposer was met, and is to be met. */
export interface HearingView {
  /** Every day that was ever told, the newest last. */
  readonly plans: readonly HearingPlan[];
  /** The day that is still to come or to be written down; null without one. */
  readonly coming: HearingPlan | null;
  /** The days on which it was heard, the earliest first. */
  readonly heardOn: readonly LocalDate[];
}

/** Whom a day is told, and how. */
export interface HearingToTell {
  readonly plan: HearingPlan;
  /** Whether another day was told before. */
  readonly again: boolean;
  readonly mail: string | null;
  readonly proposal: Pick<Proposal, 'id' | 'title' | 'organizationId'> & { readonly proposerName: string };
  readonly sectionId: string;
}

/** Hearings of proposals as the desks, the proposer and the mails read them; what was said stands in the notes of `visits`. */
@Injectable()
export class ProposalHearings {
  constructor(
    private readonly store: ProposalHearingStore,
    private readonly proposals: ProposalStore,
    private readonly calls: CallStore,
    private readonly visits: Visits,
    private readonly organizations: OrganizationDirectory,
  ) {}

  /** In a transaction that has met the proposal before. */
  async read(tx: Transaction, proposalId: string): Promise<HearingView> {
    const plans = await this.store.of(tx, proposalId);
    const heardOn = (await this.visits.daysHeard(tx, PROPOSAL_SUBJECT, [proposalId])).get(proposalId) ?? [];
    return { plans, heardOn, coming: comingOf(plans, heardOn) };
  }

  /** Where the proposer is reached by mail; null where by telephone or letter alone. */
  async mailOf(tx: Transaction, { organizationId, proposer }: Proposal): Promise<string | null> {
    if (proposer.mail !== '') return proposer.mail;
    return organizationId === null ? null : (await this.organizations.get(tx, organizationId)).mail;
  }

  /** For the mail that follows a plan; null where a newer one has taken its place since. */
  async toTell(tx: Transaction, proposalId: string): Promise<HearingToTell | null> {
    const proposal = await this.proposals.get(tx, proposalId);
    const plans = await this.store.of(tx, proposalId);
    const plan = plans.at(-1);
    if (!plan) return null;
    const { sectionId } = await this.calls.get(tx, proposal.callId);
    const { id, title, organizationId, proposer } = proposal;
    return {
      ...{ plan, sectionId, mail: await this.mailOf(tx, proposal), again: plans.at(-2)?.kind === 'planned' },
      proposal: { id, title, organizationId, proposerName: proposer.name },
    };
  }
}

/** A plan is done once a hearing on its day or later is written down. */
function comingOf(plans: readonly HearingPlan[], heardOn: readonly LocalDate[]): HearingPlan | null {
  const newest = plans.at(-1);
  if (newest?.kind !== 'planned') return null;
  return heardOn.some((day) => day >= newest.heldOn) ? null : newest;
}
