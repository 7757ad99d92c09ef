/** What an A4 public document (公文書) shows, in reading order. All texts are final: the drawing changes no word. */
export interface LetterSheet {
  /** 様式第2号（第6条関係）, top left. */
  readonly formLabel: string | null;
  /** 8小コ第123号, top right; null for documents without a number (receipt, claim). */
  readonly number: string | null;
  /** 令和8年7月1日, spread to the width of the number above it. */
  readonly date: string;
  readonly addressee: SheetAddressee;
  readonly sender: SheetSender;
  readonly title: string;
  /** The kind of document, shown in brackets behind the title: 通知. */
  readonly titleNote: string | null;
  readonly blocks: readonly SheetBlock[];
  readonly contact: SheetContact | null;
  /** 見本: large and pale behind the words of every page; a letter that is issued bears none. */
  readonly mark?: string;
  /** Printed at the foot of the first page with its QR code. */
  readonly check?: SheetCheck;
  /** For the document's properties: who issues it. */
  readonly author: string;
}

/** By what everyone can ask whether the letter is real. */
export interface SheetCheck {
  readonly code: string;
  /** The page where the code is typed; the QR code leads to the code below it. */
  readonly page: string;
}

export interface SheetAddressee {
  /** Postal code and address. */
  readonly lines: readonly string[];
  readonly organization: string;
  /** Role and name; empty when the letter goes to the body itself. */
  readonly person: string;
  /** 様, 殿 or 御中. */
  readonly honorific: string;
}

export interface SheetSender {
  /** Lines above the name: the address and body of a claimant; a town hall has none. */
  readonly lines: readonly string[];
  readonly title: string;
  readonly name: string;
  /** Room for the stamp of the office, the words 公印省略, or neither. */
  readonly seal: 'space' | 'omitted' | 'none';
}

export interface SheetContact {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface SheetColumn {
  readonly label: string;
  readonly align: 'start' | 'center' | 'end';
}

export interface SheetItem {
  /** Spread to the widest label of the list; empty for an item that is text alone. */
  readonly label: string;
  readonly text: string;
  /** Numbered (1), (2) … below the text. */
  readonly points?: readonly string[];
}

export type SheetBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'keki' }
  | { readonly kind: 'items'; readonly items: readonly SheetItem[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly SheetColumn[];
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
  | { readonly kind: 'heading'; readonly text: string }
  /** A new page with its own heading: 別紙. */
  | { readonly kind: 'annex'; readonly title: string }
  | { readonly kind: 'end' };
