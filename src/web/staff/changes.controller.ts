import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ViewAcknowledgements } from '../../acknowledgements/index.js';
import {
  AnswerChange,
  DraftChange,
  GrantPapers,
  IssueChangeLetter,
  ReturnReport,
  TOLD_AS,
  ViewChanges,
  isNotice,
  type ChangePage,
} from '../../grant-changes/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { parseYen } from '../../kernel/yen.js';
import { RepresentativeChanges } from '../../organizations/index.js';
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
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { titleOf } from '../shared/change-words.js';
import { typedDay } from '../shared/typed-day.js';
import { ReturnDto } from './acknowledgements/acknowledgements.dto.js';
import { ChangeDeskPage } from './changes.page.js';
import { ChangeDraftDto, ChangeIssueDto, ChangeReturnDto } from './changes.dto.js';
import { ChangeReviewPage } from './change-review.page.js';
import { optionsIn } from './draft-options.js';
import { GrantReportPage } from './grant-report.page.js';

type Answered = Promise<PageResult | RedirectResult>;
const DESK = '変更・報告';

/** What organisations sent after the decision: changes to be answered, drafted and notified, reports to be read. */
@Controller(':town/staff/changes')
@Desk('staff')
export class StaffChangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: ViewChanges,
    private readonly answerChange: AnswerChange,
    private readonly draftChange: DraftChange,
    private readonly issueLetter: IssueChangeLetter,
    private readonly returning: ReturnReport,
    private readonly told: ViewAcknowledgements,
    private readonly representatives: RepresentativeChanges,
    private readonly papers: GrantPapers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async desk(@Viewer() viewer: Viewer): Promise<PageResult> {
    const desk = await this.views.desk(viewer.actor);
    const toIssue = await this.told.toIssue(viewer.actor);
    const representatives = await this.unitOfWork.read(viewer.actor, (tx) => this.representatives.waiting(tx));
    const body = ChangeDeskPage({ viewer, desk, toIssue, representatives });
    return page(viewer, { title: DESK, wide: true, body });
  }

  @Get('reports/:reportId')
  report(@Viewer() viewer: Viewer, @Id('reportId') id: string): Promise<PageResult> {
    return this.reportPage(viewer, id);
  }

  @Post('reports/:reportId/return')
  async returnReport(@Viewer() viewer: Viewer, @Id('reportId') reportId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, note, correctBy: typed } = readForm(ReturnDto, body);
      const correctBy = typedDay(typed, 'correctBy', '直す期限');
      return this.returning.execute(viewer.actor, { reportId, version: Number(version), note, correctBy });
    });
    if (!outcome.ok) return this.reportPage(viewer, reportId, body, outcome.error);
    return redirect(viewer.url('staff/changes'), { notice: '差し戻しました。団体にメールで知らせます。' });
  }

  @Get('reports/:reportId/papers/:sha256')
  readReportPaper(
    @Viewer() viewer: Viewer,
    @Id('reportId') id: string,
    @Param('sha256') sha256: string,
  ): Promise<DownloadResult> {
    return this.paper(viewer, (tx) => this.papers.readOfReport(tx, id, sha256));
  }

  @Get(':changeId')
  show(@Viewer() viewer: Viewer, @Id('changeId') id: string): Answered {
    return this.reviewPage(viewer, id);
  }

  @Post(':changeId/return')
  async return(@Viewer() viewer: Viewer, @Id('changeId') changeId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, note, correctBy, asApplication } = readForm(ChangeReturnDto, body);
      return this.answerChange.return(viewer.actor, {
        ...{ changeId, version: Number(version), note, asApplication: asApplication === 'yes' },
        correctBy: typedDay(correctBy, 'correctBy', '直す期限'),
      });
    });
    if (!outcome.ok) return this.reviewPage(viewer, changeId, body, outcome.error);
    return redirect(viewer.url('staff/changes'), { notice: '差し戻しました。団体にメールで知らせます。' });
  }

  @Post(':changeId/drafts')
  async draft(@Viewer() viewer: Viewer, @Id('changeId') changeId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const form = readForm(ChangeDraftDto, body);
      const { version, outcome: chosen, amount, decisionReason, title, reason } = form;
      return this.draftChange.execute(viewer.actor, {
        ...{ changeId, version: Number(version), title, reason, ...optionsIn(form) },
        choice: { outcome: chosen, amount: amountIn(amount), reason: decisionReason },
      });
    });
    if (!outcome.ok) return this.reviewPage(viewer, changeId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '起案しました。' });
  }

  @Post(':changeId/letter')
  async issue(@Viewer() viewer: Viewer, @Id('changeId') changeId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { issuedOn, externalNumber } = readForm(ChangeIssueDto, body);
      const day = typedDay(issuedOn, 'issuedOn', '施行日');
      return this.issueLetter.execute(viewer.actor, { changeId, issuedOn: day, externalNumber });
    });
    if (!outcome.ok) return this.reviewPage(viewer, changeId, body, outcome.error);
    return redirect(viewer.url(`staff/letters/batches/${outcome.value.batchId}`));
  }

  @Get(':changeId/papers/:sha256')
  readPaper(
    @Viewer() viewer: Viewer,
    @Id('changeId') id: string,
    @Param('sha256') sha256: string,
  ): Promise<DownloadResult> {
    return this.paper(viewer, (tx) => this.papers.readOfChange(tx, id, sha256));
  }

  private async reportPage(viewer: Viewer, id: string, body?: unknown, error?: DomainError): Promise<PageResult> {
    const view = await this.views.report(viewer.actor, id);
    const desk = view.item.sentAt && (await this.told.one(viewer.actor, TOLD_AS[view.item.kind], id));
    return page(viewer, {
      title: `${view.grant.organizationName}の報告`,
      breadcrumb: [{ label: DESK, href: viewer.url('staff/changes') }, { label: view.grant.organizationName }],
      ...(error && { errors: error }),
      body: GrantReportPage({ viewer, view, desk, body, ...this.around(viewer) }),
    });
  }

  private async paper(
    viewer: Viewer,
    read: (tx: Parameters<GrantPapers['readOfChange']>[0]) => ReturnType<GrantPapers['readOfChange']>,
  ): Promise<DownloadResult> {
    const { bytes, mediaType, name: fileName } = await this.unitOfWork.read(viewer.actor, read);
    return download({ bytes, mediaType, fileName });
  }

  private async reviewPage(viewer: Viewer, id: string, body?: unknown, error?: DomainError): Promise<PageResult> {
    const view: ChangePage = await this.views.one(viewer.actor, id);
    const { change, grant } = view;
    const desk = isNotice(change) ? await this.told.one(viewer.actor, 'minor-change', id) : null;
    return page(viewer, {
      title: titleOf(change),
      wide: true,
      breadcrumb: [
        { label: DESK, href: viewer.url('staff/changes') },
        { label: grant.organizationName, href: viewer.url(`staff/grants/${grant.id}`) },
        { label: titleOf(change) },
      ],
      ...(error && { errors: error }),
      body: ChangeReviewPage({ viewer, view, desk, body, ...this.around(viewer) }),
    });
  }

  private around(viewer: Viewer): { readonly mayAct: boolean; readonly today: string } {
    return { mayAct: hasDuty(viewer.actor, 'promotion'), today: formatEra(dayInJapan(this.clock.now())) };
  }
}

/** Blank is no amount; what cannot be read is told at its field. */
function amountIn(typed: string) {
  try {
    return parseYen(typed);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw DomainError.invalid([{ pointer: 'amount', code: error.code, params: error.params }]);
  }
}
