import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../../kernel/domain-error.js';
import { OpenOverpayment } from '../../../repayments/index.js';
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
import { OverpaymentPage } from './overpayment.page.js';
import { OverpaymentDto } from './overpayments.dto.js';

/** 過誤払 of a grant: its demand is opened by hand. */
@Controller(':town/staff/grants/:grantId/overpayment')
@Desk('staff')
export class OverpaymentsController {
  constructor(private readonly overpayments: OpenOverpayment) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Promise<PageResult> {
    return this.page(viewer, grantId, null);
  }

  @Post()
  async open(
    @Viewer() viewer: Viewer,
    @Id('grantId') grantId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { requestId, amount, note } = readForm(OverpaymentDto, body);
      const yen = typedYen(amount, 'amount', 'repayments.amount-to-ask-missing');
      return this.overpayments.execute(viewer.actor, { grantId, requestId, amount: yen, note });
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    const notice = '返還を登録しました。起案（又は決定）に進んでください。';
    return redirect(viewer.url(`staff/repayments/${outcome.value}`), { notice });
  }

  private async page(viewer: Viewer, grantId: string, body: unknown, error?: DomainError): Promise<PageResult> {
    const view = await this.overpayments.view(viewer.actor, grantId);
    const title = '過誤払の返還';
    return page(viewer, {
      title: `${title}　${view.grant.organizationName}`,
      breadcrumb: [
        { label: '交付決定', href: viewer.url('staff/grants') },
        { label: view.grant.organizationName, href: viewer.url(`staff/grants/${grantId}`) },
        { label: title },
      ],
      ...(error && { errors: error }),
      body: OverpaymentPage({ viewer, view, body }),
    });
  }
}
