import { Body, Controller, Post } from '@nestjs/common';
import { WithdrawProgramVersion } from '../../programs/index.js';
import {
  attempt,
  Desk,
  Id,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { EditionWithdrawalDto } from './programs.dto.js';
import { ProgramDesk } from './program-desk.js';

/** 公開の取消し of an edition on which nothing was begun. */
@Controller(':town/staff/programs/:versionId/withdrawal')
@Desk('staff')
export class ProgramWithdrawalController {
  constructor(
    private readonly desk: ProgramDesk,
    private readonly withdrawVersion: WithdrawProgramVersion,
  ) {}

  @Post()
  async withdraw(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, reason } = readForm(EditionWithdrawalDto, body);
      return this.withdrawVersion.execute(viewer.actor, { versionId, version: Number(version), reason });
    });
    if (!outcome.ok) return this.desk.page(viewer, versionId, { error: outcome.error, typed: body });
    return redirect(viewer.url(`staff/programs/${versionId}`), { notice: '公開を取り消しました。' });
  }
}
