import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { DomainError } from '../../../kernel/domain-error.js';
import { findSection, withoutSection, withSectionWords } from '../../../programs/index.js';
import { WriteCall } from '../../../proposals/index.js';
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
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';
import { FormValues } from '../program-form-values.js';
import { questionsPath } from '../program-questions-of.js';
import { FormSectionWordsPage, SectionPreviewPage } from '../program-section.page.js';
import { DeletionDto } from '../programs.dto.js';
import { placed } from '../question-acts.js';
import { askedDraft, askedForm, CALL_QUESTIONS, CallDrafts, QUESTIONS_TITLE } from './call-questions-of.js';

type Answered = Promise<PageResult | RedirectResult>;

/** One section of a call's questions: its words, how proposers meet it, its end. */
@Controller(':town/staff/proposals/:callId/section/:sectionId')
@Desk('staff')
export class CallSectionController {
  constructor(
    private readonly drafts: CallDrafts,
    private readonly write: WriteCall,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Param('sectionId') id: string): Answered {
    return this.sectionPage(viewer, callId, id);
  }

  @Get('preview')
  async preview(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Param('sectionId') id: string): Answered {
    const call = await this.drafts.draft(viewer, callId);
    if (!call) return redirect(viewer.url(`staff/proposals/${callId}`));
    const section = findSection(call.form, id);
    const title = `${CALL_QUESTIONS.writer}の画面：${section.title}`;
    return page(viewer, {
      title,
      breadcrumb: this.crumbs(viewer, call, title),
      body: SectionPreviewPage({ viewer, of: CALL_QUESTIONS, version: askedDraft(call), section }),
    });
  }

  @Post()
  async save(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Param('sectionId') id: string,
    @Body() body: unknown,
  ): Answered {
    const words = { title: typedText(body, 'title'), lead: typedText(body, 'lead') };
    const outcome = await attempt(() =>
      this.write.ask(viewer.actor, {
        ...{ callId, version: Number(typedText(body, 'version')) },
        change: (form) => withSectionWords(form, id, words),
      }),
    );
    if (!outcome.ok) return this.sectionPage(viewer, callId, id, body, outcome.error);
    return redirect(viewer.url(questionsPath(CALL_QUESTIONS, callId)), { notice: '区分を保存しました。' });
  }

  @Post('deletion')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Param('sectionId') id: string,
    @Body() body: unknown,
  ): Answered {
    const outcome = await attempt(() => {
      const version = Number(readForm(DeletionDto, body).version);
      return this.write.ask(viewer.actor, {
        ...{ callId, version },
        change: (form) => withoutSection(askedForm(form), id),
      });
    });
    if (!outcome.ok) return this.sectionPage(viewer, callId, id, undefined, outcome.error);
    return redirect(viewer.url(questionsPath(CALL_QUESTIONS, callId)), { notice: '区分を消しました。' });
  }

  private async sectionPage(viewer: Viewer, callId: string, id: string, body?: unknown, error?: DomainError): Answered {
    const call = await this.drafts.draft(viewer, callId);
    if (!call) return redirect(viewer.url(`staff/proposals/${callId}`));
    const section = findSection(call.form, id);
    const place = `form[${String(call.form.indexOf(section))}].`;
    const at = (pointer: string): string => (pointer.startsWith(place) ? pointer.slice(place.length) : '');
    const content = {
      title: `区分：${section.title}`,
      breadcrumb: this.crumbs(viewer, call, section.title),
      ...(error && { errors: placed(error, at) }),
      body: FormSectionWordsPage({
        ...{ viewer, of: CALL_QUESTIONS, version: askedDraft(call), section },
        values: body === undefined ? FormValues.stored(section) : FormValues.typed(body),
      }),
    };
    return page(viewer, content, error && (error.kind === 'invalid' ? 422 : 409));
  }

  private crumbs(viewer: Viewer, call: Parameters<CallDrafts['crumbs']>[1], label: string) {
    const questions = { label: QUESTIONS_TITLE, href: viewer.url(questionsPath(CALL_QUESTIONS, call.id)) };
    return this.drafts.crumbs(viewer, call, questions, { label });
  }
}
