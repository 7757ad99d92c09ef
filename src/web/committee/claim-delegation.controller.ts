import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../kernel/domain-error.js';
import { Delegations, ViewClaims } from '../../payments/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { ClaimDelegationPage, delegationPath, type TypedDelegation } from './claim-delegation.page.js';
import { ClaimDelegationDto } from './claims.dto.js';

/** 委任状: for one claim another than the organisation receives the money. */
@Controller(':town/committee/claims/:claimId/delegation')
@Desk('committee')
export class ClaimDelegationController {
  constructor(
    private readonly claims: ViewClaims,
    private readonly delegations: Delegations,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('claimId') claimId: string): Promise<PageResult> {
    return this.delegationPage(viewer, claimId, {});
  }

  @Get(':delegationId')
  async paper(@Viewer() viewer: Viewer, @Id('delegationId') delegationId: string): Promise<DownloadResult> {
    return download({ ...(await this.delegations.paper(viewer.actor, delegationId)), inline: true });
  }

  @Post()
  @AcceptUploads()
  async propose(
    @Viewer() viewer: Viewer,
    @Id('claimId') claimId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { bank: bankCode, branch: branchCode, ...typed } = readForm(ClaimDelegationDto, body);
      const paper = uploads.find(({ field }) => field === 'paper') ?? null;
      return this.delegations.propose(viewer.actor, { claimId, bankCode, branchCode, ...typed, paper });
    });
    if (!outcome.ok) return this.delegationPage(viewer, claimId, (body ?? {}) as TypedDelegation, outcome.error);
    const notice = '委任状を出しました。職員が確かめるまで、支払の手続は始まりません。';
    return redirect(viewer.url(delegationPath(claimId)), { notice });
  }

  @Post('withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('claimId') claimId: string): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.delegations.withdraw(viewer.actor, { claimId }));
    if (!outcome.ok) return this.delegationPage(viewer, claimId, {}, outcome.error);
    const notice = '委任状を取り下げました。登録した口座に振り込まれます。';
    return redirect(viewer.url(`committee/claims/${claimId}`), { notice });
  }

  private async delegationPage(
    viewer: Viewer,
    claimId: string,
    typed: TypedDelegation,
    errors?: DomainError,
  ): Promise<PageResult> {
    const view = await this.claims.one(viewer.actor, claimId);
    const delegations = await this.delegations.ofClaim(viewer.actor, claimId);
    return page(viewer, {
      title: '登録した口座以外で受け取る（委任状）',
      breadcrumb: [
        { label: '請求', href: viewer.url('committee/claims') },
        { label: view.claim.programName, href: viewer.url(`committee/claims/${claimId}`) },
        { label: '委任状' },
      ],
      ...(errors && { errors }),
      body: ClaimDelegationPage({ viewer, view, delegations, typed }),
    });
  }
}
