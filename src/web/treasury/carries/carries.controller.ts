import { Body, Controller, Get, Post } from '@nestjs/common';
import { CarryOver } from '../../../closing/index.js';
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
import { CarryAnswerPage } from './carry-answer.page.js';
import { CarryAnswerDto } from './carries.dto.js';
import { CarriesPage } from './carries.page.js';

const TITLE = '翌年度への繰越し';
type Answered = Promise<PageResult | RedirectResult>;

/** 繰越明許費・事故繰越 at the treasury, who confirms what the sections ask for. */
@Controller(':town/treasury/carries')
@Desk('treasury')
export class CarriesController {
  constructor(private readonly carries: CarryOver) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Answered {
    const desk = await this.carries.desk(viewer.actor);
    return page(viewer, {
      title: TITLE,
      lead: '年度内に支払えない負担行為の残りを、翌年度へ繰り越す求めです。',
      wide: true,
      body: CarriesPage({ viewer, ...desk }),
    });
  }

  @Get(':carryId')
  show(@Viewer() viewer: Viewer, @Id('carryId') id: string): Answered {
    return this.page(viewer, id, null);
  }

  @Post(':carryId/confirmation')
  async confirm(@Viewer() viewer: Viewer, @Id('carryId') id: string): Answered {
    const outcome = await attempt(() => this.carries.confirm(viewer.actor, id));
    if (!outcome.ok) return this.page(viewer, id, null, outcome.error);
    const notice = '繰越しを確認し、両方の年度の台帳に記帳しました。';
    return redirect(viewer.url(`treasury/carries/${id}`), { notice });
  }

  @Post(':carryId/return')
  async sendBack(@Viewer() viewer: Viewer, @Id('carryId') id: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => this.carries.sendBack(viewer.actor, id, readForm(CarryAnswerDto, body).answer));
    if (!outcome.ok) return this.page(viewer, id, body, outcome.error);
    return redirect(viewer.url(`treasury/carries/${id}`), { notice: '担当課に返しました。' });
  }

  private async page(viewer: Viewer, id: string, body: unknown, error?: DomainError): Promise<PageResult> {
    const carry = await this.carries.one(viewer.actor, id);
    const { organizationName } = carry.grant;
    return page(viewer, {
      title: `${TITLE}　${organizationName}`,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/carries') }, { label: organizationName }],
      ...(error && { errors: error }),
      body: CarryAnswerPage({ viewer, carry, body }),
    });
  }
}
