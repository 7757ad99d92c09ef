import { Body, Controller, Get, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import {
  EditDraftVersion,
  movedQuestion,
  movedSection,
  withQuestion,
  withSection,
  type ProgramDocument,
} from '../../programs/index.js';
import { newQuestion, QUESTION_KINDS, type Question } from '../../forms/index.js';
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
import { recordAt, typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { DraftDesk, draftCrumbs, mayEditPart } from './program-draft-desk.js';
import { refusalOn } from './program-faults.js';
import { FormValues } from './program-form-values.js';
import { QUESTIONS_PART } from './program-parts.js';
import { questionPath, QuestionsPage, questionsPath } from './program-questions.page.js';
import { DraftVersionDto } from './programs.dto.js';
import { newCode } from './typed-program.js';

/** The sections and questions of a draft's application form: their order, and what is added. */
@Controller(':town/staff/programs/:versionId/edit/questions')
@Desk('staff')
export class ProgramQuestionsController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly editDraft: EditDraftVersion,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult | RedirectResult> {
    return this.listPage(viewer, versionId);
  }

  @Post()
  async move(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const [typedWay, what, id = ''] = typedText(body, 'move').split(':');
    const way = typedWay === 'up' ? 'up' : 'down';
    const change = ({ form }: ProgramDocument) =>
      what === 'section' ? movedSection(form, id, way) : movedQuestion(form, id, way);
    return this.save(viewer, versionId, body, (document) => ({ ...document, form: change(document) }), {
      notice: '順番を変えました。',
    });
  }

  @Post('added')
  async addQuestion(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { section = '' } = typedTexts(body, 'question');
    const outcome = await attempt(() => typedNewQuestion(body, 'question'));
    if (!outcome.ok) return this.listPage(viewer, versionId, { body, error: outcome.error });
    const added = outcome.value;
    return this.save(
      viewer,
      versionId,
      body,
      (document) => ({ ...document, form: withQuestion(document.form, section, added) }),
      { notice: '質問を加えました。くわしい内容を決めてください。', to: added.id },
    );
  }

  @Post('sections')
  async addSection(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const title = (typedTexts(body, 'section')['title'] ?? '').trim();
    const outcome = await attempt(() => {
      const added = typedNewQuestion(body, 'section', title === '' ? [missing('section[title]', '区分の名称')] : []);
      return { id: newCode('section'), title, lead: '', questions: [added] };
    });
    if (!outcome.ok) return this.listPage(viewer, versionId, { body, error: outcome.error });
    const section = outcome.value;
    return this.save(
      viewer,
      versionId,
      body,
      (document) => ({ ...document, form: withSection(document.form, section) }),
      { notice: '区分を加えました。最初の質問の内容を決めてください。', to: section.questions[0]?.id ?? '' },
    );
  }

  @Post('project')
  saveProject(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const project = recordAt(body, 'project');
    return this.save(viewer, versionId, body, (document) => ({ ...document, project }), {
      notice: '事業の名称と期間を保存しました。',
    });
  }

  private async save(
    viewer: Viewer,
    versionId: string,
    body: unknown,
    change: (document: ProgramDocument) => unknown,
    { notice, to }: { readonly notice: string; readonly to?: string },
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DraftVersionDto, body).version),
        fields: QUESTIONS_PART.fields,
        change,
      }),
    );
    if (outcome.ok)
      return redirect(viewer.url(to ? questionPath(versionId, to) : questionsPath(versionId)), { notice });
    const error = refusalOn(QUESTIONS_PART, outcome.error, (pointer) => (pointer.startsWith('form') ? '' : pointer));
    return this.listPage(viewer, versionId, { body, error });
  }

  private async listPage(
    viewer: Viewer,
    versionId: string,
    sent?: { readonly body: unknown; readonly error: DomainError },
  ): Promise<PageResult | RedirectResult> {
    const version = await this.desk.draft(viewer, versionId);
    if (!version || !mayEditPart(viewer, 'questions')) return redirect(viewer.url(`staff/programs/${versionId}`));
    const typed = sent && { project: version.document.project, ...(sent.body as object) };
    const values = typed ? FormValues.typed(typed) : FormValues.stored(version.document);
    return page(
      viewer,
      {
        title: QUESTIONS_PART.title,
        lead: '申請する人が答える質問を、区分ごとに並べます。',
        wide: true,
        breadcrumb: draftCrumbs(viewer, version, QUESTIONS_PART.title),
        ...(sent && { errors: sent.error }),
        body: QuestionsPage({ viewer, version, values }),
      },
      sent && (sent.error.kind === 'invalid' ? 422 : 409),
    );
  }
}

const missing = (pointer: string, label: string) => ({ pointer, code: 'forms.missing', params: { label } });

/** The question that was begun under this name. Throws with faults at its fields. */
function typedNewQuestion(body: unknown, name: string, faults: ReturnType<typeof missing>[] = []): Question {
  const { kind: typedKind, label = '' } = typedTexts(body, name);
  const kind = QUESTION_KINDS.find((each) => each === typedKind);
  const unchosen = { pointer: `${name}[kind]`, code: 'forms.not-chosen', params: { label: '質問の種類' } };
  const all = [
    ...faults,
    ...(kind ? [] : [unchosen]),
    ...(label.trim() === '' ? [missing(`${name}[label]`, '質問')] : []),
  ];
  if (!kind || all.length > 0) throw DomainError.invalid(all);
  return newQuestion(kind, newCode('question'), label.trim());
}
