import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { addDays, dayInJapan, formatEra } from '../../kernel/local-date.js';
import { LaterPaymentsPort } from '../../grants/index.js';
import { PaidAmounts } from '../../payments/index.js';
import {
  InspectReport,
  ReopenInspection,
  ReportFiles,
  ReportInspections,
  ReturnReport,
  type InspectionForm,
  type InspectionView,
} from '../../performance-reports/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  saved,
  Viewer,
  type DownloadResult,
  type JsonResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { InspectionPage } from './inspection.page.js';
import { InspectionDto } from './reports.dto.js';
import { typedInspection } from './typed-inspection.js';

/** How long an organisation is given for a correction unless staff say otherwise. */
const CORRECTION_DAYS = 14;

interface Refused {
  readonly error: DomainError;
  readonly form: InspectionForm;
  readonly correctBy: string;
}

/** 検査 of one report: saved as it goes, returned with points, ended, or taken up again. */
@Controller(':town/staff/reports/:reportId')
@Desk('staff')
export class InspectionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inspections: ReportInspections,
    private readonly files: ReportFiles,
    private readonly paid: PaidAmounts,
    private readonly later: LaterPaymentsPort,
    private readonly inspect: InspectReport,
    private readonly returnReport: ReturnReport,
    private readonly reopenInspection: ReopenInspection,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult> {
    return this.inspectionPage(viewer, id);
  }

  @Post('inspection')
  async save(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult | JsonResult> {
    const form = formIn(id, body);
    const outcome = await attempt(() => this.inspect.save(viewer.actor, form));
    if (!outcome.ok) {
      if (viewer.autosave) throw outcome.error;
      return this.refused(viewer, id, { error: outcome.error, form, correctBy: typedText(body, 'correctBy') });
    }
    if (viewer.autosave) return saved(outcome.value.version);
    return redirect(viewer.url(`staff/reports/${id}`), { notice: '検査を保存しました。' });
  }

  @Post('ending')
  async end(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const form = formIn(id, body);
    const outcome = await attempt(() => this.inspect.execute(viewer.actor, form));
    if (!outcome.ok) {
      return this.refused(viewer, id, { error: outcome.error, form, correctBy: typedText(body, 'correctBy') });
    }
    return redirect(viewer.url(`staff/reports/${id}`), { notice: '検査を終えました。' });
  }

  @Post('return')
  async giveBack(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const form = formIn(id, body);
    const correctBy = typedText(body, 'correctBy');
    const outcome = await attempt(() => this.returnReport.execute(viewer.actor, { ...form, correctBy }));
    if (!outcome.ok) return this.refused(viewer, id, { error: outcome.error, form, correctBy });
    return redirect(viewer.url('staff/reports'), { notice: '指摘を付けて差し戻しました。' });
  }

  @Post('reopening')
  async reopen(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.reopenInspection.execute(viewer.actor, id));
    if (!outcome.ok) return this.inspectionPage(viewer, id, undefined, outcome.error);
    return redirect(viewer.url(`staff/reports/${id}`), { notice: '検査をやり直します。' });
  }

  @Get('files/:sha256')
  async file(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.files.read(tx, id, sha256),
    );
    return download({ bytes, mediaType, fileName: name, inline: view !== undefined });
  }

  private refused(viewer: Viewer, id: string, { error, form, correctBy }: Refused): Promise<PageResult> {
    const withTyped = (view: InspectionView): InspectionView => ({
      ...view,
      inspection: { ...view.inspection, answers: form.answers, lines: form.lines, points: form.points },
    });
    return this.inspectionPage(viewer, id, correctBy, error, withTyped);
  }

  private async inspectionPage(
    viewer: Viewer,
    id: string,
    correctBy?: string,
    error?: DomainError,
    shown: (view: InspectionView) => InspectionView = (view) => view,
  ): Promise<PageResult> {
    const found = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const view = await this.inspections.of(tx, id);
      return {
        view,
        scans: await this.files.scansOf(tx, id),
        paid: await this.paid.of(tx, view.report.grantId),
        later: await this.later.sumOf(tx, view.report.grantId),
      };
    });
    const view = shown(found.view);
    const mayAct = hasDuty(viewer.actor, 'promotion');
    const proposed = formatEra(addDays(dayInJapan(this.clock.now()), CORRECTION_DAYS));
    return page(
      viewer,
      {
        title: `${view.report.title}の検査`,
        wide: true,
        breadcrumb: [{ label: '実績報告', href: viewer.url('staff/reports') }, { label: view.report.organizationName }],
        ...(error && { errors: error }),
        body: InspectionPage({
          ...{ viewer, view, scans: found.scans, paid: found.paid.paid, later: found.later, mayAct },
          editable: mayAct && view.report.state === 'submitted',
          correctBy: correctBy ?? proposed,
        }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}

const formIn = (reportId: string, body: unknown): InspectionForm => ({
  reportId,
  version: Number(readForm(InspectionDto, body).version),
  ...typedInspection(body),
});
