import { Body, Controller, Get, Post } from '@nestjs/common';
import type { ComponentChild } from 'preact';
import {
  ApplicationDrafts,
  fieldsOf,
  pointerOf,
  SaveSection,
  SIDES,
  type ApplicationDraft,
  type SectionName,
  type Side,
  type TypedSection,
} from '../../applications/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  attempt,
  Desk,
  faultsOf,
  Id,
  json,
  page,
  readForm,
  redirect,
  saved,
  Viewer,
  type JsonResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { messageFor } from '../shared/messages/index.js';
import { SectionDto } from './application-sections.dto.js';
import { applicationPath, sectionAfter, sectionWords } from './application-words.js';
import { BudgetPage } from './budget.page.js';
import { DeclarationsPage } from './declarations.page.js';
import { PlanPage } from './plan.page.js';
import { settledFields, typedSection } from './typed-section.js';

type WrittenSection = Exclude<SectionName, 'files'>;
type Answered = Promise<PageResult | RedirectResult | JsonResult>;

const BODIES: Readonly<
  Record<
    WrittenSection,
    (props: { viewer: Viewer; draft: ApplicationDraft; more?: Side | undefined }) => ComponentChild
  >
> = {
  plan: PlanPage,
  budget: BudgetPage,
  declarations: DeclarationsPage,
};

/** The written sections of an application: saved as typed, also by the autosave, each on its own. */
@Controller(':town/committee/applications/:applicationId')
@Desk('committee')
export class ApplicationSectionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly saveSection: SaveSection,
  ) {}

  @Get('plan')
  plan(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Answered {
    return this.show(viewer, id, 'plan');
  }

  @Post('plan')
  savePlan(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Body() body: unknown): Answered {
    return this.save(viewer, id, 'plan', body);
  }

  @Get('budget')
  budget(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Answered {
    return this.show(viewer, id, 'budget');
  }

  @Post('budget')
  saveBudget(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Body() body: unknown): Answered {
    return this.save(viewer, id, 'budget', body);
  }

  @Get('declarations')
  declarations(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Answered {
    return this.show(viewer, id, 'declarations');
  }

  @Post('declarations')
  saveDeclarations(@Viewer() viewer: Viewer, @Id('applicationId') id: string, @Body() body: unknown): Answered {
    return this.save(viewer, id, 'declarations', body);
  }

  private async show(viewer: Viewer, id: string, name: WrittenSection): Answered {
    const draft = await this.draftOf(viewer, id);
    const { state } = draft.application;
    if (state !== 'draft' && state !== 'returned') return redirect(viewer.url(applicationPath(id)));
    return this.sectionPage(viewer, draft, name);
  }

  private async save(viewer: Viewer, id: string, name: WrittenSection, body: unknown): Answered {
    const { version, page: opened, act = 'stay' } = readForm(SectionDto, body);
    const typed = without(typedSection(name, body), act);
    const command = {
      applicationId: id,
      name,
      version: Number(version),
      page: opened,
      typed,
      settled: settledFields(body),
    };
    const outcome = await attempt(() => this.saveSection.execute(viewer.actor, command));
    if (!outcome.ok) {
      if (viewer.autosave) throw outcome.error;
      return this.notKept(viewer, id, name, typed, outcome.error);
    }
    const { tookTheirs, conflicts } = outcome.value;
    if (viewer.autosave)
      return tookTheirs
        ? json({ detail: messageFor('applications.other-officer-writes') }, 409)
        : saved(outcome.value.version);
    return this.afterSave(viewer, id, name, act, conflicts);
  }

  /** The save itself has happened: what follows only decides which page comes next. */
  private async afterSave(
    viewer: Viewer,
    id: string,
    name: WrittenSection,
    act: string,
    conflicts: readonly string[],
  ): Answered {
    const draft = await this.draftOf(viewer, id);
    if (conflicts.length > 0) {
      const faults = conflicts.map((field) => ({ pointer: pointerOf(name, field), code: 'applications.two-texts' }));
      return this.sectionPage(viewer, draft, name, faults, 409);
    }
    if (act === 'back') return redirect(viewer.url(applicationPath(id)), { notice: '保存しました。' });
    if (act !== 'next') {
      const more = SIDES.find((side) => act === `add-${side}`);
      return more
        ? this.sectionPage(viewer, draft, name, [], 200, more)
        : redirect(viewer.url(applicationPath(id, name)), { notice: '保存しました。' });
    }
    const here = draft.faults.filter(({ pointer }) => belongsTo(draft, name, pointer));
    if (here.length > 0) return this.sectionPage(viewer, draft, name, here);
    return redirect(viewer.url(applicationPath(id, sectionAfter(name) ?? 'check')));
  }

  /** Refused as a whole (sent meanwhile, too large): the page says so and shows what was typed. */
  private async notKept(
    viewer: Viewer,
    id: string,
    name: WrittenSection,
    typed: TypedSection,
    error: DomainError,
  ): Answered {
    const kept = await this.draftOf(viewer, id);
    const section = { ...kept.sections[name], fields: fieldsOf(typed) };
    const draft = { ...kept, sections: { ...kept.sections, [name]: section } };
    return this.sectionPage(viewer, draft, name, faultsOf(error), error.kind === 'invalid' ? 422 : 409);
  }

  private sectionPage(
    viewer: Viewer,
    draft: ApplicationDraft,
    name: WrittenSection,
    errors: readonly Fault[] = [],
    status?: number,
    more?: Side,
  ): PageResult {
    const { title, lead } = sectionWords(name);
    const content = {
      title,
      lead,
      wide: name === 'budget',
      breadcrumb: [
        { label: 'ホーム', href: viewer.url('committee') },
        { label: draft.document.name, href: viewer.url(applicationPath(draft.application.id)) },
        { label: title },
      ],
      body: BODIES[name]({ viewer, draft, more }),
    };
    return page(viewer, errors.length > 0 ? { ...content, errors } : content, status);
  }

  private draftOf(viewer: Viewer, id: string): Promise<ApplicationDraft> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }
}

/** The section without the line whose 「削除」 was pressed. */
function without(typed: TypedSection, act: string): TypedSection {
  const removed = /^remove:(.+)$/.exec(act)?.[1];
  return removed === undefined || !typed.lines
    ? typed
    : { ...typed, lines: typed.lines.filter(({ id }) => id !== removed) };
}

/** Faults of this section, and of the points that are answered in it. */
function belongsTo({ points }: ApplicationDraft, name: SectionName, pointer: string): boolean {
  const [first, pointId] = pointer.split('.');
  if (first !== 'pointAnswers') return first === name;
  return points.some((point) => point.id === pointId && point.pointer.startsWith(`${name}.`));
}
