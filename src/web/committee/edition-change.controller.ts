import { Controller, Post } from '@nestjs/common';
import { SettleEditionChange } from '../../applications/index.js';
import { Desk, Id, redirect, Viewer, type RedirectResult } from '../shared/index.js';
import { applicationUrl } from './application-words.js';

/** What a newer edition changed at a draft has been read, and what it left has been copied. */
@Controller([
  ':town/committee/applications/:applicationId/edition-changes',
  ':town/staff/paper/:applicationId/edition-changes',
])
@Desk('committee', 'staff')
export class EditionChangeController {
  constructor(private readonly settle: SettleEditionChange) {}

  @Post('notice')
  async notice(@Viewer() viewer: Viewer, @Id('applicationId') applicationId: string): Promise<RedirectResult> {
    await this.settle.execute(viewer.actor, { applicationId, what: 'notice' });
    return redirect(applicationUrl(viewer, applicationId), { notice: '変わったところのお知らせを消しました。' });
  }

  @Post('leftovers')
  async leftovers(@Viewer() viewer: Viewer, @Id('applicationId') applicationId: string): Promise<RedirectResult> {
    await this.settle.execute(viewer.actor, { applicationId, what: 'leftovers' });
    return redirect(applicationUrl(viewer, applicationId), { notice: '前の版での回答を消しました。' });
  }
}
