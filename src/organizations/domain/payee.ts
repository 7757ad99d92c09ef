import type { AccountKind, BankAccount } from './bank-account.js';

/** Why money may not go out yet. */
export type PayeeHold = 'account-change-pending' | 'transfer-kana-unconfirmed';

/** 債権者の口座 as an order, a batch and a bank file freeze it. */
export interface Payee {
  readonly bankAccountId: string;
  readonly bankCode: string;
  readonly bankName: string;
  /** Half-width kana, at most 15 bytes. */
  readonly bankKana: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly branchKana: string;
  readonly accountKind: AccountKind;
  /** Seven digits. */
  readonly accountNumber: string;
  /** The passbook's name in full, full-width katakana. */
  readonly holderKana: string;
  /** The confirmed 振込用カナ, at most 30 bytes; empty while unconfirmed (then `hold` says so). */
  readonly transferKana: string;
  readonly hold: PayeeHold | null;
}

export function payeeOf(account: BankAccount, changePending: boolean): Payee {
  const { bankCode, bankName, bankKana, branchCode, branchName, branchKana } = account;
  const { accountKind, accountNumber, holderKana } = account;
  return {
    bankAccountId: account.id,
    ...{ bankCode, bankName, bankKana, branchCode, branchName, branchKana, accountKind, accountNumber, holderKana },
    transferKana: account.transferKana ?? '',
    hold: changePending ? 'account-change-pending' : account.transferKana === null ? 'transfer-kana-unconfirmed' : null,
  };
}
