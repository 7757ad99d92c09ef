import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CloseYear, OPEN_KINDS, TAKES_EVIDENCE, ViewYear, type YearStanding } from '../../closing/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
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
import { partOf, type PartOfRows } from '../shared/pages-of-rows.js';
import { typedText } from '../shared/typed-text.js';
import { ClosingDto } from './year.dto.js';
import { YearClosingPage } from './year-closing.page.js';
import { YearPage } from './year.page.js';
import { yearCrumbs, yearIn, yearPath } from './year-words.js';

/** 年度末の状況 of one year, and the act of the 会計管理者 that closes it. */
@Controller(':town/staff/year/:year')
@Desk('treasury', 'staff')
export class YearClosingController {
  constructor(
    private readonly viewYear: ViewYear,
    private readonly closeYear: CloseYear,
  ) {}

  @Get()
  async status(
    @Viewer() viewer: Viewer,
    @Param('year') asked: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<PageResult> {
    const year = yearIn(asked);
    const { years } = await this.viewYear.years(viewer.actor);
    const standing = await this.viewYear.one(viewer.actor, year);
    return page(viewer, {
      title: `年度末の状況（${formatFiscalYear(year)}）`,
      wide: true,
      breadcrumb: yearCrumbs(viewer, formatFiscalYear(year)),
      body: YearPage({
        ...{ viewer, standing, years, mayClose: mayClose(viewer), mayTakeEvidence: mayTake(viewer) },
        kind: OPEN_KINDS.find((each) => each === query['kind']) ?? null,
        parts: { open: partOf(query['from']), lapsed: partOf(query['lapsed']), carried: partOf(query['carried']) },
      }),
    });
  }

  @Get('closing')
  async ask(
    @Viewer() viewer: Viewer,
    @Param('year') asked: string,
    @Query('lapsing') from: unknown,
  ): Promise<PageResult | RedirectResult> {
    const year = yearIn(asked);
    if (!mayClose(viewer)) throw DomainError.forbidden();
    const standing = await this.viewYear.one(viewer.actor, year);
    return standing.closed
      ? redirect(viewer.url(yearPath(year)))
      : this.closingPage(viewer, standing, { note: '', part: partOf(from) });
  }

  @Post('closing')
  async close(
    @Viewer() viewer: Viewer,
    @Param('year') asked: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const year = yearIn(asked);
    const outcome = await attempt(() => {
      const { shown, confirmed, slipsEntered, note } = readForm(ClosingDto, body);
      return this.closeYear.execute(viewer.actor, {
        ...{ year, shown, note, confirmed: confirmed === 'yes', slipsEntered: slipsEntered === 'yes' },
      });
    });
    if (outcome.ok)
      return redirect(viewer.url(yearPath(year)), { notice: `${formatFiscalYear(year)}を閉鎖しました。` });
    const standing = await this.viewYear.one(viewer.actor, year);
    if (standing.closed) return redirect(viewer.url(yearPath(year)));
    return this.closingPage(viewer, standing, { note: typedText(body, 'note'), part: partOf(null) }, outcome.error);
  }

  private closingPage(
    viewer: Viewer,
    standing: YearStanding,
    shown: { readonly note: string; readonly part: PartOfRows },
    errors?: DomainError,
  ): PageResult {
    const title = `${formatFiscalYear(standing.year)}を閉鎖する`;
    return page(viewer, {
      title,
      wide: true,
      breadcrumb: yearCrumbs(viewer, '閉鎖', standing.year),
      ...(errors && { errors }),
      body: YearClosingPage({ viewer, standing, ...shown }),
    });
  }
}

const mayTake = ({ actor }: Viewer): boolean => TAKES_EVIDENCE.some((duty) => hasDuty(actor, duty));

const mayClose = ({ actor }: Viewer): boolean => hasDuty(actor, 'treasury-decide');
