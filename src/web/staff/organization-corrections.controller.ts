import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import { SaveDetails, SaveWards, ViewOrganization, type OrganizationView } from '../../organizations/index.js';
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
} from '../shared/index.js';
import { DETAILS_LABELS, keptDetails, type TypedDetails } from '../shared/organization-fields.js';
import { typedFields } from '../shared/organization-typed.js';
import { DetailsDto, WardsDto } from '../shared/organization.dto.js';
import { DetailsCorrectionPage, WardsCorrectionPage } from './organization-corrections.page.js';
import { ORGANIZATIONS_PATH, organizationsCrumbs } from './organization-words.js';

/** 職権訂正: staff correct trifles and enter what was reported after registration. */
@Controller(`:town/${ORGANIZATIONS_PATH}/:organizationId`)
@Desk('staff')
export class StaffOrganizationCorrectionsController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly saveDetails: SaveDetails,
    private readonly saveWards: SaveWards,
  ) {}

  @Get('details')
  async details(@Viewer() viewer: Viewer, @Id('organizationId') id: string): Promise<PageResult> {
    const view = await this.view(viewer, id);
    return this.detailsPage(viewer, view, keptDetails(view.file));
  }

  @Post('details')
  async postDetails(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, consent, ...typed } = readForm(DetailsDto, body);
      const consentsToElectronicDelivery = consent === undefined ? null : consent === 'yes';
      const command = { ...typed, organizationId, version: Number(version), consentsToElectronicDelivery };
      return this.saveDetails.execute(viewer.actor, command);
    });
    if (outcome.ok) return this.saved(viewer, organizationId);
    const typed = typedFields(body, Object.keys(DETAILS_LABELS) as (keyof TypedDetails)[]);
    return this.detailsPage(viewer, await this.view(viewer, organizationId), typed, outcome.error);
  }

  @Get('wards')
  async wards(@Viewer() viewer: Viewer, @Id('organizationId') id: string): Promise<PageResult> {
    const view = await this.view(viewer, id);
    return this.wardsPage(viewer, view, view.file.wards.join('\n'));
  }

  @Post('wards')
  async postWards(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, wards } = readForm(WardsDto, body);
      return this.saveWards.execute(viewer.actor, { organizationId, version: Number(version), wards });
    });
    if (outcome.ok) return this.saved(viewer, organizationId);
    const { wards } = typedFields(body, ['wards']);
    return this.wardsPage(viewer, await this.view(viewer, organizationId), wards, outcome.error);
  }

  private view(viewer: Viewer, organizationId: string): Promise<OrganizationView> {
    requireDuty(viewer.actor, 'promotion');
    return this.organizations.execute(viewer.actor, organizationId);
  }

  private saved(viewer: Viewer, organizationId: string): RedirectResult {
    return redirect(viewer.url(`${ORGANIZATIONS_PATH}/${organizationId}`), {
      notice: '職権で直した内容を保存しました。',
    });
  }

  private detailsPage(viewer: Viewer, view: OrganizationView, typed: TypedDetails, error?: DomainError): PageResult {
    const body = DetailsCorrectionPage({ viewer, view, typed, stale: error?.kind === 'stale' });
    return this.shown(viewer, view, '団体の名前と連絡先を直す', body, error);
  }

  private wardsPage(viewer: Viewer, view: OrganizationView, typed: string, error?: DomainError): PageResult {
    const body = WardsCorrectionPage({ viewer, view, typed, stale: error?.kind === 'stale' });
    return this.shown(viewer, view, '行政区を直す', body, error);
  }

  private shown(
    viewer: Viewer,
    { file }: OrganizationView,
    title: string,
    body: PageResult['content']['body'],
    error?: DomainError,
  ): PageResult {
    const organization = { label: file.details.name, href: viewer.url(`${ORGANIZATIONS_PATH}/${file.id}`) };
    const breadcrumb = organizationsCrumbs(viewer, organization, { label: title });
    return page(viewer, { title, breadcrumb, ...(error && { errors: error }), body });
  }
}
