import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fiscalYear, fiscalYearOf } from '../../kernel/fiscal-year.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  CreateProgram,
  DraftPublication,
  PrepareNextVersion,
  Programs,
  PublishProgramVersion,
  type ProgramVersion,
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
import { typedText } from '../shared/typed-text.js';
import { optionsIn } from './draft-options.js';
import { newProgram } from './new-program.js';
import { draftPath } from './program-draft.page.js';
import { FormValues } from './program-form-values.js';
import { NewProgramPage } from './program-new.page.js';
import { BASICS, SCHEDULE } from './program-parts.js';
import { ProgramDesk } from './program-desk.js';
import { ProgramsPage } from './programs.page.js';
import { PublicationDraftDto, PublicationDto } from './programs.dto.js';
import { picked, type Loose } from './typed-program.js';

const mayEdit = ({ actor }: Viewer): boolean => hasDuty(actor, 'promotion');
const LIST = { label: '補助制度', path: 'staff/programs' };

/** 補助制度: every edition, how a new programme begins, and its publication. */
@Controller(':town/staff/programs')
@Desk('staff')
export class ProgramsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly budgets: BudgetLedger,
    private readonly municipalities: Municipalities,
    private readonly createProgram: CreateProgram,
    private readonly publishVersion: PublishProgramVersion,
    private readonly publicationDraft: DraftPublication,
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
  new(@Viewer() viewer: Viewer, @Query('from') from: unknown): Promise<PageResult> {
    return this.newPage(viewer, typeof from === 'string' ? from : '');
  }

  @Post()
  async create(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const from = typedText(body, 'from');
    const { base } = await this.sourceOf(viewer, from, typedText(body, 'start'));
    const outcome = await attempt(() =>
      this.createProgram.execute(viewer.actor, {
        code: typedText(body, 'code').trim(),
        document: { ...base, ...picked(body, [...BASICS, ...SCHEDULE]) },
      }),
    );
    if (!outcome.ok) return this.newPage(viewer, from, { body, error: outcome.error });
    return redirect(viewer.url(draftPath(outcome.value.versionId)), {
      notice: '下書きを作りました。部分ごとに内容を決めてください。',
    });
  }

  @Get(':versionId')
  show(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult> {
    return this.versionPage(viewer, versionId);
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

  @Post(':versionId/publication-draft')
  async draftPublication(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { version, title, reason, ...options } = readForm(PublicationDraftDto, body);
      const command = { versionId, version: Number(version), title, reason, ...optionsIn(options) };
      return this.publicationDraft.execute(viewer.actor, command);
    });
    if (!outcome.ok) return this.desk.page(viewer, versionId, { error: outcome.error, typed: body });
    return redirect(viewer.url(`staff/approvals/${outcome.value.draftId}`), { notice: '公開を起案しました。' });
  }

  @Post(':versionId/next')
  async next(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<RedirectResult> {
    const next = await this.prepareNext.execute(viewer.actor, { versionId });
    return redirect(viewer.url(draftPath(next.versionId)), {
      notice: next.opened ? '書きかけの下書きを開きました。' : '新しい版の下書きを作りました。',
    });
  }

  private versionPage(viewer: Viewer, versionId: string, error?: DomainError): Promise<PageResult> {
    return this.desk.page(viewer, versionId, error && { error });
  }

  /** The edition to copy and what is taken over of it; without one, what a programme begins with. */
  private async sourceOf(
    viewer: Viewer,
    from: string,
    start: string,
  ): Promise<{ from: ProgramVersion | null; base: Loose }> {
    const found = UUID.test(from)
      ? await this.unitOfWork.read(viewer.actor, (tx) => this.programs.version(tx, from))
      : null;
    return { from: found, base: found ? { ...found.document } : newProgram(start) };
  }

  private async newPage(
    viewer: Viewer,
    fromId: string,
    sent?: { readonly body: unknown; readonly error: DomainError },
  ): Promise<PageResult> {
    if (!mayEdit(viewer)) throw DomainError.forbidden();
    const { from, base } = await this.sourceOf(viewer, fromId, '');
    const values = sent ? FormValues.typed(sent.body) : FormValues.stored(base);
    const offered = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      budgetLines: await this.budgets.lines(tx, yearIn(values) ?? fiscalYearOf(tx.today)),
      sections: await this.municipalities.sections(tx),
      versions: await this.programs.listForStaff(tx),
    }));
    const title = '新しい補助制度を作る';
    return page(
      viewer,
      {
        title,
        wide: true,
        breadcrumb: [{ label: LIST.label, href: viewer.url(LIST.path) }, { label: title }],
        ...(sent && { errors: sent.error }),
        body: NewProgramPage({ viewer, values, from, ...offered }),
      },
      sent && (sent.error.kind === 'invalid' ? 422 : 409),
    );
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The year whose budget lines are offered: the one that was typed, when it is one. */
const yearIn = (values: FormValues) =>
  /^20[2-9]\d$/.test(values.text('fiscalYear')) ? fiscalYear(Number(values.text('fiscalYear'))) : null;
