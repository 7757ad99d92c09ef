import type { LocalDate } from '../../../kernel/local-date.js';
import type { Yen } from '../../../kernel/yen.js';

/** 依頼人: the account the money leaves, under the name of the 会計管理者 as registered with the bank. */
export interface TransferSender {
  /** 依頼人コード, up to ten digits, given by the bank. */
  readonly consignorCode: string;
  readonly consignorKana: string;
  readonly bankCode: string;
  readonly bankKana: string;
  readonly branchCode: string;
  readonly branchKana: string;
  readonly accountKind: '1' | '2';
  readonly accountNumber: string;
}

/** One payment as the bank is told it. */
export interface TransferLine {
  readonly bankCode: string;
  readonly bankKana: string;
  readonly branchCode: string;
  readonly branchKana: string;
  readonly accountKind: '1' | '2' | '4' | '9';
  readonly accountNumber: string;
  /** 振込用カナ, confirmed by staff: at most thirty bytes. */
  readonly transferKana: string;
  readonly amount: Yen;
  /** 顧客コード1, ten digits by which we find the order again in the bank's papers. */
  readonly reference: string;
}

/** What differs from bank to bank. */
export interface TransferFormat {
  readonly lineEnd: 'crlf' | 'none';
  /** Whether 0x1A closes the file. */
  readonly endOfFile: boolean;
  /** The symbols this bank takes beside digits, A–Z and katakana, e.g. `().-/ `; ｦ and ｰ where it takes ヲ and ー as such. */
  readonly permittedSymbols: string;
  /** 振込指定区分: 7 電信, 8 文書. */
  readonly transferType: '7' | '8';
}

/** Everything of a transfer but its payments. */
export interface TransferHead {
  readonly sender: TransferSender;
  readonly paymentDate: LocalDate;
  readonly format: TransferFormat;
}

export interface Transfer extends TransferHead {
  readonly lines: readonly TransferLine[];
}
