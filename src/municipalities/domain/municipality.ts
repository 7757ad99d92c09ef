import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { MunicipalityId } from '../../kernel/actor.js';

/** How the town pays: it hands orders to its accounting system, or makes the bank file itself. Never both for one claim. */
export type PaymentMode = 'accounting-file' | 'bank-file';

/** What the town's bank knows about the sender of a 総合振込, and how this bank wants the file. */
export interface TownBank {
  /** 依頼人コード, at most ten digits. */
  readonly consignorCode: string;
  /** 依頼人名 in half-width kana, at most 40 bytes: the 会計管理者 as registered with the bank. */
  readonly consignorKana: string;
  readonly bankCode: string;
  readonly bankKana: string;
  readonly branchCode: string;
  readonly branchKana: string;
  /** 1 普通, 2 当座. */
  readonly accountKind: '1' | '2';
  readonly accountNumber: string;
  readonly lineEnd: 'crlf' | 'none';
  /** Whether the bank wants 0x1A at the end. */
  readonly endOfFile: boolean;
  /** Symbols that this bank takes in names, beside digits, capitals and kana; e.g. `().-/ `. */
  readonly permittedSymbols: string;
  /** 振込指定: 7 電信, 8 文書. */
  readonly transferType: '7' | '8';
  /** Bank business days between handing in the file and the day of payment. */
  readonly cutOffBusinessDays: number;
  /** `15:00`: until when the bank takes a file on the last day; null where it takes files the whole day, or has not said. */
  readonly cutOffTime?: string | null;
}

/** 款項目節 of 歳入 as the town writes it. */
export interface RevenueSubject {
  readonly code: string;
  readonly name: string;
}

/** 歳入科目 of what comes back of grants, in 会計 `account`: the money itself where it is revenue, 加算金, 延滞金 and 過誤納金. */
export interface RevenueSubjects {
  readonly account: string;
  readonly principal: RevenueSubject;
  readonly addition: RevenueSubject;
  readonly lateCharge: RevenueSubject;
  readonly excess: RevenueSubject;
}

/** 自治体: the tenant, and what its letters and payments say about it. */
export interface Municipality {
  readonly id: MunicipalityId;
  /** First segment of every address: `/ogori/…`. */
  readonly slug: string;
  readonly name: string;
  readonly kana: string;
  readonly prefecture: string;
  readonly hallName: string;
  readonly postalCode: string;
  readonly address: string;
  readonly headTitle: string;
  readonly headName: string;
  /** 職務代理者 who signs while the head's office is vacant (地方自治法152条), as printed: title and name. */
  readonly headVacantActing: string | null;
  readonly treasurerTitle: string;
  readonly treasurerName: string;
  readonly paymentMode: PaymentMode;
  readonly bank: TownBank | null;
  /** The article under which letters may be delivered electronically; null: paper only. */
  readonly electronicDeliveryBasis: string | null;
  /** 締切のお知らせ: how many days before the end those are reminded who have begun and not finished, e.g. 7 and 1. */
  readonly reminderDays: readonly number[];
  readonly revenueSubjects: RevenueSubjects;
}

/** The two sections that the money passes through have a role, so that stages find them without knowing their names. */
export type SectionRole = 'promotion' | 'treasury';

/** 課: owns a series of 文書番号 and stands in the contact block of its letters. */
export interface Section {
  readonly id: string;
  readonly name: string;
  /** 課略字 in 文書番号, e.g. 小コ. */
  readonly code: string;
  readonly unit: string;
  readonly phone: string;
  readonly fax: string;
  readonly mail: string | null;
  readonly address: string;
}

export interface SectionDefinition extends Omit<Section, 'id'> {
  readonly role: SectionRole | null;
}

/** Everything needed to open a town in this installation. */
export interface MunicipalityDefinition extends Municipality {
  readonly sections: readonly SectionDefinition[];
}

/** A reminder further ahead than this is no longer one. */
const FARTHEST_REMINDER = 60;

/** Refuses a definition with which letters or payments would fail later. */
export function refuseUnfitDefinition(town: MunicipalityDefinition): void {
  const faults: Fault[] = [];
  const refuse = (pointer: string, code: string): void => void faults.push({ pointer, code });

  if (!hasCheckDigit(town.id)) refuse('id', 'municipalities.code-check-digit');
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(town.slug)) refuse('slug', 'municipalities.slug-form');
  if ((town.paymentMode === 'bank-file') !== (town.bank !== null))
    refuse('bank', 'municipalities.bank-by-payment-mode');
  if (town.bank) {
    if (!/^\d{1,10}$/.test(town.bank.consignorCode)) refuse('bank.consignorCode', 'municipalities.consignor-code');
    // Half-width kana are one byte each in the bank's file and one UTF-16 unit here.
    if (!/^[ -~｡-ﾟ]{1,40}$/.test(town.bank.consignorKana))
      refuse('bank.consignorKana', 'municipalities.consignor-kana');
    if (!/^\d{4}$/.test(town.bank.bankCode)) refuse('bank.bankCode', 'municipalities.bank-code');
    if (!/^\d{3}$/.test(town.bank.branchCode)) refuse('bank.branchCode', 'municipalities.branch-code');
    if (!/^\d{7}$/.test(town.bank.accountNumber)) refuse('bank.accountNumber', 'municipalities.account-number');
    if (town.bank.cutOffTime && !/^([01]\d|2[0-3]):[0-5]\d$/.test(town.bank.cutOffTime))
      refuse('bank.cutOffTime', 'municipalities.cut-off-time');
  }
  if (!town.reminderDays.every((days) => Number.isInteger(days) && days >= 0 && days <= FARTHEST_REMINDER))
    refuse('reminderDays', 'municipalities.reminder-days');
  for (const role of ['promotion', 'treasury'] as const) {
    if (town.sections.filter((section) => section.role === role).length !== 1) {
      refuse('sections', `municipalities.one-${role}-section`);
    }
  }
  refuseWhenFaulty(faults);
}

/** 全国地方公共団体コード: weights 6…2 over five digits, remainder of 11 (総務省「検証コード付番」). */
export function hasCheckDigit(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const digits = Array.from(code, Number);
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, place) => total + weight * (digits[place] ?? 0), 0);
  return (11 - (sum % 11)) % 10 === digits[5];
}
