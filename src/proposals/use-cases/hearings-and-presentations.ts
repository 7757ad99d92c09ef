import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { Presentations, type Presentation } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Visits } from '../../visits/index.js';
import { numberInWords, PROPOSAL_SUBJECT } from '../domain/proposal.js';
import { ProposalStore } from '../store/proposal.store.js';

/** When a proposal was heard and presented. */
export interface HeardAndPresented {
  /** The earliest first; empty where nobody was heard. */
  readonly heardOn: readonly LocalDate[];
  /** The day of a presentation that was held and closed; null before that. */
  readonly presentedOn: LocalDate | null;
}

/** How far the proposals of one call have come. */
export interface CallProgress {
  /** How many proposals were heard, however often. */
  readonly heard: number;
  readonly presented: number;
  readonly byProposal: ReadonlyMap<string, HeardAndPresented>;
}

/** One line of the order in which proposals are presented, as everybody may read it. */
export interface PresentedLine extends Presentation {
  readonly proposalId: string;
  /** `第3号`. */
  readonly proposalNumber: string;
  readonly title: string;
}

/** Days alone, without a word of what was said or scored: for counts, for the public, and for the proposer. */
@Injectable()
export class HearingsAndPresentations {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly visits: Visits,
    private readonly presentations: Presentations,
  ) {}

  /** What was sent to the call; what was taken back does not count. */
  async ofCall(tx: Transaction, callId: string): Promise<CallProgress> {
    const sent = (await this.proposals.sentTo(tx, callId)).filter(({ state }) => state !== 'withdrawn');
    const ids = sent.map(({ id }) => id);
    const heard = await this.visits.daysHeard(tx, PROPOSAL_SUBJECT, ids);
    const presented = await this.presentations.of(tx, PROPOSAL_SUBJECT, ids);
    const byProposal = new Map(
      ids.map((id): [string, HeardAndPresented] => {
        const presentation = presented.get(id);
        return [id, { heardOn: heard.get(id) ?? [], presentedOn: presentation?.held ? presentation.heldOn : null }];
      }),
    );
    const days = [...byProposal.values()];
    return {
      heard: days.filter(({ heardOn }) => heardOn.length > 0).length,
      presented: days.filter(({ presentedOn }) => presentedOn !== null).length,
      byProposal,
    };
  }

  /** Days, places and order of what is presented, as far as its presenters were told; in the order of days and agendas. */
  async orderOf(tx: Transaction, callId: string): Promise<PresentedLine[]> {
    const sent = (await this.proposals.sentTo(tx, callId)).filter(({ state }) => state !== 'withdrawn');
    const presented = await this.presentations.of(
      tx,
      PROPOSAL_SUBJECT,
      sent.map(({ id }) => id),
    );
    return sent
      .flatMap(({ id, number, title }) => {
        const presentation = presented.get(id);
        if (!presentation || !isPublic(presentation)) return [];
        return [{ ...presentation, proposalId: id, proposalNumber: numberInWords(number), title }];
      })
      .sort((one, other) => one.heldOn.localeCompare(other.heldOn) || one.order - other.order);
  }

  /** Of one proposal, once its presenter was told; null before that. In a transaction that has met it. */
  async presentationOf(tx: Transaction, proposalId: string): Promise<Presentation | null> {
    const presentation = (await this.presentations.of(tx, PROPOSAL_SUBJECT, [proposalId])).get(proposalId);
    return presentation && isPublic(presentation) ? presentation : null;
  }
}

const isPublic = ({ told, held }: Presentation): boolean => told !== null || held;
