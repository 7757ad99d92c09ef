import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { EditDraftVersion, withQuestion, withSection, type ProgramDocument } from '../../programs/index.js';
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
import { draftPath } from './program-draft.page.js';
import { DraftDesk, draftCrumbs, mayEditPart } from './program-draft-desk.js';
import { refusalOn } from './program-faults.js';
import { FormValues } from './program-form-values.js';
import { isReport, questionPath, questionsOf, questionsPath, type QuestionsOf } from './program-questions-of.js';
import { QuestionsPage } from './program-questions.page.js';
import { DraftVersionDto } from './programs.dto.js';
import { typedMove, typedNewQuestion, typedNewSection } from './question-acts.js';

/** The sections and questions of a draft's application form, or of its report: their order, and what is added. */
@Controller([':town/staff/programs/:versionId/edit/questions', ':town/staff/programs/:versionId/edit/:asked/questions'])
@Desk('staff')
export class ProgramQuestionsController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly editDraft: EditDraftVersion,
  ) {}

  @Get()
  list(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
  ): Promise<PageResult | RedirectResult> {
    return this.listPage(viewer, versionId, questionsOf(asked));
  }

  @Post()
  async move(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.save(
      viewer,
      { versionId, of: questionsOf(asked) },
      body,
      (document) => ({ ...document, form: typedMove(document.form, body) }),
      {
        notice: '順番を変えました。',
      },
    );
  }

  @Post('added')
  async addQuestion(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { section = '' } = typedTexts(body, 'question');
    const outcome = await attempt(() => typedNewQuestion(body, 'question'));
    if (!outcome.ok) return this.listPage(viewer, versionId, questionsOf(asked), { body, error: outcome.error });
    const added = outcome.value;
    return this.save(
      viewer,
      { versionId, of: questionsOf(asked) },
      body,
      (document) => ({ ...document, form: withQuestion(document.form, section, added) }),
      { notice: '質問を加えました。くわしい内容を決めてください。', to: added.id },
    );
  }

  @Post('sections')
  async addSection(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => typedNewSection(body));
    if (!outcome.ok) return this.listPage(viewer, versionId, questionsOf(asked), { body, error: outcome.error });
    const section = outcome.value;
    return this.save(
      viewer,
      { versionId, of: questionsOf(asked) },
      body,
      (document) => ({ ...document, form: withSection(document.form, section) }),
      { notice: '区分を加えました。最初の質問の内容を決めてください。', to: section.questions[0]?.id ?? '' },
    );
  }

  @Post('project')
  saveProject(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const project = recordAt(body, 'project');
    return this.save(viewer, { versionId, of: questionsOf(asked) }, body, (document) => ({ ...document, project }), {
      notice: '事業の名称と期間を保存しました。',
    });
  }

  private async save(
    viewer: Viewer,
    { versionId, of }: { readonly versionId: string; readonly of: QuestionsOf },
    body: unknown,
    change: (document: ProgramDocument) => unknown,
    { notice, to }: { readonly notice: string; readonly to?: string },
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, {
        versionId,
        version: Number(readForm(DraftVersionDto, body).version),
        fields: of.part.fields,
        change: (document) => of.put(document, change(of.shown(document))),
      }),
    );
    if (outcome.ok)
      return redirect(viewer.url(to ? questionPath(of, versionId, to) : questionsPath(of, versionId)), { notice });
    const error = refusalOn(of.part, outcome.error, (pointer) =>
      of.placed(pointer).startsWith('form') ? '' : pointer,
    );
    return this.listPage(viewer, versionId, of, { body, error });
  }

  private async listPage(
    viewer: Viewer,
    versionId: string,
    of: QuestionsOf,
    sent?: { readonly body: unknown; readonly error: DomainError },
  ): Promise<PageResult | RedirectResult> {
    const stored = await this.desk.draft(viewer, versionId);
    if (!stored || !mayEditPart(viewer, 'questions')) return redirect(viewer.url(`staff/programs/${versionId}`));
    if (isReport(of) && !stored.document.report) {
      return redirect(viewer.url(draftPath(versionId, 'report')), {
        notice:
          'この制度は、実績報告書を求めていません。質問を決めるには、先に「実績報告書を求める」に印を付けて保存してください。',
      });
    }
    const version = { ...stored, document: of.shown(stored.document) };
    const typed = sent && { project: version.document.project, ...(sent.body as object) };
    const values = typed ? FormValues.typed(typed) : FormValues.stored(version.document);
    return page(
      viewer,
      {
        title: of.part.title,
        lead: of.lead,
        wide: true,
        breadcrumb: draftCrumbs(viewer, version, of.part.title),
        ...(sent && { errors: sent.error }),
        body: QuestionsPage({ viewer, of, version, values }),
      },
      sent && (sent.error.kind === 'invalid' ? 422 : 409),
    );
  }
}
