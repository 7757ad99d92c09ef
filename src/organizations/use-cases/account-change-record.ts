import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ToldRecords,
  type Acknowledgement,
  type PresentedRecord,
  type ToldRecord,
} from '../../acknowledgements/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { isConfirmed, type AccountChange } from '../domain/account-change.js';
import { ACCOUNT_KINDS, maskAccountNumber, type BankAccount } from '../domain/bank-account.js';
import { AccountChangeStore } from '../store/account-change.store.js';
import { OrganizationStore } from '../store/organization.store.js';
import { AccountSwitch } from './account-switch.js';
import { ConfirmationLetter } from './confirmation-letter.js';

export const ACCOUNT_CHANGE = 'account-change';

/**
 * 口座の変更 as it is told and answered: the two confirmations are its review, the last approval, or the second of them where
 * the town's table has no rule for it, puts the account into use. Payments stay held until then, whatever becomes of the draft.
 */
@Injectable()
export class AccountChangeRecord implements ToldRecord, OnModuleInit {
  readonly kind = ACCOUNT_CHANGE;

  constructor(
    private readonly records: ToldRecords,
    private readonly organizations: OrganizationStore,
    private readonly changes: AccountChangeStore,
    private readonly accounts: AccountSwitch,
    private readonly letter: ConfirmationLetter,
  ) {}

  onModuleInit(): void {
    this.records.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const organizations = new Set<string>();
    for (const id of ids) organizations.add((await this.changes.find(tx, id)).organizationId);
    for (const id of [...organizations].sort()) await this.organizations.lock(tx, id);
  }

  async present(tx: Transaction, id: string): Promise<PresentedRecord> {
    const change = await this.changes.find(tx, id);
    const { details } = await this.organizations.find(tx, change.organizationId);
    return {
      title: `${details.name}　振込先口座の変更`,
      organizationId: change.organizationId,
      organizationName: details.name,
      basis: '地方自治法施行令第165条の2（債権者の申出による口座振替）',
      facts: factsOf(change),
      changes: changesOf(change),
      earlier: [{ label: '口座の変更届と通帳の写し', href: `staff/organizations/${change.organizationId}/account` }],
      version: 0,
      waits: change.state === 'open' && isConfirmed(change),
      toldBy: {
        staffId: change.requestedBy.kind === 'staff' ? change.requestedBy.partyId : null,
        name: change.requestedBy.name,
      },
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    refuseUnlessConfirmed(await this.changes.find(tx, id));
  }

  async approved(tx: Transaction, id: string): Promise<void> {
    const change = await this.changes.find(tx, id);
    refuseUnlessConfirmed(change);
    const last = change.confirmations.at(-1);
    if (last) await this.accounts.make(tx, change.organizationId, change, last);
  }

  /** The change stays open: it can be drafted again, or given back to the organisation with a reason. */
  released(): Promise<void> {
    return Promise.resolve();
  }

  async compose(tx: Transaction, acknowledgement: Acknowledgement): ReturnType<ToldRecord['compose']> {
    const { requestedAt, replaced, proposed } = await this.changes.find(tx, acknowledgement.recordId);
    const told = { toldOn: dayInJapan(requestedAt), before: inShort(replaced), after: inShort(proposed) };
    return this.letter.compose(tx, acknowledgement, told);
  }
}

/** A letter lies open on a table: the last three digits tell one account from another. */
const inShort = ({ bankName, branchName, accountKind, accountNumber }: BankAccount): string =>
  `${bankName}　${branchName}　${ACCOUNT_KINDS[accountKind]}　${maskAccountNumber(accountNumber)}`;

function refuseUnlessConfirmed(change: AccountChange): void {
  if (change.state !== 'open') throw new DomainError('organizations.change-closed-already', 'conflict');
  if (!isConfirmed(change)) throw new DomainError('organizations.change-unconfirmed', 'conflict');
}

/** A withdrawal stands first: with it, what was drafted can only be sent back. */
const factsOf = (change: AccountChange): PresentedRecord['facts'] => [
  ...(change.state === 'withdrawn' && change.closedAt
    ? [{ label: '取下げ', value: `${formatEra(dayInJapan(change.closedAt))}に団体が取り下げました` }]
    : []),
  { label: '変更する理由', value: change.reason },
  {
    label: '届出',
    value: `${formatEra(dayInJapan(change.requestedAt))}　${change.requestedBy.name}（${change.requestedBy.kind === 'staff' ? '職員' : '役員'}）`,
  },
  ...change.confirmations.map(({ staffName, confirmedAt, unlikeReason }, index) => ({
    label: `通帳の確認（${String(index + 1)}人目）`,
    value: `${formatEra(dayInJapan(confirmedAt))}　${staffName}${unlikeReason === null ? '' : `　名義と違う理由：${unlikeReason}`}`,
  })),
];

/** Line by line what the bank's file will carry, also where it stays the same: an approver compares whole accounts. */
function changesOf({ replaced, proposed, confirmations }: AccountChange): NonNullable<PresentedRecord['changes']> {
  const transferKana = confirmations.at(-1)?.transferKana ?? '';
  const words = (account: BankAccount, kana: string): readonly (readonly [string, string])[] => [
    ['銀行', `${account.bankName}（${account.bankCode}）`],
    ['支店', `${account.branchName}（${account.branchCode}）`],
    ['種目・口座番号', `${ACCOUNT_KINDS[account.accountKind]}　${account.accountNumber}`],
    ['口座名義（カナ）', account.holderKana],
    ['振込用カナ', kana],
  ];
  const after = new Map(words(proposed, transferKana));
  return words(replaced, replaced.transferKana ?? '').map(([label, before]) => ({
    label,
    before,
    after: after.get(label) ?? '',
  }));
}
