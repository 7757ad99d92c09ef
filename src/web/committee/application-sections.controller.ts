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
  type TypedSection,
} from '../../applications/index.js';
import { askedIn, sectionNamed, type SectionName } from '../../forms/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  faultsOf,
  Id,
  json,
  page,
  readForm,
  redirect,
  saved,
  Uploads,
  Viewer,
  type JsonResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { messageFor } from '../shared/messages/index.js';
import { SectionDto } from './application-sections.dto.js';
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
import { readAct, type SectionAct } from '../shared/sections/section-act.js';
import { settledFields, unseenQuestions } from '../shared/sections/typed-section.js';
import { typedBudget, typedSection, without } from './typed-section.js';
import { uploadedAnswer } from './uploaded-answer.js';

type Answered = Promise<PageResult | RedirectResult | JsonResult>;

/** What one press of a button in a section asks for. */
interface Sent {
  readonly name: SectionName;
  readonly act: SectionAct;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

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
    return this.show(viewer, id, BUDGET);
  }

  @Post('budget')
  saveBudget(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Body() body: unknown): Answered {
    return this.save(viewer, id, BUDGET, body, typedBudget(body));
  }

  @Get('form/:section')
  section(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Param('section') name: string): Answered {
    return this.show(viewer, id, name);
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
    return this.save(viewer, id, name, body, typedSection(section, body), uploads);
  }

  private async show(viewer: Viewer, id: string, name: SectionName): Answered {
    const draft = await this.draftOf(viewer, id);
    const { state } = draft.application;
    if (state !== 'draft' && state !== 'returned') return redirect(applicationUrl(viewer, id));
    return this.sectionPage(viewer, draft, name);
  }

  private async save(
    viewer: Viewer,
    id: string,
    name: SectionName,
    body: unknown,
    whole: TypedSection,
    uploads: readonly Upload[] = [],
  ): Answered {
    const { version, page: opened, edition, act: pressed } = readForm(SectionDto, body);
    const act = readAct(pressed);
    const typed = without(whole, act);
    const command = {
      applicationId: id,
      name,
      version: Number(version),
      page: opened,
      edition,
      typed,
      settled: settledFields(body),
    };
    const outcome = await attempt(() => this.saveSection.execute(viewer.actor, command));
    if (!outcome.ok) {
      if (viewer.autosave) throw outcome.error;
      return this.notKept(viewer, id, name, typed, outcome.error);
    }
    const { behind, tookTheirs, conflicts } = outcome.value;
    if (behind) return this.onNewForm(viewer, id, uploads);
    if (viewer.autosave)
      return tookTheirs
        ? json({ detail: messageFor('applications.other-officer-writes') }, 409)
        : saved(outcome.value.version);
    const twoTexts = conflicts.map((field) => ({ pointer: pointerOf(name, field), code: 'applications.two-texts' }));
    return this.afterSave(viewer, id, { name, act, body, uploads }, twoTexts);
  }

  /** The page showed an older edition: everything typed on it is kept, and the draft's own page says what changed. */
  private async onNewForm(viewer: Viewer, id: string, uploads: readonly Upload[]): Answered {
    if (viewer.autosave) return json({ detail: messageFor('applications.newer-form') }, 409);
    const { document } = await this.draftOf(viewer, id);
    const asked = new Set(document.form.flatMap(({ questions }) => questions.map((question) => question.id)));
    const placed = uploads.filter((upload) => asked.has(uploadedAnswer(upload).question));
    await this.changeFiles(viewer, id, { name: '', act: readAct(undefined), body: {}, uploads: placed });
    return redirect(applicationUrl(viewer, id), {
      notice: '申請書が新しい版に変わりました。入力した内容は保存してあります。',
    });
  }

  /** The texts are kept: what follows changes the files, and decides which page comes next. */
  private async afterSave(viewer: Viewer, id: string, sent: Sent, conflicts: readonly Fault[]): Answered {
    const { name, act } = sent;
    const refused = await this.changeFiles(viewer, id, sent);
    const draft = await this.draftOf(viewer, id);
    if (conflicts.length > 0) return this.sectionPage(viewer, draft, name, [...conflicts, ...refused], 409);
    if (refused.length > 0) return this.sectionPage(viewer, draft, name, refused);
    if (act.kind === 'add-line' || act.kind === 'add-row') {
      return this.sectionPage(viewer, draft, name, [], 200, act.where);
    }
    if (act.kind === 'back') return redirect(applicationUrl(viewer, id), { notice: '保存しました。' });
    const here = sectionUrl(viewer, id, name);
    if (act.kind !== 'next') return redirect(here, { notice: '保存しました。' });
    const missing = draft.faults.filter(({ pointer }) => sectionFor(draft, pointer) === name);
    const brought = broughtQuestions(draft, sent);
    // Nobody is blamed for a question that the page held back.
    const overlooked = missing.filter(
      ({ pointer }) => !brought.some((question) => isWithin(pointer, `form.${question}`)),
    );
    if (overlooked.length > 0) return this.sectionPage(viewer, draft, name, overlooked);
    if (brought.length > 0)
      return redirect(here, { notice: '選んだ内容に合わせて、質問が増えました。続けて入力してください。' });
    const next = sectionAfter(draft.document, name);
    return redirect(next === null ? applicationUrl(viewer, id, 'check') : sectionUrl(viewer, id, next));
  }

  /** Adds what was chosen and takes out what was pressed; the texts of the page are safe by now. */
  private async changeFiles(viewer: Viewer, applicationId: string, { act, uploads }: Sent): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const upload of uploads) {
      const added = await attempt(() =>
        this.addFile.execute(viewer.actor, { applicationId, ...uploadedAnswer(upload) }),
      );
      if (!added.ok) faults.push(...faultsOf(added.error));
    }
    if (act.kind === 'remove-file') {
      await this.removeFile.execute(viewer.actor, { applicationId, fileId: act.where });
    }
    if (act.kind === 'attach' && !uploads.some((upload) => uploadedAnswer(upload).question === act.where)) {
      faults.push({ pointer: `form.${act.where}`, code: 'applications.file-not-chosen' });
    }
    return faults;
  }

  /** Refused as a whole (sent meanwhile, too large): the page says so and shows what was typed. */
  private async notKept(
    viewer: Viewer,
    id: string,
    name: SectionName,
    typed: TypedSection,
    error: DomainError,
  ): Answered {
    const kept = await this.draftOf(viewer, id);
    const section = { ...sectionNamed(kept.sections, name), fields: fieldsOf(typed) };
    const draft = { ...kept, sections: new Map([...kept.sections, [name, section] as const]) };
    return this.sectionPage(viewer, draft, name, faultsOf(error), error.kind === 'invalid' ? 422 : 409);
  }

  private sectionPage(
    viewer: Viewer,
    draft: ApplicationDraft,
    name: SectionName,
    errors: readonly Fault[] = [],
    status?: number,
    more?: string,
  ): PageResult {
    const { document, application } = draft;
    const section = formSection(document, name);
    if (!section && name !== BUDGET) throw DomainError.notFound();
    const { title, lead } = sectionWords(document, name);
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
    return page(viewer, errors.length > 0 ? { ...content, errors } : content, status);
  }

  private draftOf(viewer: Viewer, id: string): Promise<ApplicationDraft> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }
}

/** Questions that the page held back and what was chosen on it now asks: nobody has seen them yet. */
function broughtQuestions({ document, sections }: ApplicationDraft, { body }: Sent): string[] {
  const asked = askedIn(document.form, sections);
  return unseenQuestions(body).filter((question) => asked.has(question));
}

const isWithin = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}.`);
