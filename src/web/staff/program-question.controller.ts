import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import {
  EditDraftVersion,
  findQuestion,
  findSection,
  withoutQuestion,
  withTypedQuestion,
  type ProgramDocument,
} from '../../programs/index.js';
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
import { QUESTIONS_PART } from './program-parts.js';
import { QuestionPage } from './program-question.page.js';
import { questionPath, questionsPath } from './program-questions.page.js';
import { afterRowAct, readRowAct } from './program-row-act.js';
import { DeletionDto, DraftVersionDto } from './programs.dto.js';
import { comparedQuestion, questionValues, typedQuestion } from './typed-question.js';

/** One question of a draft's application form. */
@Controller(':town/staff/programs/:versionId/edit/question/:questionId')
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
    @Param('questionId') questionId: string,
  ): Promise<PageResult | RedirectResult> {
    return this.questionPage(viewer, versionId, questionId);
  }

  @Post()
  async save(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('questionId') questionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const act = readRowAct(body);
    if (act) return this.questionPage(viewer, versionId, questionId, { body: afterRowAct(body, act) });
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DraftVersionDto, body).version),
        fields: QUESTIONS_PART.fields,
        change: (document) => {
          const { question } = findQuestion(document.form, questionId);
          const typed = typedQuestion(question, body);
          return { ...document, form: withTypedQuestion(document, questionId, typed, typedText(body, 'section')) };
        },
      }),
    );
    if (!outcome.ok) return this.questionPage(viewer, versionId, questionId, { body, error: outcome.error });
    const stays = typedText(body, 'act') === 'stay';
    return redirect(viewer.url(stays ? questionPath(versionId, questionId) : questionsPath(versionId)), {
      notice: '質問を保存しました。',
    });
  }

  @Post('deletion')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('questionId') questionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DeletionDto, body).version),
        fields: QUESTIONS_PART.fields,
        change: (document) => ({ ...document, form: withoutQuestion(document, questionId) }),
      }),
    );
    if (outcome.ok) return redirect(viewer.url(questionsPath(versionId)), { notice: '質問を消しました。' });
    return this.questionPage(viewer, versionId, questionId, { error: outcome.error });
  }

  private async questionPage(
    viewer: Viewer,
    versionId: string,
    questionId: string,
    { body, error }: { readonly body?: unknown; readonly error?: DomainError } = {},
  ): Promise<PageResult | RedirectResult> {
    const version = await this.desk.draft(viewer, versionId);
    if (!version || !mayEditPart(viewer, 'questions')) return redirect(viewer.url(`staff/programs/${versionId}`));
    const { question, section } = findQuestion(version.document.form, questionId);
    const stored = questionValues(question, section.id);
    const values = body === undefined ? FormValues.stored(stored) : FormValues.typed(body);
    const shown = error && refusalOn(QUESTIONS_PART, error, atField(version.document, questionId, body));
    const unsaved = body !== undefined && !error;
    const sentVersion = Number(typedText(body, 'version'));
    return page(
      viewer,
      {
        title: question.label,
        breadcrumb: draftCrumbs(viewer, version, QUESTIONS_PART.title, question.label),
        ...(shown && { errors: shown }),
        body: QuestionPage({
          viewer,
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

/** The faults of this question at its own fields; those of others have none here. */
function atField({ form }: ProgramDocument, questionId: string, body: unknown): (pointer: string) => string {
  const { section, place } = findQuestion(form, questionId);
  const into = typedText(body, 'section');
  const moves = into !== '' && into !== section.id;
  const target = moves ? form.indexOf(findSection(form, into)) : -1;
  const there = moves ? `form[${String(target)}].questions[${String(form[target]?.questions.length ?? 0)}]` : place;
  return (pointer) => {
    if (pointer.startsWith(`${there}.`)) return pointer.slice(there.length + 1);
    return /^(form|project)\b/.test(pointer) ? '' : pointer;
  };
}
