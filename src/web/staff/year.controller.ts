import { Controller, Get, Post, Query } from '@nestjs/common';
import { ANSWERS_FOR_BOOKS, KeepProof, ViewProof, ViewYear } from '../../closing/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { Desk, page, redirect, Viewer, type PageResult, type RedirectResult } from '../shared/index.js';
import { ProofPage } from './proof.page.js';
import { yearCrumbs, yearPath } from './year-words.js';

/** 年度の締め: whether all books agree, what a year leaves open, and its closing. */
@Controller(':town/staff/year')
@Desk('treasury', 'staff')
export class YearController {
  constructor(
    private readonly viewProof: ViewProof,
    private readonly keepProof: KeepProof,
    private readonly viewYear: ViewYear,
  ) {}

  @Get()
  async home(@Viewer() viewer: Viewer): Promise<RedirectResult> {
    const { first } = await this.viewYear.years(viewer.actor);
    return redirect(viewer.url(yearPath(first)));
  }

  @Get('proof')
  async proof(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<PageResult> {
    const view = await this.viewProof.now(viewer.actor);
    const { years, first } = await this.viewYear.years(viewer.actor);
    const year = years.find((each) => String(each) === asked) ?? first;
    const later = await this.viewProof.laterPayments(viewer.actor, year);
    return page(viewer, {
      title: `帳簿の照合（${formatFiscalYear(year)}）`,
      wide: true,
      breadcrumb: yearCrumbs(viewer, '照合', year),
      body: ProofPage({ viewer, view, later, year, years, mayKeep: answersForBooks(viewer) }),
    });
  }

  @Post('proof')
  async keep(@Viewer() viewer: Viewer): Promise<RedirectResult> {
    const { balanced } = await this.keepProof.execute(viewer.actor);
    const notice = balanced ? '照合して、一致を記録しました。' : '照合して、違いを記録しました。';
    return redirect(viewer.url('staff/year/proof'), { notice });
  }
}

const answersForBooks = ({ actor }: Viewer): boolean => ANSWERS_FOR_BOOKS.some((duty) => hasDuty(actor, duty));
