import { Body, Controller, Get, Post } from '@nestjs/common';
import type { FormSection } from '../../../forms/index.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { withQuestion, withSection } from '../../../programs/index.js';
import { WriteCall } from '../../../proposals/index.js';
import { attempt, Desk, Id, page, redirect, Viewer, type PageResult, type RedirectResult } from '../../shared/index.js';
import { typedTexts } from '../../shared/typed-records.js';
import { typedText } from '../../shared/typed-text.js';
import { FormValues } from '../program-form-values.js';
import { questionPath, questionsPath } from '../program-questions-of.js';
import { QuestionsPage } from '../program-questions.page.js';
import { typedMove, typedNewQuestion, typedNewSection } from '../question-acts.js';
import { askedDraft, CALL_QUESTIONS, CallDrafts, QUESTIONS_TITLE } from './call-questions-of.js';

type Answered = Promise<PageResult | RedirectResult>;
type Form = readonly FormSection[];

/** The sections and questions of a call that is still written: their order, and what is added. */
@Controller(':town/staff/proposals/:callId/questions')
@Desk('staff')
export class CallQuestionsController {
  constructor(
    private readonly drafts: CallDrafts,
    private readonly write: WriteCall,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer, @Id('callId') callId: string): Answered {
    return this.listPage(viewer, callId);
  }

  @Post()
  move(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Body() body: unknown): Answered {
    return this.save(viewer, callId, body, (form) => typedMove(form, body), { notice: '順番を変えました。' });
  }

  @Post('added')
  async addQuestion(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Body() body: unknown): Answered {
    const { section = '' } = typedTexts(body, 'question');
    const outcome = await attempt(() => typedNewQuestion(body, 'question'));
    if (!outcome.ok) return this.listPage(viewer, callId, body, outcome.error);
    const added = outcome.value;
    const notice = '質問を加えました。くわしい内容を決めてください。';
    return this.save(viewer, callId, body, (form) => withQuestion(form, section, added), { notice, to: added.id });
  }

  @Post('sections')
  async addSection(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => typedNewSection(body));
    if (!outcome.ok) return this.listPage(viewer, callId, body, outcome.error);
    const section = outcome.value;
    const notice = '区分を加えました。最初の質問の内容を決めてください。';
    const to = section.questions[0].id;
    return this.save(viewer, callId, body, (form) => withSection(form, section), { notice, to });
  }

  private async save(
    viewer: Viewer,
    callId: string,
    body: unknown,
    change: (form: Form) => unknown,
    { notice, to }: { readonly notice: string; readonly to?: string },
  ): Answered {
    const version = Number(typedText(body, 'version'));
    const outcome = await attempt(() => this.write.ask(viewer.actor, { callId, version, change }));
    if (!outcome.ok) return this.listPage(viewer, callId, body, outcome.error);
    const next = to === undefined ? questionsPath(CALL_QUESTIONS, callId) : questionPath(CALL_QUESTIONS, callId, to);
    return redirect(viewer.url(next), { notice });
  }

  private async listPage(viewer: Viewer, callId: string, body?: unknown, errors?: DomainError): Answered {
    const call = await this.drafts.draft(viewer, callId);
    if (!call) return redirect(viewer.url(`staff/proposals/${callId}`));
    const content = {
      title: QUESTIONS_TITLE,
      lead: CALL_QUESTIONS.lead,
      wide: true,
      breadcrumb: this.drafts.crumbs(viewer, call, { label: QUESTIONS_TITLE }),
      body: QuestionsPage({
        ...{ viewer, of: CALL_QUESTIONS, version: askedDraft(call) },
        values: body === undefined ? FormValues.stored({}) : FormValues.typed(body),
      }),
    };
    return page(viewer, errors ? { ...content, errors } : content, errors && (errors.kind === 'invalid' ? 422 : 409));
  }
}
