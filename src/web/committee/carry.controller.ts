import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApplicationDrafts, CarryForward, EarlierApplications, type CarriedForward } from '../../applications/index.js';
import { CaseList } from '../../cases/index.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
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
import { typedPlaces, typedTexts } from '../shared/typed-records.js';
import { CarryDto } from './application-sections.dto.js';
import { applicationUrl } from './application-words.js';
import { CarryPage, EarlierPage } from './carry.page.js';

/** 前の申請から写す: the choice of an earlier application, and what of it goes into the draft. */
@Controller(':town/committee/applications/:applicationId/carry')
@Desk('committee')
export class CarryController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: ApplicationDrafts,
    private readonly earlier: EarlierApplications,
    private readonly cases: CaseList,
    private readonly carryForward: CarryForward,
  ) {}

  @Get()
  async choose(@Viewer() viewer: Viewer, @Id('applicationId') id: string): Promise<PageResult | RedirectResult> {
    const { draft, cases } = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const found = await this.drafts.get(tx, id);
      const { organizationId, fiscalYear } = found.application;
      const earlier = (await this.earlier.of(tx, organizationId, { id, fiscalYear })).map((each) => each.id);
      const all = await this.cases.forOrganization(tx, organizationId);
      return { draft: found, cases: all.filter((item) => earlier.includes(item.id)) };
    });
    if (draft.application.state !== 'draft') return redirect(applicationUrl(viewer, id));
    return page(viewer, {
      title: '前の申請から写す',
      lead: '写したい申請を選んでください。次のページで、どの欄を写すかを一つずつ確かめられます。',
      breadcrumb: crumbs(viewer, id, draft.title),
      body: EarlierPage({ viewer, applicationId: id, cases }),
    });
  }

  @Get(':earlierId')
  show(
    @Viewer() viewer: Viewer,
    @Id('applicationId') id: string,
    @Id('earlierId') earlierId: string,
  ): Promise<PageResult | RedirectResult> {
    return this.offerPage(viewer, id, earlierId);
  }

  @Post(':earlierId')
  async carry(
    @Viewer() viewer: Viewer,
    @Id('applicationId') applicationId: string,
    @Id('earlierId') earlierId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const places = typedPlaces(body, 'copy').map(([place]) => place);
    const versions = Object.fromEntries(
      Object.entries(typedTexts(body, 'versions')).map(([name, version]) => [name, Number(version)]),
    );
    const command = { ...readForm(CarryDto, body), applicationId, earlierId, places, versions };
    const outcome = await attempt(() => this.carryForward.execute(viewer.actor, command));
    if (!outcome.ok) return this.offerPage(viewer, applicationId, earlierId, { error: outcome.error, places });
    return redirect(applicationUrl(viewer, applicationId), { notice: noticeOf(outcome.value) });
  }

  private async offerPage(
    viewer: Viewer,
    id: string,
    earlierId: string,
    refused?: { readonly error: DomainError; readonly places: readonly string[] },
  ): Promise<PageResult | RedirectResult> {
    const { draft, offer } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      draft: await this.drafts.get(tx, id),
      offer: await this.earlier.offer(tx, id, earlierId),
    }));
    if (draft.application.state !== 'draft') return redirect(applicationUrl(viewer, id));
    const content = {
      title: '前の申請から写す',
      lead: `写す元：${offer.earlierName}`,
      wide: true,
      breadcrumb: crumbs(viewer, id, draft.title),
      body: CarryPage({ viewer, draft, offer, places: refused?.places ?? null }),
    };
    if (!refused) return page(viewer, content);
    return page(viewer, { ...content, errors: refused.error }, refused.error.kind === 'invalid' ? 422 : 409);
  }
}

const crumbs = (viewer: Viewer, id: string, title: string): Crumb[] => [
  { label: 'ホーム', href: viewer.url('committee') },
  { label: title, href: applicationUrl(viewer, id) },
  { label: '前の申請から写す' },
];

function noticeOf({ copied, parked }: CarriedForward): string {
  const done = `${String(copied)}か所を写しました。今年の内容に合っているか、読み直してください。`;
  const beside = `このうち${String(parked)}か所は、ほかの役員が先に書いたため、その欄の下に並べました。`;
  return parked === 0 ? done : `${done}${beside}`;
}
