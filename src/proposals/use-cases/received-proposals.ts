import { Injectable } from '@nestjs/common';
import { hasDuty, requireDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent } from '../../platform/files/index.js';
import type { Proposal } from '../domain/proposal.js';
import { ProposalFileStore } from '../store/proposal-file.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { READERS } from './proposal-readers.js';
import { ProposalDrafts, type ProposalDraft } from './proposal-drafts.js';

/** What came in, as the town hall reads it; how a proposer is reached is for promotion staff alone. */
@Injectable()
export class ReceivedProposals {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly drafts: ProposalDrafts,
    private readonly files: ProposalFileStore,
    private readonly store: FileStore,
  ) {}

  /** By number, with the papers that are still being entered apart. */
  async ofCall(tx: Transaction, callId: string): Promise<{ readonly sent: Proposal[]; readonly papers: Proposal[] }> {
    requireDuty(tx.actor, ...READERS);
    const sent = (await this.proposals.sentTo(tx, callId)).map((proposal) => shownTo(tx, proposal));
    return { sent, papers: hasDuty(tx.actor, 'promotion') ? await this.proposals.papersInDraft(tx, callId) : [] };
  }

  /** Throws not-found, also for a draft. */
  async get(tx: Transaction, id: string): Promise<ProposalDraft> {
    requireDuty(tx.actor, ...READERS);
    const proposal = await this.proposals.get(tx, id);
    if (proposal.number === null) throw DomainError.notFound();
    return this.drafts.read(tx, shownTo(tx, proposal));
  }

  async file(tx: Transaction, id: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    await this.get(tx, id);
    const file = (await this.files.of(tx, id)).find((each) => each.sha256 === sha256);
    if (!file) throw DomainError.notFound();
    return { ...(await this.store.open(tx, sha256)), name: file.name };
  }
}

const shownTo = ({ actor }: Transaction, proposal: Proposal): Proposal =>
  hasDuty(actor, 'promotion') ? proposal : withoutContact(proposal);

/** A proposal without how its proposer is reached. */
export const withoutContact = (proposal: Proposal): Proposal => ({
  ...proposal,
  proposer: { ...proposal.proposer, contact: '', mail: '' },
});
