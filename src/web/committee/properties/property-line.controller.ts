import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../../kernel/domain-error.js';
import { CorrectProperty, ViewProperties } from '../../../properties/index.js';
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
import { FreeDisposalDto, OwnCorrectionDto } from '../properties.dto.js';
import { PropertyLinePage } from './property-line.page.js';

type Answered = Promise<PageResult | RedirectResult>;

/** One line of 備品台帳: what the organisation puts right by itself, and what it disposed of after the restriction. */
@Controller(':town/committee/properties/:itemId')
@Desk('committee')
export class CommitteePropertyLineController {
  constructor(
    private readonly views: ViewProperties,
    private readonly corrections: CorrectProperty,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer, @Id('itemId') itemId: string): Answered {
    return this.linePage(viewer, itemId);
  }

  @Post('corrections')
  async correct(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, name, keptAt, reason } = readForm(OwnCorrectionDto, body);
      const typed = { name, keptAt, category: '', quantity: '', price: '', boughtOn: '', usefulYears: '' };
      return this.corrections.correct(viewer.actor, { itemId, version: Number(version), typed, reason });
    });
    if (!outcome.ok) return this.linePage(viewer, itemId, body, outcome.error);
    return redirect(viewer.url(`committee/properties/${itemId}`), { notice: '備品台帳を直しました。' });
  }

  @Post('free-disposal')
  async dispose(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { version, kind, disposedOn } = readForm(FreeDisposalDto, body);
      const day = typedDay(disposedOn, 'disposedOn', '処分した日');
      return this.corrections.disposeFreely(viewer.actor, { itemId, version: Number(version), kind, disposedOn: day });
    });
    if (!outcome.ok) return this.linePage(viewer, itemId, body, outcome.error);
    const notice = '処分したことを備品台帳に記録しました。';
    return redirect(viewer.url(`committee/grants/${outcome.value.grantId}/properties`), { notice });
  }

  private async linePage(viewer: Viewer, itemId: string, body?: unknown, error?: DomainError): Promise<PageResult> {
    const view = await this.views.line(viewer.actor, itemId);
    const { grant, item } = view;
    return page(viewer, {
      title: item.name,
      breadcrumb: [
        { label: '交付決定のあと', href: viewer.url('committee/grants') },
        { label: grant.programName, href: viewer.url(`committee/grants/${grant.id}`) },
        { label: '備品台帳と書類の保存', href: viewer.url(`committee/grants/${grant.id}/properties`) },
        { label: item.name },
      ],
      ...(error && { errors: error }),
      body: PropertyLinePage({ viewer, view, body }),
    });
  }
}
