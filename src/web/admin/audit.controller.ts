import { Controller, Get, Query } from '@nestjs/common';
import { AuditTrail, type AuditFilter } from '../../platform/audit/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Desk, page, Viewer, type PageResult } from '../shared/index.js';
import { AuditPage, type AuditQuery } from './audit.page.js';

const ENTRIES_A_PAGE = 50;

/** 操作の記録: who did what to which record when. Read only, for everybody who may enter this desk. */
@Controller(':town/admin/audit')
@Desk('admin')
export class AuditController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer, @Query() query: Readonly<Record<string, unknown>>): Promise<PageResult> {
    const asked: AuditQuery = {
      action: text(query, 'action'),
      actor: text(query, 'actor'),
      subject: text(query, 'subject'),
    };
    const filter: AuditFilter = {
      limit: ENTRIES_A_PAGE + 1,
      ...(asked.action && { action: asked.action }),
      ...(asked.actor && { actorName: asked.actor }),
      ...(asked.subject && { subjectId: asked.subject }),
      ...(/^\d{1,18}$/.test(text(query, 'before')) && { before: text(query, 'before') }),
    };
    const entries = await this.unitOfWork.read(viewer.actor, (tx) => this.trail.list(tx, filter));
    const shown = entries.slice(0, ENTRIES_A_PAGE);
    const next = entries.length > ENTRIES_A_PAGE ? (shown.at(-1)?.id ?? null) : null;
    return page(viewer, { title: '操作の記録', wide: true, body: AuditPage({ viewer, entries: shown, asked, next }) });
  }
}

const text = (query: Readonly<Record<string, unknown>>, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value.normalize('NFKC').trim().slice(0, 100) : '';
};
