import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Delivery, DispatchWay } from './delivery.js';
import type { Letter } from './letter.js';
import type { LetterState } from './letter-state.js';

/** One line of the register of numbers (文書番号台帳) and dispatches (発送簿). */
export interface IssuedLetter {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  /** False when the number was typed in from the town's own system, and when there is none. */
  readonly ownSeries: boolean;
  readonly sectionId: string;
  readonly fiscalYear: FiscalYear;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly organizationId: string | null;
  /** Name of the body or person it goes to. */
  readonly addressee: string;
  /** 施行日, as printed. */
  readonly issuedOn: LocalDate;
  /** 施行予定: the day has not come, and the letter lies in no inbox yet. */
  readonly scheduled: boolean;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly batchId: string | null;
  readonly delivery: Delivery;
  readonly state: LetterState;
  /** 確認コード printed on it; null for letters drawn before codes were printed. */
  readonly checkCode: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  /** Why it could not be drawn. */
  readonly failure: string | null;
  readonly openedAt: Date | null;
  readonly dispatchedOn: LocalDate | null;
  readonly dispatchedHow: DispatchWay | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
}

/** `8小コ第12号_交付決定通知書.pdf`: number and title in one piece, as a name that survives every mail program. */
export const letterFileName = ({ number, title }: Pick<IssuedLetter, 'number' | 'title'>): string =>
  `${[number, title].filter(Boolean).join('_').replace(/\s+/g, '')}.pdf`;

/** With the words of the letter itself. */
export interface LetterView extends IssuedLetter {
  readonly letter: Letter;
}

export interface RegisterFilter {
  readonly fiscalYear?: FiscalYear;
  readonly sectionId?: string;
  readonly batchId?: string;
  /** to-print: on paper, drawn, not yet dispatched. to-draw: issued or failed. void: 欠番. */
  readonly only?: 'to-print' | 'to-draw' | 'void' | 'numbered';
  /** Part of a number, title or addressee. */
  readonly search?: string;
  /** From 1; a page has 100 lines. */
  readonly page?: number;
}

export interface RegisterPage {
  readonly letters: readonly IssuedLetter[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export interface BatchProgress {
  readonly total: number;
  readonly drawn: number;
  readonly failed: number;
}
