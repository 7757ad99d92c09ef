import { Controller, Get, Post } from '@nestjs/common';
import { BUDGET, budgetSheet } from '../../../applications/index.js';
import { AmendmentDrafts, type AmendmentDraft } from '../../../grant-changes/index.js';
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
import { titleOf } from '../../shared/change-words.js';
import { changeUrl, frameOf, isWritten } from '../change-parts.js';
import { compareWorkbook, makeWorkbook, type WrittenBudget } from './budget-comparison.js';
import { WorkbookDesk } from './workbook-desk.js';

/** The budget of an amendment as a workbook. */
@Controller(':town/committee/changes/:changeId/parts/budget/workbook')
@Desk('committee')
export class ChangeWorkbookController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly amendments: AmendmentDrafts,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('changeId') id: string): Promise<PageResult | RedirectResult> {
    return this.desk(viewer, id).show();
  }

  @Get('file')
  file(@Viewer() viewer: Viewer, @Id('changeId') id: string): Promise<DownloadResult> {
    return this.desk(viewer, id).file();
  }

  @Post()
  @AcceptUploads()
  compare(
    @Viewer() viewer: Viewer,
    @Id('changeId') id: string,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    return this.desk(viewer, id).compare(uploads);
  }

  private desk(viewer: Viewer, id: string): WorkbookDesk<AmendmentDraft> {
    const path = changeUrl(viewer, id, 'parts', BUDGET);
    return new WorkbookDesk(viewer, {
      ...{ name: '収支予算書', path },
      load: () => this.unitOfWork.read(viewer.actor, (tx) => this.amendments.get(tx, id)),
      isWritable: ({ change }) => isWritten(change),
      frame: (draft, title) => ({
        ...{ title, wide: true },
        breadcrumb: [
          ...frameOf(viewer, draft).breadcrumb.slice(0, -1),
          { label: titleOf(draft.change), href: changeUrl(viewer, id) },
          { label: '収支予算書', href: path },
          { label: title },
        ],
      }),
      make: (draft) => makeWorkbook(budgetOf(draft)),
      compare: (draft, workbook) => compareWorkbook(budgetOf(draft), workbook),
      headingOf: ({ amended }, cell) => headingOver(budgetSheet(amended.document.budget).columns, cell),
    });
  }
}

const budgetOf = ({ amended: { document, grantOf }, sections }: AmendmentDraft): WrittenBudget => ({
  ...{ asked: document.budget, sections, grantOf },
});
