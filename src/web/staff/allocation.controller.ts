import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  AllocationTables,
  DraftAllocation,
  KeepAllocation,
  ViewAllocations,
  type TrialPage as TrialPageView,
} from '../../grants/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import type { TypedTrial } from './allocation-view.js';
import { AllocationPage } from './allocation.page.js';
import { AllocationDraftDto, OnceDto, TrialDto } from './allocations.dto.js';
import { optionsIn } from './draft-options.js';
import { partOf } from '../shared/pages-of-rows.js';
import { entriesIn, planIn } from './typed-allocation.js';

/** 試案: one trial whole, changed by making another in its place, and drafted. */
@Controller(':town/staff/grants/allocations/:trialId')
@Desk('staff')
export class AllocationController {
  constructor(
    private readonly allocations: ViewAllocations,
    private readonly keep: KeepAllocation,
    private readonly draftAllocation: DraftAllocation,
    private readonly tables: AllocationTables,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('trialId') trialId: string, @Query('from') from: unknown): Promise<PageResult> {
    return this.trialPage(viewer, trialId, from);
  }

  @Get('table.csv')
  csv(@Viewer() viewer: Viewer, @Id('trialId') trialId: string): Promise<DownloadResult> {
    return this.table(viewer, trialId, 'csv');
  }

  @Get('table.xlsx')
  excel(@Viewer() viewer: Viewer, @Id('trialId') trialId: string): Promise<DownloadResult> {
    return this.table(viewer, trialId, 'xlsx');
  }

  @Post()
  change(
    @Viewer() viewer: Viewer,
    @Id('trialId') trialId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.replace(viewer, trialId, { typed: { form: 'plan', body } }, () => {
      const form = readForm(TrialDto, body);
      const { requestId, name } = form;
      return this.keep.replace(viewer.actor, { trialId, requestId, name, plan: planIn(form) });
    });
  }

  @Post('recomputation')
  recompute(
    @Viewer() viewer: Viewer,
    @Id('trialId') trialId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.replace(viewer, trialId, {}, () =>
      this.keep.replace(viewer.actor, { trialId, requestId: readForm(OnceDto, body).requestId }),
    );
  }

  @Post('entries')
  enter(
    @Viewer() viewer: Viewer,
    @Id('trialId') trialId: string,
    @Query('from') from: unknown,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.replace(viewer, trialId, { typed: { form: 'entries', body }, from }, async () => {
      const { requestId } = readForm(OnceDto, body);
      const { trial } = await this.allocations.trial(viewer.actor, trialId);
      const entries = entriesIn(body, trial.plan.method === 'hand');
      return this.keep.replace(viewer.actor, { trialId, requestId, entries });
    });
  }

  @Post('putting-away')
  async putAway(@Viewer() viewer: Viewer, @Id('trialId') trialId: string): Promise<RedirectResult> {
    const { programId, fiscalYear } = await this.keep.putAway(viewer.actor, trialId);
    const path = `staff/grants/allocations/programs/${programId}/${String(fiscalYear)}`;
    return redirect(viewer.url(path), { notice: '試案を片付けました。' });
  }

  @Post('draft')
  async draft(
    @Viewer() viewer: Viewer,
    @Id('trialId') trialId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(AllocationDraftDto, body);
      const { belowCut, title, reason } = form;
      return this.draftAllocation.execute(viewer.actor, { trialId, belowCut, title, reason, ...optionsIn(form) });
    });
    if (!outcome.ok) {
      return this.trialPage(viewer, trialId, undefined, { form: 'draft', body }, outcome.error);
    }
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '配分のとおり起案しました。' });
  }

  private async replace(
    viewer: Viewer,
    trialId: string,
    { typed, from }: { readonly typed?: TypedTrial; readonly from?: unknown },
    act: () => Promise<{ trialId: string }>,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(act);
    if (!outcome.ok) return this.trialPage(viewer, trialId, from, typed, outcome.error);
    const at = typeof from === 'string' && from !== '0' ? { from } : {};
    return redirect(viewer.url(`staff/grants/allocations/${outcome.value.trialId}`, at), {
      notice: '計算し直しました。',
    });
  }

  private async table(viewer: Viewer, trialId: string, format: 'csv' | 'xlsx'): Promise<DownloadResult> {
    return download(await this.tables.download(viewer.actor, trialId, format));
  }

  /** What was typed against a trial that somebody replaced meanwhile stands in the forms of its successor. */
  private async shownAfter(viewer: Viewer, trialId: string, error?: DomainError): Promise<TrialPageView> {
    let view = await this.allocations.trial(viewer.actor, trialId);
    while (error?.kind === 'stale' && view.successorId !== null) {
      view = await this.allocations.trial(viewer.actor, view.successorId);
    }
    return view;
  }

  private async trialPage(
    viewer: Viewer,
    trialId: string,
    from: unknown,
    typed?: TypedTrial,
    error?: DomainError,
  ): Promise<PageResult> {
    const view = await this.shownAfter(viewer, trialId, error);
    const { key, document } = view.pool;
    const desk = `staff/grants/allocations/programs/${key.programId}/${String(key.fiscalYear)}`;
    const title = `試案　${view.trial.name}`;
    const content = {
      title,
      wide: true,
      breadcrumb: [
        { label: '交付決定', href: viewer.url('staff/grants') },
        { label: `配分　${document.name}`, href: viewer.url(desk) },
        { label: title },
      ],
      ...(error && { errors: error }),
      body: AllocationPage({
        ...{ viewer, view, typed, part: partOf(from) },
        mayAct: hasDuty(viewer.actor, 'promotion'),
      }),
    };
    return page(viewer, content, error && (error.kind === 'invalid' ? 422 : 409));
  }
}
