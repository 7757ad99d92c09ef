import { Body, Controller, Get, Post } from '@nestjs/common';
import { Absences, Ties } from '../../staff/index.js';
import { attempt, Desk, Id, redirect, Viewer, type PageResult, type RedirectResult } from '../shared/index.js';
import { DeclarationsDesk } from '../shared/declarations-desk.js';

const EVERYONE = { path: 'admin/staff/declarations', forEveryone: true };

/** Everyone's days away and ties to organisations. */
@Controller(':town/admin/staff/declarations')
@Desk('admin')
export class StaffDeclarationsController {
  constructor(
    private readonly desk: DeclarationsDesk,
    private readonly absences: Absences,
    private readonly ties: Ties,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.desk.page(viewer, EVERYONE);
  }

  @Post('absences')
  async absence(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await this.desk.recordAbsence(viewer, body);
    if (!outcome.ok) return this.desk.page(viewer, EVERYONE, body, outcome.error);
    return redirect(viewer.url(EVERYONE.path), { notice: '不在を記録しました。' });
  }

  @Post('absences/:absenceId/withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('absenceId') id: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.absences.withdraw(viewer.actor, id));
    if (!outcome.ok) return this.desk.page(viewer, EVERYONE, {}, outcome.error);
    return redirect(viewer.url(EVERYONE.path), { notice: '不在の記録を取り消しました。' });
  }

  @Post('ties')
  async tie(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await this.desk.recordTie(viewer, body);
    if (!outcome.ok) return this.desk.page(viewer, EVERYONE, body, outcome.error);
    return redirect(viewer.url(EVERYONE.path), { notice: '利害関係を記録しました。' });
  }

  @Post('ties/:tieId/end')
  async endTie(@Viewer() viewer: Viewer, @Id('tieId') id: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.ties.end(viewer.actor, id));
    if (!outcome.ok) return this.desk.page(viewer, EVERYONE, {}, outcome.error);
    return redirect(viewer.url(EVERYONE.path), { notice: '利害関係の届出を終えました。' });
  }
}
