import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { addDays } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  Calls,
  PROPOSAL_STATE_LABELS,
  ProposalDirectory,
  PROPOSER_KIND_LABELS,
  SORTING_LABELS,
  standingOf,
} from '../../proposals/index.js';
import type { PublicGrant } from '../domain/public-grant.js';
import type { PublicProposal } from '../domain/public-proposal.js';
import { PublicGrantLists } from '../store/public-grant-lists.js';

/**
 * The proposals that everyone may read about, newest call first: once their call has closed, so that nobody copies a rival
 * while it runs. Read from the stage itself: there are tens of them a year.
 */
@Injectable()
export class PublishedProposals {
  constructor(
    private readonly calls: Calls,
    private readonly proposals: ProposalDirectory,
    private readonly grants: PublicGrantLists,
  ) {}

  async all(tx: Transaction, year?: FiscalYear): Promise<PublicProposal[]> {
    const closed = (await this.calls.published(tx)).filter(
      (call) => standingOf(call, tx.now) === 'over' && (year === undefined || call.fiscalYear === year),
    );
    const projects = await this.grants.ofProposals(tx);
    const published: PublicProposal[] = [];
    for (const { id, fiscalYear, closes } of closed) {
      const readable = (await this.proposals.sentTo(tx, id)).flatMap((proposal) => {
        const { number, state } = proposal;
        return number === null || state === 'withdrawn' ? [] : [{ ...proposal, number }];
      });
      for (const proposal of readable) {
        const {
          id: proposalId,
          number,
          callId,
          callTitle,
          title,
          fieldLabel,
          fieldPlace,
          publicNames: names,
        } = proposal;
        const into = readable.find((other) => other.id === proposal.mergedIntoId);
        published.push({
          ...{ id: proposalId, fiscalYear, callId, callTitle, number, title, fieldLabel, fieldPlace, names },
          proposerKindLabel: PROPOSER_KIND_LABELS[proposal.proposerKind],
          publishedOn: addDays(closes, 1),
          adoptedOn: proposal.adopted?.on ?? null,
          sortingLabel: proposal.sorting && SORTING_LABELS[proposal.sorting],
          sorted: proposal.sorted,
          stateLabel: PROPOSAL_STATE_LABELS[proposal.state],
          mergedInto: into ? { id: into.id, number: into.number, title: into.title } : null,
          projects: projects.get(proposalId) ?? [],
        });
      }
    }
    return published;
  }

  /** These grants, without the proposal behind them where nobody may read that one yet. */
  async withoutUnpublished<Grant extends Pick<PublicGrant, 'proposal'>>(
    tx: Transaction,
    grants: readonly Grant[],
  ): Promise<Grant[]> {
    if (grants.every(({ proposal }) => proposal === null)) return [...grants];
    const published = new Set((await this.all(tx)).map(({ id }) => id));
    return grants.map((grant) =>
      grant.proposal === null || published.has(grant.proposal.id) ? grant : { ...grant, proposal: null },
    );
  }
}
