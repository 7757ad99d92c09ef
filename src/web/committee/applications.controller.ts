import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  EarlierApplications,
  GrantAmounts,
  StartApplication,
  SubmissionWindows,
  SupportYears,
  type GrantAmount,
} from '../../applications/index.js';
import { CaseList } from '../../cases/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramVersion } from '../../programs/index.js';
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
import type { ProjectOrigin } from '../shared/project-origin.js';
import { ProjectOrigins } from '../shared/project-origins.js';
import { ApplicationStartPage } from './application-start.page.js';
import { ApplicationsPage } from './applications.page.js';
import { StartDto } from './application-sections.dto.js';
import { applicationUrl } from './application-words.js';

/** What can be applied for, what has been applied for, and the beginning of an application. */
@Controller(':town/committee/applications')
@Desk('committee')
export class ApplicationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly cases: CaseList,
    private readonly windows: SubmissionWindows,
    private readonly startApplication: StartApplication,
    private readonly amounts: GrantAmounts,
    private readonly earlier: EarlierApplications,
    private readonly support: SupportYears,
    private readonly origins: ProjectOrigins,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const loaded = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      open: await this.windows.startable(tx, ownOrganization(tx)),
      cases: await this.cases.forOrganization(tx, ownOrganization(tx)),
      now: tx.now,
    }));
    return page(viewer, {
      title: '交付申請',
      breadcrumb: [{ label: 'ホーム', href: viewer.url('committee') }, { label: '交付申請' }],
      body: ApplicationsPage({ viewer, ...loaded }),
    });
  }

  @Get('new/:versionId')
  show(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Query('proposal') proposal: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.startPage(viewer, versionId, typeof proposal === 'string' && UUID.test(proposal) ? proposal : null);
  }

  @Post()
  async start(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const { then, ...command } = readForm(StartDto, body);
    const outcome = await attempt(() => this.startApplication.execute(viewer.actor, command));
    if (outcome.ok) return redirect(applicationUrl(viewer, outcome.value.applicationId, ...(then ? [then] : [])));
    return this.startPage(viewer, command.programVersionId, command.proposalId ?? null, outcome.error);
  }

  private async startPage(
    viewer: Viewer,
    versionId: string,
    proposalId: string | null,
    error?: DomainError,
  ): Promise<PageResult | RedirectResult> {
    const shown = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const found = await this.programs.version(tx, versionId);
      const own = await this.organizations.get(tx, ownOrganization(tx));
      const cases = await this.cases.forOrganization(tx, own.id);
      const { programId, document } = found;
      return {
        version: found,
        window: await this.windows.of(tx, { organizationId: own.id, applicationId: null }, found),
        now: tx.now,
        organization: own,
        ...(await this.outlookOf(tx, found, own, proposalId)),
        hasEarlier: (await this.earlier.of(tx, own.id, { id: null, fiscalYear: document.fiscalYear })).length > 0,
        begun: cases.filter(
          (each) =>
            each.programId === programId && each.fiscalYear === document.fiscalYear && each.phase !== 'withdrawn',
        ),
      };
    });
    const [only] = shown.begun;
    if (only && shown.version.document.perYear?.most === 1 && !error) return redirect(applicationUrl(viewer, only.id));
    return page(viewer, {
      title: shown.version.document.name,
      lead: shown.version.document.purpose,
      breadcrumb: [
        { label: 'ホーム', href: viewer.url('committee') },
        { label: '交付申請', href: viewer.url('committee/applications') },
        { label: shown.version.document.name },
      ],
      ...(error && { errors: error }),
      body: ApplicationStartPage({ viewer, ...shown }),
    });
  }

  /** What it would come to with nothing written yet, and where its project comes from. */
  private async outlookOf(
    tx: Transaction,
    { document, programId }: ProgramVersion,
    organization: OrganizationProfile,
    proposalId: string | null,
  ): Promise<{ amount: GrantAmount; origin: ProjectOrigin }> {
    const organizationId = organization.id;
    const project = await this.support.firstWord(tx, { document, programId, organizationId, proposalId });
    const asked = { document, programId, organization, project, applicationId: null, sections: null };
    const amount = await this.amounts.work(tx, asked);
    const key = { organizationId, programId, fiscalYear: document.fiscalYear, proposalId };
    return { amount, origin: await this.origins.ofBeginning(tx, key, amount.support) };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function ownOrganization({ actor }: Transaction): string {
  if (actor.kind !== 'officer') throw DomainError.notFound();
  return actor.organizationId;
}
