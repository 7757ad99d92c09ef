import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { RecordFigures, ViewFigures, type FigureKind } from '../../organizations/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { attempt, Desk, page, redirect, Viewer, type PageResult, type RedirectResult } from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { FiguresForm } from './organization-figures-form.js';
import { FiguresPage } from './organization-figures.page.js';
import { ORGANIZATIONS_PATH, organizationsCrumbs } from './organization-words.js';

const FIGURES_PATH = `${ORGANIZATIONS_PATH}/figures`;

/** 年度の数値: one table a year, organisations by the figures that published programmes count. */
@Controller(`:town/${FIGURES_PATH}`)
@Desk('staff')
export class StaffFiguresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly figures: ViewFigures,
    private readonly recordFigures: RecordFigures,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Query('year') year: unknown): Promise<PageResult> {
    return this.figuresPage(viewer, this.yearOf(year), null);
  }

  @Post()
  async save(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const year = this.yearOf(typedText(body, 'year'));
    if (!hasDuty(viewer.actor, 'promotion')) throw DomainError.forbidden();
    if (typedText(body, 'act') === 'paste') return this.figuresPage(viewer, year, body);
    const kinds = await this.unitOfWork.read(viewer.actor, (tx) => this.kinds(tx, year));
    const form = new FiguresForm(body);
    const outcome = await attempt(() =>
      this.recordFigures.execute(viewer.actor, {
        fiscalYear: year,
        figures: kinds.map((kind) => ({ kind, typed: form.figures(kind.name) })),
      }),
    );
    if (!outcome.ok) return this.figuresPage(viewer, year, body, outcome.error);
    const notice =
      outcome.value === 0 ? '変わった数値はありません。' : `${String(outcome.value)}件の数値を登録しました。`;
    return redirect(viewer.url(FIGURES_PATH, { year: String(year) }), { notice });
  }

  private async figuresPage(viewer: Viewer, year: FiscalYear, body: unknown, error?: DomainError): Promise<PageResult> {
    const { kinds, ...years } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      kinds: await this.kinds(tx, year),
      ...(await this.figures.of(tx, year)),
    }));
    const form = FiguresForm.over(years.holding, body);
    const pasted = error ? null : form.paste(typedText(body, 'pasted'), kinds, years.organizations);
    const faults = error ?? (pasted && pasted.faults.length > 0 ? DomainError.invalid(pasted.faults) : undefined);
    const title = `${formatFiscalYear(year)}の数値`;
    const shown = { viewer, year, kinds, form, ...years, pasted: typedText(body, 'pasted') };
    const content = {
      title,
      wide: true,
      breadcrumb: organizationsCrumbs(viewer, { label: title }),
      ...(faults && { errors: faults }),
      body: FiguresPage({
        ...shown,
        mayEdit: hasDuty(viewer.actor, 'promotion'),
        filled: pasted !== null && pasted.faults.length === 0,
      }),
    };
    return page(viewer, content, faults && (faults.kind === 'invalid' ? 422 : 409));
  }

  private async kinds(tx: Transaction, year: FiscalYear): Promise<FigureKind[]> {
    const asked = await this.programs.figuresAsked(tx, year);
    return asked.map(({ id, label, options = [] }) => ({ name: id, label, options }));
  }

  private yearOf(asked: unknown): FiscalYear {
    const known = typeof asked === 'string' && /^20[2-9]\d$/.test(asked);
    return known ? fiscalYear(Number(asked)) : fiscalYearOf(dayInJapan(this.clock.now()));
  }
}
