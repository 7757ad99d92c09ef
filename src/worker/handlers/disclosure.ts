import { Injectable } from '@nestjs/common';
import { PublishGrants } from '../../disclosure/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';

/** GrantLetterIssued → the grant appears on the public page. */
@Injectable()
export class PublishGrant implements EventHandler {
  readonly name = 'publish-grant';

  constructor(private readonly publishGrants: PublishGrants) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.publishGrants.publish(tx, event.subjectId);
  }
}

/** GrantWithdrawn → the grant leaves the public page. */
@Injectable()
export class TakeDownGrant implements EventHandler {
  readonly name = 'take-down-grant';

  constructor(private readonly publishGrants: PublishGrants) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.publishGrants.takeDown(tx, event.subjectId);
  }
}

/** PaymentsMarkedPaid, PaymentFailed → the public page shows what has arrived, and when. */
@Injectable()
export class PublishPayment implements EventHandler {
  readonly name = 'publish-payment';

  constructor(private readonly publishGrants: PublishGrants) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const { grantId } = event.data ?? {};
    if (grantId === undefined) throw new Error(`the event ${event.id} names no payment`);
    await this.publishGrants.followPayments(tx, grantId);
  }
}
