import { Injectable } from '@nestjs/common';
import {
  AskByTheRule,
  changeTitle,
  GrantChanges,
  GrantReports,
  REPORT_TITLES,
  WithdrawnChangeLetters,
} from '../../grant-changes/index.js';
import { GrantDirectory } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { CommittedEvent, EventHandler } from '../../platform/outbox/index.js';
import { OrganizationMail } from './organization-mail.js';

/** MorningCame → 状況報告書 that a programme asks for by a day are asked for in the days before. */
@Injectable()
export class AskForProgress implements EventHandler {
  readonly name = 'ask-for-progress';

  constructor(private readonly rule: AskByTheRule) {}

  handle(tx: Transaction): Promise<void> {
    return this.rule.askDue(tx);
  }
}

/** LetterVoided → the change whose letter it was waits for a new one. */
@Injectable()
export class ReopenChange implements EventHandler {
  readonly name = 'reopen-change';

  constructor(private readonly withdrawn: WithdrawnChangeLetters) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    if (event.data?.['subjectKind'] === 'grant-change') await this.withdrawn.reopen(tx, event.subjectId);
  }
}

/** GrantChangeReturned → a mail that names the day by which the change is awaited again. */
@Injectable()
export class TellOfReturnedChange implements EventHandler {
  readonly name = 'mail-change-returned';

  constructor(
    private readonly changes: GrantChanges,
    private readonly grants: GrantDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const change = await this.changes.get(tx, event.subjectId);
    // Sent again before the worker came to it.
    if (change.state !== 'returned') return;
    const { document, programName } = await this.grants.get(tx, change.grantId);
    await this.mail.send(tx, {
      ...{
        id: event.id,
        organizationId: change.organizationId,
        kind: 'change-returned',
        sectionId: document.handledBy,
      },
      path: `committee/changes/${change.id}`,
      words: { name: programName, paper: changeTitle(change), correctBy: change.correctBy },
    });
  }
}

/** GrantReportReturned → a mail that names the day by which the report is awaited again. */
@Injectable()
export class TellOfReturnedGrantReport implements EventHandler {
  readonly name = 'mail-grant-report-returned';

  constructor(
    private readonly reports: GrantReports,
    private readonly grants: GrantDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const { id, grantId, organizationId, kind, state, correctBy } = await this.reports.get(tx, event.subjectId);
    // Sent again before the worker came to it.
    if (state !== 'returned') return;
    const { document, programName } = await this.grants.get(tx, grantId);
    await this.mail.send(tx, {
      ...{ id: event.id, organizationId, kind: 'change-returned', sectionId: document.handledBy },
      path: `committee/changes/reports/${id}`,
      words: { name: programName, paper: REPORT_TITLES[kind], correctBy },
    });
  }
}

/** ReportAsked → a mail with the due day. */
@Injectable()
export class TellOfAskedReport implements EventHandler {
  readonly name = 'mail-report-asked';

  constructor(
    private readonly reports: GrantReports,
    private readonly grants: GrantDirectory,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    const { id, grantId, organizationId, kind, state, dueOn } = await this.reports.get(tx, event.subjectId);
    if (state !== 'asked') return;
    const { document, programName } = await this.grants.get(tx, grantId);
    await this.mail.send(tx, {
      ...{ id: event.id, organizationId, kind: 'report-asked', sectionId: document.handledBy },
      path: `committee/changes/reports/${id}`,
      words: { name: programName, paper: REPORT_TITLES[kind], dueOn },
    });
  }
}
