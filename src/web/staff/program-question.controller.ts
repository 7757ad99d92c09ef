import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { EditDraftVersion, findQuestion, withoutQuestion, withTypedQuestion } from '../../programs/index.js';
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
import { typedText } from '../shared/typed-text.js';
import { DraftDesk, draftCrumbs, mayEditPart } from './program-draft-desk.js';
import { refusalOn } from './program-faults.js';
import { FormValues } from './program-form-values.js';
import { QuestionPage } from './program-question.page.js';
import { questionPath, questionsOf, questionsPath, type QuestionsOf } from './program-questions-of.js';
import { afterRowAct, readRowAct } from './program-row-act.js';
import { atQuestionField } from './question-acts.js';
import { DeletionDto, DraftVersionDto } from './programs.dto.js';
import { comparedQuestion, questionValues, typedQuestion } from './typed-question.js';

/** One question of a draft's application form. */
@Controller([
  ':town/staff/programs/:versionId/edit/question/:questionId',
  ':town/staff/programs/:versionId/edit/:asked/question/:questionId',
])
@Desk('staff')
export class ProgramQuestionController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly editDraft: EditDraftVersion,
  ) {}

  @Get()
  show(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Param('questionId') questionId: string,
  ): Promise<PageResult | RedirectResult> {
    const of = questionsOf(asked);
    return this.questionPage(viewer, { versionId, of }, questionId);
  }

  @Post()
  async save(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Param('questionId') questionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const of = questionsOf(asked);
    const act = readRowAct(body);
    if (act) return this.questionPage(viewer, { versionId, of }, questionId, { body: afterRowAct(body, act) });
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DraftVersionDto, body).version),
        fields: of.part.fields,
        change: (stored) => {
          const document = of.shown(stored);
          const { question } = findQuestion(document.form, questionId);
          const typed = typedQuestion(question, body);
          const form = withTypedQuestion(document, questionId, typed, typedText(body, 'section'));
          return of.put(stored, { ...document, form });
        },
      }),
    );
    if (!outcome.ok) return this.questionPage(viewer, { versionId, of }, questionId, { body, error: outcome.error });
    const stays = typedText(body, 'act') === 'stay';
    return redirect(viewer.url(stays ? questionPath(of, versionId, questionId) : questionsPath(of, versionId)), {
      notice: '質問を保存しました。',
    });
  }

  @Post('deletion')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Param('questionId') questionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const of = questionsOf(asked);
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DeletionDto, body).version),
        fields: of.part.fields,
        change: (stored) => {
          const document = of.shown(stored);
          return of.put(stored, { ...document, form: withoutQuestion(document, questionId) });
        },
      }),
    );
    if (outcome.ok) return redirect(viewer.url(questionsPath(of, versionId)), { notice: '質問を消しました。' });
    return this.questionPage(viewer, { versionId, of }, questionId, { error: outcome.error });
  }

  private async questionPage(
    viewer: Viewer,
    { versionId, of }: { readonly versionId: string; readonly of: QuestionsOf },
    questionId: string,
    { body, error }: { readonly body?: unknown; readonly error?: DomainError } = {},
  ): Promise<PageResult | RedirectResult> {
    const found = await this.desk.draft(viewer, versionId);
    if (!found || !mayEditPart(viewer, 'questions')) return redirect(viewer.url(`staff/programs/${versionId}`));
    const version = { ...found, document: of.shown(found.document) };
    const { question, section } = findQuestion(version.document.form, questionId);
    const stored = questionValues(question, section.id);
    const values = body === undefined ? FormValues.stored(stored) : FormValues.typed(body);
    const shown =
      error &&
      refusalOn(of.part, error, (pointer) => atQuestionField(version.document, questionId, body)(of.placed(pointer)));
    const unsaved = body !== undefined && !error;
    const sentVersion = Number(typedText(body, 'version'));
    return page(
      viewer,
      {
        title: question.label,
        breadcrumb: draftCrumbs(viewer, version, of.part.title, question.label),
        ...(shown && { errors: shown }),
        body: QuestionPage({
          viewer,
          of,
          // Rows that were moved belong to the save that they were read from.
          version: unsaved && Number.isInteger(sentVersion) ? { ...version, version: sentVersion } : version,
          question,
          values,
          compared:
            error?.kind === 'stale' && body !== undefined
              ? comparedQuestion(version.document, question, section.id, body)
              : null,
          unsaved,
        }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
