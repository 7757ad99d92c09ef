import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ViewAcknowledgements } from '../../acknowledgements/index.js';
import {
  AmendmentDrafts,
  DiscontinuationDrafts,
  GrantPapers,
  SendChange,
  ViewChanges,
  type ChangePage,
} from '../../grant-changes/index.js';
import type { DomainError, Fault } from '../../kernel/domain-error.js';
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
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { titleOf } from '../shared/change-words.js';
import { ChangeCheckPage } from './change-check.page.js';
import { changeUrl, frameOf, isWritten } from './change-parts.js';
import { ChangeSentPage } from './change-sent.page.js';
import { ChangeTasksPage } from './change-tasks.page.js';
import { ChangeSendingDto } from './changes.dto.js';
import { DiscontinuationPage } from './discontinuation.page.js';

type Answered = Promise<PageResult | RedirectResult>;

/** A 変更 or 中止・廃止 of the organisation: what is to be written, the check before it is sent, and what became of it. */
@Controller(':town/committee/changes/:changeId')
@Desk('committee')
export class CommitteeChangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly amendments: AmendmentDrafts,
    private readonly discontinuations: DiscontinuationDrafts,
    private readonly views: ViewChanges,
    private readonly sendChange: SendChange,
    private readonly papers: GrantPapers,
    private readonly told: ViewAcknowledgements,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('changeId') id: string): Answered {
    const view = await this.views.one(viewer.actor, id);
    if (!isWritten(view.change)) {
      const answers = await this.unitOfWork.read(viewer.actor, (tx) => this.told.answersTo(tx, [id]));
      const answer = answers.get(id) ?? null;
      return page(viewer, { ...frameOf(viewer, view), body: ChangeSentPage({ viewer, view, answer }) });
    }
    if (view.change.kind === 'discontinuation') return this.discontinuation(viewer, view);
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.amendments.get(tx, id));
    return page(viewer, { ...frameOf(viewer, view), body: ChangeTasksPage({ viewer, draft, papers: view.papers }) });
  }

  @Get('check')
  check(@Viewer() viewer: Viewer, @Id('changeId') id: string): Answered {
    return this.checkPage(viewer, id);
  }

  @Post('sending')
  async send(@Viewer() viewer: Viewer, @Id('changeId') id: string, @Body() body: unknown): Answered {
    const { requestId, checkedDigest } = readForm(ChangeSendingDto, body);
    const outcome = await attempt(() =>
      this.sendChange.execute(viewer.actor, { changeId: id, requestId, checkedDigest }),
    );
    if (!outcome.ok) return this.checkPage(viewer, id, outcome.error);
    const { receivedNumber, needsApproval } = outcome.value;
    const next = needsApproval
      ? '担当課が確かめ、決裁のあと、通知書が届きます。承認されるまでは、いまの内容のとおり行ってください。'
      : '軽微な変更の届として、担当課が確かめます。';
    return redirect(changeUrl(viewer, id), { notice: `提出しました（受付番号 ${receivedNumber}）。${next}` });
  }

  @Post('papers')
  @AcceptUploads()
  async addPapers(
    @Viewer() viewer: Viewer,
    @Id('changeId') id: string,
    @Uploads() uploads: readonly Upload[],
  ): Answered {
    const chosen = uploads.length > 0;
    const outcome = chosen
      ? await attempt(() => this.papers.addToChange(viewer.actor, id, uploads))
      : { ok: false as const, error: [{ pointer: 'papers', code: 'applications.file-not-chosen' }] };
    if (outcome.ok) return redirect(changeUrl(viewer, id), { notice: '書類を添えました。' });
    const view = await this.views.one(viewer.actor, id);
    if (view.change.kind === 'discontinuation') return this.discontinuation(viewer, view, outcome.error);
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.amendments.get(tx, id));
    const body = ChangeTasksPage({ viewer, draft, papers: view.papers });
    return page(viewer, { ...frameOf(viewer, view), errors: outcome.error, body });
  }

  @Post('papers/:paperId/removal')
  async removePaper(
    @Viewer() viewer: Viewer,
    @Id('changeId') id: string,
    @Id('paperId') paperId: string,
  ): Promise<RedirectResult> {
    await this.papers.removeFromChange(viewer.actor, id, paperId);
    return redirect(changeUrl(viewer, id), { notice: '書類を外しました。' });
  }

  @Get('papers/:sha256')
  async readPaper(
    @Viewer() viewer: Viewer,
    @Id('changeId') id: string,
    @Param('sha256') sha256: string,
  ): Promise<DownloadResult> {
    const file = await this.unitOfWork.read(viewer.actor, (tx) => this.papers.readOfChange(tx, id, sha256));
    return download({ bytes: file.bytes, mediaType: file.mediaType, fileName: file.name });
  }

  private async checkPage(viewer: Viewer, id: string, error?: DomainError): Answered {
    const view = await this.views.one(viewer.actor, id);
    if (!isWritten(view.change)) return redirect(changeUrl(viewer, id));
    if (view.change.kind === 'discontinuation') return this.discontinuation(viewer, view, error);
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.amendments.get(tx, id));
    const back = { label: titleOf(view.change), href: changeUrl(viewer, id) };
    const frame = frameOf(viewer, view);
    return page(
      viewer,
      {
        ...frame,
        title: '確かめて提出する',
        wide: true,
        breadcrumb: [...(frame.breadcrumb ?? []).slice(0, -1), back, { label: '確かめて提出する' }],
        ...(error && { errors: error }),
        body: ChangeCheckPage({ viewer, draft, papers: view.papers }),
      },
      error ? 409 : undefined,
    );
  }

  private async discontinuation(viewer: Viewer, view: ChangePage, error?: DomainError | readonly Fault[]): Answered {
    const { id } = view.change;
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.discontinuations.get(tx, id));
    const body = DiscontinuationPage({ viewer, draft, papers: view.papers });
    return page(viewer, { ...frameOf(viewer, view), ...(error && { errors: error }), body });
  }
}
