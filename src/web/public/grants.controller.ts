import { Controller, Get, Query } from '@nestjs/common';
import { ViewPublicGrants } from '../../disclosure/index.js';
import { fiscalYear, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { Desk, download, page, Viewer, type DownloadResult, type PageResult } from '../shared/index.js';
import { GrantsPage } from './grants.page.js';

/** What the town granted, for everyone. */
@Controller(':town')
@Desk('public')
export class PublicGrantsController {
  constructor(private readonly grants: ViewPublicGrants) {}

  @Get('grants')
  async list(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<PageResult> {
    const view = await this.grants.execute(viewer.actor, yearOf(asked));
    return page(viewer, {
      title: `${formatFiscalYear(view.year)}の交付の一覧`,
      lead: `${viewer.town.name}が、まちづくり組織に交付することを決めた補助金です。`,
      wide: true,
      body: GrantsPage({ viewer, view }),
    });
  }

  @Get('grants.csv')
  async csv(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<DownloadResult> {
    const bytes = await this.grants.csv(viewer.actor, yearOf(asked));
    return download({ bytes, fileName: 'grants.csv', mediaType: 'text/csv; charset=utf-8' });
  }
}

/** A year that nobody asked for, or that is none, is left to the page. */
const yearOf = (asked: unknown): FiscalYear | undefined =>
  typeof asked === 'string' && /^20[2-9]\d$/.test(asked) ? fiscalYear(Number(asked)) : undefined;
