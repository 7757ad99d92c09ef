import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { DomainError } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import { ApplyForDisposal, RegisterProperty, ViewProperties, type PropertyPage } from '../../properties/index.js';
import {
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type Crumb,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedDay } from '../shared/typed-day.js';
import { typedText } from '../shared/typed-text.js';
import { typedYen } from '../shared/typed-yen.js';
import { DisposalForm } from './disposal.page.js';
import { PropertiesPage } from './properties.page.js';
import { DisposalDto, PropertyDto } from './properties.dto.js';
import type { TypedLine } from '../shared/property-fields.js';
import { PropertyForm } from './property-form.page.js';

type Answered = Promise<PageResult | RedirectResult>;
const TITLE = '備品台帳と書類の保存';

/** 備品台帳 of one grant, 財産処分承認申請, and until when the books are kept. */
@Controller(':town/committee')
@Desk('committee')
export class CommitteePropertiesController {
  constructor(
    private readonly views: ViewProperties,
    private readonly register: RegisterProperty,
    private readonly applyForDisposal: ApplyForDisposal,
  ) {}

  @Get('grants/:grantId/properties')
  async list(@Viewer() viewer: Viewer, @Id('grantId') grantId: string): Answered {
    const view = await this.views.ofGrant(viewer.actor, grantId);
    const breadcrumb = crumbs(viewer, view).slice(0, -1);
    return page(viewer, {
      title: TITLE,
      wide: true,
      breadcrumb: [...breadcrumb, { label: TITLE }],
      body: PropertiesPage({ viewer, view }),
    });
  }

  @Get('grants/:grantId/properties/new')
  blank(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Query('source') source: unknown): Answered {
    return this.linePage(viewer, grantId, typeof source === 'string' ? source : '');
  }

  @Post('grants/:grantId/properties')
  async add(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { source, ...typed } = readForm(PropertyDto, body);
      return this.register.execute(viewer.actor, { grantId, source, typed });
    });
    if (!outcome.ok) return this.linePage(viewer, grantId, typedText(body, 'source'), { body, error: outcome.error });
    return redirect(viewer.url(`committee/grants/${grantId}/properties`), { notice: '備品台帳に載せました。' });
  }

  @Post('grants/:grantId/properties/dismissals')
  async dismiss(@Viewer() viewer: Viewer, @Id('grantId') grantId: string, @Body() body: unknown): Answered {
    await this.register.dismiss(viewer.actor, grantId, typedText(body, 'source'));
    return redirect(viewer.url(`committee/grants/${grantId}/properties`), { notice: '備品でないと回答しました。' });
  }

  @Get('properties/:itemId/disposal')
  disposal(@Viewer() viewer: Viewer, @Id('itemId') itemId: string): Answered {
    return this.disposalPage(viewer, itemId);
  }

  @Post('properties/:itemId/disposal')
  async apply(@Viewer() viewer: Viewer, @Id('itemId') itemId: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() => {
      const { requestId, kind, plannedOn, proceeds, reason } = readForm(DisposalDto, body);
      return this.applyForDisposal.execute(viewer.actor, {
        ...{ itemId, requestId, kind, reason },
        plannedOn: typedDay(plannedOn, 'plannedOn', '処分の予定日'),
        proceeds: typedYen(proceeds, 'proceeds', 'properties.proceeds-missing'),
      });
    });
    if (!outcome.ok) return this.disposalPage(viewer, itemId, { body, error: outcome.error });
    const notice = '財産処分承認申請書を提出しました。通知書が届くまで、処分しないでください。';
    return redirect(viewer.url(`committee/grants/${outcome.value.grantId}/properties`), { notice });
  }

  @Post('disposals/:disposalId/withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('disposalId') id: string): Answered {
    const { grantId } = await this.applyForDisposal.withdraw(viewer.actor, id);
    return redirect(viewer.url(`committee/grants/${grantId}/properties`), { notice: '申請を取り下げました。' });
  }

  private async linePage(
    viewer: Viewer,
    grantId: string,
    source: string,
    refused?: { readonly body: unknown; readonly error: DomainError },
  ): Answered {
    const view = await this.views.ofGrant(viewer.actor, grantId);
    const candidate = view.candidates.find((each) => each.source === source);
    const proposed: TypedLine = candidate
      ? { name: candidate.name, price: candidate.price.toString(), boughtOn: formatEra(candidate.boughtOn) }
      : {};
    const line = refused ? typedLine(refused.body) : { quantity: '1', ...proposed };
    return page(viewer, {
      title: '備品台帳に載せる',
      breadcrumb: [...crumbs(viewer, view), { label: '備品台帳に載せる' }],
      ...(refused && { errors: refused.error }),
      body: PropertyForm({ viewer, view, source: source === '' ? randomUUID() : source, line }),
    });
  }

  private async disposalPage(
    viewer: Viewer,
    itemId: string,
    refused?: { readonly body: unknown; readonly error: DomainError },
  ): Answered {
    const item = await this.views.item(viewer.actor, itemId);
    const view = await this.views.ofGrant(viewer.actor, item.grantId);
    return page(viewer, {
      title: '財産処分の承認を申請する',
      breadcrumb: [...crumbs(viewer, view), { label: '財産処分の申請' }],
      ...(refused && { errors: refused.error }),
      body: DisposalForm({ viewer, item, article: view.terms.propertyArticle, body: refused?.body }),
    });
  }
}

const typedLine = (body: unknown): TypedLine =>
  Object.fromEntries(
    ['name', 'category', 'quantity', 'price', 'boughtOn', 'keptAt', 'usefulYears'].map((name) => [
      name,
      typedText(body, name),
    ]),
  );

const crumbs = (viewer: Viewer, { grant }: PropertyPage): Crumb[] => [
  { label: '交付決定のあと', href: viewer.url('committee/grants') },
  { label: grant.programName, href: viewer.url(`committee/grants/${grant.id}`) },
  { label: TITLE, href: viewer.url(`committee/grants/${grant.id}/properties`) },
];
