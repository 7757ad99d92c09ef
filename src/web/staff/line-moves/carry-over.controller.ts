import { Body, Controller, Get, Post } from '@nestjs/common';
import { CARRY_GROUNDS, CarryOver } from '../../../closing/index.js';
import type { DomainError } from '../../../kernel/domain-error.js';
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
import { CarryDto } from './carry-over.dto.js';
import { CarryPage } from './carry-over.page.js';
import { LineMoveWithdrawalDto } from './line-move-withdrawal.dto.js';

type Answered = Promise<PageResult | RedirectResult>;

/** 繰越明許費・事故繰越 of a grant: the section asks the treasury for it. */
@Controller(':town/staff/grants/:grantId/carry')
@Desk('staff')
export class StaffCarryOverController {
  constructor(private readonly carries: CarryOver) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Answered {
    return this.page(viewer, grantId, null);
  }

  @Post()
  async order(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { ground, amount, decidedOn, ...typed } = readForm(CarryDto, body);
      return this.carries.order(viewer.actor, {
        ...{ grantId, ...typed },
        ground: CARRY_GROUNDS.find((each) => each === ground) ?? null,
        amount: typedYen(amount, 'amount', 'closing.carry-amount-missing'),
        decidedOn: typedDay(decidedOn, 'decidedOn', '議決又は決裁の日'),
      });
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    const notice = '翌年度への繰越しを会計に求めました。会計が確認すると、翌年度の予算に記帳されます。';
    return redirect(viewer.url(`staff/grants/${grantId}/carry`), { notice });
  }

  @Post('withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { moveId, answer } = readForm(LineMoveWithdrawalDto, body);
      return this.carries.withdraw(viewer.actor, moveId, answer);
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    const notice = '翌年度への繰越しの求めを取り下げました。';
    return redirect(viewer.url(`staff/grants/${grantId}/carry`), { notice });
  }

  private async page(viewer: Viewer, grantId: string, body: unknown, error?: DomainError): Promise<PageResult> {
    const ground = await this.carries.view(viewer.actor, grantId);
    const { organizationName } = ground.grant;
    return page(viewer, {
      title: `翌年度への繰越し　${organizationName}`,
      breadcrumb: [
        { label: '交付決定', href: viewer.url('staff/grants') },
        { label: organizationName, href: viewer.url(`staff/grants/${grantId}`) },
        { label: '翌年度への繰越し' },
      ],
      ...(error && { errors: error }),
      body: CarryPage({ viewer, ground, body }),
    });
  }
}
