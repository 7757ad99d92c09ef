import { Body, Controller, Get, Post } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  AnswerRemarks,
  AnswerRepresentativeChange,
  InviteOfficer,
  isOpenToOfficers,
  RemoveOfficer,
  SaveOfficer,
  ViewOrganization,
  type Officer,
  type OrganizationView,
} from '../../organizations/index.js';
import {
  attempt,
  CodeSheet,
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
import { keptOfficer, NEW_OFFICER, type TypedOfficer } from '../shared/organization-fields.js';
import { typedFields } from '../shared/organization-typed.js';
import { OfficerDto } from '../shared/organization.dto.js';
import { typedTexts } from '../shared/typed-records.js';
import { OfficerPage, OfficersPage, RemovalPage } from './organization-officers.page.js';
import { organizationCrumbs, ORGANIZATION_PATH, ownOrganizationId } from './organization-path.js';
import { townWord } from '../shared/head-words.js';

const OFFICERS_PATH = `${ORGANIZATION_PATH}/officers`;

/** 役員の名簿: officers keep it themselves, name the representative and invite each other. */
@Controller(`:town/${OFFICERS_PATH}`)
@Desk('committee')
export class CommitteeOfficersController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly saveOfficer: SaveOfficer,
    private readonly removeOfficer: RemoveOfficer,
    private readonly inviteOfficer: InviteOfficer,
    private readonly answerRemarks: AnswerRemarks,
    private readonly representatives: AnswerRepresentativeChange,
    private readonly config: AppConfig,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult | RedirectResult> {
    const view = await this.view(viewer);
    if (!isOpenToOfficers(view.file.state, 'officers')) return redirect(viewer.url(ORGANIZATION_PATH));
    return this.listPage(viewer, view);
  }

  @Post('answers')
  async answer(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const answers = typedTexts(body, 'answers');
    const command = { organizationId: ownOrganizationId(viewer), answers };
    const outcome = await attempt(() => this.answerRemarks.execute(viewer.actor, command));
    if (outcome.ok) return redirect(viewer.url(ORGANIZATION_PATH), { notice: '指摘への回答を保存しました。' });
    return this.listPage(viewer, await this.view(viewer), answers, outcome.error);
  }

  @Post('representative/:changeId/withdrawal')
  async withdrawRepresentative(@Viewer() viewer: Viewer, @Id('changeId') changeId: string): Promise<RedirectResult> {
    await this.representatives.withdraw(viewer.actor, changeId);
    const notice = '代表者変更届を取り下げました。代表者は変わりません。';
    return redirect(viewer.url(OFFICERS_PATH), { notice });
  }

  @Get('new')
  async empty(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.officerPage(viewer, await this.view(viewer), null, NEW_OFFICER);
  }

  @Post()
  add(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    return this.save(viewer, null, body);
  }

  @Get(':officerId')
  async one(@Viewer() viewer: Viewer, @Id('officerId') officerId: string): Promise<PageResult> {
    const view = await this.view(viewer);
    const officer = officerOf(view, officerId);
    return this.officerPage(viewer, view, officer, keptOfficer(officer));
  }

  @Post(':officerId')
  change(
    @Viewer() viewer: Viewer,
    @Id('officerId') officerId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    return this.save(viewer, officerId, body);
  }

  @Get(':officerId/removal')
  async confirmRemoval(@Viewer() viewer: Viewer, @Id('officerId') officerId: string): Promise<PageResult> {
    return this.removalPage(viewer, officerOf(await this.view(viewer), officerId));
  }

  @Post(':officerId/removal')
  async remove(@Viewer() viewer: Viewer, @Id('officerId') officerId: string): Promise<PageResult | RedirectResult> {
    const officer = officerOf(await this.view(viewer), officerId);
    const command = { organizationId: ownOrganizationId(viewer), officerId };
    const outcome = await attempt(() => this.removeOfficer.execute(viewer.actor, command));
    if (outcome.ok) return redirect(viewer.url(OFFICERS_PATH), { notice: `${officer.name}さんを名簿から外しました。` });
    return this.removalPage(viewer, officer, outcome.error);
  }

  @Post(':officerId/invitation')
  async invite(@Viewer() viewer: Viewer, @Id('officerId') officerId: string): Promise<PageResult> {
    const command = { organizationId: ownOrganizationId(viewer), officerId };
    const outcome = await attempt(() => this.inviteOfficer.execute(viewer.actor, command));
    if (!outcome.ok) {
      const view = await this.view(viewer);
      const officer = officerOf(view, officerId);
      return this.officerPage(viewer, view, officer, keptOfficer(officer), outcome.error);
    }
    const { officer, organizationName, purpose, code, expiresOn } = outcome.value;
    const name = `${organizationName}　${officer.role}　${officer.name}`;
    return page(viewer, {
      title: '利用開始コード',
      breadcrumb: this.crumbs(
        viewer,
        { label: officer.name, href: viewer.url(`${OFFICERS_PATH}/${officerId}`) },
        { label: '利用開始コード' },
      ),
      body: CodeSheet({ viewer, origin: this.config.publicUrl.origin, purpose, name, code, expiresOn }),
    });
  }

  private async save(viewer: Viewer, officerId: string | null, body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, isRepresentative, ...typed } = readForm(OfficerDto, body);
      return this.saveOfficer.execute(viewer.actor, {
        ...typed,
        ...{ organizationId: ownOrganizationId(viewer), officerId, version: Number(version) },
        isRepresentative: isRepresentative === 'yes',
      });
    });
    if (outcome.ok) {
      const notice = outcome.value.told
        ? `役員を保存し、代表者の変更を${townWord(viewer.town)}に届け出ました。通知書が届くと、代表者が変わります。`
        : '役員を保存しました。';
      return redirect(viewer.url(OFFICERS_PATH), { notice });
    }
    const view = await this.view(viewer);
    const texts = typedFields(body, ['role', 'name', 'phone', 'termFrom', 'termUntil', 'isRepresentative']);
    const typed: TypedOfficer = { ...texts, isRepresentative: texts.isRepresentative === 'yes' };
    return this.officerPage(viewer, view, officerId === null ? null : officerOf(view, officerId), typed, outcome.error);
  }

  private view(viewer: Viewer): Promise<OrganizationView> {
    return this.organizations.execute(viewer.actor, ownOrganizationId(viewer));
  }

  private listPage(
    viewer: Viewer,
    view: OrganizationView,
    answers?: Record<string, string>,
    error?: DomainError,
  ): PageResult {
    return page(viewer, {
      title: '役員の名簿',
      breadcrumb: organizationCrumbs(viewer, { label: '役員の名簿' }),
      ...(error && { errors: error }),
      body: OfficersPage({ viewer, view, ...(answers && { answers }) }),
    });
  }

  private officerPage(
    viewer: Viewer,
    view: OrganizationView,
    officer: Officer | null,
    typed: TypedOfficer,
    error?: DomainError,
  ): PageResult {
    const title = officer ? `${officer.role}　${officer.name}` : '役員を加える';
    return page(viewer, {
      title,
      breadcrumb: this.crumbs(viewer, { label: title }),
      ...(error && { errors: error }),
      body: OfficerPage({ viewer, view, officer, typed, stale: error?.kind === 'stale' }),
    });
  }

  private removalPage(viewer: Viewer, officer: Officer, error?: DomainError): PageResult {
    return page(viewer, {
      title: '役員を名簿から外す',
      breadcrumb: this.crumbs(viewer, { label: '名簿から外す' }),
      ...(error && { errors: error }),
      body: RemovalPage({ viewer, officer }),
    });
  }

  private crumbs(viewer: Viewer, ...rest: readonly Crumb[]): Crumb[] {
    return organizationCrumbs(viewer, { label: '役員の名簿', href: viewer.url(OFFICERS_PATH) }, ...rest);
  }
}

function officerOf({ file }: OrganizationView, officerId: string): Officer {
  const officer = file.officers.find(({ id }) => id === officerId);
  if (!officer) throw DomainError.notFound();
  return officer;
}
