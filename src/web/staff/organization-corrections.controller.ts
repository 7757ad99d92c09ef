import { Body, Controller, Get, Post } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  SaveBylaws,
  SaveDetails,
  SaveWards,
  ViewOrganization,
  type OrganizationView,
} from '../../organizations/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  Id,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { DETAILS_LABELS, keptDetails, type TypedDetails } from '../shared/organization-fields.js';
import { typedFields } from '../shared/organization-typed.js';
import { BylawsDto, DetailsDto, WardsDto } from '../shared/organization.dto.js';
import { BylawsCorrectionPage, DetailsCorrectionPage, WardsCorrectionPage } from './organization-corrections.page.js';
import { ORGANIZATIONS_PATH, organizationsCrumbs } from './organization-words.js';

/** A form that was refused, or nothing. */
interface Refused {
  readonly body?: unknown;
  readonly error?: DomainError;
}

const again = ({ body, error }: Refused): { stale: boolean; reason: string } => ({
  stale: error?.kind === 'stale',
  reason: typedFields(body, ['correctionReason']).correctionReason,
});

/** 職権訂正: staff correct trifles and enter what was reported after registration. */
@Controller(`:town/${ORGANIZATIONS_PATH}/:organizationId`)
@Desk('staff')
export class StaffOrganizationCorrectionsController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly saveDetails: SaveDetails,
    private readonly saveWards: SaveWards,
    private readonly saveBylaws: SaveBylaws,
  ) {}

  @Get('details')
  async details(@Viewer() viewer: Viewer, @Id('organizationId') id: string): Promise<PageResult> {
    const view = await this.view(viewer, id);
    return this.detailsPage(viewer, view, keptDetails(view.file), {});
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
    return this.detailsPage(viewer, await this.view(viewer, organizationId), typed, { body, error: outcome.error });
  }

  @Get('wards')
  async wards(@Viewer() viewer: Viewer, @Id('organizationId') id: string): Promise<PageResult> {
    const view = await this.view(viewer, id);
    return this.wardsPage(viewer, view, view.file.wards.join('\n'), {});
  }

  @Post('wards')
  async postWards(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, ...typed } = readForm(WardsDto, body);
      return this.saveWards.execute(viewer.actor, { ...typed, organizationId, version: Number(version) });
    });
    if (outcome.ok) return this.saved(viewer, organizationId);
    const { wards } = typedFields(body, ['wards']);
    return this.wardsPage(viewer, await this.view(viewer, organizationId), wards, { body, error: outcome.error });
  }

  @Get('bylaws/replacement')
  async bylaws(@Viewer() viewer: Viewer, @Id('organizationId') id: string): Promise<PageResult> {
    return this.bylawsPage(viewer, await this.view(viewer, id), {});
  }

  @Post('bylaws/replacement')
  @AcceptUploads()
  async postBylaws(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, ...typed } = readForm(BylawsDto, body);
      const file = uploads.find(({ field }) => field === 'bylaws') ?? null;
      return this.saveBylaws.execute(viewer.actor, { ...typed, organizationId, version: Number(version), file });
    });
    if (outcome.ok) return this.saved(viewer, organizationId);
    return this.bylawsPage(viewer, await this.view(viewer, organizationId), { body, error: outcome.error });
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

  private detailsPage(viewer: Viewer, view: OrganizationView, typed: TypedDetails, refused: Refused): PageResult {
    const body = DetailsCorrectionPage({ viewer, view, typed, ...again(refused) });
    return this.shown(viewer, view, '団体の名前と連絡先を直す', body, refused.error);
  }

  private wardsPage(viewer: Viewer, view: OrganizationView, typed: string, refused: Refused): PageResult {
    const body = WardsCorrectionPage({ viewer, view, typed, ...again(refused) });
    return this.shown(viewer, view, '行政区を直す', body, refused.error);
  }

  private bylawsPage(viewer: Viewer, view: OrganizationView, refused: Refused): PageResult {
    const body = BylawsCorrectionPage({ viewer, view, ...again(refused) });
    return this.shown(viewer, view, '規約を差し替える', body, refused.error);
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
