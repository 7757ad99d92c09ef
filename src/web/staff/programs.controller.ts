import { Body, Controller, Get, Post } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf } from '../../kernel/fiscal-year.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  CreateProgram,
  EditDraftVersion,
  PrepareNextVersion,
  Programs,
  PublishProgramVersion,
} from '../../programs/index.js';
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
import { FormValues, NEW_PROGRAM } from './program-form-values.js';
import { ProgramFormPage, type ProgramFormProps } from './program-form.page.js';
import { ProgramDesk } from './program-desk.js';
import { ProgramsPage } from './program.page.js';
import { DraftVersionDto, PublicationDto } from './programs.dto.js';
import { typedText } from '../shared/typed-text.js';
import { typedDocument, withKept } from './typed-form.js';

const mayEdit = ({ actor }: Viewer): boolean => hasDuty(actor, 'promotion');
const LIST = { label: '補助制度', path: 'staff/programs' };

/** 補助制度: every edition, its form while it is a draft, its publication. */
@Controller(':town/staff/programs')
@Desk('staff')
export class ProgramsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly budgets: BudgetLedger,
    private readonly municipalities: Municipalities,
    private readonly createProgram: CreateProgram,
    private readonly editDraft: EditDraftVersion,
    private readonly publishVersion: PublishProgramVersion,
    private readonly prepareNext: PrepareNextVersion,
    private readonly desk: ProgramDesk,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const versions = await this.unitOfWork.read(viewer.actor, (tx) => this.programs.listForStaff(tx));
    return page(viewer, {
      title: '補助制度',
      wide: true,
      body: ProgramsPage({ viewer, versions, mayEdit: mayEdit(viewer) }),
    });
  }

  @Get('new')
  async new(@Viewer() viewer: Viewer): Promise<PageResult> {
    if (!mayEdit(viewer)) throw DomainError.forbidden();
    return this.formPage(viewer, NEW_PROGRAM, null);
  }

  @Post()
  async create(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() =>
      this.createProgram.execute(viewer.actor, { code: typedText(body, 'code').trim(), document: typedDocument(body) }),
    );
    if (!outcome.ok) return this.formPage(viewer, body, null, outcome.error);
    return redirect(viewer.url(`staff/programs/${outcome.value.versionId}`), { notice: '下書きを保存しました。' });
  }

  @Get(':versionId')
  show(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult> {
    return this.versionPage(viewer, versionId);
  }

  @Get(':versionId/edit')
  async edit(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult | RedirectResult> {
    if (!mayEdit(viewer)) throw DomainError.forbidden();
    const version = await this.unitOfWork.read(viewer.actor, (tx) => this.programs.version(tx, versionId));
    if (version.state !== 'draft') return redirect(viewer.url(`staff/programs/${versionId}`));
    return this.formPage(viewer, withKept(version.document), { versionId, version: version.version });
  }

  @Post(':versionId')
  async save(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const version = Number(readForm(DraftVersionDto, body).version);
    const outcome = await attempt(() =>
      this.editDraft.execute(viewer.actor, { versionId, version, document: typedDocument(body) }),
    );
    if (!outcome.ok) return this.formPage(viewer, body, { versionId, version }, outcome.error);
    return redirect(viewer.url(`staff/programs/${versionId}`), { notice: '下書きを保存しました。' });
  }

  @Post(':versionId/publication')
  async publish(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version } = readForm(PublicationDto, body);
      return this.publishVersion.execute(viewer.actor, { versionId, version: Number(version) });
    });
    if (!outcome.ok) return this.versionPage(viewer, versionId, outcome.error);
    return redirect(viewer.url(`staff/programs/${versionId}`), {
      notice: '公開しました。受付期間になると申請できます。',
    });
  }

  @Post(':versionId/next')
  async next(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<RedirectResult> {
    const { programId } = await this.unitOfWork.read(viewer.actor, (tx) => this.programs.version(tx, versionId));
    const next = await this.prepareNext.execute(viewer.actor, { programId });
    return redirect(viewer.url(`staff/programs/${next.versionId}/edit`), { notice: '新しい版の下書きを作りました。' });
  }

  private versionPage(viewer: Viewer, versionId: string, error?: DomainError): Promise<PageResult> {
    return this.desk.page(viewer, versionId, error && { error });
  }

  private async formPage(
    viewer: Viewer,
    typed: unknown,
    draft: ProgramFormProps['draft'],
    error?: DomainError,
  ): Promise<PageResult> {
    const values = new FormValues(typed);
    const { budgetLines, sections } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      budgetLines: await this.budgets.lines(tx, yearIn(values) ?? fiscalYearOf(tx.today)),
      sections: await this.municipalities.sections(tx),
    }));
    const title = draft ? '補助制度の下書きを直す' : '新しい補助制度を作る';
    return page(
      viewer,
      {
        title,
        wide: true,
        breadcrumb: [{ label: LIST.label, href: viewer.url(LIST.path) }, { label: title }],
        ...(error && { errors: error }),
        body: ProgramFormPage({ viewer, values, draft, budgetLines, sections }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}

/** The year whose budget lines are offered: the one that was typed, when it is one. */
const yearIn = (values: FormValues) =>
  /^20[2-9]\d$/.test(values.text('fiscalYear')) ? fiscalYear(Number(values.text('fiscalYear'))) : null;
