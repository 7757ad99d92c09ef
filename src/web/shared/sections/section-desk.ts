import type { Fields, Section, Sections } from '../../../forms/index.js';
import { DomainError, type Fault } from '../../../kernel/domain-error.js';
import type { Upload as NamedBytes } from '../../../platform/files/index.js';
import type { SavedSection, SentSection } from '../../../writing/index.js';
import { attempt } from '../attempt.js';
import { faultsOf } from '../form-errors.js';
import { messageFor } from '../messages/index.js';
import { readForm } from '../read-form.js';
import { json, redirect, saved, type JsonResult, type PageResult, type RedirectResult } from '../results.js';
import type { Upload } from '../uploads.js';
import type { Viewer } from '../viewer.js';
import { readAct, without, type SectionAct } from './section-act.js';
import { SectionDto } from './section.dto.js';
import { settledFields, unseenQuestions } from './typed-section.js';

export type Answered = Promise<PageResult | RedirectResult | JsonResult>;

/** What is written in sections, as its writers see it. */
export interface WrittenDraft {
  readonly sections: Sections;
  /** Everything that keeps it from being sent. */
  readonly faults: readonly Fault[];
}

/** How the page of a section is shown. */
export interface Shown {
  readonly errors?: readonly Fault[];
  readonly status?: number;
  /** The side or question to which a blank row was asked for. */
  readonly more?: string;
}

/** The files that are put to the places of what is written. */
export interface FilesOfWriting {
  /** The place to which the field of an upload belongs. Throws not-found. */
  placeOf(field: string): string;
  /** That place in the words of faults. */
  pointerTo(place: string): string;
  add(place: string, upload: NamedBytes): Promise<unknown>;
  remove(fileId: string): Promise<unknown>;
}

/** One application, proposal, report or amendment at its door: what its sections do not share with those of the others. */
export interface Writing<Draft extends WrittenDraft> {
  /** As it stands now. Throws not-found for everybody but its writers. */
  load(): Promise<Draft>;
  /** Once it was sent, its home says how it stands. */
  isWritable(draft: Draft): boolean;
  /** Keeps a section; or leads elsewhere, where the page was not of this draft any more. */
  save(section: SentSection & { readonly fields: Fields; readonly edition: string | undefined }): Promise<Outcome>;
  readonly files?: FilesOfWriting;
  /** The place of a field in the words of faults. */
  pointerOf(name: string, field: string): string;
  /** The section in which a fault is mended; null where no field brings it about. */
  sectionOf(draft: Draft, pointer: string): string | null;
  /** The ids of the questions that are asked, given what was chosen so far. */
  asked(draft: Draft): ReadonlySet<string>;
  page(draft: Draft, name: string, shown: Shown): PageResult;
  /** The page with its parts. */
  readonly home: string;
  urlOf(name: string): string;
  /** Where it goes on after a section that is whole. */
  next(draft: Draft, name: string, act: SectionAct): RedirectResult | Promise<RedirectResult>;
  /** An act that takes the section away: the answer to it, null for every other act. */
  leave?(name: string, act: SectionAct): Promise<RedirectResult | null>;
}

export type Outcome = SavedSection | { readonly elsewhere: (uploads: readonly Upload[]) => Answered };

/** What one press of a button in a section sends. */
export interface Sent {
  readonly name: string;
  readonly body: unknown;
  readonly fields: Fields;
  readonly uploads?: readonly Upload[];
}

interface Pressed extends Required<Sent> {
  readonly act: SectionAct;
}

/**
 * The desk at which sections are written, whatever they are sections of: each is saved as typed, also by the autosave, two
 * writers are brought together, files are added after the texts are safe, and the pressed button says where it goes on.
 */
export class SectionDesk<Draft extends WrittenDraft> {
  constructor(
    private readonly viewer: Viewer,
    private readonly writing: Writing<Draft>,
  ) {}

  async show(name: string): Answered {
    const draft = await this.writing.load();
    return this.writing.isWritable(draft) ? this.writing.page(draft, name, {}) : redirect(this.writing.home);
  }

  async save({ uploads = [], ...sent }: Sent): Answered {
    const { version, page, edition, act: pressed } = readForm(SectionDto, sent.body);
    const act = readAct(pressed);
    const fields = without(sent.fields, act);
    const { name, body } = sent;
    const section = { name, version: Number(version), page, edition, fields, settled: settledFields(body) };
    const outcome = await attempt(() => this.writing.save(section));
    if (!outcome.ok) {
      if (this.viewer.autosave) throw outcome.error;
      return this.notKept(name, fields, outcome.error);
    }
    if ('elsewhere' in outcome.value) return outcome.value.elsewhere(uploads);
    if (this.viewer.autosave) return this.afterAutosave(outcome.value);
    const twoTexts = outcome.value.conflicts.map((field) => ({
      ...{ pointer: this.writing.pointerOf(name, field), code: 'applications.two-texts' },
    }));
    return this.afterSave({ name, act, body, fields, uploads }, twoTexts);
  }

  /** Adds what was chosen and takes out what was pressed; the texts of the page are safe by now. */
  async changeFiles(uploads: readonly Upload[], act: SectionAct): Promise<Fault[]> {
    const { files } = this.writing;
    if (!files) return [];
    const faults: Fault[] = [];
    for (const { field, ...upload } of uploads) {
      const added = await attempt(() => files.add(files.placeOf(field), upload));
      if (!added.ok) faults.push(...faultsOf(added.error));
    }
    if (act.kind === 'remove-file') {
      const removed = await attempt(() => files.remove(act.where));
      if (!removed.ok) faults.push(...faultsOf(removed.error));
    }
    if (act.kind === 'attach' && !uploads.some(({ field }) => files.placeOf(field) === act.where)) {
      faults.push({ pointer: files.pointerTo(act.where), code: 'applications.file-not-chosen' });
    }
    return faults;
  }

  /** The script goes on from the new version, unless what it shows is no longer the newest. */
  private afterAutosave({ version, tookTheirs }: SavedSection): JsonResult {
    return tookTheirs ? json({ detail: messageFor('applications.other-officer-writes') }, 409) : saved(version);
  }

  /** The texts are kept: what follows changes the files, and decides which page comes next. */
  private async afterSave({ name, act, body, uploads }: Pressed, conflicts: readonly Fault[]): Answered {
    const { writing } = this;
    const refused = await this.changeFiles(uploads, act);
    const left = await writing.leave?.(name, act);
    if (left) return left;
    const draft = await writing.load();
    if (conflicts.length > 0) return writing.page(draft, name, { errors: [...conflicts, ...refused], status: 409 });
    if (refused.length > 0) return writing.page(draft, name, { errors: refused });
    if (act.kind === 'add-line' || act.kind === 'add-row') return writing.page(draft, name, { more: act.where });
    if (act.kind === 'workbook') return redirect(`${writing.urlOf(name)}/workbook`, { notice: '保存しました。' });
    if (act.kind === 'back') return redirect(writing.home, { notice: '保存しました。' });
    if (act.kind !== 'next' && act.kind !== 'another') {
      return redirect(writing.urlOf(name), { notice: '保存しました。' });
    }
    const asked = writing.asked(draft);
    const brought = unseenQuestions(body).filter((question) => asked.has(question));
    // Nobody is blamed for a question that the page held back.
    const overlooked = draft.faults.filter(
      ({ pointer }) =>
        writing.sectionOf(draft, pointer) === name &&
        !brought.some((question) => isWithin(pointer, writing.pointerOf(name, question))),
    );
    if (overlooked.length > 0) return writing.page(draft, name, { errors: overlooked });
    if (brought.length > 0) {
      const notice = '選んだ内容に合わせて、質問が増えました。続けて入力してください。';
      return redirect(writing.urlOf(name), { notice });
    }
    return writing.next(draft, name, act);
  }

  /** Refused as a whole (sent meanwhile, too large): the page says so and shows what was typed. */
  private async notKept(name: string, fields: Fields, error: DomainError): Answered {
    const kept = await this.writing.load();
    const section = kept.sections.get(name);
    if (!section) throw error;
    const draft = withSection(kept, { ...section, fields });
    const status = error.kind === 'invalid' ? 422 : 409;
    return this.writing.page(draft, name, { errors: faultsOf(error), status });
  }
}

const isWithin = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}.`);

/** The draft as its pages show it while one section holds other words than those that are kept. */
export const withSection = <Draft extends WrittenDraft>(draft: Draft, section: Section): Draft => ({
  ...draft,
  sections: new Map([...draft.sections, [section.name, section] as const]),
});

/** The file question of an upload: its field is named `form[<question>]`, as every answer's is. Throws not-found. */
export function questionOfUpload(field: string): string {
  const question = /^form\[([a-z0-9-]+)\]$/.exec(field)?.[1];
  if (question === undefined) throw DomainError.notFound();
  return question;
}

/** The place of a page to its errors: none where there are none. */
export const withErrors = <Content extends object>(content: Content, { errors = [] }: Shown) =>
  errors.length > 0 ? { ...content, errors } : content;
