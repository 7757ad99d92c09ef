import { Body, Controller, Get, Post } from '@nestjs/common';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  AnswerRemarks,
  isOpenToOfficers,
  ReadDocument,
  SaveBylaws,
  SaveDetails,
  SaveWards,
  SubmitRegistration,
  ViewOrganization,
  type OrganizationView,
} from '../../organizations/index.js';
import {
  AcceptUploads,
  attempt,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Uploads,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { DETAILS_LABELS, keptDetails, type TypedDetails } from '../shared/organization-fields.js';
import { typedFields } from '../shared/organization-typed.js';
import { DetailsDto, VersionDto, WardsDto } from '../shared/organization.dto.js';
import { typedTexts } from '../shared/typed-records.js';
import { SubmissionPage } from './organization-check.page.js';
import { BylawsPage, DetailsPage, WardsPage } from './organization-parts.page.js';
import { organizationCrumbs, ORGANIZATION_PATH, ownOrganizationId } from './organization-path.js';
import { OrganizationPage } from './organization.page.js';

/** 団体の情報: an officer fills in the organisation's registration part by part and hands it to the town. */
@Controller(`:town/${ORGANIZATION_PATH}`)
@Desk('committee')
export class CommitteeOrganizationController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly documents: ReadDocument,
    private readonly answerRemarks: AnswerRemarks,
    private readonly saveDetails: SaveDetails,
    private readonly saveWards: SaveWards,
    private readonly saveBylaws: SaveBylaws,
    private readonly submitRegistration: SubmitRegistration,
  ) {}

  @Get()
  async home(@Viewer() viewer: Viewer): Promise<PageResult> {
    const view = await this.view(viewer);
    const { file } = view;
    const title = file.state === 'draft' || file.state === 'returned' ? '団体の登録' : '団体の情報';
    return page(viewer, { title, lead: file.details.name, body: OrganizationPage({ viewer, view }) });
  }

  @Get('details')
  async details(@Viewer() viewer: Viewer): Promise<PageResult | RedirectResult> {
    const view = await this.view(viewer);
    if (!isOpenToOfficers(view.file.state, 'details')) return redirect(viewer.url(ORGANIZATION_PATH));
    return this.detailsPage(viewer, view, keptDetails(view.file));
  }

  @Post('details')
  async postDetails(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { version, consent, ...typed } = readForm(DetailsDto, body);
      await this.answer(viewer, body);
      const consentsToElectronicDelivery = consent === undefined ? null : consent === 'yes';
      await this.saveDetails.execute(viewer.actor, {
        ...typed,
        ...this.at(viewer, version),
        consentsToElectronicDelivery,
      });
    });
    if (outcome.ok) return this.saved(viewer, '団体の名前と連絡先を保存しました。');
    const typed = typedFields(body, Object.keys(DETAILS_LABELS) as (keyof TypedDetails)[]);
    return this.detailsPage(viewer, await this.view(viewer), typed, body, outcome.error);
  }

  @Get('wards')
  async wards(@Viewer() viewer: Viewer): Promise<PageResult | RedirectResult> {
    const view = await this.view(viewer);
    if (!isOpenToOfficers(view.file.state, 'wards')) return redirect(viewer.url(ORGANIZATION_PATH));
    return this.wardsPage(viewer, view, view.file.wards.join('\n'));
  }

  @Post('wards')
  async postWards(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { version, wards } = readForm(WardsDto, body);
      await this.answer(viewer, body);
      await this.saveWards.execute(viewer.actor, { ...this.at(viewer, version), wards });
    });
    if (outcome.ok) return this.saved(viewer, '行政区の一覧を保存しました。');
    const { wards } = typedFields(body, ['wards']);
    return this.wardsPage(viewer, await this.view(viewer), wards, body, outcome.error);
  }

  @Get('bylaws')
  async bylaws(@Viewer() viewer: Viewer): Promise<PageResult | RedirectResult> {
    const view = await this.view(viewer);
    if (!isOpenToOfficers(view.file.state, 'bylaws')) return redirect(viewer.url(ORGANIZATION_PATH));
    return this.bylawsPage(viewer, view);
  }

  @Post('bylaws')
  @AcceptUploads()
  async postBylaws(
    @Viewer() viewer: Viewer,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { version } = readForm(VersionDto, body);
      await this.answer(viewer, body);
      const file = uploads.find(({ field }) => field === 'bylaws') ?? null;
      const { file: kept } = await this.view(viewer);
      // Answering a remark without a new file is a way to finish this page too.
      if (file !== null || kept.bylaws === null)
        await this.saveBylaws.execute(viewer.actor, { ...this.at(viewer, version), file });
    });
    if (outcome.ok) return this.saved(viewer, '規約を保存しました。');
    return this.bylawsPage(viewer, await this.view(viewer), body, outcome.error);
  }

  @Get('bylaws/file')
  async bylawsFile(@Viewer() viewer: Viewer): Promise<DownloadResult> {
    const document = await this.documents.execute(viewer.actor, {
      organizationId: ownOrganizationId(viewer),
      which: 'bylaws',
    });
    return download({ ...document, fileName: document.name });
  }

  @Get('passbooks/:accountId')
  async passbook(@Viewer() viewer: Viewer, @Id('accountId') accountId: string): Promise<DownloadResult> {
    const command = { organizationId: ownOrganizationId(viewer), which: { accountId } };
    const document = await this.documents.execute(viewer.actor, command);
    return download({ ...document, fileName: document.name });
  }

  @Get('check')
  async check(@Viewer() viewer: Viewer): Promise<PageResult | RedirectResult> {
    const view = await this.view(viewer);
    const { state } = view.file;
    return state === 'draft' || state === 'returned'
      ? this.checkPage(viewer, view)
      : redirect(viewer.url(ORGANIZATION_PATH));
  }

  @Post('submission')
  async submit(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version } = readForm(VersionDto, body);
      return this.submitRegistration.execute(viewer.actor, this.at(viewer, version));
    });
    if (outcome.ok) return this.saved(viewer, '団体の登録を提出しました。担当課が確認します。');
    return this.checkPage(viewer, await this.view(viewer), outcome.error);
  }

  private view(viewer: Viewer): Promise<OrganizationView> {
    return this.organizations.execute(viewer.actor, ownOrganizationId(viewer));
  }

  private at(viewer: Viewer, version: string): { organizationId: string; version: number } {
    return { organizationId: ownOrganizationId(viewer), version: Number(version) };
  }

  private async answer(viewer: Viewer, body: unknown): Promise<void> {
    const answers = typedTexts(body, 'answers');
    if (Object.keys(answers).length === 0) return;
    await this.answerRemarks.execute(viewer.actor, { organizationId: ownOrganizationId(viewer), answers });
  }

  private saved(viewer: Viewer, notice: string): RedirectResult {
    return redirect(viewer.url(ORGANIZATION_PATH), { notice });
  }

  private detailsPage(
    viewer: Viewer,
    view: OrganizationView,
    typed: TypedDetails,
    body?: unknown,
    error?: DomainError,
  ): PageResult {
    return this.partPage(
      viewer,
      view.file.state === 'registered' ? '団体の連絡先' : '団体の名前と連絡先',
      error,
      DetailsPage({ viewer, view, typed, ...again(body, error) }),
    );
  }

  private wardsPage(
    viewer: Viewer,
    view: OrganizationView,
    typed: string,
    body?: unknown,
    error?: DomainError,
  ): PageResult {
    return this.partPage(viewer, '行政区の一覧', error, WardsPage({ viewer, view, typed, ...again(body, error) }));
  }

  private bylawsPage(viewer: Viewer, view: OrganizationView, body?: unknown, error?: DomainError): PageResult {
    return this.partPage(viewer, '規約', error, BylawsPage({ viewer, view, ...again(body, error) }));
  }

  private checkPage(viewer: Viewer, view: OrganizationView, error?: DomainError): PageResult {
    return this.partPage(viewer, '内容を確かめて提出する', error, SubmissionPage({ viewer, view }));
  }

  private partPage(
    viewer: Viewer,
    title: string,
    error: DomainError | undefined,
    body: PageResult['content']['body'],
  ): PageResult {
    return page(viewer, {
      title,
      breadcrumb: organizationCrumbs(viewer, { label: title }),
      ...(error && { errors: error }),
      body,
    });
  }
}

const again = (body: unknown, error: DomainError | undefined): { answers: Record<string, string>; stale: boolean } => ({
  answers: typedTexts(body, 'answers'),
  stale: error?.kind === 'stale',
});
