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

/** 連絡: the thread with one organisation about one of its cases, drafts included. Those who do not answer it only read. */
@Controller(':town/staff/messages/:caseId')
@Desk('staff')
export class StaffMessagesController {
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
    if (outcome.ok) return redirect(viewer.url(`staff/messages/${caseId}`), { notice: '団体に送りました。' });
    return this.threadPage(viewer, caseId, typed, outcome.error);
  }

  private async threadPage(
    viewer: Viewer,
    caseId: string,
    typed: TypedMessage,
    error?: DomainError,
  ): Promise<PageResult> {
    const thread = await this.openThread.execute(viewer.actor, caseId);
    const { organizationName, title, receivedNumber } = thread.item;
    return page(viewer, {
      title: `${organizationName}との連絡`,
      lead: title,
      breadcrumb: [
        { label: '案件', href: viewer.url('staff/queue') },
        // A draft is nobody's business but the organisation's.
        {
          label: organizationName,
          ...(receivedNumber !== null && { href: viewer.url(`staff/applications/${caseId}`) }),
        },
        { label: '連絡' },
      ],
      ...(error && { errors: error }),
      body: ThreadPage({ viewer, thread, typed, to: organizationName, action: viewer.url(`staff/messages/${caseId}`) }),
    });
  }
}
