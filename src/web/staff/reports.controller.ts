import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import {
  DraftDetermination,
  EnterPaperReport,
  IssueDeterminationLetters,
  ReportDirectory,
  ViewReports,
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
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { optionsIn } from './draft-options.js';
import { DeterminationDraftDto, DeterminationIssueDto } from './reports.dto.js';
import { PaperReportPage } from './report-paper.page.js';
import type { TypedReports } from './reports-props.js';
import { ReportsPage } from './reports.page.js';

/** 実績報告と額の確定: what is late, to inspect, to draft and to issue. */
@Controller(':town/staff/reports')
@Desk('staff')
export class StaffReportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ViewReports,
    private readonly directory: ReportDirectory,
    private readonly enterPaper: EnterPaperReport,
    private readonly draftDetermination: DraftDetermination,
    private readonly issueLetters: IssueDeterminationLetters,
    private readonly clock: Clock,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.listPage(viewer, {});
  }

  @Post('drafts')
  async draft(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(DeterminationDraftDto, body);
      return this.draftDetermination.execute(viewer.actor, { ...form, ...optionsIn(form) });
    });
    if (!outcome.ok) return this.listPage(viewer, { draft: (body ?? {}) as Record<string, unknown> }, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '額の確定を起案しました。' });
  }

  @Post('letters')
  async issue(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { determinationIds, issuedOn } = readForm(DeterminationIssueDto, body);
      const numbers = Object.entries(typedTexts(body, 'externalNumbers')).filter(([, text]) => text.trim() !== '');
      return this.issueLetters.execute(viewer.actor, {
        determinationIds,
        issuedOn: typedDay(issuedOn, 'issuedOn', '施行日'),
        externalNumbers: Object.fromEntries(numbers),
      });
    });
    if (!outcome.ok) return this.listPage(viewer, { issue: (body ?? {}) as Record<string, unknown> }, outcome.error);
    return redirect(viewer.url(`staff/letters/batches/${outcome.value.batchId}`));
  }

  @Get(':reportId/paper-entry')
  paper(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult> {
    return this.paperPage(viewer, id, formatEra(dayInJapan(this.clock.now())));
  }

  @Post(':reportId/paper-entry')
  async enter(
    @Viewer() viewer: Viewer,
    @Id('reportId') reportId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const typed = typedText(body, 'receivedOn');
    const outcome = await attempt(() =>
      this.enterPaper.execute(viewer.actor, {
        reportId,
        receivedOn: typedDay(typed, 'receivedOn', '受け取った日'),
      }),
    );
    if (!outcome.ok) return this.paperPage(viewer, reportId, typed, outcome.error);
    return redirect(viewer.url(`staff/reports/paper/${reportId}`));
  }

  @Post(':reportId/paper-entry/end')
  async stop(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<RedirectResult> {
    await this.enterPaper.stop(viewer.actor, id);
    return redirect(viewer.url('staff/reports'), { notice: '紙の受付をやめました。団体が続きを書けます。' });
  }

  private async paperPage(viewer: Viewer, id: string, receivedOn: string, error?: DomainError): Promise<PageResult> {
    const report = await this.unitOfWork.read(viewer.actor, (tx) => this.directory.get(tx, id));
    return page(viewer, {
      title: '紙の実績報告書を入力する',
      breadcrumb: [{ label: '実績報告', href: viewer.url('staff/reports') }, { label: '紙の実績報告書' }],
      ...(error && { errors: error }),
      body: PaperReportPage({ viewer, report, receivedOn }),
    });
  }

  private async listPage(viewer: Viewer, typed: TypedReports, error?: DomainError): Promise<PageResult> {
    const desk = await this.reports.execute(viewer.actor);
    return page(viewer, {
      title: '実績報告と額の確定',
      wide: true,
      ...(error && { errors: error }),
      body: ReportsPage({
        ...{ viewer, desk, typed },
        today: formatEra(dayInJapan(this.clock.now())),
        mayAct: hasDuty(viewer.actor, 'promotion'),
      }),
    });
  }
}
