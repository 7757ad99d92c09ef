import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { findForbiddenCharacters, toKatakana, toTransferKana, transferKanaBytes } from '../../kernel/kana.js';
import { Faults, foldDigits, isDigitsOnly } from './typed-text.js';

/** 預金種目 as the bank's file numbers them. */
export const ACCOUNT_KINDS = { '1': '普通', '2': '当座', '4': '貯蓄' } as const;
export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** `draft` until registration, then `current`; a requested account is `proposed`; `former` ones stay as history. */
export type AccountState = 'draft' | 'current' | 'proposed' | 'former' | 'refused';

export const TRANSFER_KANA_BYTES = 30;
/** What passbooks print beyond kana; wider than what a transfer may carry, because the passbook's name is kept in full. */
const PASSBOOK_SYMBOLS = ".,/&'｢｣";

export interface AccountPlace {
  readonly bankCode: string;
  readonly bankName: string;
  /** Half-width, at most 15 bytes. */
  readonly bankKana: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly branchKana: string;
}

export interface AccountNumber {
  readonly accountKind: AccountKind;
  /** Seven digits. */
  readonly accountNumber: string;
  readonly yuchoSymbol: string | null;
  readonly yuchoNumber: string | null;
}

export interface BankAccount extends AccountPlace, AccountNumber {
  readonly id: string;
  readonly state: AccountState;
  /** The holder's name in full as the passbook prints it, in full-width katakana. */
  readonly holderKana: string;
  readonly passbook: { readonly sha256: string; readonly name: string; readonly mediaType: string } | null;
  readonly transferKana: string | null;
  /** Why staff confirmed a transfer kana that the passbook's name does not begin with; null when it does. */
  readonly unlikeReason: string | null;
  readonly version: number;
}

/** Kind and number as typed; throws faults at `accountKind` and `accountNumber`. */
export function readAccountNumber(typed: {
  readonly accountKind: string;
  readonly accountNumber: string;
}): AccountNumber {
  const faults = new Faults();
  if (!isAccountKind(typed.accountKind)) faults.add('accountKind', 'organizations.account-kind-missing');
  const accountNumber = foldDigits(typed.accountNumber);
  if (typed.accountNumber.trim() === '') faults.add('accountNumber', 'organizations.account-number-missing');
  else if (accountNumber.length !== 7 || !isDigitsOnly(typed.accountNumber)) {
    faults.add('accountNumber', 'organizations.account-number-not-seven-digits');
  }
  refuseWhenFaulty(faults.list);
  return { accountKind: typed.accountKind as AccountKind, accountNumber, yuchoSymbol: null, yuchoNumber: null };
}

/** The holder's name as in the passbook, kept in full; throws at `holderKana`. */
export function readHolderKana(typed: string): string {
  const faults = new Faults();
  const kana = faults.text('holderKana', toKatakana(typed), 100, {
    missing: 'organizations.holder-kana-missing',
    tooLong: 'organizations.holder-kana-too-long',
  });
  const forbidden = findForbiddenCharacters(toTransferKana(kana), PASSBOOK_SYMBOLS);
  if (forbidden.length > 0)
    faults.add('holderKana', 'organizations.holder-kana-not-kana', { characters: forbidden.join(' ') });
  refuseWhenFaulty(faults.list);
  return kana;
}

/**
 * 振込用カナ as staff confirm it: at most 30 bytes, only characters that this town's bank takes, no voiced sound
 * cut in half. Throws at `transferKana`.
 */
export function readTransferKana(typed: string, passbookKana: string, permittedSymbols: string): string {
  const faults = new Faults();
  const pointer = 'transferKana';
  const kana = toTransferKana(typed, permittedSymbols);
  const bytes = transferKanaBytes(kana);
  const forbidden = findForbiddenCharacters(kana, permittedSymbols);
  const whole = toTransferKana(passbookKana, permittedSymbols);
  if (kana === '') faults.add(pointer, 'organizations.transfer-kana-missing');
  else if (forbidden.length > 0) {
    faults.add(pointer, 'organizations.transfer-kana-forbidden', { characters: forbidden.join(' ') });
  } else if (bytes > TRANSFER_KANA_BYTES) {
    faults.add(pointer, 'organizations.transfer-kana-too-long', { bytes, max: TRANSFER_KANA_BYTES });
  } else if (/^[ﾞﾟ]/.test(kana) || (whole.startsWith(kana) && /^[ﾞﾟ]/.test(whole.slice(kana.length)))) {
    faults.add(pointer, 'organizations.transfer-kana-splits-sound');
  }
  refuseWhenFaulty(faults.list);
  return kana;
}

/** True when the passbook's name, written as banks write it, begins with the transfer kana. */
export const isLeadingPart = (transferKana: string, passbookKana: string): boolean =>
  toTransferKana(passbookKana).startsWith(toTransferKana(transferKana));

/** What staff say of a transfer kana that is unlike the passbook: that they saw it, and why it stays. */
export interface TypedUnlikeness {
  readonly seen: boolean;
  readonly reason: string;
}

/**
 * The reason for a transfer kana that is not the leading part of the passbook's name; null when it is.
 * Throws at `unlikeSeen` and `unlikeReason`.
 */
export function readUnlikeness(transferKana: string, passbookKana: string, typed: TypedUnlikeness): string | null {
  if (isLeadingPart(transferKana, passbookKana)) return null;
  const faults = new Faults();
  if (!typed.seen) faults.add('unlikeSeen', 'organizations.transfer-kana-unlike', { kana: transferKana });
  const reason = faults.text('unlikeReason', typed.reason, 200, {
    missing: 'organizations.unlike-reason-missing',
    tooLong: 'organizations.unlike-reason-too-long',
  });
  refuseWhenFaulty(faults.list);
  return reason;
}

export const isAccountKind = (text: string): text is AccountKind => text in ACCOUNT_KINDS;

/** `••••567`: what lists show of an account number. */
export const maskAccountNumber = (accountNumber: string): string => `••••${accountNumber.slice(-3)}`;
