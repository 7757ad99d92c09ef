import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  AddFile,
  ApplicationDrafts,
  BUDGET,
  fieldsOf,
  pointerOf,
  RemoveFile,
  SaveSection,
  SIDES,
  type ApplicationDraft,
} from '../../applications/index.js';
import { askedIn, placeOf, type SectionName } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  Desk,
  Id,
  json,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type PageResult,
  type Upload,
} from '../shared/index.js';
import { messageFor } from '../shared/messages/index.js';
import {
  questionOfUpload,
  SectionDesk,
  withErrors,
  type Answered,
  type Shown,
  type Writing,
} from '../shared/sections/section-desk.js';
import { SectionDto } from '../shared/sections/section.dto.js';
import {
  applicationUrl,
  beginning,
  formSection,
  sectionAfter,
  sectionFor,
  sectionUrl,
  sectionWords,
} from './application-words.js';
import { BudgetPage } from './budget.page.js';
import { FormSectionPage } from './form-section.page.js';
import { typedBudget, typedSection } from './typed-section.js';

/** The sections of an application: saved as typed, also by the autosave, each on its own, its files with it. */
@Controller([':town/committee/applications/:applicationId', ':town/staff/paper/:applicationId'])
@Desk('committee', 'staff')
export class ApplicationSectionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly saveSection: SaveSection,
    private readonly addFile: AddFile,
    private readonly removeFile: RemoveFile,
  ) {}

  @Get('budget')
  budget(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Answered {
    return this.desk(viewer, id).show(BUDGET);
  }

  @Post('budget')
  saveBudget(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Body() body: unknown): Answered {
    return this.desk(viewer, id).save({ name: BUDGET, body, fields: fieldsOf(typedBudget(body)) });
  }

  @Get('form/:section')
  section(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Param('section') name: string): Answered {
    return this.desk(viewer, id).show(name);
  }

  @Post('form/:section')
  @AcceptUploads()
  async saveForm(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Param('section') name: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Answered {
    const { edition } = readForm(SectionDto, body);
    const form = await this.unitOfWork.read(viewer.actor, (tx) => this.drafts.formOf(tx, id, edition));
    const section = formSection({ form }, name);
    if (!section) throw DomainError.notFound();
    return this.desk(viewer, id).save({ name, body, fields: fieldsOf(typedSection(section, body)), uploads });
  }

  private desk(viewer: Viewer, id: string): SectionDesk<ApplicationDraft> {
    return new SectionDesk(viewer, this.writing(viewer, id));
  }

  private writing(viewer: Viewer, id: string): Writing<ApplicationDraft> {
    const { actor } = viewer;
    return {
      load: () => this.unitOfWork.read(actor, (tx) => this.drafts.get(tx, id)),
      isWritable: ({ application: { state } }) => state === 'draft' || state === 'returned',
      save: async (section) => {
        const { behind, ...kept } = await this.saveSection.execute(actor, { ...section, applicationId: id });
        return behind ? { elsewhere: (uploads) => this.onNewForm(viewer, id, uploads) } : kept;
      },
      files: {
        placeOf: questionOfUpload,
        pointerTo: placeOf,
        add: (question, upload) => this.addFile.execute(actor, { applicationId: id, question, upload }),
        remove: (fileId) => this.removeFile.execute(actor, { applicationId: id, fileId }),
      },
      pointerOf,
      sectionOf: sectionFor,
      asked: ({ document, sections }) => askedIn(document.form, sections),
      page: (draft, name, shown) => sectionPage(viewer, draft, name, shown),
      home: applicationUrl(viewer, id),
      urlOf: (name) => sectionUrl(viewer, id, name),
      next: ({ document }, name) => {
        const next = sectionAfter(document, name);
        return redirect(next === null ? applicationUrl(viewer, id, 'check') : sectionUrl(viewer, id, next));
      },
    };
  }

  /** The page showed an older edition: everything typed on it is kept, and the draft's own page says what changed. */
  private async onNewForm(viewer: Viewer, id: string, uploads: readonly Upload[]): Answered {
    if (viewer.autosave) return json({ detail: messageFor('applications.newer-form') }, 409);
    const form = await this.unitOfWork.read(viewer.actor, (tx) => this.drafts.formOf(tx, id));
    const asked = new Set(form.flatMap(({ questions }) => questions.map((question) => question.id)));
    const placed = uploads.filter(({ field }) => asked.has(questionOfUpload(field)));
    await this.desk(viewer, id).changeFiles(placed, { kind: 'stay' });
    return redirect(applicationUrl(viewer, id), {
      notice: '申請書が新しい版に変わりました。入力した内容は保存してあります。',
    });
  }
}

/** The page of a section. Throws not-found for one that the form has not. */
function sectionPage(viewer: Viewer, draft: ApplicationDraft, name: SectionName, shown: Shown): PageResult {
  const { document, application } = draft;
  const section = formSection(document, name);
  if (!section && name !== BUDGET) throw DomainError.notFound();
  const { title, lead } = sectionWords(document, name);
  const { more, status } = shown;
  const content = {
    title,
    lead,
    wide: !section || section.questions.some(({ kind }) => kind === 'table'),
    breadcrumb: [
      beginning(viewer),
      { label: draft.title, href: applicationUrl(viewer, application.id) },
      { label: title },
    ],
    body: section
      ? FormSectionPage({ viewer, draft, section, more })
      : BudgetPage({ viewer, draft, more: SIDES.find((side) => side === more) }),
  };
  return page(viewer, withErrors(content, shown), status);
}
