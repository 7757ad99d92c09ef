import { Controller, Post } from '@nestjs/common';
import { CopyForNextYear } from '../../programs/index.js';
import { attempt, Desk, Id, redirect, Viewer, type PageResult, type RedirectResult } from '../shared/index.js';
import { ProgramDesk } from './program-desk.js';

/** The draft of the next 年度, made from a published edition. */
@Controller(':town/staff/programs/:versionId/next-year')
@Desk('staff')
export class ProgramCopyController {
  constructor(
    private readonly desk: ProgramDesk,
    private readonly copyForNextYear: CopyForNextYear,
  ) {}

  @Post()
  async copy(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.copyForNextYear.execute(viewer.actor, { versionId }));
    if (!outcome.ok) return this.desk.page(viewer, versionId, { error: outcome.error });
    return redirect(viewer.url(`staff/programs/${outcome.value.versionId}/changes`), {
      notice: '次の年度の下書きを作りました。移したところを確かめてください。',
    });
  }
}
