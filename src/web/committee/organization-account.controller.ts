import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  AnswerRemarks,
  CloseAccountChange,
  RequestAccountChange,
  SaveAccount,
  ViewOrganization,
  type OrganizationView,
} from '../../organizations/index.js';
import { BankDirectory } from '../../platform/banks/index.js';
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
  type Crumb,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { chooseBank } from '../shared/bank-choice.js';
import { NO_ACCOUNT, typedAccount, type TypedAccountForm } from '../shared/organization-account-fields.js';
import { typedFields } from '../shared/organization-typed.js';
import { AccountDto } from '../shared/organization.dto.js';
import { typedTexts } from '../shared/typed-records.js';
import { AccountFormPage, AccountPage, ChangeFormPage } from './organization-account.page.js';
import { organizationCrumbs, ORGANIZATION_PATH, ownOrganizationId } from './organization-path.js';

const ACCOUNT_PATH = `${ORGANIZATION_PATH}/account`;
const TITLE = '振込先の口座';
const CHANGE_TITLE = '口座の変更';

/** 口座: bank, branch, number and passbook until registration; after it only by a change that two staff confirm. */
@Controller(`:town/${ACCOUNT_PATH}`)
@Desk('committee')
export class CommitteeAccountController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly banks: BankDirectory,
    private readonly answerRemarks: AnswerRemarks,
    private readonly saveAccount: SaveAccount,
    private readonly requestChange: RequestAccountChange,
    private readonly closeChange: CloseAccountChange,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Query() query: unknown): Promise<PageResult> {
    const view = await this.view(viewer);
    const { account, state } = view.file;
    if (state === 'registered' || state === 'submitted') return this.accountPage(viewer, view);
    const asked = typedFields(query, ['search', 'bank', 'branch', 'q']);
    const untouched = asked.bank === '' && asked.q === '' && asked.search === '';
    const kept = account && untouched ? { bank: account.bankCode, branch: account.branchCode, q: '' } : asked;
    // Another bank means another number; the name in the passbook stays as typed.
    const typed = untouched ? keptAccount(view) : { ...NO_ACCOUNT, holderKana: account?.holderKana ?? '' };
    return this.form(viewer, view, kept, typed);
  }

  @Post()
  @AcceptUploads()
  async save(
    @Viewer() viewer: Viewer,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(async () => {
      const { version, ...typed } = readForm(AccountDto, body);
      const organizationId = ownOrganizationId(viewer);
      const answers = typedTexts(body, 'answers');
      if (Object.keys(answers).length > 0) await this.answerRemarks.execute(viewer.actor, { organizationId, answers });
      const passbook = passbookIn(uploads);
      await this.saveAccount.execute(viewer.actor, { ...typed, organizationId, version: Number(version), passbook });
    });
    if (outcome.ok) return redirect(viewer.url(ORGANIZATION_PATH), { notice: '振込先の口座を保存しました。' });
    const view = await this.view(viewer);
    if (view.file.state === 'registered' || view.file.state === 'submitted')
      return this.accountPage(viewer, view, outcome.error);
    const { bankCode: bank, branchCode: branch } = typedFields(body, ['bankCode', 'branchCode']);
    return this.form(
      viewer,
      view,
      { bank, branch, q: '' },
      typedAccount(body),
      typedTexts(body, 'answers'),
      outcome.error,
    );
  }

  @Get('change')
  async changeForm(@Viewer() viewer: Viewer, @Query() query: unknown): Promise<PageResult | RedirectResult> {
    const view = await this.view(viewer);
    if (view.openChange || view.file.state !== 'registered') return redirect(viewer.url(ACCOUNT_PATH));
    return this.changePage(viewer, view, typedFields(query, ['bank', 'branch', 'q']), NO_ACCOUNT, '');
  }

  @Post('change')
  @AcceptUploads()
  async request(
    @Viewer() viewer: Viewer,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const typed = readForm(AccountDto, body);
      const command = { ...typed, organizationId: ownOrganizationId(viewer), passbook: passbookIn(uploads) };
      return this.requestChange.execute(viewer.actor, command);
    });
    if (outcome.ok) {
      return redirect(viewer.url(ACCOUNT_PATH), {
        notice: '口座の変更を届けました。職員が確認するまで、振込は止まります。',
      });
    }
    const { bankCode: bank, branchCode: branch, reason } = typedFields(body, ['bankCode', 'branchCode', 'reason']);
    const view = await this.view(viewer);
    return this.changePage(viewer, view, { bank, branch, q: '' }, typedAccount(body), reason, outcome.error);
  }

  @Post('change/:changeId/withdrawal')
  async withdraw(@Viewer() viewer: Viewer, @Id('changeId') changeId: string): Promise<PageResult | RedirectResult> {
    const command = { organizationId: ownOrganizationId(viewer), changeId, how: 'withdraw', reason: '' } as const;
    const outcome = await attempt(() => this.closeChange.execute(viewer.actor, command));
    if (outcome.ok) return redirect(viewer.url(ACCOUNT_PATH), { notice: '口座の変更を取り下げました。' });
    return this.accountPage(viewer, await this.view(viewer), outcome.error);
  }

  private view(viewer: Viewer): Promise<OrganizationView> {
    return this.organizations.execute(viewer.actor, ownOrganizationId(viewer));
  }

  private form(
    viewer: Viewer,
    view: OrganizationView,
    asked: { bank: string; branch: string; q: string },
    typed: TypedAccountForm,
    answers?: Record<string, string>,
    error?: DomainError,
  ): PageResult {
    const choice = chooseBank(this.banks, viewer.url(ACCOUNT_PATH), asked);
    const stale = error?.kind === 'stale';
    const body = choice.done
      ? AccountFormPage({ viewer, view, ...choice, typed, ...(answers && { answers }), stale })
      : choice.page;
    return this.shown(viewer, TITLE, body, organizationCrumbs(viewer, { label: TITLE }), error);
  }

  private changePage(
    viewer: Viewer,
    view: OrganizationView,
    asked: { bank: string; branch: string; q: string },
    typed: TypedAccountForm,
    reason: string,
    error?: DomainError,
  ): PageResult {
    const choice = chooseBank(this.banks, viewer.url(`${ACCOUNT_PATH}/change`), asked);
    const body = choice.done ? ChangeFormPage({ viewer, view, ...choice, typed, reason }) : choice.page;
    const crumbs = organizationCrumbs(
      viewer,
      { label: TITLE, href: viewer.url(ACCOUNT_PATH) },
      { label: CHANGE_TITLE },
    );
    return this.shown(viewer, CHANGE_TITLE, body, crumbs, error);
  }

  private accountPage(viewer: Viewer, view: OrganizationView, error?: DomainError): PageResult {
    return this.shown(
      viewer,
      TITLE,
      AccountPage({ viewer, view }),
      organizationCrumbs(viewer, { label: TITLE }),
      error,
    );
  }

  private shown(
    viewer: Viewer,
    title: string,
    body: PageResult['content']['body'],
    breadcrumb: Crumb[],
    error?: DomainError,
  ): PageResult {
    return page(viewer, { title, breadcrumb, ...(error && { errors: error }), body });
  }
}

function keptAccount({ file: { account } }: OrganizationView): TypedAccountForm {
  if (!account) return NO_ACCOUNT;
  const { accountKind, accountNumber, holderKana } = account;
  return {
    accountKind,
    accountNumber,
    holderKana,
    yuchoSymbol: account.yuchoSymbol ?? '',
    yuchoNumber: account.yuchoNumber ?? '',
  };
}

const passbookIn = (uploads: readonly Upload[]): Upload | null =>
  uploads.find(({ field }) => field === 'passbook') ?? null;
