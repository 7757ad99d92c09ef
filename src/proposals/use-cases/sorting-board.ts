import { Injectable } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Call } from '../domain/call.js';
import type { Proposal } from '../domain/proposal.js';
import { sortingsInForce, type Sorting } from '../domain/sorting.js';
import { CallStore } from '../store/call.store.js';
import { ProposalCourseStore } from '../store/proposal-course.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalTies } from './proposal-ties.js';

/** Every proposal of a call that was not taken back, by number, with how it is sorted. */
export interface BoardView {
  readonly call: Call;
  readonly rows: readonly { readonly proposal: Proposal; readonly sorting: Sorting | null }[];
  /** All that was ever said of them. */
  readonly history: readonly Sorting[];
  /** Ids of those that the reader is tied to and does not sort. */
  readonly tied: ReadonlySet<string>;
  /** When it was settled, and by whom; null before that. */
  readonly settled: { readonly settledAt: Date; readonly settledBy: string } | null;
}

@Injectable()
export class SortingBoard {
  constructor(
    private readonly calls: CallStore,
    private readonly proposals: ProposalStore,
    private readonly course: ProposalCourseStore,
    private readonly ties: ProposalTies,
  ) {}

  /** Throws not-found. */
  async ofCall(tx: Transaction, callId: string): Promise<BoardView> {
    requireDuty(tx.actor, 'promotion', 'approve', 'administer', 'audit');
    const call = await this.calls.get(tx, callId);
    const proposals = (await this.proposals.sentTo(tx, callId)).filter(({ state }) => state !== 'withdrawn');
    const ids = proposals.map(({ id }) => id);
    const history = await this.course.sortingsOf(tx, ids);
    const inForce = sortingsInForce(history);
    return {
      call,
      history,
      settled: await this.course.settlementOf(tx, callId),
      tied: await this.ties.ofActor(tx, proposals),
      rows: proposals.map((proposal) => ({ proposal, sorting: inForce.get(proposal.id) ?? null })),
    };
  }
}
