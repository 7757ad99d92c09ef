import { Body, Controller, Get, Post } from '@nestjs/common';
import { ChangeOutcome } from '../../grants/index.js';
import { APPLICATION_SUBJECT } from '../../applications/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DeskOpenings } from '../../staff/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { OutcomeDto } from './decisions.dto.js';
import { OutcomePage } from './outcome.page.js';
import { outcomesIn, typedOutcome } from './typed-outcome.js';

/** 処分 of one case that is drafted or on hold. */
@Controller(':town/staff/grants/:grantId/outcome')
@Desk('staff')
export class OutcomeController {
  constructor(
    private readonly changeOutcome: ChangeOutcome,
    private readonly openings: DeskOpenings,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<PageResult> {
    return this.outcomePage(viewer, grantId);
  }

  @Post()
  async change(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { grant } = await this.changeOutcome.view(viewer.actor, grantId);
    const outcome = await attempt(() => {
      const { version } = readForm(OutcomeDto, body);
      const choice = outcomesIn(body, [grant.applicationId])[grant.applicationId];
      if (!choice) throw new DomainError('common.request-malformed');
      return this.changeOutcome.execute(viewer.actor, { grantId, version: Number(version), choice });
    });
    if (!outcome.ok) return this.outcomePage(viewer, grantId, body, outcome.error);
    const { draft } = outcome.value;
    const path = draft ? `staff/approvals/${draft.id}` : 'staff/grants';
    return redirect(viewer.url(path), { notice: '処分を変えました。決裁に回すには、この案件を出し直してください。' });
  }

  private async outcomePage(viewer: Viewer, id: string, body?: unknown, error?: DomainError): Promise<PageResult> {
    const proposal = await this.changeOutcome.view(viewer.actor, id);
    const { applicationId } = proposal.grant;
    const others = await this.openings.enter(viewer.actor, { kind: APPLICATION_SUBJECT, id: applicationId });
    const isStale = error?.kind === 'stale';
    const content = {
      title: '処分を変える',
      breadcrumb: [{ label: '交付決定', href: viewer.url('staff/grants') }, { label: '処分を変える' }],
      ...(error && { errors: error }),
      body: OutcomePage({ viewer, proposal, typed: typedOutcome(body, applicationId), others, isStale }),
    };
    return page(viewer, content, error && (error.kind === 'invalid' ? 422 : 409));
  }
}
