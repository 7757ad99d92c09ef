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
import { QUESTIONS_PART } from './program-parts.js';
import { questionsPath } from './program-questions.page.js';
import { FormSectionWordsPage, SectionPreviewPage } from './program-section.page.js';
import { DeletionDto, DraftVersionDto } from './programs.dto.js';

/** One section of a draft's application form: its words, how applicants meet it, its end. */
@Controller(':town/staff/programs/:versionId/edit/section/:sectionId')
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
    @Param('sectionId') sectionId: string,
  ): Promise<PageResult | RedirectResult> {
    return this.sectionPage(viewer, versionId, sectionId);
  }

  @Get('preview')
  async preview(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('sectionId') sectionId: string,
  ): Promise<PageResult | RedirectResult> {
    const version = await this.desk.draft(viewer, versionId);
    if (!version) return redirect(viewer.url(`staff/programs/${versionId}`));
    const section = findSection(version.document.form, sectionId);
    return page(viewer, {
      title: `申請する人の画面：${section.title}`,
      breadcrumb: draftCrumbs(viewer, version, QUESTIONS_PART.title, '申請する人の画面'),
      body: SectionPreviewPage({ viewer, version, section }),
    });
  }

  @Post()
  async save(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('sectionId') sectionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const words = { title: typedText(body, 'title'), lead: typedText(body, 'lead') };
    const { version } = readForm(DraftVersionDto, body);
    const outcome = await attempt(() =>
      this.change(viewer, versionId, version, (document) => withSectionWords(document.form, sectionId, words)),
    );
    if (outcome.ok) return redirect(viewer.url(questionsPath(versionId)), { notice: '区分を保存しました。' });
    return this.sectionPage(viewer, versionId, sectionId, { body, error: outcome.error });
  }

  @Post('deletion')
  async remove(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('sectionId') sectionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version } = readForm(DeletionDto, body);
      return this.change(viewer, versionId, version, (document) => withoutSection(document, sectionId));
    });
    if (outcome.ok) return redirect(viewer.url(questionsPath(versionId)), { notice: '区分を消しました。' });
    return this.sectionPage(viewer, versionId, sectionId, { error: outcome.error });
  }

  private change(
    viewer: Viewer,
    versionId: string,
    version: string,
    form: (document: ProgramDocument) => ProgramDocument['form'],
  ): Promise<void> {
    return this.editDraft.execute(viewer.actor, {
      versionId,
      version: Number(version),
      fields: QUESTIONS_PART.fields,
      change: (document) => ({ ...document, form: form(document) }),
    });
  }

  private async sectionPage(
    viewer: Viewer,
    versionId: string,
    sectionId: string,
    { body, error }: { readonly body?: unknown; readonly error?: DomainError } = {},
  ): Promise<PageResult | RedirectResult> {
    const version = await this.desk.draft(viewer, versionId);
    if (!version || !mayEditPart(viewer, 'questions')) return redirect(viewer.url(`staff/programs/${versionId}`));
    const section = findSection(version.document.form, sectionId);
    const place = `form[${String(version.document.form.indexOf(section))}].`;
    const values = body === undefined ? FormValues.stored(section) : FormValues.typed(body);
    const atField = (pointer: string): string => (pointer.startsWith(place) ? pointer.slice(place.length) : '');
    return page(
      viewer,
      {
        title: `区分：${section.title}`,
        breadcrumb: draftCrumbs(viewer, version, QUESTIONS_PART.title, section.title),
        ...(error && { errors: refusalOn(QUESTIONS_PART, error, atField) }),
        body: FormSectionWordsPage({ viewer, version, section, values }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
