import { Injectable } from '@nestjs/common';
import { GrantDirectory } from '../../grants/index.js';
import { claimInWords, Claims, FailedOrders } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { OrganizationMail } from './organization-mail.js';

/** GrantLetterIssued → the 請求書 that the organisation only has to confirm. */
@Injectable()
export class PrepareClaim implements EventHandler {
  readonly name = 'prepare-claim';

  constructor(private readonly claims: Claims) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    await this.claims.prepareDue(tx, event.subjectId);
  }
}

/** MorningCame → the parts that a new month makes due are prepared as 請求書. */
@Injectable()
export class PrepareDueClaims implements EventHandler {
  readonly name = 'prepare-due-claims';

  constructor(private readonly claims: Claims) {}

  handle(tx: Transaction): Promise<void> {
    return this.claims.prepareDueOfTown(tx);
  }
}

/** ClaimPrepared → a mail, where a later part or the rest may be claimed; the first comes with its letter. */
@Injectable()
export class TellOfLaterClaim implements EventHandler {
  readonly name = 'mail-claim-prepared';

  constructor(
    private readonly claims: Claims,
    private readonly grants: GrantDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, { id, subjectId }: CommittedEvent): Promise<void> {
    const claim = await this.claims.get(tx, subjectId);
    // Confirmed or given up before the worker came to it.
    if (claim.state !== 'prepared' || claim.instalment === 1) return;
    const { document } = await this.grants.get(tx, claim.grantId);
    await this.mail.send(tx, {
      ...{ id, organizationId: claim.organizationId, kind: 'claim-prepared', sectionId: document.handledBy },
      path: `committee/claims/${claim.id}`,
      words: { name: claim.programName, part: claimInWords(claim), amount: String(claim.amount) },
    });
  }
}

/** BankAccountChanged → a payment that the bank gave back is the treasury's turn again. */
@Injectable()
export class FollowMendedAccount implements EventHandler {
  readonly name = 'follow-mended-account';

  constructor(private readonly failedOrders: FailedOrders) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (!event.organizationId) throw new Error(`the event ${event.id} names no organisation`);
    await this.failedOrders.accountMended(tx, event.organizationId);
  }
}
