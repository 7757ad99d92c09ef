import { Controller, Get, Post } from '@nestjs/common';
import { ApplicationDrafts, BUDGET, budgetSheet, type ApplicationDraft } from '../../../applications/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { headingOver } from '../../../writing/index.js';
import {
  AcceptUploads,
  Desk,
  Id,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../../shared/index.js';
import { sectionUrl } from '../application-words.js';
import { budgetFrame } from '../budget-frame.js';
import { compareWorkbook, makeWorkbook, type WrittenBudget } from './budget-comparison.js';
import { WorkbookDesk } from './workbook-desk.js';

/** The budget of an application as a workbook. */
@Controller([
  ':town/committee/applications/:applicationId/budget/workbook',
  ':town/staff/paper/:applicationId/budget/workbook',
])
@Desk('committee', 'staff')
export class BudgetWorkbookController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult | RedirectResult> {
    return this.desk(viewer, id).show();
  }

  @Get('file')
  file(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<DownloadResult> {
    return this.desk(viewer, id).file();
  }

  @Post()
  @AcceptUploads()
  compare(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    return this.desk(viewer, id).compare(uploads);
  }

  private desk(viewer: Viewer, id: string): WorkbookDesk<ApplicationDraft> {
    return new WorkbookDesk(viewer, {
      name: '収支予算書',
      path: sectionUrl(viewer, id, BUDGET),
      load: () => this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id)),
      isWritable: ({ application: { state } }) => state === 'draft' || state === 'returned',
      frame: (draft, title) => budgetFrame(viewer, draft, title),
      make: (draft) => makeWorkbook(budgetOf(draft)),
      compare: async (draft, workbook) => ({
        ...(await compareWorkbook(budgetOf(draft), workbook)),
        edition: draft.application.programVersionId,
      }),
      headingOf: ({ document }, cell) => headingOver(budgetSheet(document.budget).columns, cell),
    });
  }
}

const budgetOf = ({ document, sections, grantOf }: ApplicationDraft): WrittenBudget => ({
  ...{ asked: document.budget, sections, grantOf },
});
