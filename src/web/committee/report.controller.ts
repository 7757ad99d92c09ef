import { Body, Controller, Get, Post } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Letters } from '../../notices/index.js';
import {
  DeterminationDirectory,
  isWritten,
  REPORT_SUBJECT,
  ReportDirectory,
  ReportDrafts,
  ReportFiles,
  SubmitReport,
  type PreparedReport,
} from '../../performance-reports/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Crumb,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { ReportCheckPage } from './report-check.page.js';
import { reportBeginning } from './report-section-page.js';
import { ReportReceiptNotice, SentReportPage, type SentReport } from './report-sent.page.js';
import { ReportTasksPage } from './report-tasks.page.js';
import { reportUrl } from './report-words.js';
import { ReportSubmissionDto } from './report.dto.js';

/**
 * 実績報告 of one grant: its tasks, its check and submission, its receipt. Staff enter here what came on paper; what is
 * sent they read at their own desk.
 */
@Controller([':town/committee/reports/:reportId', ':town/staff/reports/paper/:reportId'])
@Desk('committee', 'staff')
export class ReportController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ReportDirectory,
    private readonly drafts: ReportDrafts,
    private readonly files: ReportFiles,
    private readonly determinations: DeterminationDirectory,
    private readonly grants: GrantDirectory,
    private readonly cases: CaseList,
    private readonly letters: Letters,
    private readonly submitReport: SubmitReport,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult | RedirectResult> {
    const report = await this.unitOfWork.read(viewer.actor, (tx) => this.directory.get(tx, id));
    const title = '実績報告';
    const lead = report.title === report.programName ? report.programName : `${report.title}（${report.programName}）`;
    const breadcrumb = [reportBeginning(viewer), { label: `${report.title}の実績報告` }];
    if (isWritten(report)) {
      const draft = await this.draftOf(viewer, id);
      return page(viewer, { title, lead, breadcrumb, body: ReportTasksPage({ viewer, draft, now: this.clock.now() }) });
    }
    if (viewer.desk === 'staff') return redirect(viewer.url(`staff/reports/${id}`));
    const sent = await this.sentOf(viewer, id);
    return page(viewer, { title, lead, breadcrumb, wide: true, body: SentReportPage({ viewer, sent }) });
  }

  @Get('check')
  async check(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult | RedirectResult> {
    const draft = await this.draftOf(viewer, id);
    return isWritten(draft.report) ? this.checkPage(viewer, draft) : redirect(reportUrl(viewer, id));
  }

  @Post('submission')
  async submit(
    @Viewer() viewer: Viewer,
    @Id('reportId') reportId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const command = readForm(ReportSubmissionDto, body);
    const outcome = await attempt(() => this.submitReport.execute(viewer.actor, { ...command, reportId }));
    if (outcome.ok && viewer.desk === 'staff') {
      const notice = `紙の実績報告を受け付けました。収受番号は${outcome.value.receivedNumber}です。`;
      return redirect(viewer.url(`staff/reports/${reportId}`), { notice });
    }
    if (outcome.ok) return redirect(reportUrl(viewer, reportId, 'receipt'));
    return this.checkPage(viewer, await this.draftOf(viewer, reportId), outcome.error);
  }

  @Get('receipt')
  async receipt(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult | RedirectResult> {
    if (viewer.desk === 'staff') return redirect(viewer.url(`staff/reports/${id}`));
    const sent = await this.sentOf(viewer, id);
    if (isWritten(sent.report)) return redirect(reportUrl(viewer, id));
    return page(viewer, {
      title: '実績報告の受付',
      breadcrumb: this.crumbs(viewer, sent.report, '受付'),
      body: ReportReceiptNotice({ viewer, sent }),
    });
  }

  private checkPage(viewer: Viewer, draft: PreparedReport, error?: DomainError): PageResult {
    return page(viewer, {
      title: viewer.desk === 'staff' ? '内容を確かめて受け付ける' : '内容を確かめて提出する',
      wide: true,
      breadcrumb: this.crumbs(viewer, draft.report, '確かめて提出'),
      ...(error && { errors: error.kind === 'invalid' ? draft.faults : error }),
      body: ReportCheckPage({ viewer, draft }),
    });
  }

  private crumbs(viewer: Viewer, { id, title }: { id: string; title: string }, here: string): Crumb[] {
    return [reportBeginning(viewer), { label: `${title}の実績報告`, href: reportUrl(viewer, id) }, { label: here }];
  }

  private draftOf(viewer: Viewer, id: string): Promise<PreparedReport> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }

  private sentOf(viewer: Viewer, id: string): Promise<SentReport> {
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const report = await this.directory.get(tx, id);
      const [submission] = await this.directory.submissionsOf(tx, id);
      const { document } = await this.grants.get(tx, report.grantId);
      if (!submission || !document.report) throw DomainError.notFound();
      const [receipt = null] = await this.letters.forSubject(tx, REPORT_SUBJECT, submission.id);
      return {
        ...{ report, submission, receipt, asked: document.report },
        points: await this.directory.pointsOf(tx, id),
        scans: await this.files.scansOf(tx, id),
        determination: await this.determinations.ofGrant(tx, report.grantId),
        phase: (await this.cases.visible(tx, report.applicationId)).phase,
      };
    });
  }
}
