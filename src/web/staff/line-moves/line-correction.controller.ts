import { Body, Controller, Get, Post } from '@nestjs/common';
import { CorrectLine } from '../../../closing/index.js';
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
import { LineCorrectionDto } from './line-correction.dto.js';
import { LineCorrectionPage } from './line-correction.page.js';
import { LineMoveWithdrawalDto } from './line-move-withdrawal.dto.js';

type Answered = Promise<PageResult | RedirectResult>;

/** 科目更正 of a grant: the section asks the treasury for it. */
@Controller(':town/staff/grants/:grantId/line-correction')
@Desk('staff')
export class StaffLineCorrectionController {
  constructor(private readonly corrections: CorrectLine) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Answered {
    return this.page(viewer, grantId, null);
  }

  @Post()
  async order(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() =>
      this.corrections.order(viewer.actor, { grantId, ...readForm(LineCorrectionDto, body) }),
    );
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    const notice = '科目更正を会計に求めました。会計が確認すると、台帳に記帳されます。';
    return redirect(viewer.url(`staff/grants/${grantId}/line-correction`), { notice });
  }

  @Post('withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { moveId, answer } = readForm(LineMoveWithdrawalDto, body);
      return this.corrections.withdraw(viewer.actor, moveId, answer);
    });
    if (!outcome.ok) return this.page(viewer, grantId, body, outcome.error);
    const notice = '科目更正の求めを取り下げました。';
    return redirect(viewer.url(`staff/grants/${grantId}/line-correction`), { notice });
  }

  private async page(viewer: Viewer, grantId: string, body: unknown, error?: DomainError): Promise<PageResult> {
    const ground = await this.corrections.view(viewer.actor, grantId);
    const { organizationName } = ground.grant;
    return page(viewer, {
      title: `科目更正　${organizationName}`,
      breadcrumb: [
        { label: '交付決定', href: viewer.url('staff/grants') },
        { label: organizationName, href: viewer.url(`staff/grants/${grantId}`) },
        { label: '科目更正' },
      ],
      ...(error && { errors: error }),
      body: LineCorrectionPage({ viewer, ground, body }),
    });
  }
}
