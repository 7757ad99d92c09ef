import type { StoredWorking } from '../../kernel/working.js';

/** A public document as its stage composes it: what it says, to whom and from whom. Number and date come at 施行. */
export interface Letter {
  /** e.g. `grant-decision`, `receipt`, `claim`: also the name of its template. */
  readonly kind: string;
  readonly title: string;
  /** 通知, printed in brackets behind the title. */
  readonly titleNote: string | null;
  /** 様式第2号（第6条関係）. */
  readonly formLabel: string | null;
  /** False for documents that bear no 文書番号: a receipt, an organisation's claim. */
  readonly numbered: boolean;
  readonly addressee: Addressee;
  readonly sender: Sender;
  readonly blocks: readonly LetterBlock[];
  readonly contact: Contact | null;
  /** What the letter is about in money, for whoever checks that it is real; left out where it is about none. */
  readonly amount?: LetterAmount;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Whose inbox it belongs to; null when it goes to nobody registered. */
  readonly organizationId: string | null;
}

export interface LetterAmount {
  /** e.g. 交付決定額. */
  readonly label: string;
  /** Yen, in digits. */
  readonly yen: string;
}

export interface Addressee {
  /** Postal code and address. */
  readonly lines: readonly string[];
  readonly organization: string;
  /** Role and name, e.g. 会長　見本太郎; empty when the letter goes to the body itself. */
  readonly person: string;
  readonly honorific: '様' | '殿' | '御中';
}

export interface Sender {
  readonly title: string;
  readonly name: string;
  /** 公印: room for the stamp, the words 公印省略, or neither. */
  readonly seal: 'space' | 'omitted' | 'none';
  /** Above the name: address and body of a claimant. */
  readonly lines?: readonly string[];
}

export interface Contact {
  readonly section: string;
  readonly person: string | null;
  readonly phone: string;
  readonly mail: string | null;
}

export type ColumnAlign = 'start' | 'center' | 'end';

export interface LetterItem {
  readonly label: string;
  readonly text: string;
  /** Printed as (1), (2) … below the text. */
  readonly points?: readonly string[];
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** 記. */
  | { readonly kind: 'keki' }
  | { readonly kind: 'items'; readonly items: readonly LetterItem[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly align: ColumnAlign }[];
      readonly rows: readonly (readonly string[])[];
      readonly totals?: readonly string[];
    }
  /** 納付の用紙 on one page: once for each who keeps a part of it. */
  | {
      readonly kind: 'slip';
      readonly title: string;
      readonly parts: readonly { readonly name: string; readonly keptBy: string }[];
      readonly rows: readonly { readonly label: string; readonly text: string; readonly strong?: boolean }[];
      /** Above the room for the bank's stamp. */
      readonly stamp: string;
    }
  /** The stored working of an amount, as a table with its total. */
  | { readonly kind: 'working'; readonly working: StoredWorking }
  | { readonly kind: 'heading'; readonly text: string }
  /** 別紙: begins a page. */
  | { readonly kind: 'annex'; readonly title: string }
  /** 以上. */
  | { readonly kind: 'end' };
