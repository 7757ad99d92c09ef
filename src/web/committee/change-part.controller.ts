import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { BUDGET, fieldsOf, pointerOf } from '../../applications/index.js';
import { askedIn, type Fields } from '../../forms/index.js';
import {
  AmendmentDrafts,
  DiscontinuationDrafts,
  GrantPapers,
  REASON,
  SaveChangeSection,
  type AmendmentDraft,
  type DiscontinuationDraft,
  type KeptPaper,
} from '../../grant-changes/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Desk, Id, page, redirect, Viewer, type PageResult } from '../shared/index.js';
import { titleOf } from '../shared/change-words.js';
import { SectionDesk, withErrors, type Answered, type Shown, type Writing } from '../shared/sections/section-desk.js';
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
import { DiscontinuationPage } from './discontinuation.page.js';
import { typedBudget, typedSection } from './typed-section.js';

type WithPapers = DiscontinuationDraft & { readonly papers: readonly KeptPaper[] };

/** The parts of a change, each saved as typed on its own, also by the autosave. */
@Controller(':town/committee/changes/:changeId/parts')
@Desk('committee')
export class ChangePartController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly amendments: AmendmentDrafts,
    private readonly discontinuations: DiscontinuationDrafts,
    private readonly papers: GrantPapers,
    private readonly saveSection: SaveChangeSection,
  ) {}

  /** Of a 中止・廃止, which has one part alone: its page is that of the change. */
  @Post('discontinuation')
  saveDiscontinuation(@Viewer() viewer: Viewer, @Id('changeId') id: string, @Body() body: unknown): Answered {
    const fields = typedReason(body, DISCONTINUATION_REASON);
    return new SectionDesk(viewer, this.discontinuation(viewer, id)).save({ name: REASON, body, fields });
  }

  @Get(':part')
  show(@Viewer() viewer: Viewer, @Id('changeId') id: string, @Param('part') name: string): Answered {
    return new SectionDesk(viewer, this.amendment(viewer, id)).show(name);
  }

  @Post(':part')
  async save(
    @Viewer() viewer: Viewer,
    @Id('changeId') id: string,
    @Param('part') name: string,
    @Body() body: unknown,
  ): Answered {
    const writing = this.amendment(viewer, id);
    const fields = typedFields(await writing.load(), name, body);
    return new SectionDesk(viewer, writing).save({ name, body, fields });
  }

  private amendment(viewer: Viewer, changeId: string): Writing<AmendmentDraft> {
    const { actor } = viewer;
    const urlOf = (name: string): string => changeUrl(viewer, changeId, 'parts', name);
    return {
      load: () => this.unitOfWork.read(actor, (tx) => this.amendments.get(tx, changeId)),
      isWritable: ({ change }) => isWritten(change),
      save: (section) => this.saveSection.execute(actor, { ...section, changeId }),
      pointerOf: (name, field) => (name === REASON ? field : pointerOf(name, field)),
      sectionOf: partOf,
      asked: ({ amended, sections }) => askedIn(amended.document.form, sections),
      page: (draft, name, shown) => partPage(viewer, draft, name, shown),
      ...{ home: changeUrl(viewer, changeId), urlOf },
      next: ({ amended }, name) => {
        const next = partAfter(amended.document, name);
        return redirect(next === null ? changeUrl(viewer, changeId, 'check') : urlOf(next));
      },
    };
  }

  private discontinuation(viewer: Viewer, changeId: string): Writing<WithPapers> {
    const { actor } = viewer;
    const home = changeUrl(viewer, changeId);
    return {
      load: () =>
        this.unitOfWork.read(actor, async (tx) => {
          const draft = await this.discontinuations.get(tx, changeId);
          return { ...draft, papers: await this.papers.of(tx, changeId) };
        }),
      isWritable: ({ change }) => isWritten(change),
      save: (section) => this.saveSection.execute(actor, { ...section, changeId }),
      pointerOf: (_name, field) => field,
      sectionOf: () => REASON,
      asked: () => new Set(),
      page: ({ papers, ...draft }, _name, shown) => {
        const content = { ...frameOf(viewer, draft), body: DiscontinuationPage({ viewer, draft, papers }) };
        return page(viewer, withErrors(content, shown), shown.status);
      },
      ...{ home, urlOf: () => home },
      next: () => redirect(changeUrl(viewer, changeId, 'check')),
    };
  }
}

/** Throws not-found for a part that the amendment has not. */
function typedFields(draft: AmendmentDraft, name: string, body: unknown): Fields {
  if (name === REASON) return typedReason(body, AMENDMENT_REASON);
  if (name === BUDGET) return fieldsOf(typedBudget(body));
  const section = knownSection(draft, name);
  if (!section) throw DomainError.notFound();
  return fieldsOf(typedSection(section, body));
}

function partPage(viewer: Viewer, draft: AmendmentDraft, name: string, shown: Shown): PageResult {
  const { change, amended } = draft;
  const section = knownSection(draft, name);
  if (!section && name !== BUDGET && name !== REASON) throw DomainError.notFound();
  const { title, lead } = partWords(amended.document, name);
  const content = {
    ...{ title, lead },
    wide: name === BUDGET || (section?.questions.some(({ kind }) => kind === 'table') ?? false),
    breadcrumb: [
      ...frameOf(viewer, draft).breadcrumb.slice(0, -1),
      { label: titleOf(change), href: changeUrl(viewer, change.id) },
      { label: title },
    ],
    body: ChangePartPage({ viewer, draft, name, section, more: shown.more }),
  };
  return page(viewer, withErrors(content, shown), shown.status);
}
