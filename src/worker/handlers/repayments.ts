import { Injectable } from '@nestjs/common';
import { GrantChanges } from '../../grant-changes/index.js';
import { yen, ZERO_YEN } from '../../kernel/yen.js';
import type { TemplateData } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import {
  demandNumber,
  FollowPayments,
  ReopenedDemands,
  RepaymentDemands,
  RepaymentReminders,
  type RepaymentFile,
} from '../../repayments/index.js';
import { OrganizationMail } from './organization-mail.js';

/** MorningCame → one mail an organisation about everything that it should pay back soon or should have paid back. */
@Injectable()
export class RemindOfRepayments implements EventHandler {
  readonly name = 'mail-repayments-due';

  constructor(
    private readonly reminders: RepaymentReminders,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    for (const [organizationId, files] of await this.reminders.ofToday(tx)) {
      await this.mail.send(tx, {
        ...{
          id: `${event.id}-${organizationId}`,
          organizationId,
          kind: 'repayments-due',
          path: 'committee/repayments',
        },
        words: { lines: files.map(inWords) },
      });
    }
  }
}

const inWords = ({ demand, standing: { overdue, nextDue } }: RepaymentFile): TemplateData => ({
  program: demand.programName,
  number: demandNumber(demand),
  overdue: overdue > 0n ? String(overdue) : null,
  nextAmount: nextDue ? String(nextDue.amount) : null,
  nextDueOn: nextDue?.dueOn ?? null,
});

/** GrantAmended, GrantDiscontinued, GrantRevoked → what was paid beyond the new amount is asked back. */
@Injectable()
export class DemandAfterChange implements EventHandler {
  readonly name = 'open-repayment-after-change';

  constructor(
    private readonly changes: GrantChanges,
    private readonly demands: RepaymentDemands,
  ) {}

  async handle(tx: Transaction, { id, subjectId: grantId, data }: CommittedEvent): Promise<void> {
    const amount = yen(data?.['over'] ?? '0');
    if (amount === ZERO_YEN) return;
    const causeId = data?.['changeId'];
    if (causeId === undefined) throw new Error(`the event ${id} names no change`);
    const { kind, recipientAtFault } = await this.changes.get(tx, causeId);
    const cause = kind === 'amendment' ? 'amendment' : 'revocation';
    await this.demands.open(tx, { grantId, cause, causeId, amount, recipientAtFault });
  }
}

/** GrantDetermined → what was paid beyond the determined amount is asked back. */
@Injectable()
export class DemandAfterSettlement implements EventHandler {
  readonly name = 'open-repayment-after-settlement';

  constructor(private readonly demands: RepaymentDemands) {}

  async handle(tx: Transaction, { id, subjectId: grantId, data }: CommittedEvent): Promise<void> {
    const amount = yen(data?.['over'] ?? '0');
    if (amount === ZERO_YEN) return;
    const causeId = data?.['determinationId'];
    if (causeId === undefined) throw new Error(`the event ${id} names no determination`);
    await this.demands.open(tx, {
      ...{ grantId, cause: 'settlement', causeId, amount, recipientAtFault: false },
    });
  }
}

/** PaymentsMarkedPaid, PaymentFailed, PaymentOrderReturned → the demands of the grant follow what was paid. GrantAmended → also
 * what the grant gives. */
@Injectable()
export class DemandsFollowPayments implements EventHandler {
  readonly name = 'repayments-follow-payments';

  constructor(private readonly following: FollowPayments) {}

  async handle(tx: Transaction, { subjectId, data }: CommittedEvent): Promise<void> {
    await this.following.ofGrant(tx, data?.['grantId'] ?? subjectId);
  }
}

/** LetterVoided → the demand whose letter it was waits for a new one. */
@Injectable()
export class ReopenDemand implements EventHandler {
  readonly name = 'reopen-repayment-demand';

  constructor(private readonly reopened: ReopenedDemands) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === 'repayment-demand') await this.reopened.reopen(tx, event.subjectId);
  }
}
