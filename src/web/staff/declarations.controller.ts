import { Body, Controller, Get, Post } from '@nestjs/common';
import { Absences } from '../../staff/index.js';
import { attempt, Desk, Id, redirect, Viewer, type PageResult, type RedirectResult } from '../shared/index.js';
import { DeclarationsDesk } from '../shared/declarations-desk.js';

const OWN = { path: 'staff/declarations', forEveryone: false };

/** What somebody says of oneself: days away, and ties to organisations. */
@Controller(':town/staff/declarations')
@Desk('staff')
export class DeclarationsController {
  constructor(
    private readonly desk: DeclarationsDesk,
    private readonly absences: Absences,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.desk.page(viewer, OWN);
  }

  @Post('absences')
  async absence(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await this.desk.recordAbsence(viewer, body);
    if (!outcome.ok) return this.desk.page(viewer, OWN, body, outcome.error);
    return redirect(viewer.url(OWN.path), { notice: '不在を記録しました。' });
  }

  @Post('absences/:absenceId/withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('absenceId') id: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.absences.withdraw(viewer.actor, id));
    if (!outcome.ok) return this.desk.page(viewer, OWN, {}, outcome.error);
    return redirect(viewer.url(OWN.path), { notice: '不在の記録を取り消しました。' });
  }

  @Post('ties')
  async tie(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await this.desk.recordTie(viewer, body);
    if (!outcome.ok) return this.desk.page(viewer, OWN, body, outcome.error);
    return redirect(viewer.url(OWN.path), { notice: '利害関係を届け出ました。' });
  }
}
