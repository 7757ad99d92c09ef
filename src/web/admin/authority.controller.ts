import { Body, Controller, Get, Post } from '@nestjs/common';
import { CompareTable, SealDraft, type TouchedDraft } from '../../approvals/index.js';
import { hasDuty } from '../../kernel/actor.js';
import type { Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  Authority,
  DraftAuthorityTable,
  EditAuthorityTable,
  PublishAuthorityTable,
  StaffDirectory,
  type AuthorityTable,
  type Post as StaffPost,
} from '../../staff/index.js';
import {
  attempt,
  Desk,
  faultsOf,
  Id,
  page,
  redirect,
  Viewer,
  type PageContent,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { typedText } from '../shared/typed-text.js';
import { atFields, commandOf, formOf, sentForm, withBlankLines, type AuthorityForm } from './authority-form.js';
import { AuthorityFormPage } from './authority-form.page.js';
import { AuthorityListPage, AuthorityTablePage } from './authority.page.js';

interface TableView {
  readonly table: AuthorityTable;
  readonly posts: readonly StaffPost[];
  /** What speaks against the table with today's people. */
  readonly faults: readonly Fault[];
  readonly drafts: readonly TouchedDraft[];
}

/** 専決規程: tables of authority, drafted, checked and published. */
@Controller(':town/admin/authority')
@Desk('admin')
export class AuthorityController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly authority: Authority,
    private readonly directory: StaffDirectory,
    private readonly draft: DraftAuthorityTable,
    private readonly edit: EditAuthorityTable,
    private readonly publish: PublishAuthorityTable,
    private readonly drafts: CompareTable,
    private readonly seal: SealDraft,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    const found = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      tables: await this.authority.list(tx),
      inForce: await this.authority.inForce(tx, tx.today),
      posts: await this.directory.posts(tx),
    }));
    const mayEdit = hasDuty(viewer.actor, 'administer');
    const onPaper = await this.seal.isOn(viewer.actor);
    const body = AuthorityListPage({ viewer, mayEdit, onPaper, ...found });
    return page(viewer, { title: '専決規程', wide: true, body });
  }

  @Post('paper')
  async switchPaper(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<RedirectResult> {
    const onPaper = typedText(body, 'onPaper') === 'yes';
    await this.seal.switchTo(viewer.actor, onPaper);
    const notice = onPaper ? '紙の決裁を使うようにしました。' : '紙の決裁を使わないようにしました。';
    return redirect(viewer.url('admin/authority'), { notice });
  }

  /** A new table begins as the one in force: a revision rarely changes more than a line. */
  @Get('new')
  async showNew(@Viewer() viewer: Viewer): Promise<PageResult> {
    const { table, posts } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      table: await this.authority.inForce(tx, tx.today),
      posts: await this.directory.posts(tx),
    }));
    return page(viewer, newContent(viewer, posts, { ...formOf(table), validFrom: '' }));
  }

  @Post('new')
  async create(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const form = sentForm(body);
    const outcome = await attempt(() => this.draft.execute(viewer.actor, commandOf(form)));
    if (outcome.ok)
      return redirect(viewer.url(`admin/authority/${outcome.value.tableId}`), { notice: '案を保存しました。' });
    const posts = await this.unitOfWork.read(viewer.actor, (tx) => this.directory.posts(tx));
    const content = newContent(viewer, posts, withBlankLines(form));
    return page(viewer, { ...content, errors: atFields(faultsOf(outcome.error)) });
  }

  @Get(':tableId')
  async show(@Viewer() viewer: Viewer, @Id('tableId') tableId: string): Promise<PageResult> {
    return page(viewer, tableContent(viewer, await this.read(viewer, tableId), false));
  }

  @Get(':tableId/edit')
  async showEdit(@Viewer() viewer: Viewer, @Id('tableId') tableId: string): Promise<PageResult> {
    const { table, posts } = await this.read(viewer, tableId);
    return page(viewer, editContent(viewer, table, posts, formOf(table), table.version));
  }

  @Post(':tableId/edit')
  async save(
    @Viewer() viewer: Viewer,
    @Id('tableId') tableId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { version, ...form } = sentForm(body);
    const outcome = await attempt(() => this.edit.execute(viewer.actor, { ...commandOf(form), tableId, version }));
    if (outcome.ok) return redirect(viewer.url(`admin/authority/${tableId}`), { notice: '案を保存しました。' });
    const { table, posts } = await this.read(viewer, tableId);
    const content = editContent(viewer, table, posts, withBlankLines(form), version);
    return page(viewer, { ...content, errors: atFields(faultsOf(outcome.error)) });
  }

  @Post(':tableId/publication')
  async putInForce(
    @Viewer() viewer: Viewer,
    @Id('tableId') tableId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const { version } = sentForm(body);
    const outcome = await attempt(() => this.publish.execute(viewer.actor, { tableId, version }));
    if (outcome.ok)
      return redirect(viewer.url(`admin/authority/${tableId}`), { notice: '専決規程の表を公開しました。' });
    const errors = faultsOf(outcome.error).map((fault) => ({ ...fault, pointer: '' }));
    return page(viewer, { ...tableContent(viewer, await this.read(viewer, tableId), true), errors });
  }

  private async read(viewer: Viewer, tableId: string): Promise<TableView> {
    const drafts = await this.drafts.execute(viewer.actor, tableId);
    return this.unitOfWork.read(viewer.actor, async (tx) => {
      const table = await this.authority.get(tx, tableId);
      const faults = await this.authority.faultsOf(tx, table);
      return { table, posts: await this.directory.posts(tx), faults, drafts };
    });
  }
}

const crumb = (viewer: Viewer): { label: string; href: string } => ({
  label: '専決規程',
  href: viewer.url('admin/authority'),
});

const newContent = (viewer: Viewer, posts: readonly StaffPost[], form: AuthorityForm): PageContent => ({
  title: '新しい表を作る',
  wide: true,
  breadcrumb: [crumb(viewer), { label: '新しい表' }],
  body: AuthorityFormPage({ viewer, posts, form, action: viewer.url('admin/authority/new') }),
});

function editContent(
  viewer: Viewer,
  table: AuthorityTable,
  posts: readonly StaffPost[],
  form: AuthorityForm,
  version: number,
): PageContent {
  const href = viewer.url(`admin/authority/${table.id}`);
  return {
    title: `第${String(table.number)}号の案を直す`,
    wide: true,
    breadcrumb: [crumb(viewer), { label: `第${String(table.number)}号`, href }, { label: '直す' }],
    body: AuthorityFormPage({ viewer, posts, form, action: `${href}/edit`, version }),
  };
}

const tableContent = (viewer: Viewer, view: TableView, isRefused: boolean): PageContent => ({
  title: `専決規程の表 第${String(view.table.number)}号`,
  breadcrumb: [crumb(viewer), { label: `第${String(view.table.number)}号` }],
  wide: true,
  body: AuthorityTablePage({ viewer, mayEdit: hasDuty(viewer.actor, 'administer'), isRefused, ...view }),
});
