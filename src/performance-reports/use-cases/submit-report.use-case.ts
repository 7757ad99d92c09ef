import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ReceivedNumbers } from '../../applications/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { reportMachine, type PerformanceReport } from '../domain/report.js';
import { ReportPointStore } from '../store/report-point.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { ReportStore } from '../store/report.store.js';
import { CaseOfReport } from './case-of-report.js';
import { PrepareReport, type PreparedReport } from './prepare-report.js';
import { ReportFiles } from './report-files.js';
import { requireReportWriter } from './report-writer.js';

export interface SubmitReportCommand {
  readonly reportId: string;
  /** Given out once with the check page: a double click or a resend carries the same. */
  readonly requestId: string;
  /** Digest of what the check page showed: a second officer's later change is not sent unseen. */
  readonly checkedDigest: string;
}

export interface ReportReception {
  readonly receivedNumber: string;
  readonly receivedOn: LocalDate;
}

/**
 * Sends the report once: whatever arrives a second time gets the same answer. Freezes content and working, assigns 収受番号
 * and 収受日 (a correction keeps them), announces ReportSubmitted. Throws `reports.incomplete` with a fault at every field,
 * `reports.changed-since-check`.
 */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly points: ReportPointStore,
    private readonly preparation: PrepareReport,
    private readonly files: ReportFiles,
    private readonly numbers: ReceivedNumbers,
    private readonly cases: CaseOfReport,
  ) {}

  execute(actor: Actor, command: SubmitReportCommand): Promise<ReportReception> {
    return this.unitOfWork.run(actor, (tx) => this.submit(tx, command));
  }

  private async submit(tx: Transaction, command: SubmitReportCommand): Promise<ReportReception> {
    const { reportId, requestId } = command;
    const report = await this.reports.getForUpdate(tx, reportId);
    requireReportWriter(tx.actor, report);
    if (report.state === 'submitted' || (await this.submissions.hasRequest(tx, reportId, requestId))) {
      return receptionOf(report);
    }
    const state = nextState(reportMachine, 'reports.not-submittable', report.state, 'submit');
    const prepared = await this.preparation.prepare(tx, report);
    refuseWhenFaulty(prepared.faults, 'reports.incomplete');
    if (prepared.digest !== command.checkedDigest) throw new DomainError('reports.changed-since-check', 'stale');
    await this.files.prove(tx, prepared.content.files);
    const submissionId = await this.keep(tx, prepared, requestId);
    const reception = {
      receivedNumber: report.receivedNumber ?? (await this.numbers.take(tx)),
      receivedOn: report.receivedOn ?? report.paperReceivedOn ?? tx.today,
    };
    const round = report.round + 1;
    await this.reports.change(tx, report, { ...reception, state, round, submittedAt: tx.now, correctBy: null });
    await this.cases.move(tx, report, { phase: 'report-submitted', waitingFor: 'promotion', dueOn: null });
    const { id: subjectId, organizationId } = report;
    const action = tx.actor.kind === 'staff' ? 'report.paper-submitted' : 'report.submitted';
    tx.audit({ action, subjectKind: 'performance-report', subjectId, organizationId, detail: { round } });
    tx.announce({ type: 'ReportSubmitted', subjectId, organizationId, data: { submissionId } });
    return reception;
  }

  private async keep(
    tx: Transaction,
    { report, content, points, pointAnswers }: PreparedReport,
    requestId: string,
  ): Promise<string> {
    const id = randomUUID();
    await this.submissions.add(tx, { id, reportId: report.id, round: report.round + 1, requestId, content });
    for (const point of points) await this.points.answer(tx, point.id, pointAnswers[point.id]?.trim() ?? '');
    return id;
  }
}

function receptionOf({ receivedNumber, receivedOn }: PerformanceReport): ReportReception {
  if (receivedNumber === null || receivedOn === null) throw new Error('a submitted report has a received number');
  return { receivedNumber, receivedOn };
}
