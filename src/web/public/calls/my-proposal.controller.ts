import {
  Body,
  Controller,
  Get,
  Inject,
  Injectable,
  Post,
  Query,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { of, type Observable } from 'rxjs';
import { AppConfig } from '../../../config/index.js';
import { publicActor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { OpenByCode } from '../../../proposals/index.js';
import {
  attempt,
  Desk,
  page,
  redirect,
  Sender,
  Viewer,
  type Crumb,
  type PageContent,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import type { ProposalWriter } from '../../shared/proposals/proposal-writer.js';
import { ProposalDraftController } from '../../shared/proposals/proposal-draft.controller.js';
import { typedText } from '../../shared/typed-text.js';
import { ViewerResolver } from '../../shared/viewer-resolver.js';
import type { ViewedRequest } from '../../shared/viewer.js';
import { messageFor } from '../../shared/messages/index.js';
import { townCrumbs } from '../town-crumbs.js';
import { OpenByCodePage } from './calls.page.js';
import { PROPOSAL_TICKET, proposalTicket } from './proposal-ticket.js';

/** The way back to a proposal by its code, which is typed into a form: an address alone opens nothing. */
@Controller(':town/my-proposals')
@Desk('public')
export class OpenByCodeController {
  constructor(private readonly open: OpenByCode) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Query('code') code: unknown): PageResult | RedirectResult {
    // Links of older mails bore the code, which every proxy on the way writes down: it opens nothing.
    if (code !== undefined) return redirect(viewer.url('my-proposals'));
    return page(viewer, content(viewer, ''));
  }

  /** On a device that others use as well. */
  @Post('closing')
  close(@Viewer() viewer: Viewer): RedirectResult {
    return redirect(viewer.url('calls'), {
      ticket: proposalTicket(null),
      notice: 'この端末での表示を閉じました。続きは控えのコードで開けます。',
    });
  }

  @Post()
  async enter(
    @Viewer() viewer: Viewer,
    @Body() body: unknown,
    @Sender() sender: string,
  ): Promise<PageResult | RedirectResult> {
    const typed = typedText(body, 'code');
    const outcome = await attempt(() => this.open.execute(publicActor(viewer.town.id), { typed, sender }));
    if (!outcome.ok) return page(viewer, { ...content(viewer, typed), errors: outcome.error });
    const { proposalId, code } = outcome.value;
    return redirect(viewer.url(`my-proposals/${proposalId}`), { ticket: proposalTicket(code) });
  }
}

const content = (viewer: Viewer, code: string): PageContent => ({
  title: '提案の続きを開く',
  personal: true,
  breadcrumb: townCrumbs(viewer, { label: '企画提案の募集', href: viewer.url('calls') }, { label: '提案の続きを開く' }),
  body: OpenByCodePage({ viewer, code }),
});

/** Whoever comes without the code, e.g. by a bookmark, is led to the form that asks for it. */
@Injectable()
class AskForCode implements NestInterceptor {
  constructor(private readonly viewers: ViewerResolver) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const { viewer } = request;
    // A form that was sent keeps its own answer: what was typed is still in the browser.
    if (!viewer || request.method === 'POST') return next.handle();
    if (this.viewers.cookies.ticket(request, viewer.town.slug, PROPOSAL_TICKET)) return next.handle();
    return of(redirect(viewer.url('my-proposals'), { notice: messageFor('proposals.code-needed') }));
  }
}

/** A proposal for whoever holds its code. */
@UseInterceptors(AskForCode)
@Controller(':town/my-proposals/:proposalId')
@Desk('public')
export class MyProposalController extends ProposalDraftController {
  @Inject(ViewerResolver) private readonly viewers!: ViewerResolver;
  @Inject(AppConfig) private readonly config!: AppConfig;

  /** Whoever is signed in beside it still writes as the holder of the code. The way back stays open while they write. */
  protected writer({ town, url }: Viewer, request: Request, response: Response): ProposalWriter {
    const { cookies } = this.viewers;
    const code = cookies.ticket(request, town.slug, PROPOSAL_TICKET);
    if (code === null || code === '') throw new DomainError('proposals.code-needed', 'conflict');
    cookies.keepTicket(response, town.slug, proposalTicket(code));
    return { actor: WRITER(town.id), code, link: new URL(url('my-proposals'), this.config.publicUrl).href };
  }

  protected path(id: string): string {
    return `my-proposals/${id}`;
  }

  protected crumbs(viewer: Viewer): Crumb[] {
    return townCrumbs(viewer, { label: '企画提案の募集', href: viewer.url('calls') });
  }

  protected leaving(viewer: Viewer): string {
    return viewer.url('calls');
  }
}

const WRITER = (town: Viewer['town']['id']) => ({ ...publicActor(town), name: '提案する方' });
