import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { PanelSeats } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent } from '../../platform/files/index.js';
import { PROPOSAL_SUBJECT } from '../domain/proposal.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalDrafts, type ProposalDraft } from './proposal-drafts.js';
import { withoutContact } from './received-proposals.js';

/** A proposal as it was sent, for the members of the panel before which it is presented: theirs is no other way to it. */
@Injectable()
export class ProposalPanelReading {
  constructor(
    private readonly seats: PanelSeats,
    private readonly proposals: ProposalStore,
    private readonly drafts: ProposalDrafts,
    private readonly store: FileStore,
  ) {}

  /** Without how its proposer is reached. Throws not-found to whoever does not sit before it, or is recused from it. */
  async of(tx: Transaction, proposalId: string): Promise<ProposalDraft> {
    await this.seats.requireReader(tx, { kind: PROPOSAL_SUBJECT, id: proposalId });
    return this.drafts.read(tx, withoutContact(await this.proposals.get(tx, proposalId)));
  }

  /** One of its files by the hash; the same refusals. */
  async file(tx: Transaction, proposalId: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    const { files } = await this.of(tx, proposalId);
    const file = files.find((candidate) => candidate.sha256 === sha256);
    if (!file) throw DomainError.notFound();
    return { ...(await this.store.open(tx, sha256)), name: file.name };
  }
}
