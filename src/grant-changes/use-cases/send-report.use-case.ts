import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { GrantDirectory } from '../../grants/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { acceptUpload, type AcceptedUpload, type Upload } from '../../platform/files/index.js';
import { refuseUnfitReport, reportMachine, type ReportKind, type WrittenReport } from '../domain/grant-report.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { GrantPapers } from './grant-papers.js';
import { GrantReports } from './grant-reports.js';
import { refuseUnchangeable } from './refuse-unchangeable.js';

export interface SendReportCommand extends WrittenReport {
  readonly grantId: string;
  readonly kind: ReportKind;
  /** The asked report that it answers; null: the organisation reports by itself. */
  readonly reportId: string | null;
  /** Given out once with the page. */
  readonly requestId: string;
  readonly uploads: readonly Upload[];
}

/** The organisation sends a 状況報告 or 事故報告 once. Faults at the fields of `WrittenReport`, and at `papers`. */
@Injectable()
export class SendReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantReportStore,
    private readonly reports: GrantReports,
    private readonly papers: GrantPapers,
    private readonly grants: GrantDirectory,
  ) {}

  async execute(actor: Actor, command: SendReportCommand): Promise<{ reportId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    const accepted: AcceptedUpload[] = [];
    for (const upload of command.uploads) {
      accepted.push(await acceptUpload(upload, ['pdf', 'image', 'excel', 'word'], 'papers'));
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, command.grantId);
      const before = await this.store.ofRequest(tx, command.requestId);
      if (before) return { reportId: before.id };
      const { kind, asOf, happening, outlook, spentAmount } = command;
      refuseUnfitReport(kind, { asOf, happening, outlook, spentAmount }, tx.today);
      const written = {
        ...{ asOf, spentAmount, happening: happening.trim(), outlook: outlook.trim() },
        ...{ sentAt: tx.now, sentBy: actor.name, requestId: command.requestId },
      };
      const reportId = command.reportId
        ? await this.answer(tx, command.reportId, command, written)
        : await this.add(tx, grant, kind, written);
      await this.papers.keep(tx, reportId, accepted);
      const { organizationId } = grant;
      const action = `grant-report.${kind}-sent`;
      tx.audit({ action, subjectKind: 'grant-report', subjectId: reportId, organizationId });
      return { reportId };
    });
  }

  private async answer(
    tx: Transaction,
    id: string,
    { grantId, kind }: SendReportCommand,
    written: Written,
  ): Promise<string> {
    const report = await this.reports.lock(tx, id);
    if (report.grantId !== grantId || report.kind !== kind) throw DomainError.notFound();
    const state = nextState(reportMachine, 'grant-changes.report-state', report.state, 'send');
    await this.store.change(tx, report, { state, ...written, returnNote: '', correctBy: null });
    return id;
  }

  private async add(
    tx: Transaction,
    grant: Parameters<typeof refuseUnchangeable>[0],
    kind: ReportKind,
    written: Written,
  ): Promise<string> {
    refuseUnchangeable(grant);
    const id = randomUUID();
    const { id: grantId, organizationId } = grant;
    await this.store.add(tx, { id, grantId, organizationId, kind, state: 'sent', ...written });
    return id;
  }
}

type Written = WrittenReport & { readonly sentAt: Date; readonly sentBy: string; readonly requestId: string };
