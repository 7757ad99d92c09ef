import { Body, Controller, Get, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { ConfirmClaim, ViewClaims, WithdrawClaim, type ClaimPage as ClaimView } from '../../payments/index.js';
import { Clock } from '../../platform/clock/index.js';
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
import { ClaimConfirmationDto, ClaimWithdrawalDto } from './claims.dto.js';
import { ClaimListPage } from './claim-list.page.js';
import { ClaimPage, ClaimWithdrawalPage, type TypedConfirmation } from './claim.page.js';

/** 請求: the organisation confirms the 請求書 that was prepared for it, or has it made anew. */
@Controller(':town/committee/claims')
@Desk('committee')
export class CommitteeClaimsController {
  constructor(
    private readonly claims: ViewClaims,
    private readonly confirmClaim: ConfirmClaim,
    private readonly withdrawClaim: WithdrawClaim,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const claims = await this.claims.ofOwnOrganization(viewer.actor);
    const later = await this.claims.paidAfterSettlement(viewer.actor);
    const toCome = await this.claims.toComeOfOwnOrganization(viewer.actor);
    return page(viewer, {
      title: '請求',
      lead: '交付決定通知書が届いた補助金の請求書です。内容を確かめると、登録した口座に振り込まれます。',
      body: ClaimListPage({ viewer, claims, later, toCome }),
    });
  }

  @Get(':claimId')
  async show(@Viewer() viewer: Viewer, @Id('claimId') claimId: string): Promise<PageResult> {
    const view = await this.claims.one(viewer.actor, claimId);
    return this.claimPage(viewer, view, this.proposal(viewer, view));
  }

  @Post(':claimId/confirmation')
  async confirm(
    @Viewer() viewer: Viewer,
    @Id('claimId') claimId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, ...typed } = readForm(ClaimConfirmationDto, body);
      return this.confirmClaim.execute(viewer.actor, { claimId, version: Number(version), ...typed });
    });
    if (outcome.ok) {
      const notice = '請求書を提出しました。支払の手続が終わると、登録した口座に振り込まれます。';
      return redirect(viewer.url(`committee/claims/${claimId}`), { notice });
    }
    const view = await this.claims.one(viewer.actor, claimId);
    return this.claimPage(viewer, view, (body ?? {}) as TypedConfirmation, outcome.error);
  }

  @Get(':claimId/withdrawal')
  async withdrawal(@Viewer() viewer: Viewer, @Id('claimId') claimId: string): Promise<PageResult> {
    return this.withdrawalPage(viewer, await this.claims.one(viewer.actor, claimId), '');
  }

  @Post(':claimId/withdrawal')
  async withdraw(
    @Viewer() viewer: Viewer,
    @Id('claimId') claimId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { reason } = readForm(ClaimWithdrawalDto, body);
      return this.withdrawClaim.execute(viewer.actor, { claimId, reason });
    });
    if (outcome.ok) {
      const path = `committee/claims/${outcome.value.newClaimId ?? ''}`;
      return redirect(viewer.url(path), { notice: '前の請求書を取り下げました。新しい請求書を確かめてください。' });
    }
    const typed = (body as { reason?: unknown } | null)?.reason;
    const view = await this.claims.one(viewer.actor, claimId);
    return this.withdrawalPage(viewer, view, typeof typed === 'string' ? typed : '', outcome.error);
  }

  private claimPage(viewer: Viewer, view: ClaimView, typed: TypedConfirmation, error?: DomainError): PageResult {
    const { claim } = view;
    return page(viewer, {
      title: claim.state === 'prepared' ? '請求書を確かめる' : '請求書',
      breadcrumb: [{ label: '請求', href: viewer.url('committee/claims') }, { label: claim.programName }],
      ...(error && { errors: error }),
      body: ClaimPage({ viewer, view, typed }),
    });
  }

  private withdrawalPage(viewer: Viewer, { claim }: ClaimView, reason: string, error?: DomainError): PageResult {
    return page(viewer, {
      title: '請求書を取り下げて作り直す',
      breadcrumb: [
        { label: '請求', href: viewer.url('committee/claims') },
        { label: claim.programName, href: viewer.url(`committee/claims/${claim.id}`) },
        { label: '取下げ' },
      ],
      ...(error && { errors: error }),
      body: ClaimWithdrawalPage({ viewer, claim, reason }),
    });
  }

  /** What stands in the fields before anyone typed: today, the representative, and whoever looks at the page. */
  private proposal({ actor }: Viewer, { organization }: ClaimView): TypedConfirmation {
    const { representative, phone } = organization;
    return {
      claimedOn: formatEra(dayInJapan(this.clock.now())),
      responsibleName: representative?.name ?? '',
      responsiblePhone: phone,
      inChargeName: actor.name,
      inChargePhone: phone,
    };
  }
}
