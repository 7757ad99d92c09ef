import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { KeepAllocation, ViewAllocations, type PoolKey } from '../../grants/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { TrialDto } from './allocations.dto.js';
import { AllocationsPage } from './allocations.page.js';
import { partOf } from '../shared/pages-of-rows.js';
import { planIn } from './typed-allocation.js';

interface Refused {
  readonly body: unknown;
  readonly error: DomainError;
}

/** 配分: the trials of one programme's year side by side. */
@Controller(':town/staff/grants/allocations/programs/:programId/:year')
@Desk('staff')
export class AllocationsController {
  constructor(
    private readonly allocations: ViewAllocations,
    private readonly keep: KeepAllocation,
  ) {}

  @Get()
  compare(
    @Viewer() viewer: Viewer,
    @Id('programId') programId: string,
    @Param('year') year: string,
    @Query('from') from: unknown,
  ): Promise<PageResult> {
    return this.desk(viewer, keyOf(programId, year), from);
  }

  @Post()
  async make(
    @Viewer() viewer: Viewer,
    @Id('programId') programId: string,
    @Param('year') year: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const key = keyOf(programId, year);
    const outcome = await attempt(() => {
      const form = readForm(TrialDto, body);
      const { requestId, name } = form;
      return this.keep.make(viewer.actor, { ...key, requestId, name, plan: planIn(form) });
    });
    if (!outcome.ok) return this.desk(viewer, key, undefined, { body, error: outcome.error });
    return redirect(viewer.url(`staff/grants/allocations/${outcome.value.trialId}`), {
      notice: '試案を計算しました。',
    });
  }

  private async desk(viewer: Viewer, key: PoolKey, from: unknown, refused?: Refused): Promise<PageResult> {
    const desk = await this.allocations.desk(viewer.actor, key);
    const title = `配分　${desk.pool.document.name}`;
    return page(viewer, {
      title,
      wide: true,
      breadcrumb: [{ label: '交付決定', href: viewer.url('staff/grants') }, { label: title }],
      ...(refused && { errors: refused.error }),
      body: AllocationsPage({
        ...{ viewer, desk, typed: refused?.body, part: partOf(from) },
        path: `staff/grants/allocations/programs/${key.programId}/${String(key.fiscalYear)}`,
        mayAct: hasDuty(viewer.actor, 'promotion'),
      }),
    });
  }
}

function keyOf(programId: string, year: string): PoolKey {
  if (!/^20[2-9]\d$/.test(year)) throw DomainError.notFound();
  return { programId, fiscalYear: fiscalYear(Number(year)) };
}
