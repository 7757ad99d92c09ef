import { Body, Controller, Post } from '@nestjs/common';
import { AppConfig } from '../../../config/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Calls, ReissueCode } from '../../../proposals/index.js';
import { attempt, Desk, Id, page, Viewer, type PageResult } from '../../shared/index.js';
import { CodeMail } from '../../shared/proposals/code-mail.js';
import { typedText } from '../../shared/typed-text.js';
import { CodePaper } from './code-paper.page.js';
import { callCrumbs } from './crumbs.js';
import { ReceivedProposalPages } from './received-pages.js';

/** A new 控えのコード, shown this once and printed. */
@Controller(':town/staff/proposals/received/:proposalId')
@Desk('staff')
export class ProposalCodeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: Calls,
    private readonly reissue: ReissueCode,
    private readonly mail: CodeMail,
    private readonly pages: ReceivedProposalPages,
    private readonly config: AppConfig,
  ) {}

  @Post('code')
  async make(
    @Viewer() viewer: Viewer,
    @Id('proposalId') proposalId: string,
    @Body() body: unknown,
  ): Promise<PageResult> {
    const command = { proposalId, version: Number(typedText(body, 'version')), identity: typedText(body, 'identity') };
    const outcome = await attempt(() => this.reissue.execute(viewer.actor, command));
    if (!outcome.ok) {
      return this.pages.of(viewer, proposalId, { ...(body as object), act: 'code' }, outcome.error);
    }
    const { code, proposal } = outcome.value;
    const { call, section } = await this.unitOfWork.read(viewer.actor, (tx) => this.calls.get(tx, proposal.callId));
    const link = new URL(viewer.url('my-proposals'), this.config.publicUrl).href;
    const note = { id: `${proposalId}-${code}`, to: proposal.proposer.mail, title: call.title, code, link };
    const mailed = await this.mail.send(viewer, note);
    if (mailed === 'failed') await this.reissue.mailFailed(viewer.actor, proposalId);
    const title = '控えのコードの用紙';
    return page(viewer, {
      title,
      personal: true,
      breadcrumb: callCrumbs(
        viewer,
        { label: proposal.title, href: viewer.url(`staff/proposals/received/${proposalId}`) },
        { label: title },
      ),
      body: CodePaper({ viewer, proposal, section, code, mailed, origin: this.config.publicUrl.origin }),
    });
  }
}
