import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { BUDGET, fieldsOf } from '../../applications/index.js';
import { type Section } from '../../forms/index.js';
import {
  AmendmentDrafts,
  DiscontinuationDrafts,
  REASON,
  SaveChangeSection,
  type AmendmentDraft,
} from '../../grant-changes/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  saved,
  Viewer,
  type JsonResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { titleOf } from '../shared/change-words.js';
import { ChangePartPage } from './change-part.page.js';
import {
  AMENDMENT_REASON,
  changeUrl,
  DISCONTINUATION_REASON,
  frameOf,
  isWritten,
  knownSection,
  partAfter,
  partOf,
  partWords,
  typedReason,
} from './change-parts.js';
import { ChangePartDto } from './changes.dto.js';
import { DiscontinuationPage } from './discontinuation.page.js';
import { readAct, without, type SectionAct } from '../shared/sections/section-act.js';
import { typedBudget, typedSection } from './typed-section.js';

type Answered = Promise<PageResult | RedirectResult | JsonResult>;
type Fields = Section['fields'];

/** What was typed and not kept, with what stands in the way. */
interface Refused {
  readonly fields: Fields;
  readonly error: DomainError;
}

/** The parts of a change, each saved as typed on its own, also by the autosave. */
@Controller(':town/committee/changes/:changeId/parts')
@Desk('committee')
export class ChangePartController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly amendments: AmendmentDrafts,
    private readonly discontinuations: DiscontinuationDrafts,
    private readonly saveSection: SaveChangeSection,
  ) {}

  /** Of a 中止・廃止, which has one part alone: its page is that of the change. */
  @Post('discontinuation')
  async saveDiscontinuation(@Viewer() viewer: Viewer, @Id('changeId') id: string, @Body() body: unknown): Answered {
    const { version } = readForm(ChangePartDto, body);
    const fields = typedReason(body, DISCONTINUATION_REASON);
    const command = { changeId: id, name: REASON, version: Number(version), fields };
    const outcome = await attempt(() => this.saveSection.execute(viewer.actor, command));
    if (viewer.autosave) {
      if (outcome.ok) return saved(outcome.value.version);
      throw outcome.error;
    }
    if (outcome.ok) return redirect(changeUrl(viewer, id, 'check'));
    const draft = await this.unitOfWork.read(viewer.actor, (tx) => this.discontinuations.get(tx, id));
    const written = DiscontinuationPage({ viewer, draft, papers: [], typed: fields });
    return page(viewer, { ...frameOf(viewer, draft), errors: outcome.error, body: written }, 409);
  }

  @Get(':part')
  async show(@Viewer() viewer: Viewer, @Id('changeId') id: string, @Param('part') name: string): Answered {
    const draft = await this.draftOf(viewer, id);
    if (!isWritten(draft.change)) return redirect(changeUrl(viewer, id));
    return this.partPage(viewer, draft, name);
  }

  @Post(':part')
  async save(
    @Viewer() viewer: Viewer,
    @Id('changeId') id: string,
    @Param('part') name: string,
    @Body() body: unknown,
  ): Answered {
    const { version, act: pressed } = readForm(ChangePartDto, body);
    const act = readAct(pressed);
    const fields = this.typedFields(await this.draftOf(viewer, id), name, body, act);
    const command = { changeId: id, name, version: Number(version), fields };
    const outcome = await attempt(() => this.saveSection.execute(viewer.actor, command));
    if (viewer.autosave) {
      if (outcome.ok) return saved(outcome.value.version);
      throw outcome.error;
    }
    const draft = await this.draftOf(viewer, id);
    if (!outcome.ok) return this.partPage(viewer, draft, name, { refused: { fields, error: outcome.error } });
    return this.afterSave(viewer, draft, name, act);
  }

  private typedFields(draft: AmendmentDraft, name: string, body: unknown, act: SectionAct): Fields {
    if (name === REASON) return typedReason(body, AMENDMENT_REASON);
    if (name === BUDGET) return without(fieldsOf(typedBudget(body)), act);
    const section = knownSection(draft, name);
    if (!section) throw DomainError.notFound();
    return without(fieldsOf(typedSection(section, body)), act);
  }

  private afterSave(viewer: Viewer, draft: AmendmentDraft, name: string, act: SectionAct): PageResult | RedirectResult {
    const { id } = draft.change;
    if (act.kind === 'add-line' || act.kind === 'add-row')
      return this.partPage(viewer, draft, name, { more: act.where });
    if (act.kind === 'back') return redirect(changeUrl(viewer, id), { notice: '保存しました。' });
    if (act.kind !== 'next') return redirect(changeUrl(viewer, id, 'parts', name), { notice: '保存しました。' });
    const missing = draft.faults.filter(({ pointer }) => partOf(draft, pointer) === name);
    if (missing.length > 0) return this.partPage(viewer, draft, name, { errors: missing });
    const next = partAfter(draft.amended.document, name);
    return redirect(next === null ? changeUrl(viewer, id, 'check') : changeUrl(viewer, id, 'parts', next));
  }

  private partPage(
    viewer: Viewer,
    draft: AmendmentDraft,
    name: string,
    shown: { readonly refused?: Refused; readonly errors?: readonly Fault[]; readonly more?: string } = {},
  ): PageResult {
    const { document } = draft.amended;
    const section = knownSection(draft, name);
    if (!section && name !== BUDGET && name !== REASON) throw DomainError.notFound();
    const { title, lead } = partWords(document, name);
    const frame = frameOf(viewer, draft);
    const errors = shown.refused?.error ?? shown.errors;
    return page(
      viewer,
      {
        ...{ title, lead },
        wide: name === BUDGET || (section?.questions.some(({ kind }) => kind === 'table') ?? false),
        breadcrumb: [
          ...frame.breadcrumb.slice(0, -1),
          { label: titleOf(draft.change), href: changeUrl(viewer, draft.change.id) },
          { label: title },
        ],
        ...(errors && { errors }),
        body: ChangePartPage({ viewer, draft, name, section, more: shown.more, typed: shown.refused?.fields }),
      },
      shown.refused ? 409 : undefined,
    );
  }

  private draftOf(viewer: Viewer, id: string): Promise<AmendmentDraft> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.amendments.get(tx, id));
  }
}
