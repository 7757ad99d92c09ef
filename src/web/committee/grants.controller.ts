import { Controller, Get, Param, Post } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { BeginChange, ViewGrantCase, WithdrawChange } from '../../grant-changes/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { LaterPaymentsPort } from '../../grants/index.js';
import { ViewClaims } from '../../payments/index.js';
import { ReportDirectory } from '../../performance-reports/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { VerificationDirectory } from '../../verifications/index.js';
import { attempt, Desk, Id, page, redirect, Viewer, type PageResult, type RedirectResult } from '../shared/index.js';
import { GrantCasePage } from './grant-case.page.js';
import { dutiesOf } from './grant-duties.js';
import { GrantsPage } from './grants.page.js';

export const AFTER = '交付決定のあと';

/** 交付決定のあと: one page a grant, with what can be done next. */
@Controller(':town/committee/grants')
@Desk('committee')
export class CommitteeGrantsController {
  constructor(
    private readonly viewGrant: ViewGrantCase,
    private readonly beginChange: BeginChange,
    private readonly withdrawChange: WithdrawChange,
    private readonly claims: ViewClaims,
    private readonly reports: ReportDirectory,
    private readonly verifications: VerificationDirectory,
    private readonly cases: CaseList,
    private readonly laterPayments: LaterPaymentsPort,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const grants = await this.viewGrant.ofOwnOrganization(viewer.actor);
    return page(viewer, {
      title: AFTER,
      lead: '決定した補助金の内容を変えるとき、やめるとき、途中の報告をするときは、ここから始めます。',
      body: GrantsPage({ viewer, grants, titles: await this.titlesOf(viewer) }),
    });
  }

  private titlesOf({ actor }: Viewer): Promise<ReadonlyMap<string, string>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const cases = actor.kind === 'officer' ? await this.cases.forOrganization(tx, actor.organizationId) : [];
      return new Map(cases.map(({ id, title }) => [id, title]));
    });
  }

  @Get(':grantId')
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<PageResult> {
    return this.casePage(viewer, grantId);
  }

  @Post(':grantId/changes/:kind')
  async begin(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Param('kind') kind: string,
  ): Promise<PageResult | RedirectResult> {
    if (kind !== 'amendment' && kind !== 'discontinuation') throw DomainError.notFound();
    const outcome = await attempt(() => this.beginChange.execute(viewer.actor, { grantId, kind }));
    if (!outcome.ok) return this.casePage(viewer, grantId, outcome.error);
    return redirect(viewer.url(`committee/changes/${outcome.value.changeId}`));
  }

  @Post('changes/:changeId/withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('changeId') changeId: string): Promise<RedirectResult> {
    const { grantId } = await this.withdrawChange.execute(viewer.actor, changeId);
    return redirect(viewer.url(`committee/grants/${grantId}`), {
      notice: '取り下げました。交付決定の内容は変わりません。',
    });
  }

  private async casePage(viewer: Viewer, grantId: string, error?: DomainError): Promise<PageResult> {
    const view = await this.viewGrant.execute(viewer.actor, grantId);
    const claims = await this.claims.ofOwnOrganization(viewer.actor);
    const { applicationId } = view.grant;
    const { report, verification, later } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      report: await this.reports.ofApplication(tx, applicationId),
      verification: await this.verifications.ofGrant(tx, grantId),
      later: await this.laterPayments.ofGrant(tx, grantId),
    }));
    return page(
      viewer,
      {
        title: view.title,
        breadcrumb: [{ label: AFTER, href: viewer.url('committee/grants') }, { label: view.title }],
        ...(error && { errors: error }),
        body: GrantCasePage({ viewer, view, duties: dutiesOf(viewer, view, claims, report), verification, later }),
      },
      error ? 409 : undefined,
    );
  }
}
