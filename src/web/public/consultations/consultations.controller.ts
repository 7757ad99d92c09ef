import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import { CheckReturnCode, SendComment, ViewPublicConsultations } from '../../../consultations/index.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { commentIn, commentShapeFaults } from '../../shared/comment-fields.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  redirect,
  refuseRobots,
  Sender,
  SHARED_FOR_SECONDS,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { ReturnCodeForm } from '../../shared/return-code.js';
import { requestIdIn, toldTogether } from '../../shared/sent-form.js';
import { typedText } from '../../shared/typed-text.js';
import { ViewerResolver } from '../../shared/viewer-resolver.js';
import { CheckCommentPage, NewCommentPage, OwnCommentPage } from './comment.page.js';
import { ConsultationsPage } from './consultations.page.js';
import { ConsultationBody } from '../../shared/consultation-body.js';
import { townCrumbs } from '../town-crumbs.js';

type Answered = Promise<PageResult | RedirectResult>;
const TICKET = 'comment';
const DESK = '意見募集（パブリックコメント）';

/** 意見募集: what one may comment on, a comment without an account, and what the town made of them. */
@Controller(':town/consultations')
@Desk('public')
export class PublicConsultationsController {
  constructor(
    private readonly views: ViewPublicConsultations,
    private readonly sending: SendComment,
    private readonly codes: CheckReturnCode,
    private readonly viewers: ViewerResolver,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const view = await this.views.list(viewer.actor);
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: DESK,
      breadcrumb: townCrumbs(viewer, { label: DESK }),
      body: ConsultationsPage({ viewer, ...view }),
    });
  }

  @Get('mine')
  async mine(@Viewer() viewer: Viewer, @Req() request: Request): Promise<PageResult> {
    const code = this.viewers.cookies.ticket(request, viewer.town.slug, TICKET);
    const own = code === null ? null : await attempt(() => this.views.own(viewer.actor, code));
    if (code === null || !own?.ok || own.value === null) return this.codePage(viewer, '');
    const body = OwnCommentPage({ viewer, own: own.value, code });
    return page(viewer, { title: '送った意見', breadcrumb: crumbs(viewer, '送った意見'), personal: true, body });
  }

  @Post('mine')
  async comeBack(@Viewer() viewer: Viewer, @Body() body: unknown, @Sender() sender: string): Answered {
    const typed = typedText(body, 'code');
    const outcome = await attempt(() => {
      refuseRobots(body);
      return this.codes.execute(viewer.actor, TICKET, typed, sender);
    });
    if (!outcome.ok) return this.codePage(viewer, typed, outcome.error);
    return redirect(viewer.url('consultations/mine'), { ticket: { kind: TICKET, code: outcome.value } });
  }

  @Post('leave')
  leave(@Viewer() viewer: Viewer): RedirectResult {
    return redirect(viewer.url('consultations'), {
      notice: '閲覧を終わりました。',
      ticket: { kind: TICKET, code: null },
    });
  }

  @Get(':consultationId')
  async show(@Viewer() viewer: Viewer, @Id('consultationId') id: string): Promise<PageResult> {
    const view = await this.views.page(viewer.actor, id);
    const { title } = view.consultation;
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title,
      breadcrumb: crumbs(viewer, title),
      body: ConsultationBody({ viewer, view }),
    });
  }

  @Get(':consultationId/files/:sha256')
  async file(
    @Viewer() viewer: Viewer,
    @Id('consultationId') id: string,
    @Param('sha256') sha256: string,
    @Query('view') view: unknown,
  ): Promise<DownloadResult> {
    const { bytes, name, mediaType } = await this.views.file(viewer.actor, id, sha256);
    const kept = { tag: sha256, publicForSeconds: SHARED_FOR_SECONDS, immutable: true };
    return download({ bytes, mediaType, fileName: name, inline: view === '1', ...kept });
  }

  @Get(':consultationId/comments/new')
  form(@Viewer() viewer: Viewer, @Id('consultationId') id: string): Promise<PageResult> {
    return this.formPage(viewer, id, randomUUID(), {});
  }

  @Post(':consultationId/comments/new')
  async comment(
    @Viewer() viewer: Viewer,
    @Id('consultationId') consultationId: string,
    @Body() body: unknown,
    @Sender() sender: string,
  ): Answered {
    const requestId = requestIdIn(body);
    const step = typedText(body, 'step');
    if (step === 'edit') return this.formPage(viewer, consultationId, requestId, body);
    const content = commentIn(body);
    const outcome = await attempt(async () => {
      refuseRobots(body);
      if (step === 'send' && commentShapeFaults(body).length === 0)
        return this.sending.execute(viewer.actor, { consultationId, requestId, content, sender });
      await toldTogether(commentShapeFaults(body), () => this.sending.check(viewer.actor, { consultationId, content }));
      return null;
    });
    if (!outcome.ok) return this.formPage(viewer, consultationId, requestId, body, outcome.error);
    if (outcome.value) {
      return redirect(viewer.url('consultations/mine'), {
        notice: '意見を受け付けました。控えのコードを書き写してください。',
        ticket: { kind: TICKET, code: outcome.value.code },
      });
    }
    const { consultation } = await this.views.page(viewer.actor, consultationId);
    return page(viewer, {
      title: '意見の内容を確かめる',
      breadcrumb: crumbs(viewer, '内容を確かめる'),
      personal: true,
      body: CheckCommentPage({ viewer, consultation, requestId, content }),
    });
  }

  private async formPage(
    viewer: Viewer,
    id: string,
    requestId: string,
    typed: unknown,
    errors?: DomainError,
  ): Promise<PageResult> {
    const view = await this.views.page(viewer.actor, id);
    return page(viewer, {
      title: '意見を書く',
      lead: view.consultation.title,
      breadcrumb: crumbs(viewer, '意見を書く'),
      ...(errors && { errors }),
      // A form that is opened anew must be another comment, so no copy of it may be kept.
      personal: true,
      body: NewCommentPage({ viewer, view, requestId, typed }),
    });
  }

  private codePage(viewer: Viewer, typed: string, errors?: DomainError): PageResult {
    const action = viewer.url('consultations/mine');
    return page(viewer, {
      title: '送った意見を見る',
      breadcrumb: crumbs(viewer, '送った意見を見る'),
      ...(errors && { errors }),
      body: ReturnCodeForm({ action, typed, button: '送った意見を見る' }),
    });
  }
}

const crumbs = (viewer: Viewer, label: string) =>
  townCrumbs(viewer, { label: DESK, href: viewer.url('consultations') }, { label });
