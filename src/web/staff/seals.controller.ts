import { Body, Controller, Get, Post } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { SealRegister } from '../../notices/index.js';
import { Clock } from '../../platform/clock/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedText } from '../shared/typed-text.js';
import { SealUseDto } from './letters.dto.js';
import { SealsPage } from './seals.page.js';

/** 公印使用簿. */
@Controller(':town/staff/letters/seals')
@Desk('staff')
export class SealsController {
  constructor(
    private readonly register: SealRegister,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.list(viewer, {});
  }

  @Post()
  async record(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { usedOn, copies, ...form } = readForm(SealUseDto, body);
      const day = typedDay(usedOn, 'usedOn', '公印を使った日');
      return this.register.record(viewer.actor, { ...form, usedOn: day, copies: numberIn(copies) });
    });
    if (!outcome.ok) return this.list(viewer, body, outcome.error);
    return redirect(viewer.url('staff/letters/seals'), { notice: '公印使用簿に記録しました。' });
  }

  private async list(viewer: Viewer, typed: unknown, error?: DomainError): Promise<PageResult> {
    const { uses, unsealed } = await this.register.list(viewer.actor);
    return page(viewer, {
      title: '公印使用簿',
      wide: true,
      breadcrumb: [{ label: '通知書', href: viewer.url('staff/letters') }, { label: '公印使用簿' }],
      ...(error && { errors: error }),
      body: SealsPage({
        viewer,
        uses,
        unsealed,
        today: formatEra(dayInJapan(this.clock.now())),
        typed: (field) => typedText(typed, field),
        mayRecord: hasDuty(viewer.actor, 'promotion'),
      }),
    });
  }
}

const numberIn = (typed: string): number => Number(typed.normalize('NFKC').trim() || 'x');
