import { Injectable } from '@nestjs/common';
import { Claims, FailedOrders } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

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
