import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { writeWorkbook } from '../../../platform/excel/index.js';
import { BUDGET } from '../../domain/form.js';
import { linesIn } from '../../domain/sections.js';
import { sectionNamed } from '../../../forms/index.js';
import { ApplicationDrafts } from '../application-drafts.js';
import { budgetSheets } from './budget-layout.js';

/** The 収支予算書 as it stands, as a workbook to go on with at home: the programme's categories as choices. */
@Injectable()
export class MakeBudgetWorkbook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
  ) {}

  /** Throws not-found for everyone but the organisation's own officers. */
  async execute(actor: Actor, { applicationId }: { readonly applicationId: string }): Promise<Buffer> {
    const { document, sections } = await this.unitOfWork.read(actor, (tx) => this.drafts.get(tx, applicationId));
    return writeWorkbook(budgetSheets(document.budget, linesIn(sectionNamed(sections, BUDGET))));
  }
}
