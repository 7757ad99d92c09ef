import { Body, Controller, Post } from '@nestjs/common';
import {
  ApplicationDrafts,
  BUDGET,
  fieldsOf,
  readPasted,
  SaveSection,
  type ApplicationDraft,
  type TypedSection,
} from '../../applications/index.js';
import { sectionNamed } from '../../forms/index.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  attempt,
  Desk,
  faultsOf,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { SectionDto } from '../shared/sections/section.dto.js';
import { PastedDto } from './application-sections.dto.js';
import { sectionUrl } from './application-words.js';
import { budgetFrame } from './budget-frame.js';
import type { Pasted } from './budget-paste.js';
import { BudgetPage, newLineId } from './budget.page.js';
import { settledFields } from '../shared/sections/typed-section.js';
import { typedBudget } from './typed-section.js';

interface Refused {
  readonly typed: TypedSection;
  readonly pasted?: Pasted;
  readonly error: DomainError;
}

/** Rows of a spreadsheet on their way into the budget: pasted as lines. */
@Controller([':town/committee/applications/:applicationId/budget', ':town/staff/paper/:applicationId/budget'])
@Desk('committee', 'staff')
export class BudgetRowsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly saveSection: SaveSection,
  ) {}

  /** Saves what stands in the table together with the pasted rows; a row that cannot be read adds none of them. */
  @Post('pasted')
  async paste(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { pasted: text, pastedSide: side } = readForm(PastedDto, body);
    const typed = typedBudget(body);
    const { document } = await this.draftOf(viewer, id);
    const outcome = await attempt(async () => {
      const added = readPasted(document.budget, side, text, newLineId);
      await this.save(viewer, id, body, { ...typed, lines: [...(typed.lines ?? []), ...added] });
      return added.length;
    });
    if (!outcome.ok) return this.refused(viewer, id, { typed, pasted: { side, text }, error: outcome.error });
    return redirect(sectionUrl(viewer, id, BUDGET), { notice: `${String(outcome.value)}行を加えました。` });
  }

  private save(viewer: Viewer, applicationId: string, body: unknown, typed: TypedSection): Promise<unknown> {
    const { version, page: opened } = readForm(SectionDto, body);
    const command = {
      applicationId,
      name: BUDGET,
      version: Number(version),
      page: opened,
      fields: fieldsOf(typed),
    } as const;
    return this.saveSection.execute(viewer.actor, { ...command, settled: settledFields(body) });
  }

  /** The page as it was typed, with what was pasted still in its field. */
  private async refused(viewer: Viewer, id: string, { typed, pasted, error }: Refused): Promise<PageResult> {
    const kept = await this.draftOf(viewer, id);
    const budget = { ...sectionNamed(kept.sections, BUDGET), fields: fieldsOf(typed) };
    const draft = { ...kept, sections: new Map([...kept.sections, [BUDGET, budget] as const]) };
    return page(
      viewer,
      { ...budgetFrame(viewer, draft), body: BudgetPage({ viewer, draft, pasted }), errors: faultsOf(error) },
      error.kind === 'invalid' ? 422 : 409,
    );
  }

  private draftOf(viewer: Viewer, id: string): Promise<ApplicationDraft> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }
}
