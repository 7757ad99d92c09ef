import { Injectable } from '@nestjs/common';
import { addDays } from '../../kernel/local-date.js';
import { Presentations } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { Visits } from '../../visits/index.js';
import { PROPOSAL_SUBJECT } from '../domain/proposal.js';
import { ERASED_NAME } from '../domain/retention.js';
import { RetentionStore } from '../store/retention.store.js';

/** Deletes drafts that nobody goes on with, and erases who proposed once the town no longer needs it. */
@Injectable()
export class EraseProposers {
  constructor(
    private readonly store: RetentionStore,
    private readonly files: FileStore,
    private readonly visits: Visits,
    private readonly presentations: Presentations,
  ) {}

  async execute(tx: Transaction): Promise<void> {
    const { draftDays, contactDays } = await this.store.read(tx);
    const abandoned = await this.store.abandoned(tx, addDays(tx.today, -draftDays));
    if (abandoned.length > 0) await this.files.forgetUnused(tx, await this.store.deleteDrafts(tx, abandoned));
    const erased = await this.store.eraseEndedBefore(tx, addDays(tx.today, -contactDays));
    const unnamed = erased.filter((each) => each.unnamed).map(({ id }) => id);
    if (unnamed.length > 0) {
      await this.visits.forgetProposers(tx, PROPOSAL_SUBJECT, unnamed, ERASED_NAME);
      await this.presentations.forgetNames(tx, PROPOSAL_SUBJECT, unnamed, ERASED_NAME);
    }
    const proposers = erased.length;
    if (abandoned.length + proposers === 0) return;
    const subject = { subjectKind: 'proposal-settings', subjectId: tx.municipalityId };
    tx.audit({ action: 'proposal.proposers-erased', ...subject, detail: { drafts: abandoned.length, proposers } });
  }
}
