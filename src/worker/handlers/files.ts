import { Injectable } from '@nestjs/common';
import { ApplicationFiles } from '../../applications/index.js';
import { changeTitle, GrantPapers, REPORT_TITLES } from '../../grant-changes/index.js';
import { isWritten, ReportFiles } from '../../performance-reports/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { ScanFile } from '../../platform/files/index.js';
import type { CommittedEvent, EventHandler, Postpone } from '../../platform/outbox/index.js';
import { OrganizationMail } from './organization-mail.js';

/** FileReceived → the virus scanner looks at the file, now or as soon as it answers. */
@Injectable()
export class ScanReceivedFile implements EventHandler {
  readonly name = 'scan-file';

  constructor(private readonly scanning: ScanFile) {}

  async handle(tx: Transaction, event: CommittedEvent, postpone: Postpone): Promise<void> {
    const again = await this.scanning.scan(tx, event.subjectId);
    if (again) postpone(again);
  }
}

/** Something of an organisation in which an infected file lies. */
interface Carrying {
  readonly id: string;
  readonly organizationId: string;
  readonly path: string;
  /** What the organisation calls it. */
  readonly paper: string;
  /** The organisation itself can take the file out. */
  readonly editable: boolean;
}

/** FileInfected → a mail to each organisation whose application, change or report carries the file: it needs another one. */
@Injectable()
export class TellOfInfectedFile implements EventHandler {
  readonly name = 'mail-file-infected';

  constructor(
    private readonly applications: ApplicationFiles,
    private readonly papers: GrantPapers,
    private readonly reports: ReportFiles,
    private readonly mail: OrganizationMail,
  ) {}

  async handle(tx: Transaction, event: CommittedEvent): Promise<void> {
    for (const { id, organizationId, path, paper, editable } of await this.carrying(tx, event.subjectId)) {
      await this.mail.send(tx, {
        ...{ id: `${event.id}-${id}`, organizationId, kind: 'file-infected', path, words: { paper, editable } },
      });
    }
  }

  private async carrying(tx: Transaction, sha256: string): Promise<Carrying[]> {
    const applications = await this.applications.carrying(tx, sha256);
    const { changes, reports: onTheWay } = await this.papers.carrying(tx, sha256);
    const reports = await this.reports.carrying(tx, sha256);
    return [
      ...applications.map(({ id, organizationId, state }) => ({
        ...{ id, organizationId, path: `committee/applications/${id}`, paper: '申請' },
        editable: state === 'draft' || state === 'returned',
      })),
      ...changes.map((change) => ({
        ...{ id: change.id, organizationId: change.organizationId, path: `committee/changes/${change.id}` },
        ...{ paper: changeTitle(change), editable: change.state === 'drafting' || change.state === 'returned' },
      })),
      // what was reported on the way is sent in one go: nothing of it can be taken out any more
      ...onTheWay.map(({ id, organizationId, kind }) => ({
        ...{ id, organizationId, path: `committee/changes/reports/${id}`, paper: REPORT_TITLES[kind], editable: false },
      })),
      ...reports.map((report) => ({
        ...{ id: report.id, organizationId: report.organizationId, path: `committee/reports/${report.id}` },
        ...{ paper: '実績報告書', editable: isWritten(report) },
      })),
    ];
  }
}
