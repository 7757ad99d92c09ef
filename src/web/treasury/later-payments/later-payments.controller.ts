import { Body, Controller, Get, Post } from '@nestjs/common';
import { AnswerLaterPayment, ReversePastYearPayment, ViewLaterPayments } from '../../../closing/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Outcome,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { typedDay } from '../../shared/typed-day.js';
import { LaterConfirmationDto, LaterReturnDto, LaterReversalDto } from './later-payments.dto.js';
import { LaterPaymentPage } from './later-payment.page.js';
import { LaterPaymentsPage } from './later-payments.page.js';

const TITLE = '翌年度以降の予算での支払';

/** 過年度支出 and 繰越 of closed years at the treasury, who confirms what the sections ask for. */
@Controller(':town/treasury/later-payments')
@Desk('treasury')
export class LaterPaymentsController {
  constructor(
    private readonly view: ViewLaterPayments,
    private readonly answer: AnswerLaterPayment,
    private readonly reversePayment: ReversePastYearPayment,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const lines = await this.view.list(viewer.actor);
    return page(viewer, {
      title: TITLE,
      lead: '閉鎖した年度の交付金の残りを、過年度支出や繰り越した予算で支払うものです。',
      wide: true,
      body: LaterPaymentsPage({ viewer, ...lines }),
    });
  }

  @Get(':orderId')
  show(@Viewer() viewer: Viewer, @Id('orderId') orderId: string): Promise<PageResult> {
    return this.page(viewer, orderId, null);
  }

  @Post(':orderId/confirmation')
  async confirm(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { paidOn, slipNumber } = readForm(LaterConfirmationDto, body);
      const day = typedDay(paidOn, 'paidOn', '支払った日');
      return this.answer.confirm(viewer.actor, { orderId, paidOn: day, slipNumber });
    });
    return this.after(viewer, orderId, body, outcome, '翌年度以降の予算での支払を記録しました。');
  }

  @Post(':orderId/return')
  async sendBack(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { returnReason: reason } = readForm(LaterReturnDto, body);
      return this.answer.sendBack(viewer.actor, { orderId, reason });
    });
    return this.after(viewer, orderId, body, outcome, '担当課に返しました。');
  }

  @Post(':orderId/reversal')
  async reverse(
    @Viewer() viewer: Viewer,
    @Id('orderId') orderId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { reason } = readForm(LaterReversalDto, body);
      const { payment, grant } = await this.view.one(viewer.actor, orderId);
      if (!payment) throw new DomainError('closing.past-year-reversed', 'conflict');
      return this.reversePayment.execute(viewer.actor, { grantId: grant.id, paymentId: payment.id, reason });
    });
    return this.after(viewer, orderId, body, outcome, '支払の記録を取り消しました。担当課に残りが戻りました。');
  }

  private async after(
    viewer: Viewer,
    orderId: string,
    body: unknown,
    outcome: Outcome<unknown>,
    notice: string,
  ): Promise<PageResult | RedirectResult> {
    if (!outcome.ok) return this.page(viewer, orderId, body, outcome.error);
    return redirect(viewer.url(`treasury/later-payments/${orderId}`), { notice });
  }

  private async page(viewer: Viewer, orderId: string, body: unknown, error?: DomainError): Promise<PageResult> {
    const view = await this.view.one(viewer.actor, orderId);
    const { organizationName } = view.grant;
    return page(viewer, {
      title: `${TITLE}　${organizationName}`,
      wide: true,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/later-payments') }, { label: organizationName }],
      ...(error && { errors: error }),
      body: LaterPaymentPage({ viewer, view, body }),
    });
  }
}
