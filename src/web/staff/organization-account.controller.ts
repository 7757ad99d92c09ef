import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { hasDuty, requireDuty } from '../../kernel/actor.js';
import type { DomainError } from '../../kernel/domain-error.js';
import {
  CloseAccountChange,
  ConfirmAccountChange,
  ConfirmTransferKana,
  RequestAccountChange,
  ViewOrganization,
  type ConfirmedAccountChange,
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
  type Outcome,
  type PageResult,
  type RedirectResult,
  type Upload,
} from '../shared/index.js';
import { chooseBank } from '../shared/bank-choice.js';
import { NO_ACCOUNT, typedAccount, type TypedAccountForm } from '../shared/organization-account-fields.js';
import { typedFields } from '../shared/organization-typed.js';
import { AccountDto } from '../shared/organization.dto.js';
import { AccountPage } from './organization-account.page.js';
import type { TypedKana } from './organization-account-kana.js';
import { ChangeRequestPage } from './organization-change.page.js';
import { RefusalDto, TransferKanaDto } from './organization.dto.js';
import { ORGANIZATIONS_PATH, organizationsCrumbs } from './organization-words.js';

const CHANGE_TITLE = '口座の変更を届ける';

/** 口座の確認: the passbook beside what the bank file will carry; a change needs two people. */
@Controller(`:town/${ORGANIZATIONS_PATH}/:organizationId/account`)
@Desk('staff')
export class StaffAccountController {
  constructor(
    private readonly organizations: ViewOrganization,
    private readonly banks: BankDirectory,
    private readonly confirmKana: ConfirmTransferKana,
    private readonly requestChange: RequestAccountChange,
    private readonly confirmChange: ConfirmAccountChange,
    private readonly closeChange: CloseAccountChange,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('organizationId') id: string): Promise<PageResult> {
    return this.accountPage(viewer, await this.organizations.execute(viewer.actor, id), {});
  }

  @Post('transfer-kana')
  async confirm(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const form = readForm(TransferKanaDto, body);
      const command = { organizationId, accountVersion: Number(form.accountVersion), ...confirmed(form) };
      return this.confirmKana.execute(viewer.actor, command);
    });
    return this.answer(viewer, organizationId, body, outcome, '振込用カナを確認しました。', '');
  }

  @Get('change')
  async changeForm(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Query() query: unknown,
  ): Promise<PageResult> {
    requireDuty(viewer.actor, 'promotion');
    const view = await this.organizations.execute(viewer.actor, organizationId);
    return this.changePage(viewer, view, typedFields(query, ['bank', 'branch', 'q']), NO_ACCOUNT, '');
  }

  @Post('change')
  @AcceptUploads()
  async request(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Body() body: unknown,
    @Uploads() uploads: readonly Upload[],
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const passbook = uploads.find(({ field }) => field === 'passbook') ?? null;
      return this.requestChange.execute(viewer.actor, { ...readForm(AccountDto, body), organizationId, passbook });
    });
    const path = viewer.url(`${ORGANIZATIONS_PATH}/${organizationId}/account`);
    if (outcome.ok)
      return redirect(path, { notice: '口座の変更を届けました。ほかの職員2人が確認するまで、支払は止まります。' });
    const { bankCode: bank, branchCode: branch, reason } = typedFields(body, ['bankCode', 'branchCode', 'reason']);
    const view = await this.organizations.execute(viewer.actor, organizationId);
    return this.changePage(viewer, view, { bank, branch, q: '' }, typedAccount(body), reason, outcome.error);
  }

  @Post('change/:changeId/confirmation')
  async confirmNew(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Id('changeId') changeId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const kana = confirmed(readForm(TransferKanaDto, body));
      return this.confirmChange.execute(viewer.actor, { organizationId, changeId, ...kana });
    });
    const notice = outcome.ok ? confirmedInWords(outcome.value) : '';
    return this.answer(viewer, organizationId, body, outcome, notice, '');
  }

  @Post('change/:changeId/refusal')
  async refuse(
    @Viewer() viewer: Viewer,
    @Id('organizationId') organizationId: string,
    @Id('changeId') changeId: string,
    @Body() body: unknown,
  ): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { reason } = readForm(RefusalDto, body);
      return this.closeChange.execute(viewer.actor, { organizationId, changeId, how: 'refuse', reason });
    });
    return this.answer(
      viewer,
      organizationId,
      body,
      outcome,
      '口座の変更を差し戻しました。',
      typedFields(body, ['reason']).reason,
    );
  }

  private async answer(
    viewer: Viewer,
    organizationId: string,
    body: unknown,
    outcome: Outcome<unknown>,
    notice: string,
    reason: string,
  ): Promise<PageResult | RedirectResult> {
    if (outcome.ok) return redirect(viewer.url(`${ORGANIZATIONS_PATH}/${organizationId}/account`), { notice });
    const view = await this.organizations.execute(viewer.actor, organizationId);
    const kana = typedFields(body, ['transferKana', 'unlikeSeen', 'unlikeReason']);
    return this.accountPage(viewer, view, { kana, reason, error: outcome.error });
  }

  private accountPage(
    viewer: Viewer,
    view: OrganizationView,
    again: { kana?: TypedKana; reason?: string; error?: DomainError },
  ): PageResult {
    const { actor } = viewer;
    const { kana, reason = '', error } = again;
    const mayRequest = hasDuty(actor, 'promotion');
    const mayConfirm = mayRequest || hasDuty(actor, 'approve') || hasDuty(actor, 'treasury-check');
    return page(viewer, {
      title: '口座と通帳の確認',
      wide: true,
      breadcrumb: this.crumbs(viewer, view, { label: '口座' }),
      ...(error && { errors: error }),
      body: AccountPage({ viewer, view, typed: kana?.transferKana ? kana : null, reason, mayConfirm, mayRequest }),
    });
  }

  private changePage(
    viewer: Viewer,
    view: OrganizationView,
    asked: { bank: string; branch: string; q: string },
    typed: TypedAccountForm,
    reason: string,
    error?: DomainError,
  ): PageResult {
    const path = `${ORGANIZATIONS_PATH}/${view.file.id}/account`;
    const choice = chooseBank(this.banks, viewer.url(`${path}/change`), asked);
    return page(viewer, {
      title: CHANGE_TITLE,
      breadcrumb: this.crumbs(viewer, view, { label: '口座', href: viewer.url(path) }, { label: CHANGE_TITLE }),
      ...(error && { errors: error }),
      body: choice.done ? ChangeRequestPage({ viewer, view, ...choice, typed, reason }) : choice.page,
    });
  }

  private crumbs(viewer: Viewer, { file }: OrganizationView, ...rest: readonly Crumb[]): Crumb[] {
    const organization = { label: file.details.name, href: viewer.url(`${ORGANIZATIONS_PATH}/${file.id}`) };
    return organizationsCrumbs(viewer, organization, ...rest);
  }
}

const confirmedInWords = ({ complete, toDraft }: ConfirmedAccountChange): string => {
  if (toDraft) return '2人の確認がそろいました。担当課が起案し、決裁を受けると新しい口座に変わります。';
  return complete
    ? '2人の確認がそろい、新しい口座に変わりました。支払を再開できます。'
    : '1人目として確認しました。もう1人の職員の確認を待ちます。';
};

const confirmed = ({ transferKana, unlikeSeen, unlikeReason }: TransferKanaDto) => ({
  transferKana,
  unlike: { seen: unlikeSeen !== '', reason: unlikeReason },
});
