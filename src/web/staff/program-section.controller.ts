import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import {
  EditDraftVersion,
  findSection,
  withoutSection,
  withSectionWords,
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
import { questionsOf, questionsPath, type QuestionsOf } from './program-questions-of.js';
import { FormSectionWordsPage, SectionPreviewPage } from './program-section.page.js';
import { DeletionDto, DraftVersionDto } from './programs.dto.js';

/** One section of a draft's application form: its words, how applicants meet it, its end. */
@Controller([
  ':town/staff/programs/:versionId/edit/section/:sectionId',
  ':town/staff/programs/:versionId/edit/:asked/section/:sectionId',
])
@Desk('staff')
export class ProgramSectionController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly editDraft: EditDraftVersion,
  ) {}

  @Get()
  show(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Param('sectionId') sectionId: string,
  ): Promise<PageResult | RedirectResult> {
    const of = questionsOf(asked);
    return this.sectionPage(viewer, { versionId, of }, sectionId);
  }

  @Get('preview')
  async preview(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Param('sectionId') sectionId: string,
  ): Promise<PageResult | RedirectResult> {
    const of = questionsOf(asked);
    const found = await this.desk.draft(viewer, versionId);
    if (!found) return redirect(viewer.url(`staff/programs/${versionId}`));
    const version = { ...found, document: of.shown(found.document) };
    const section = findSection(version.document.form, sectionId);
    return page(viewer, {
      title: `${of.writer}の画面：${section.title}`,
      breadcrumb: draftCrumbs(viewer, version, of.part.title, `${of.writer}の画面`),
      body: SectionPreviewPage({ viewer, of, version, section }),
    });
  }

  @Post()
  async save(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Param('sectionId') sectionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const of = questionsOf(asked);
    const words = { title: typedText(body, 'title'), lead: typedText(body, 'lead') };
    const { version } = readForm(DraftVersionDto, body);
    const outcome = await attempt(() =>
      this.change(viewer, { versionId, of }, version, (document) => withSectionWords(document.form, sectionId, words)),
    );
    if (outcome.ok) return redirect(viewer.url(questionsPath(of, versionId)), { notice: '区分を保存しました。' });
    return this.sectionPage(viewer, { versionId, of }, sectionId, { body, error: outcome.error });
  }

  @Post('deletion')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('asked') asked: string | undefined,
    @Param('sectionId') sectionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const of = questionsOf(asked);
    const outcome = await attempt(() => {
      const { version } = readForm(DeletionDto, body);
      return this.change(viewer, { versionId, of }, version, (document) => withoutSection(document, sectionId));
    });
    if (outcome.ok) return redirect(viewer.url(questionsPath(of, versionId)), { notice: '区分を消しました。' });
    return this.sectionPage(viewer, { versionId, of }, sectionId, { error: outcome.error });
  }

  private change(
    viewer: Viewer,
    { versionId, of }: { readonly versionId: string; readonly of: QuestionsOf },
    version: string,
    form: (document: ProgramDocument) => ProgramDocument['form'],
  ): Promise<void> {
    return this.editDraft.execute(viewer.actor, {
      versionId,
      version: Number(version),
      fields: of.part.fields,
      change: (stored) => {
        const document = of.shown(stored);
        return of.put(stored, { ...document, form: form(document) });
      },
    });
  }

  private async sectionPage(
    viewer: Viewer,
    { versionId, of }: { readonly versionId: string; readonly of: QuestionsOf },
    sectionId: string,
    { body, error }: { readonly body?: unknown; readonly error?: DomainError } = {},
  ): Promise<PageResult | RedirectResult> {
    const found = await this.desk.draft(viewer, versionId);
    if (!found || !mayEditPart(viewer, 'questions')) return redirect(viewer.url(`staff/programs/${versionId}`));
    const version = { ...found, document: of.shown(found.document) };
    const section = findSection(version.document.form, sectionId);
    const place = `form[${String(version.document.form.indexOf(section))}].`;
    const values = body === undefined ? FormValues.stored(section) : FormValues.typed(body);
    const atField = (pointer: string): string =>
      of.placed(pointer).startsWith(place) ? of.placed(pointer).slice(place.length) : '';
    return page(
      viewer,
      {
        title: `区分：${section.title}`,
        breadcrumb: draftCrumbs(viewer, version, of.part.title, section.title),
        ...(error && { errors: refusalOn(of.part, error, atField) }),
        body: FormSectionWordsPage({ viewer, of, version, section, values }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
