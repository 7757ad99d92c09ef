import { Injectable } from '@nestjs/common';
import {
  DETERMINATION,
  OpenReports,
  ReportDirectory,
  ReportReceipts,
  SettleWithoutDetermination,
  WithdrawnDeterminationLetters,
} from '../../performance-reports/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { OrganizationMail } from './organization-mail.js';

/** GrantLetterIssued → the report that the programme asks for may be written. */
@Injectable()
export class OpenReport implements EventHandler {
  readonly name = 'open-report';

  constructor(private readonly reports: OpenReports) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.reports.open(tx, event.subjectId);
  }
}

/** MorningCame → reports of what has ended stand in the lists. */
@Injectable()
export class AskForReports implements EventHandler {
  readonly name = 'ask-for-reports';

  constructor(private readonly reports: OpenReports) {}

  handle(tx: Transaction): Promise<void> {
    return this.reports.askForEnded(tx);
  }
}

/** PaymentsMarkedPaid → the case goes on to its report. */
@Injectable()
export class FollowPayment implements EventHandler {
  readonly name = 'report-follows-payment';

  constructor(private readonly reports: OpenReports) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const grantId = event.data?.['grantId'];
    if (grantId !== undefined) await this.reports.goOnAfterPayment(tx, grantId);
  }
}

/** PaymentsMarkedPaid, ReportInspected → a grant without 額の確定 is settled in the books once its time has come. */
@Injectable()
export class SettlePaidGrant implements EventHandler {
  readonly name = 'settle-without-determination';

  constructor(private readonly settling: SettleWithoutDetermination) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const grantId = event.data?.['grantId'];
    if (grantId !== undefined) await this.settling.settle(tx, grantId);
  }
}

/** GrantWithdrawn → nothing is reported of it. */
@Injectable()
export class WithdrawReport implements EventHandler {
  readonly name = 'withdraw-report';

  constructor(private readonly reports: OpenReports) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.reports.withdraw(tx, event.subjectId);
  }
}

/** LetterVoided → the determination whose letter it was waits for a new one. */
@Injectable()
export class ReopenDetermination implements EventHandler {
  readonly name = 'reopen-determination';

  constructor(private readonly withdrawn: WithdrawnDeterminationLetters) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === DETERMINATION) await this.withdrawn.reopen(tx, event.subjectId);
  }
}

/** GrantAmended → the report is due after the end as it is now. */
@Injectable()
export class ReportFollowsAmendment implements EventHandler {
  readonly name = 'report-follows-amendment';

  constructor(private readonly reports: OpenReports) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.reports.followAmendment(tx, event.subjectId);
  }
}

/** GrantDiscontinued → the report is due earlier. */
@Injectable()
export class HastenReport implements EventHandler {
  readonly name = 'hasten-report';

  constructor(private readonly reports: OpenReports) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.reports.hasten(tx, event.subjectId);
  }
}

/** GrantRevoked → nothing is reported of what was revoked whole. */
@Injectable()
export class WithdrawRevokedReport implements EventHandler {
  readonly name = 'withdraw-revoked-report';

  constructor(private readonly reports: OpenReports) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    return this.reports.withdrawRevoked(tx, event.subjectId);
  }
}

/** ReportSubmitted → the 受付票 of this very sending. */
@Injectable()
export class IssueReportReceipt implements EventHandler {
  readonly name = 'issue-report-receipt';

  constructor(private readonly receipts: ReportReceipts) {}

  handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const submissionId = event.data?.['submissionId'];
    if (submissionId === undefined) throw new Error(`the event ${event.id} names no submission`);
    return this.receipts.issue(tx, event.subjectId, submissionId);
  }
}

/** ReportReturned → a mail that names the day by which the corrections are asked for. */
@Injectable()
export class TellOfReturnedReport implements EventHandler {
  readonly name = 'mail-report-returned';

  constructor(
    private readonly reports: ReportDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const { id, organizationId, state, title, correctBy } = await this.reports.get(tx, event.subjectId);
    // Corrected before the worker came to it: there is nothing left to ask for.
    if (state !== 'returned') return;
    await this.mail.send(tx, {
      ...{ id: event.id, organizationId, kind: 'report-returned', path: `committee/reports/${id}` },
      words: { title, correctBy },
    });
  }
}
