import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  COMMENT_SOURCES,
  DecideConsultation,
  ExportComments,
  PublishConsultation,
  SendComment,
  SortComments,
  ViewConsultations,
  WriteConsultation,
} from '../../../consultations/index.js';
import { requireDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { commentIn, commentShapeFaults } from '../../shared/comment-fields.js';
import { ConsultationBody } from '../../shared/consultation-body.js';
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
} from '../../shared/index.js';
import { requestIdIn, toldTogether } from '../../shared/sent-form.js';
import { typedDay } from '../../shared/typed-day.js';
import { typedList } from '../../shared/typed-records.js';
import { typedText } from '../../shared/typed-text.js';
import { optionsIn } from '../draft-options.js';
import { ConsultationFormPage, contentIn } from './consultation-form.page.js';
import { PaperCommentPage, StaffConsultationPage, StaffConsultationsPage } from './consultation.page.js';
import { askedIn, groupIn, intoWhich } from './typed-comments.js';
import { faultsAt, versionIn } from './typed.js';
import { VoiceDraftDto } from './voices.dto.js';

type Answered = Promise<PageResult | RedirectResult>;
const DESK = '意見募集';
const BASE = 'staff/voices/consultations';

/** 意見募集: written, looked at, published; comments sorted and answered; the result decided. */
@Controller(`:town/${BASE}`)
@Desk('staff')
export class StaffConsultationsController {
  constructor(
    private readonly views: ViewConsultations,
    private readonly writing: WriteConsultation,
    private readonly publishing: PublishConsultation,
    private readonly sending: SendComment,
    private readonly sorting: SortComments,
    private readonly deciding: DecideConsultation,
    private readonly exporting: ExportComments,
  ) {}

  @Get()
  async desk(@Viewer() viewer: Viewer): Promise<PageResult> {
    const desk = await this.views.desk(viewer.actor);
    return page(viewer, {
      title: DESK,
      wide: true,
      breadcrumb: crumbs(viewer),
      body: StaffConsultationsPage({ viewer, desk }),
    });
  }

  @Get('new')
  blank(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.formPage(viewer, null, randomUUID(), {});
  }

  @Post('new')
  @AcceptUploads()
  async write(@Viewer() viewer: Viewer, @Body() body: unknown, @Uploads() files: readonly Upload[]): Answered {
    const requestId = requestIdIn(body);
    const outcome = await attempt(() =>
      this.writing.write(viewer.actor, { requestId, content: contentIn(body), files }),
    );
    if (!outcome.ok) return this.formPage(viewer, null, requestId, body, outcome.error);
    return redirect(at(viewer, outcome.value.id), { notice: '下書きを保存しました。下見をしてから公開してください。' });
  }

  @Get(':consultationId')
  show(@Viewer() viewer: Viewer, @Id('consultationId') id: string, @Query() query: unknown): Promise<PageResult> {
    return this.ownPage(viewer, id, query);
  }

  @Get(':consultationId/edit')
  edit(@Viewer() viewer: Viewer, @Id('consultationId') id: string): Promise<PageResult> {
    return this.formPage(viewer, id, '', {});
  }

  @Post(':consultationId/edit')
  @AcceptUploads()
  async rewrite(
    @Viewer() viewer: Viewer,
    @Id('consultationId') consultationId: string,
    @Body() body: unknown,
    @Uploads() files: readonly Upload[],
  ): Answered {
    const outcome = await attempt(() => {
      const takeOff = typedList(body, 'takeOff');
      const written = { content: contentIn(body), files, takeOff };
      return this.writing.rewrite(viewer.actor, { consultationId, version: versionIn(body), ...written });
    });
    if (!outcome.ok) return this.formPage(viewer, consultationId, '', body, outcome.error);
    return redirect(at(viewer, consultationId), { notice: '下書きを保存しました。' });
  }

  /** As residents will see it. */
  @Get(':consultationId/preview')
  async preview(@Viewer() viewer: Viewer, @Id('consultationId') id: string): Promise<PageResult> {
    const view = await this.views.page(viewer.actor, id);
    const { title } = view.consultation;
    const told = { ...view, result: null, retentionDays: 0, basis: '' };
    const breadcrumb = crumbs(viewer, { label: title, href: at(viewer, id) }, { label: '下見' });
    const files = `${at(viewer, id)}/files`;
    return page(viewer, { title: `下見：${title}`, breadcrumb, body: ConsultationBody({ viewer, view: told, files }) });
  }

  @Get(':consultationId/files/:sha256')
  async file(
    @Viewer() viewer: Viewer,
    @Id('consultationId') id: string,
    @Param('sha256') sha256: string,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.views.file(viewer.actor, id, sha256);
    return download({ bytes, mediaType, fileName: name, inline: true });
  }

  @Post(':consultationId/publication')
  publish(@Viewer() viewer: Viewer, @Id('consultationId') id: string, @Body() body: unknown): Answered {
    return this.act(viewer, id, body, '公開しました。募集の期間になると、意見を受け付けます。', (shown) =>
      this.publishing.publish(viewer.actor, shown),
    );
  }

  @Post(':consultationId/extension')
  extend(@Viewer() viewer: Viewer, @Id('consultationId') id: string, @Body() body: unknown): Answered {
    return this.act(viewer, id, body, '募集の期間を延ばしました。', (shown) => {
      const until = typedDay(typedText(body, 'until'), 'until', '新しい終わりの日');
      const reason = typedText(body, 'extensionReason');
      return faultsAt(
        (field) => (field === 'reason' ? 'extensionReason' : field),
        () => this.publishing.extend(viewer.actor, shown, until, reason),
      );
    });
  }

  @Post(':consultationId/withdrawal')
  withdraw(@Viewer() viewer: Viewer, @Id('consultationId') id: string, @Body() body: unknown): Answered {
    return this.act(viewer, id, body, '意見募集を取りやめました。', (shown) =>
      faultsAt(
        () => 'withdrawalReason',
        () => this.publishing.withdraw(viewer.actor, shown, typedText(body, 'withdrawalReason')),
      ),
    );
  }

  @Get(':consultationId/comments/new')
  paper(@Viewer() viewer: Viewer, @Id('consultationId') id: string): Promise<PageResult> {
    return this.paperPage(viewer, id, randomUUID(), {});
  }

  @Post(':consultationId/comments/new')
  async enter(@Viewer() viewer: Viewer, @Id('consultationId') consultationId: string, @Body() body: unknown): Answered {
    const requestId = requestIdIn(body);
    const outcome = await attempt(async () => {
      const source = COMMENT_SOURCES.find((each) => each === typedText(body, 'source'));
      if (!source || source === 'online') {
        throw DomainError.invalid([{ pointer: 'source', code: 'consultations.source-missing' }]);
      }
      await toldTogether(commentShapeFaults(body), () => Promise.resolve());
      const receivedOn = typedDay(typedText(body, 'receivedOn'), 'receivedOn', '届いた日');
      const sent = { consultationId, requestId, content: commentIn(body) };
      return this.sending.enter(viewer.actor, { ...sent, source, receivedOn });
    });
    if (!outcome.ok) return this.paperPage(viewer, consultationId, requestId, body, outcome.error);
    return redirect(at(viewer, consultationId), { notice: '届いた意見を登録しました。' });
  }

  @Get(':consultationId/comments.csv')
  csv(@Viewer() viewer: Viewer, @Id('consultationId') id: string): Promise<DownloadResult> {
    return this.exporting.execute(viewer.actor, id, 'csv').then(download);
  }

  @Get(':consultationId/comments.xlsx')
  workbook(@Viewer() viewer: Viewer, @Id('consultationId') id: string): Promise<DownloadResult> {
    return this.exporting.execute(viewer.actor, id, 'xlsx').then(download);
  }

  /** Chosen comments into a group that is there, a new one, or none. */
  @Post(':consultationId/sorting')
  async sort(@Viewer() viewer: Viewer, @Id('consultationId') consultationId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const commentIds = typedList(body, 'commentIds');
      const into = intoWhich(body);
      if (into !== 'new') return this.sorting.move(viewer.actor, consultationId, commentIds, into);
      const group = { consultationId, requestId: requestIdIn(body), title: typedText(body, 'newGroup'), commentIds };
      return faultsAt(
        () => 'newGroup',
        () => this.sorting.open(viewer.actor, group),
      );
    });
    if (!outcome.ok) return this.ownPage(viewer, consultationId, body, outcome.error);
    const { loose } = askedIn(body);
    // Where only the loose ones are shown, the next of them have moved up.
    const shown = loose ? { loose: '1' } : { from: typedText(body, 'from') || undefined };
    return redirect(viewer.url(`${BASE}/${consultationId}`, shown), { notice: '意見をまとまりに入れました。' });
  }

  @Post(':consultationId/groups/:groupId')
  async saveGroup(
    @Viewer() viewer: Viewer,
    @Id('consultationId') consultationId: string,
    @Id('groupId') groupId: string,
    @Body() body: unknown,
  ): Answered {
    const outcome = await attempt(() => {
      if (typedText(body, 'act') === 'remove') return this.sorting.remove(viewer.actor, consultationId, groupId);
      const content = groupIn(body, groupId);
      const command = { consultationId, groupId, version: versionIn(body), content };
      return faultsAt(
        (field) => `${field}-${groupId}`,
        () => this.sorting.save(viewer.actor, command),
      );
    });
    if (!outcome.ok) return this.ownPage(viewer, consultationId, body, outcome.error);
    return redirect(at(viewer, consultationId), { notice: 'まとまりを保存しました。' });
  }

  @Post(':consultationId/note')
  async introduce(@Viewer() viewer: Viewer, @Id('consultationId') id: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => this.sorting.introduce(viewer.actor, id, typedText(body, 'resultNote')));
    if (!outcome.ok) return this.ownPage(viewer, id, body, outcome.error);
    return redirect(at(viewer, id), { notice: '結果の初めの文を保存しました。' });
  }

  @Post(':consultationId/draft')
  async draft(@Viewer() viewer: Viewer, @Id('consultationId') consultationId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const form = readForm(VoiceDraftDto, body);
      const { title, reason, version } = form;
      const words = { title, reason, ...optionsIn(form) };
      return this.deciding.draft(viewer.actor, { consultationId, version: Number(version), ...words });
    });
    if (!outcome.ok) return this.ownPage(viewer, consultationId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '起案しました。' });
  }

  @Post(':consultationId/result')
  tell(@Viewer() viewer: Viewer, @Id('consultationId') id: string, @Body() body: unknown): Answered {
    return this.act(viewer, id, body, '結果を公表しました。', (shown) => this.deciding.publish(viewer.actor, shown));
  }

  private async act(
    viewer: Viewer,
    consultationId: string,
    body: unknown,
    notice: string,
    work: (shown: { consultationId: string; version: number }) => Promise<void>,
  ): Answered {
    const outcome = await attempt(() => work({ consultationId, version: versionIn(body) }));
    if (!outcome.ok) return this.ownPage(viewer, consultationId, body, outcome.error);
    return redirect(at(viewer, consultationId), { notice });
  }

  private async ownPage(viewer: Viewer, id: string, body?: unknown, errors?: DomainError): Promise<PageResult> {
    const asked = askedIn(body);
    const view = await this.views.page(viewer.actor, id, asked);
    const { title } = view.consultation;
    return page(viewer, {
      title,
      wide: true,
      breadcrumb: crumbs(viewer, { label: title }),
      ...(errors && { errors }),
      body: StaffConsultationPage({ viewer, view, body, asked }),
    });
  }

  private async formPage(
    viewer: Viewer,
    id: string | null,
    requestId: string,
    typed: unknown,
    errors?: DomainError,
  ): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const sections = await this.views.sections(viewer.actor);
    const saved = id === null ? null : await this.views.page(viewer.actor, id);
    const title = id === null ? '意見募集を作る' : '意見募集の下書きを直す';
    return page(viewer, {
      title,
      breadcrumb: crumbs(viewer, { label: title }),
      ...(errors && { errors }),
      body: ConsultationFormPage({ viewer, sections, saved, requestId, typed }),
    });
  }

  private async paperPage(
    viewer: Viewer,
    id: string,
    requestId: string,
    typed: unknown,
    errors?: DomainError,
  ): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { consultation } = await this.views.page(viewer.actor, id);
    return page(viewer, {
      title: '届いた意見の登録',
      lead: consultation.title,
      breadcrumb: crumbs(viewer, { label: consultation.title, href: at(viewer, id) }, { label: '届いた意見の登録' }),
      ...(errors && { errors }),
      body: PaperCommentPage({ viewer, consultation, requestId, typed }),
    });
  }
}

const at = (viewer: Viewer, id: string): string => viewer.url(`${BASE}/${id}`);

const crumbs = (viewer: Viewer, ...below: readonly { label: string; href?: string }[]) => [
  { label: '公開ページ', href: viewer.url('staff/public-face') },
  below.length === 0 ? { label: DESK } : { label: DESK, href: viewer.url(BASE) },
  ...below,
];
