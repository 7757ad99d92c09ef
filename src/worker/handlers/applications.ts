import { Injectable } from '@nestjs/common';
import { CarryDraftsOver, DraftDueDays, Receipts } from '../../applications/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** ApplicationSubmitted → the 受付票 of this very sending. */
@Injectable()
export class IssueReceipt implements EventHandler {
  readonly name = 'issue-receipt';

  constructor(private readonly receipts: Receipts) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const submissionId = event.data?.['submissionId'];
    if (submissionId === undefined) throw new Error(`the event ${event.id} names no submission`);
    return this.receipts.issue(tx, event.subjectId, submissionId);
  }
}

/** AcceptanceExtended → the lists show the new end at every draft. */
@Injectable()
export class FollowExtension implements EventHandler {
  readonly name = 'follow-extension';

  constructor(private readonly dueDays: DraftDueDays) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.dueDays.followExtension(tx, event.subjectId);
  }
}

/** ProgramVersionPublished → every draft on an older edition is carried over by itself, so that none holds up the others. */
@Injectable()
export class AnnounceDraftsBehind implements EventHandler {
  readonly name = 'announce-drafts-behind';

  constructor(private readonly drafts: CarryDraftsOver) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.drafts.announce(tx, event.subjectId);
  }
}

/** DraftFellBehind → the draft stands on the newest edition. */
@Injectable()
export class CarryDraftOver implements EventHandler {
  readonly name = 'carry-draft-over';

  constructor(private readonly drafts: CarryDraftsOver) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.drafts.carry(tx, event.subjectId);
  }
}
