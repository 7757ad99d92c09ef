import { Controller, Get, Post } from '@nestjs/common';
import {
  ApplicationDrafts,
  BUDGET,
  MakeBudgetWorkbook,
  ReadBudgetWorkbook,
  type ApplicationDraft,
  type CellFault,
} from '../../applications/index.js';
import type { DomainError, Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  faultsOf,
  Id,
  page,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { applicationUrl } from './application-words.js';
import { budgetFrame } from './budget-frame.js';
import { WorkbookPage, WorkbookPreviewPage } from './budget-workbook.page.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The budget as a workbook: taken home, filled in, sent back, compared, and only then taken over by a save. */
@Controller([
  ':town/committee/applications/:applicationId/budget/workbook',
  ':town/staff/paper/:applicationId/budget/workbook',
])
@Desk('committee', 'staff')
export class BudgetWorkbookController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly makeWorkbook: MakeBudgetWorkbook,
    private readonly readWorkbook: ReadBudgetWorkbook,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult | RedirectResult> {
    const draft = await this.draftOf(viewer, id);
    const { state } = draft.application;
    if (state !== 'draft' && state !== 'returned') return redirect(applicationUrl(viewer, id));
    return this.workbookPage(viewer, draft);
  }

  @Get('file')
  async file(@Viewer() viewer: Viewer, @Id('applicationId') applicationId: string): Promise<DownloadResult> {
    const bytes = await this.makeWorkbook.execute(viewer.actor, { applicationId });
    return download({ bytes, fileName: '収支予算書.xlsx', mediaType: SPREADSHEET });
  }

  /** Compares and changes nothing yet. */
  @Post()
  @AcceptUploads()
  async compare(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult> {
    const workbook = uploads.find(({ field }) => field === 'workbook') ?? null;
    const outcome = await attempt(() => this.readWorkbook.execute(viewer.actor, { applicationId, workbook }));
    if (!outcome.ok) return this.refused(viewer, applicationId, outcome.error);
    const { draft, faults } = outcome.value;
    if (faults.length > 0) {
      const whole = { pointer: 'workbook', code: 'applications.workbook-faulty', params: { count: faults.length } };
      return this.workbookPage(viewer, draft, faults, [whole], 422);
    }
    return page(viewer, {
      ...budgetFrame(viewer, draft, 'Excelの内容を確かめる'),
      body: WorkbookPreviewPage({ viewer, read: outcome.value }),
    });
  }

  private async refused(viewer: Viewer, id: string, error: DomainError): Promise<PageResult> {
    const status = error.kind === 'invalid' ? 422 : 409;
    return this.workbookPage(viewer, await this.draftOf(viewer, id), [], faultsOf(error), status);
  }

  private workbookPage(
    viewer: Viewer,
    draft: ApplicationDraft,
    faults: readonly CellFault[] = [],
    errors: readonly Fault[] = [],
    status?: number,
  ): PageResult {
    const path = applicationUrl(viewer, draft.application.id, BUDGET);
    const content = {
      ...budgetFrame(viewer, draft, 'Excelで収支予算書を作る'),
      body: WorkbookPage({ path, asked: draft.document.budget, faults }),
    };
    return page(viewer, errors.length > 0 ? { ...content, errors } : content, status);
  }

  private draftOf(viewer: Viewer, id: string): Promise<ApplicationDraft> {
    return this.unitOfWork.read(viewer.actor, (tx) => this.drafts.get(tx, id));
  }
}
