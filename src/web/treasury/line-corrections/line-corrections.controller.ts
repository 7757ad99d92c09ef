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
import { LineCorrectionAnswerPage } from './line-correction-answer.page.js';
import { CorrectionAnswerDto } from './line-corrections.dto.js';
import { LineCorrectionsPage } from './line-corrections.page.js';

const TITLE = '科目更正';
type Answered = Promise<PageResult | RedirectResult>;

/** 科目更正 at the treasury, who confirms what the sections ask for. */
@Controller(':town/treasury/line-corrections')
@Desk('treasury')
export class LineCorrectionsController {
  constructor(private readonly corrections: CorrectLine) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Answered {
    const desk = await this.corrections.desk(viewer.actor);
    return page(viewer, {
      title: TITLE,
      lead: '誤った予算科目で行った支払を、正しい科目に改める求めです。',
      wide: true,
      body: LineCorrectionsPage({ viewer, ...desk }),
    });
  }

  @Get(':correctionId')
  show(@Viewer() viewer: Viewer, @Id('correctionId') id: string): Answered {
    return this.page(viewer, id, null);
  }

  @Post(':correctionId/confirmation')
  async confirm(@Viewer() viewer: Viewer, @Id('correctionId') id: string): Answered {
    const outcome = await attempt(() => this.corrections.confirm(viewer.actor, id));
    if (!outcome.ok) return this.page(viewer, id, null, outcome.error);
    const notice = '科目更正を確認し、台帳に記帳しました。';
    return redirect(viewer.url(`treasury/line-corrections/${id}`), { notice });
  }

  @Post(':correctionId/return')
  async sendBack(@Viewer() viewer: Viewer, @Id('correctionId') id: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() =>
      this.corrections.sendBack(viewer.actor, id, readForm(CorrectionAnswerDto, body).answer),
    );
    if (!outcome.ok) return this.page(viewer, id, body, outcome.error);
    return redirect(viewer.url(`treasury/line-corrections/${id}`), { notice: '担当課に返しました。' });
  }

  private async page(viewer: Viewer, id: string, body: unknown, error?: DomainError): Promise<PageResult> {
    const correction = await this.corrections.one(viewer.actor, id);
    const { organizationName } = correction.grant;
    return page(viewer, {
      title: `${TITLE}　${organizationName}`,
      breadcrumb: [{ label: TITLE, href: viewer.url('treasury/line-corrections') }, { label: organizationName }],
      ...(error && { errors: error }),
      body: LineCorrectionAnswerPage({ viewer, correction, body }),
    });
  }
}
