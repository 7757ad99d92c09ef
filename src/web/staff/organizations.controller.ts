import { Body, Controller, Get, Post } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  AddDistrict,
  ImportOrganizations,
  ListOrganizations,
  MakeImportTemplate,
  OpenOrganization,
  type ImportReport,
} from '../../organizations/index.js';
import {
  AcceptUploads,
  attempt,
  CodeSheet,
  Desk,
  download,
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
import { typedFields } from '../shared/organization-typed.js';
import { DistrictDto, OpeningDto } from './organization.dto.js';
import { ImportPage } from './organizations-import.page.js';
import { DistrictsPage, NewOrganizationPage, OrganizationsPage, type TypedOpening } from './organizations.page.js';
import { ORGANIZATIONS_PATH, organizationsCrumbs } from './organization-words.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 団体の一覧: open organisations one by one with a printed code, or take them over from Excel. */
@Controller(`:town/${ORGANIZATIONS_PATH}`)
@Desk('staff')
export class StaffOrganizationsController {
  constructor(
    private readonly organizations: ListOrganizations,
    private readonly openOrganization: OpenOrganization,
    private readonly addDistrict: AddDistrict,
    private readonly makeTemplate: MakeImportTemplate,
    private readonly importOrganizations: ImportOrganizations,
    private readonly config: AppConfig,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const { rows, districts } = await this.organizations.execute(viewer.actor);
    const mayOpen = hasDuty(viewer.actor, 'promotion');
    return page(viewer, { title: '団体', wide: true, body: OrganizationsPage({ viewer, rows, districts, mayOpen }) });
  }

  @Get('new')
  empty(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.newPage(viewer, { name: '', districtId: '', officerRole: '会長', officerName: '' });
  }

  @Post('new')
  async open(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult> {
    const outcome = await attempt(() => this.openOrganization.execute(viewer.actor, readForm(OpeningDto, body)));
    if (!outcome.ok) {
      return this.newPage(
        viewer,
        typedFields(body, ['name', 'districtId', 'officerRole', 'officerName']),
        outcome.error,
      );
    }
    const { name, officerRole, officerName } = readForm(OpeningDto, body);
    const { organizationId, code, expiresOn } = outcome.value;
    const sheet = { purpose: 'invitation', name: `${name}　${officerRole}　${officerName}`, code, expiresOn } as const;
    return page(viewer, {
      title: '利用開始コード',
      breadcrumb: organizationsCrumbs(
        viewer,
        { label: name, href: viewer.url(`${ORGANIZATIONS_PATH}/${organizationId}`) },
        { label: '利用開始コード' },
      ),
      body: CodeSheet({ viewer, origin: this.config.publicUrl.origin, ...sheet }),
    });
  }

  @Get('districts')
  districts(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.districtsPage(viewer, '');
  }

  @Post('districts')
  async add(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.addDistrict.execute(viewer.actor, readForm(DistrictDto, body)));
    if (!outcome.ok) return this.districtsPage(viewer, typedFields(body, ['name']).name, outcome.error);
    return redirect(viewer.url(`${ORGANIZATIONS_PATH}/districts`), { notice: `${outcome.value.name}を加えました。` });
  }

  @Get('import')
  importForm(@Viewer() viewer: Viewer): PageResult {
    return this.importPage(viewer, null);
  }

  @Get('import/template')
  async template(@Viewer() viewer: Viewer): Promise<DownloadResult> {
    const bytes = await this.makeTemplate.execute(viewer.actor);
    return download({ bytes, fileName: '団体の取り込み.xlsx', mediaType: SPREADSHEET });
  }

  @Post('import')
  @AcceptUploads()
  async import(@Viewer() viewer: Viewer, @Uploads() uploads: readonly Upload[]): Promise<PageResult> {
    const workbook = uploads.find(({ field }) => field === 'workbook') ?? null;
    const outcome = await attempt(() => this.importOrganizations.execute(viewer.actor, { workbook }));
    return outcome.ok ? this.importPage(viewer, outcome.value) : this.importPage(viewer, null, outcome.error);
  }

  private async newPage(viewer: Viewer, typed: TypedOpening, error?: DomainError): Promise<PageResult> {
    const { districts } = await this.organizations.execute(viewer.actor);
    return page(viewer, {
      title: '団体を加える',
      breadcrumb: organizationsCrumbs(viewer, { label: '団体を加える' }),
      ...(error && { errors: error }),
      body: NewOrganizationPage({ viewer, districts, typed }),
    });
  }

  private async districtsPage(viewer: Viewer, name: string, error?: DomainError): Promise<PageResult> {
    const { districts } = await this.organizations.execute(viewer.actor);
    return page(viewer, {
      title: '校区',
      breadcrumb: organizationsCrumbs(viewer, { label: '校区' }),
      ...(error && { errors: error }),
      body: DistrictsPage({ viewer, districts, name }),
    });
  }

  private importPage(viewer: Viewer, report: ImportReport | null, error?: DomainError): PageResult {
    const content = {
      title: 'Excelから取り込む',
      wide: report !== null && report.faults.length > 0,
      breadcrumb: organizationsCrumbs(viewer, { label: 'Excelから取り込む' }),
      ...(error && { errors: error }),
      body: ImportPage({ viewer, report }),
    };
    return page(viewer, content, report && report.faults.length > 0 ? 422 : undefined);
  }
}
