import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../../kernel/domain-error.js';
import { OrganizationDirectory } from '../../../organizations/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { BeginProposal, Calls, ProposalDrafts, type TypedBasics } from '../../../proposals/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  redirect,
  Viewer,
  type Crumb,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { BLANK_BASICS, typedBasics } from '../../shared/proposals/basics-fields.js';
import type { ProposalWriter } from '../../shared/proposals/proposal-writer.js';
import { ProposalDraftController } from '../../shared/proposals/proposal-draft.controller.js';
import { OrganizationProposalsPage, ProposingAsOrganizationPage } from './proposals.page.js';

const PROPOSALS = '企画提案';

const crumbs = (viewer: Viewer): Crumb[] => [
  { label: 'ホーム', href: viewer.url('committee') },
  { label: PROPOSALS, href: viewer.url('committee/proposals') },
];

/** Proposals of the organisation, and the calls that take another. */
@Controller(':town/committee/proposals')
@Desk('committee')
export class OrganizationProposalsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: Calls,
    private readonly drafts: ProposalDrafts,
    private readonly begin: BeginProposal,
    private readonly organizations: OrganizationDirectory,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const { calls, proposals } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      calls: await this.calls.open(tx),
      proposals:
        viewer.actor.kind === 'officer' ? await this.drafts.ofOrganization(tx, viewer.actor.organizationId) : [],
    }));
    return page(viewer, {
      title: PROPOSALS,
      breadcrumb: [{ label: 'ホーム', href: viewer.url('committee') }, { label: PROPOSALS }],
      body: OrganizationProposalsPage({ viewer, calls, proposals }),
    });
  }

  @Get('new/:callId')
  proposing(@Viewer() viewer: Viewer, @Id('callId') id: string): Promise<PageResult> {
    return this.form(viewer, id, { ...BLANK_BASICS, publicName: 'yes' });
  }

  @Post('new/:callId')
  async propose(
    @Viewer() viewer: Viewer,
    @Id('callId') callId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const typed = typedBasics(body);
    const outcome = await attempt(() => this.begin.byOrganization(viewer.actor, { callId, typed }));
    if (!outcome.ok) return this.form(viewer, callId, typed, outcome.error);
    return redirect(viewer.url(`committee/proposals/${outcome.value}`));
  }

  private async form(viewer: Viewer, id: string, typed: TypedBasics, errors?: DomainError): Promise<PageResult> {
    const { call, name } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      call: (await this.calls.get(tx, id)).call,
      name: viewer.actor.kind === 'officer' ? (await this.organizations.get(tx, viewer.actor.organizationId)).name : '',
    }));
    const content = {
      title: '提案を始める',
      lead: call.title,
      breadcrumb: [...crumbs(viewer), { label: '提案を始める' }],
      body: ProposingAsOrganizationPage({ viewer, call, typed, name }),
    };
    return page(viewer, errors ? { ...content, errors } : content);
  }
}

/** A proposal as the officers of its organisation write and follow it. */
@Controller(':town/committee/proposals/:proposalId')
@Desk('committee')
export class OrganizationProposalController extends ProposalDraftController {
  protected writer({ actor }: Viewer): ProposalWriter {
    return { actor, code: null, link: null };
  }

  protected path(id: string): string {
    return `committee/proposals/${id}`;
  }

  protected crumbs(viewer: Viewer): Crumb[] {
    return crumbs(viewer);
  }

  protected leaving(viewer: Viewer): string {
    return viewer.url('committee/proposals');
  }
}
