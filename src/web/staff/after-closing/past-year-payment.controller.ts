import { Body, Controller, Get, Post } from '@nestjs/common';
import { ClosedGrants, LATER_GROUNDS, OrderLaterPayment } from '../../../closing/index.js';
import { ViewGrantCase } from '../../../grant-changes/index.js';
import { requireDuty } from '../../../kernel/actor.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/index.js';
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
} from '../../shared/index.js';
import { typedYen } from '../../shared/typed-yen.js';
import { LaterOrderDto, LaterOrderWithdrawalDto } from './past-year-payment.dto.js';
import { PastYearPaymentPage } from './past-year-payment.page.js';

/** 過年度支出 or 繰越 of a grant whose year is closed: the section asks the treasury to have it paid. */
@Controller(':town/staff/grants/:grantId/past-year-payment')
@Desk('staff')
export class PastYearPaymentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly viewGrant: ViewGrantCase,
    private readonly closedGrants: ClosedGrants,
    private readonly orderPayment: OrderLaterPayment,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<PageResult> {
    return this.page(viewer, grantId, null);
  }

  @Post()
  async order(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { requestId, amount, ground, basis } = readForm(LaterOrderDto, body);
      return this.orderPayment.execute(viewer.actor, {
        ...{ grantId, requestId, basis },
        ground: LATER_GROUNDS.find((each) => each === ground) ?? null,
        amount: typedYen(amount, 'amount', 'closing.past-year-amount-missing'),
      });
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    return redirect(viewer.url(`staff/grants/${grantId}`), { notice: '翌年度以降の予算での支払を会計に求めました。' });
  }

  @Post('withdrawal')
  async withdraw(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { orderId, withdrawReason: reason } = readForm(LaterOrderWithdrawalDto, body);
      return this.orderPayment.withdraw(viewer.actor, { grantId, orderId, reason });
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    return redirect(viewer.url(`staff/grants/${grantId}`), { notice: '会計への求めを取り下げました。' });
  }

  private async page(viewer: Viewer, grantId: string, body: unknown, error?: DomainError): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { grant } = await this.viewGrant.execute(viewer.actor, grantId);
    const after = await this.unitOfWork.read(viewer.actor, (tx) => this.closedGrants.of(tx, grantId));
    const title = '翌年度以降の予算での支払';
    return page(viewer, {
      title: `${title}　${grant.organizationName}`,
      breadcrumb: [
        { label: '交付決定', href: viewer.url('staff/grants') },
        { label: grant.organizationName, href: viewer.url(`staff/grants/${grantId}`) },
        { label: title },
      ],
      ...(error && { errors: error }),
      body: PastYearPaymentPage({ viewer, grant, after, body }),
    });
  }
}
