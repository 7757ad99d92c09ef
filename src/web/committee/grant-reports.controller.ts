import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ViewAcknowledgements } from '../../acknowledgements/index.js';
import {
  GrantPapers,
  REPORT_KINDS,
  REPORT_TITLES,
  SendReport,
  ViewChanges,
  ViewGrantCase,
  WithdrawReport,
  type GrantReport,
  type ReportKind,
} from '../../grant-changes/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { groupDigits, parseYen } from '../../kernel/yen.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type Crumb,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedText } from '../shared/typed-text.js';
import { GrantReportDto } from './changes.dto.js';
import { GrantReportForm, GrantReportSent, type TypedReport } from './grant-report.page.js';

type Answered = Promise<PageResult | RedirectResult>;

/** What is to be written: of which grant and kind, and which asked report it answers. */
interface Asked {
  readonly grantId: string;
  readonly kind: ReportKind;
  readonly reportId: string | null;
}

/** 状況報告 and 事故報告 of the organisation. */
@Controller(':town/committee')
@Desk('committee')
export class CommitteeReportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: ViewChanges,
    private readonly grants: ViewGrantCase,
    private readonly sendReport: SendReport,
    private readonly withdrawReport: WithdrawReport,
    private readonly told: ViewAcknowledgements,
    private readonly papers: GrantPapers,
    private readonly clock: Clock,
  ) {}

  @Get('grants/:grantId/reports/:kind')
  blank(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Param('kind') kind: string): Answered {
    return this.formPage(viewer, { grantId, kind: kindNamed(kind), reportId: null });
  }

  @Post('grants/:grantId/reports/:kind')
  @AcceptUploads()
  send(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Answered {
    return this.keep(viewer, { grantId, kind: kindNamed(kind), reportId: null }, body, uploads);
  }

  @Get('changes/reports/:reportId')
  async show(@Viewer() viewer: Viewer, @Id('reportId') reportId: string): Answered {
    const view = await this.views.report(viewer.actor, reportId);
    const { id, kind, grantId, state } = view.item;
    if (state === 'asked' || state === 'returned') return this.formPage(viewer, { grantId, kind, reportId: id });
    const answers = await this.unitOfWork.read(viewer.actor, (tx) => this.told.answersTo(tx, [id]));
    return page(viewer, {
      title: REPORT_TITLES[kind],
      breadcrumb: crumbs(viewer, view.grant, kind),
      body: GrantReportSent({ viewer, view, answer: answers.get(id) ?? null }),
    });
  }

  @Post('changes/reports/:reportId/withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('reportId') reportId: string): Promise<RedirectResult> {
    const { grantId } = await this.withdrawReport.execute(viewer.actor, reportId);
    return redirect(viewer.url(`committee/grants/${grantId}`), { notice: '報告を取り下げました。' });
  }

  @Post('changes/reports/:reportId')
  @AcceptUploads()
  async answer(
    @Viewer() viewer: Viewer,
    @Id('reportId') reportId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Answered {
    const { item } = await this.views.report(viewer.actor, reportId);
    return this.keep(viewer, { grantId: item.grantId, kind: item.kind, reportId }, body, uploads);
  }

  @Get('changes/reports/:reportId/papers/:sha256')
  async readPaper(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Param('sha256') sha256: string,
  ): Promise<DownloadResult> {
    const file = await this.unitOfWork.read(viewer.actor, (tx) => this.papers.readOfReport(tx, id, sha256));
    return download({ bytes: file.bytes, mediaType: file.mediaType, fileName: file.name });
  }

  private async keep(viewer: Viewer, asked: Asked, body: unknown, uploads: readonly Upload[]): Answered {
    const outcome = await attempt(() => {
      const { requestId, asOf, happening, outlook, spentAmount } = readForm(GrantReportDto, body);
      return this.sendReport.execute(viewer.actor, {
        ...{ ...asked, requestId, happening, outlook, uploads },
        asOf: typedDay(asOf, 'asOf', 'いつの状況か'),
        spentAmount: amountIn(spentAmount),
      });
    });
    if (!outcome.ok) return this.formPage(viewer, asked, { body, error: outcome.error });
    const notice = `${REPORT_TITLES[asked.kind]}を提出しました。`;
    return redirect(viewer.url(`committee/changes/reports/${outcome.value.reportId}`), { notice });
  }

  private async formPage(
    viewer: Viewer,
    asked: Asked,
    refused?: { readonly body: unknown; readonly error: DomainError },
  ): Promise<PageResult> {
    const { grant } = await this.grants.execute(viewer.actor, asked.grantId);
    const report = asked.reportId ? (await this.views.report(viewer.actor, asked.reportId)).item : null;
    const typed: TypedReport = {
      asOf: formatEra(dayInJapan(this.clock.now())),
      ...(report?.state === 'returned' && writtenIn(report)),
      ...(refused && typedReport(refused.body)),
    };
    return page(viewer, {
      title: `${REPORT_TITLES[asked.kind]}を書く`,
      breadcrumb: crumbs(viewer, grant, asked.kind),
      ...(refused && { errors: refused.error }),
      body: GrantReportForm({ viewer, grant, kind: asked.kind, report, typed }),
    });
  }
}

function kindNamed(name: string): ReportKind {
  const kind = REPORT_KINDS.find((known) => known === name);
  if (!kind) throw DomainError.notFound();
  return kind;
}

function amountIn(typed: string) {
  try {
    return parseYen(typed);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer: 'spentAmount', code: error.code, params: error.params }]);
  }
}

/** What was sent stands in the form that came back. */
const writtenIn = ({ asOf, happening, outlook, spentAmount }: GrantReport): TypedReport => ({
  ...{ happening, outlook, ...(asOf && { asOf: formatEra(asOf) }) },
  ...(spentAmount !== null && { spentAmount: groupDigits(spentAmount) }),
});

const typedReport = (body: unknown): TypedReport =>
  Object.fromEntries(
    ['asOf', 'happening', 'outlook', 'spentAmount', 'requestId'].map((name) => [name, typedText(body, name)]),
  );

const crumbs = (
  viewer: Viewer,
  grant: { readonly id: string; readonly programName: string },
  kind: ReportKind,
): Crumb[] => [
  { label: '交付決定のあと', href: viewer.url('committee/grants') },
  { label: grant.programName, href: viewer.url(`committee/grants/${grant.id}`) },
  { label: REPORT_TITLES[kind] },
];
