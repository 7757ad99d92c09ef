import { Controller, Get, Param } from '@nestjs/common';
import { ViewExecution, ViewYear } from '../../closing/index.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { Clock } from '../../platform/clock/index.js';
import { Desk, page, Viewer, type PageResult } from '../shared/index.js';
import { ExecutionPage } from './execution.page.js';
import { yearCrumbs, yearIn } from './year-words.js';

/** 執行状況 of one year, for staff, treasury and 監査委員. */
@Controller(':town/staff/year/:year/execution')
@Desk('treasury', 'staff')
export class ExecutionController {
  constructor(
    private readonly viewExecution: ViewExecution,
    private readonly viewYear: ViewYear,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Param('year') asked: string): Promise<PageResult> {
    const year = yearIn(asked);
    const { years } = await this.viewYear.years(viewer.actor);
    const figures = await this.viewExecution.execute(viewer.actor, year);
    return page(viewer, {
      title: `執行状況（${formatFiscalYear(year)}）`,
      wide: true,
      breadcrumb: yearCrumbs(viewer, '執行状況', year),
      body: ExecutionPage({ viewer, year, years, figures, today: dayInJapan(this.clock.now()) }),
    });
  }
}
