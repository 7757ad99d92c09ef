import { Body, Controller, Get, Post } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  DraftRegistration,
  InviteOfficer,
  ReadDocument,
  RegisterOrganization,
  ReturnRegistration,
  ViewOrganization,
  type OrganizationView,
} from '../../organizations/index.js';
import {
  attempt,
  CodeSheet,
  Desk,
  download,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type DownloadResult,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedTexts } from '../shared/typed-records.js';
import { optionsIn } from './draft-options.js';
import { ExaminationDto, RegistrationDraftDto } from './organization.dto.js';
import type { TypedExamination } from './organization-examination.page.js';
import { OrganizationPage } from './organization.page.js';
import { ORGANIZATIONS_PATH, organizationsCrumbs } from './organization-words.js';

const NOTHING_TYPED: TypedExamination = { checked: [], remarks: {}, draft: {} };

/** 団体の一件: examine what was submitted, register it or return it with remarks at its fields. */
@Controller(`:town/${ORGANIZATIONS_PATH}/:organizationId`)
@Desk('staff')
export class StaffOrganizationController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly registerOrganization: RegisterOrganization,
    private readonly draftRegistration: DraftRegistration,
    private readonly returnRegistration: ReturnRegistration,
    private readonly inviteOfficer: InviteOfficer,
    private readonly documents: ReadDocument,
    private readonly config: AppConfig,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('organizationId') id: string): Promise<PageResult> {
    return this.shown(viewer, await this.organizations.execute(viewer.actor, id), NOTHING_TYPED);
  }

  @Post('registration')
  async register(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, checklist } = readForm(ExaminationDto, body);
      const command = { organizationId, version: Number(version), checked: checklist };
      return this.registerOrganization.execute(viewer.actor, command);
    });
    if (outcome.ok) return this.back(viewer, organizationId, '団体を登録しました。');
    return this.again(viewer, organizationId, body, outcome.error);
  }

  @Post('registration-draft')
  async draft(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, checklist: checked, title, reason, ...options } = readForm(RegistrationDraftDto, body);
      const words = { title, reason, ...optionsIn(options) };
      return this.draftRegistration.execute(viewer.actor, {
        ...{ organizationId, version: Number(version), checked },
        ...words,
      });
    });
    if (!outcome.ok) return this.again(viewer, organizationId, body, outcome.error);
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '団体の登録を起案しました。' });
  }

  @Post('return')
  async giveBack(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, checklist } = readForm(ExaminationDto, body);
      const remarks = Object.entries(typedTexts(body, 'remarks')).map(([field, text]) => ({ field, text }));
      const command = { organizationId, version: Number(version), checked: checklist, remarks };
      return this.returnRegistration.execute(viewer.actor, command);
    });
    if (outcome.ok) return this.back(viewer, organizationId, '指摘を付けて差し戻しました。');
    return this.again(viewer, organizationId, body, outcome.error);
  }

  @Get('bylaws')
  async bylaws(@Viewer() viewer: Viewer, @Id('organizationId') organizationId: string): Promise<DownloadResult> {
    const document = await this.documents.execute(viewer.actor, { organizationId, which: 'bylaws' });
    return download({ ...document, fileName: document.name });
  }

  @Get('passbooks/:accountId')
  async passbook(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Id('accountId') accountId: string,
  ): Promise<DownloadResult> {
    const document = await this.documents.execute(viewer.actor, { organizationId, which: { accountId } });
    // It stands on the page where the account is confirmed.
    return download({ ...document, fileName: document.name, inline: true });
  }

  @Post('officers/:officerId/code')
  async invite(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Id('officerId') officerId: string,
  ): Promise<PageResult> {
    const outcome = await attempt(() => this.inviteOfficer.execute(viewer.actor, { organizationId, officerId }));
    if (!outcome.ok) {
      const view = await this.organizations.execute(viewer.actor, organizationId);
      return this.shown(viewer, view, NOTHING_TYPED, outcome.error);
    }
    const { officer, organizationName, purpose, code, expiresOn } = outcome.value;
    const name = `${organizationName}　${officer.role}　${officer.name}`;
    const title = purpose === 'reset' ? '再設定コード' : '利用開始コード';
    return page(viewer, {
      title,
      breadcrumb: organizationsCrumbs(
        viewer,
        { label: organizationName, href: viewer.url(`${ORGANIZATIONS_PATH}/${organizationId}`) },
        { label: title },
      ),
      body: CodeSheet({ viewer, origin: this.config.publicUrl.origin, purpose, name, code, expiresOn }),
    });
  }

  private async again(viewer: Viewer, organizationId: string, body: unknown, error: DomainError): Promise<PageResult> {
    const { checklist } = body as { checklist?: unknown };
    const checked = Array.isArray(checklist) ? checklist.map(String) : [];
    const view = await this.organizations.execute(viewer.actor, organizationId);
    return this.shown(viewer, view, { checked, remarks: typedTexts(body, 'remarks'), draft: body }, error);
  }

  private back(viewer: Viewer, organizationId: string, notice: string): RedirectResult {
    return redirect(viewer.url(`${ORGANIZATIONS_PATH}/${organizationId}`), { notice });
  }

  private shown(viewer: Viewer, view: OrganizationView, typed: TypedExamination, error?: DomainError): PageResult {
    const { name } = view.file.details;
    return page(viewer, {
      title: name,
      wide: true,
      breadcrumb: organizationsCrumbs(viewer, { label: name }),
      ...(error && { errors: error }),
      body: OrganizationPage({ viewer, view, typed, mayExamine: hasDuty(viewer.actor, 'promotion') }),
    });
  }
}
