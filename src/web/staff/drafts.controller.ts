import { Controller, Get, Query } from '@nestjs/common';
import { ListDrafts } from '../../approvals/index.js';
import { Desk, page, Viewer, type PageResult } from '../shared/index.js';
import { DraftsPage } from './approvals.page.js';

const ON_A_PAGE = 50;

/** 起案簿. */
@Controller(':town/staff/drafts')
@Desk('staff')
export class DraftsController {
  constructor(private readonly drafts: ListDrafts) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query('from') from: unknown): Promise<PageResult> {
    const offset = typeof from === 'string' && /^\d{1,7}$/.test(from) ? Number(from) : 0;
    const found = await this.drafts.execute(viewer.actor, { limit: ON_A_PAGE + 1, offset });
    const at = (start: number): string => viewer.url('staff/drafts', { from: String(start) });
    return page(viewer, {
      title: '起案簿',
      wide: true,
      breadcrumb: [{ label: '起案・決裁', href: viewer.url('staff/approvals') }, { label: '起案簿' }],
      body: DraftsPage({
        viewer,
        drafts: found.slice(0, ON_A_PAGE),
        newer: offset > 0 ? at(Math.max(0, offset - ON_A_PAGE)) : null,
        older: found.length > ON_A_PAGE ? at(offset + ON_A_PAGE) : null,
      }),
    });
  }
}
