import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { DomainError } from '../../../kernel/domain-error.js';
import { findQuestion, withoutQuestion, withTypedQuestion } from '../../../programs/index.js';
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
import { QuestionPage } from '../program-question.page.js';
import { questionPath, questionsPath } from '../program-questions-of.js';
import { afterRowAct, readRowAct } from '../program-row-act.js';
import { DeletionDto } from '../programs.dto.js';
import { atQuestionField, placed } from '../question-acts.js';
import { comparedQuestion, questionValues, typedQuestion } from '../typed-question.js';
import { askedDraft, askedForm, CALL_QUESTIONS, CallDrafts, QUESTIONS_TITLE } from './call-questions-of.js';

type Answered = Promise<PageResult | RedirectResult>;

interface Sent {
  readonly body?: unknown;
  readonly error?: DomainError;
}

/** One question of a call that is still written. */
@Controller(':town/staff/proposals/:callId/question/:questionId')
@Desk('staff')
export class CallQuestionController {
  constructor(
    private readonly drafts: CallDrafts,
    private readonly write: WriteCall,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('callId') callId: string, @Param('questionId') id: string): Answered {
    return this.questionPage(viewer, callId, id);
  }

  @Post()
  async save(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Param('questionId') id: string,
    @Body() body: unknown,
  ): Answered {
    const act = readRowAct(body);
    if (act) return this.questionPage(viewer, callId, id, { body: afterRowAct(body, act) });
    const version = Number(typedText(body, 'version'));
    const outcome = await attempt(() =>
      this.write.ask(viewer.actor, {
        ...{ callId, version },
        change: (form) => {
          const typed = typedQuestion(findQuestion(form, id).question, body);
          return withTypedQuestion(askedForm(form), id, typed, typedText(body, 'section'));
        },
      }),
    );
    if (!outcome.ok) return this.questionPage(viewer, callId, id, { body, error: outcome.error });
    const stays = typedText(body, 'act') === 'stay';
    const next = stays ? questionPath(CALL_QUESTIONS, callId, id) : questionsPath(CALL_QUESTIONS, callId);
    return redirect(viewer.url(next), { notice: '質問を保存しました。' });
  }

  @Post('deletion')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Param('questionId') id: string,
    @Body() body: unknown,
  ): Answered {
    const outcome = await attempt(() => {
      const version = Number(readForm(DeletionDto, body).version);
      return this.write.ask(viewer.actor, {
        ...{ callId, version },
        change: (form) => withoutQuestion(askedForm(form), id),
      });
    });
    if (!outcome.ok) return this.questionPage(viewer, callId, id, { error: outcome.error });
    return redirect(viewer.url(questionsPath(CALL_QUESTIONS, callId)), { notice: '質問を消しました。' });
  }

  private async questionPage(viewer: Viewer, callId: string, id: string, { body, error }: Sent = {}): Answered {
    const call = await this.drafts.draft(viewer, callId);
    if (!call) return redirect(viewer.url(`staff/proposals/${callId}`));
    const { question, section } = findQuestion(call.form, id);
    const unsaved = body !== undefined && !error;
    const sentVersion = Number(typedText(body, 'version'));
    const draft = askedDraft(call);
    const content = {
      title: question.label,
      breadcrumb: this.drafts.crumbs(
        viewer,
        call,
        { label: QUESTIONS_TITLE, href: viewer.url(questionsPath(CALL_QUESTIONS, callId)) },
        { label: question.label },
      ),
      ...(error && { errors: placed(error, atQuestionField(call, id, body)) }),
      body: QuestionPage({
        ...{ viewer, of: CALL_QUESTIONS, question, unsaved },
        // Rows that were moved belong to the save that they were read from.
        version: unsaved && Number.isInteger(sentVersion) ? { ...draft, version: sentVersion } : draft,
        values: body === undefined ? FormValues.stored(questionValues(question, section.id)) : FormValues.typed(body),
        compared:
          error?.kind === 'stale' && body !== undefined ? comparedQuestion(call, question, section.id, body) : null,
      }),
    };
    return page(viewer, content, error && (error.kind === 'invalid' ? 422 : 409));
  }
}
