import { Body, Controller, Get, Post } from '@nestjs/common';
import { ClosedGrants, LATER_GROUNDS, RecordPastYearPayment, ReversePastYearPayment } from '../../../closing/index.js';
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
import { typedDay } from '../../shared/typed-day.js';
import { typedYen } from '../../shared/typed-yen.js';
import { PastYearPaymentDto, PastYearReversalDto } from './past-year-payment.dto.js';
import { PastYearPaymentPage } from './past-year-payment.page.js';

/** 過年度支出 or 繰越 of a grant whose year is closed, as the accounting of a later year carried it out. */
@Controller(':town/staff/grants/:grantId/past-year-payment')
@Desk('staff')
export class PastYearPaymentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly viewGrant: ViewGrantCase,
    private readonly closedGrants: ClosedGrants,
    private readonly recordPayment: RecordPastYearPayment,
    private readonly reversePayment: ReversePastYearPayment,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<PageResult> {
    return this.page(viewer, grantId, null);
  }

  @Post()
  async record(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { requestId, amount, paidOn, ground, basis } = readForm(PastYearPaymentDto, body);
      return this.recordPayment.execute(viewer.actor, {
        ...{ grantId, requestId, basis },
        ground: LATER_GROUNDS.find((each) => each === ground) ?? null,
        amount: typedYen(amount, 'amount', 'closing.past-year-amount-missing'),
        paidOn: typedDay(paidOn, 'paidOn', '支払った日'),
      });
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    return redirect(viewer.url(`staff/grants/${grantId}`), { notice: '翌年度以降の予算での支払を記録しました。' });
  }

  @Post('reversal')
  async reverse(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { paymentId, reason } = readForm(PastYearReversalDto, body);
      return this.reversePayment.execute(viewer.actor, { grantId, paymentId, reason });
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    return redirect(viewer.url(`staff/grants/${grantId}`), { notice: '支払の記録を取り消しました。' });
  }

  private async page(viewer: Viewer, grantId: string, body: unknown, error?: DomainError): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const { grant } = await this.viewGrant.execute(viewer.actor, grantId);
    const after = await this.unitOfWork.read(viewer.actor, (tx) => this.closedGrants.of(tx, grantId));
    const title = '翌年度以降の予算での支払の記録';
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
