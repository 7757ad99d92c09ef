import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { OpenBudgetLine, ViewBudget } from '../../budgets/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { Clock } from '../../platform/clock/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { BudgetLineDto } from './budget.dto.js';
import { BudgetPage, NewBudgetLinePage } from './budget.page.js';
import { mayKeepBudget } from './budget-line.controller.js';
import { typedYen } from '../shared/typed-yen.js';
import { typedText } from '../shared/typed-text.js';

/** 予算: the lines of a year with what is left. */
@Controller(':town/staff/budget')
@Desk('staff')
export class BudgetController {
  constructor(
    private readonly budget: ViewBudget,
    private readonly openLine: OpenBudgetLine,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query('year') year: unknown): Promise<PageResult> {
    const shown = this.yearOf(year);
    const lines = await this.budget.year(viewer.actor, shown);
    return page(viewer, {
      title: `${formatFiscalYear(shown)}の予算`,
      wide: true,
      body: BudgetPage({ viewer, year: shown, lines, mayOpen: mayKeepBudget(viewer) }),
    });
  }

  @Get('new')
  new(@Viewer() viewer: Viewer, @Query('year') year: unknown): PageResult {
    if (!mayKeepBudget(viewer)) throw DomainError.forbidden();
    return this.form(viewer, { fiscalYear: String(this.yearOf(year)) });
  }

  @Post()
  async open(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { fiscalYear: year, ceiling, ...text } = readForm(BudgetLineDto, body);
      const command = {
        ...text,
        fiscalYear: fiscalYear(Number(year)),
        ceiling: typedYen(ceiling, 'ceiling', 'budgets.ceiling-missing'),
      };
      return this.openLine.execute(viewer.actor, command);
    });
    if (!outcome.ok) return this.form(viewer, body, outcome.error);
    return redirect(viewer.url(`staff/budget/${outcome.value.lineId}`), { notice: '予算科目を登録しました。' });
  }

  private form(viewer: Viewer, typed: unknown, error?: DomainError): PageResult {
    return page(viewer, {
      title: '予算科目を登録する',
      breadcrumb: [{ label: '予算', href: viewer.url('staff/budget') }, { label: '予算科目の登録' }],
      ...(error && { errors: error }),
      body: NewBudgetLinePage({
        viewer,
        year: this.yearOf(typedText(typed, 'fiscalYear')),
        typed: (name) => typedText(typed, name),
      }),
    });
  }

  private yearOf(asked: unknown): FiscalYear {
    const known = typeof asked === 'string' && /^20[2-9]\d$/.test(asked);
    return known ? fiscalYear(Number(asked)) : fiscalYearOf(dayInJapan(this.clock.now()));
  }
}
