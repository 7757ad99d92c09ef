/** What a blank form (様式) on A4 asks for, in reading order. All texts are final: the drawing changes no word. */
export interface FormSheet {
  /** 様式第1号（第6条関係）, top left. */
  readonly formLabel: string | null;
  readonly date: string;
  /** 小郡市長　様. */
  readonly addressee: string;
  /** Labels of the lines on which the applicant names itself. */
  readonly applicant: readonly string[];
  readonly title: string;
  /** The sentence by which the applicant applies, and how the paper is filled in. */
  readonly opening: readonly string[];
  readonly parts: readonly FormPart[];
  /** For the document's properties: who hands the form out. */
  readonly author: string;
}

export interface FormPart {
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly FormBlock[];
}

/** The room in which an answer is written by hand. */
export type FormRoom =
  /** So many lines below the label, as wide as the paper. */
  | { readonly kind: 'lines'; readonly count: number }
  /** Beside the label, one line for each: the words that are printed on it, and the unit at its end. */
  | { readonly kind: 'beside'; readonly lines: readonly { readonly words: string; readonly unit: string }[] }
  /** A sentence to read, and boxes to tick. */
  | { readonly kind: 'boxes'; readonly text: string; readonly options: readonly string[] };

export type FormBlock =
  | { readonly kind: 'answer'; readonly label: string; readonly note: string; readonly room: FormRoom }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      /** The widths of the columns in proportion to one another. */
      readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end'; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
      readonly totals?: readonly string[];
      /** Rows high enough to write in by hand; a table that is only read is set closer. */
      readonly toWrite: boolean;
    };
