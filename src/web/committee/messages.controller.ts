import { Body, Controller, Get, Post } from '@nestjs/common';
import { OpenThread, SendMessage } from '../../cases/index.js';
import type { DomainError } from '../../kernel/domain-error.js';
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
import { MessageDto } from '../shared/thread.dto.js';
import { NOTHING_TYPED, ThreadPage, type TypedMessage } from '../shared/thread.js';
import { applicationUrl, messagesPath } from './application-words.js';

/** 連絡: what the organisation and the town's staff wrote to one another about an application. */
@Controller(':town/committee/messages/:caseId')
@Desk('committee')
export class CommitteeMessagesController {
  constructor(
    private readonly openThread: OpenThread,
    private readonly sendMessage: SendMessage,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('caseId') caseId: string): Promise<PageResult> {
    return this.threadPage(viewer, caseId, NOTHING_TYPED);
  }

  @Post()
  async send(
    @Viewer() viewer: Viewer,
    @Id('caseId') caseId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const typed = readForm(MessageDto, body);
    const outcome = await attempt(() => this.sendMessage.execute(viewer.actor, { ...typed, caseId }));
    if (outcome.ok) return redirect(viewer.url(messagesPath(caseId)), { notice: '担当課に送りました。' });
    return this.threadPage(viewer, caseId, typed, outcome.error);
  }

  private async threadPage(
    viewer: Viewer,
    caseId: string,
    typed: TypedMessage,
    error?: DomainError,
  ): Promise<PageResult> {
    const thread = await this.openThread.execute(viewer.actor, caseId);
    const { title } = thread.item;
    return page(viewer, {
      title: '担当課との連絡',
      lead: title,
      breadcrumb: [
        { label: 'ホーム', href: viewer.url('committee') },
        { label: title, href: applicationUrl(viewer, caseId) },
        { label: '連絡' },
      ],
      ...(error && { errors: error }),
      body: ThreadPage({ viewer, thread, typed, to: '担当課', action: viewer.url(messagesPath(caseId)) }),
    });
  }
}
