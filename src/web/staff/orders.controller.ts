import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  Delegations,
  DraftPaymentOrders,
  ViewClaims,
  ViewFailures,
  ViewOrders,
  WithdrawClaim,
} from '../../payments/index.js';
import {
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { partOf } from '../shared/pages-of-rows.js';
import { typedText } from '../shared/typed-text.js';
import type { TypedDelegationAct } from './claim-delegation.js';
import { optionsIn } from './draft-options.js';
import { PaymentDraftDto } from './orders.dto.js';
import { OrdersPage, type TypedPaymentDraft } from './orders.page.js';
import { OrderFacts } from '../shared/payment-order-facts.js';
import { orderNumber } from '../shared/payment-words.js';
import { StaffClaimPage } from './orders-claim.page.js';

const TITLE = '支払';

/** 支払 of the ordering side: claims that came in, and the payment orders drafted for them. */
@Controller(':town/staff/payments')
@Desk('staff')
export class StaffOrdersController {
  constructor(
    private readonly orders: ViewOrders,
    private readonly claims: ViewClaims,
    private readonly failures: ViewFailures,
    private readonly delegations: Delegations,
    private readonly draftOrders: DraftPaymentOrders,
    private readonly withdrawClaim: WithdrawClaim,
  ) {}

  @Get()
  list(@Viewer() viewer: Viewer, @Query() query: Readonly<Record<string, unknown>>): Promise<PageResult> {
    return this.listPage(viewer, {}, undefined, query);
  }

  @Post('drafts')
  async draft(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(PaymentDraftDto, body);
      return this.draftOrders.execute(viewer.actor, { ...form, ...optionsIn(form) });
    });
    if (!outcome.ok) return this.listPage(viewer, (body ?? {}) as TypedPaymentDraft, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '支出命令を起案しました。' });
  }

  @Get('claims/:claimId')
  async claim(@Viewer() viewer: Viewer, @Id('claimId') claimId: string): Promise<PageResult> {
    return this.claimPage(viewer, claimId, '');
  }

  @Post('claims/:claimId/withdrawal')
  async withdraw(
    @Viewer() viewer: Viewer,
    @Id('claimId') claimId: string,
    @Body() body: { reason?: unknown } | undefined,
  ): Promise<PageResult | RedirectResult> {
    const reason = typeof body?.reason === 'string' ? body.reason : '';
    const outcome = await attempt(() => this.withdrawClaim.execute(viewer.actor, { claimId, reason }));
    if (!outcome.ok) return this.claimPage(viewer, claimId, reason, outcome.error);
    const notice = '請求書を取り下げました。団体の画面に、新しい請求書が用意されています。';
    return redirect(viewer.url('staff/payments'), { notice });
  }

  @Get('orders/:orderId')
  async order(@Viewer() viewer: Viewer, @Id('orderId') orderId: string): Promise<PageResult> {
    const view = await this.orders.one(viewer.actor, orderId);
    return page(viewer, {
      title: `支出命令 ${orderNumber(view.order)}`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('staff/payments') }, { label: orderNumber(view.order) }],
      body: OrderFacts({ view }),
    });
  }

  @Get('claims/:claimId/delegation/:delegationId')
  async delegation(@Viewer() viewer: Viewer, @Id('delegationId') delegationId: string): Promise<DownloadResult> {
    return download({ ...(await this.delegations.paper(viewer.actor, delegationId)), inline: true });
  }

  @Post('claims/:claimId/delegation/confirmation')
  async confirmDelegation(
    @Viewer() viewer: Viewer,
    @Id('claimId') claimId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const typed = { transferKana: typedText(body, 'transferKana') };
    const outcome = await attempt(() => this.delegations.confirm(viewer.actor, { claimId, ...typed }));
    if (!outcome.ok) return this.claimPage(viewer, claimId, '', outcome.error, typed);
    const notice = '委任状を確認しました。';
    return redirect(viewer.url(`staff/payments/claims/${claimId}`), { notice });
  }

  @Post('claims/:claimId/delegation/refusal')
  async refuseDelegation(
    @Viewer() viewer: Viewer,
    @Id('claimId') claimId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const typed = { refusal: typedText(body, 'refusal') };
    const outcome = await attempt(() => this.delegations.refuse(viewer.actor, { claimId, ...typed }));
    if (!outcome.ok) return this.claimPage(viewer, claimId, '', outcome.error, typed);
    const notice = '委任状を受け付けませんでした。理由は団体の画面に表示されます。';
    return redirect(viewer.url(`staff/payments/claims/${claimId}`), { notice });
  }

  private async claimPage(
    viewer: Viewer,
    claimId: string,
    reason: string,
    error?: DomainError,
    typedDelegation: TypedDelegationAct = {},
  ): Promise<PageResult> {
    const view = await this.claims.one(viewer.actor, claimId);
    const [delegation] = await this.delegations.ofClaim(viewer.actor, claimId);
    const mayWithdraw = hasDuty(viewer.actor, 'promotion');
    return page(viewer, {
      title: `請求書　${view.claim.organizationName}`,
      breadcrumb: [{ label: TITLE, href: viewer.url('staff/payments') }, { label: view.claim.organizationName }],
      ...(error && { errors: error }),
      body: StaffClaimPage({ viewer, view, reason, mayWithdraw, delegation, typedDelegation }),
    });
  }

  private async listPage(
    viewer: Viewer,
    typed: TypedPaymentDraft,
    error?: DomainError,
    query: Readonly<Record<string, unknown>> = {},
  ): Promise<PageResult> {
    const parts = { ready: partOf(query.ready), orders: partOf(query.orders), prepared: partOf(query.prepared) };
    const desk = await this.orders.staffDesk(viewer.actor, parts);
    const failed = await this.failures.unsolved(viewer.actor);
    return page(viewer, {
      title: TITLE,
      wide: true,
      ...(error && { errors: error }),
      body: OrdersPage({ viewer, desk, failed, typed, parts, mayDraft: hasDuty(viewer.actor, 'promotion') }),
    });
  }
}
