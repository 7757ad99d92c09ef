import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../kernel/domain-error.js';
import { TransferStaff, ViewStaff, type TransferLine } from '../../staff/index.js';
import {
  attempt,
  Desk,
  messageFor,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { TransfersDto } from './staff.dto.js';
import { TransfersPage, type TypedTransfer } from './staff-transfers.page.js';

const LINES = 10;

/** 人事異動 of a day as one act. */
@Controller(':town/admin/staff/transfers')
@Desk('admin')
export class StaffTransfersController {
  constructor(
    private readonly viewStaff: ViewStaff,
    private readonly transfer: TransferStaff,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.form(viewer, '', []);
  }

  @Post()
  async save(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const { on, lines: sent } = readForm(TransfersDto, body);
    const lines = sent.filter(({ staffId, fromPostId, toPostId }) => [staffId, fromPostId, toPostId].join('') !== '');
    const outcome = await attempt(() =>
      this.transfer.execute(viewer.actor, { on: typedDay(on, 'on', '異動の日'), lines: lines.map(lineOf) }),
    );
    if (!outcome.ok) return this.form(viewer, on, lines, outcome.error);
    const warnings = outcome.value.warnings.map(({ code, params }) => messageFor(code, params));
    const notice = [`${String(lines.length)}人の異動を保存しました。`, ...warnings].join(' ');
    return redirect(viewer.url('admin/staff/posts'), { notice });
  }

  private async form(
    viewer: Viewer,
    on: string,
    lines: readonly TypedTransfer[],
    error?: DomainError,
  ): Promise<PageResult> {
    const staff = await this.viewStaff.execute(viewer.actor);
    const blank = { staffId: '', fromPostId: '', toPostId: '', kind: 'holder' };
    const blanks = Array.from({ length: Math.max(LINES - lines.length, 2) }, () => blank);
    return page(viewer, {
      title: '人事異動',
      wide: true,
      breadcrumb: [{ label: '職員', href: viewer.url('admin/staff') }, { label: '人事異動' }],
      ...(error && { errors: error }),
      body: TransfersPage({ viewer, staff, on, lines: [...lines, ...blanks] }),
    });
  }
}

const lineOf = ({ staffId, fromPostId, toPostId, kind }: TypedTransfer): TransferLine => ({
  staffId,
  fromPostId: fromPostId || null,
  toPostId: toPostId || null,
  kind: kind === 'acting' ? 'acting' : 'holder',
});
