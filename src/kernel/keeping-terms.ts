import type { FiscalYear } from './fiscal-year.js';
import { lastDayOf } from './fiscal-year.js';
import { addDays, localDate, type LocalDate } from './local-date.js';

/** What has to be kept after a grant: its books and papers, and what was bought with it. Data of a programme's edition. */
export interface KeepingTerms {
  /** 保存期間: years from the end of the fiscal year. */
  readonly years: number;
  readonly article: string;
  /** 財産処分の制限. */
  readonly propertyArticle: string;
  /** What costs this much or more is proposed for 備品台帳, in yen. */
  readonly propertyFrom: number;
  /** How long disposal needs the town's approval where no other useful life is known: years from the purchase. */
  readonly propertyYears: number;
  /** 種類と耐用年数: the kinds that the register offers, each with its years; left out, it offers none. */
  readonly propertyKinds?: readonly PropertyKind[];
  /** 様式番号 of the answer to 財産処分承認申請. */
  readonly formLabel: string | null;
}

/** テント、机・いす, … with the years for which its disposal needs the town's approval. */
export interface PropertyKind {
  readonly label: string;
  readonly years: number;
}

/** Where an edition says nothing. */
export const USUAL_KEEPING: KeepingTerms = {
  years: 5,
  article: '',
  propertyArticle: '',
  propertyFrom: 30_000,
  propertyYears: 5,
  formLabel: null,
};

/** The last day on which books and papers of a fiscal year must be there: that many years after 3/31. */
export const retentionDayOf = (year: FiscalYear, { years }: Pick<KeepingTerms, 'years'>): LocalDate =>
  lastDayOf((year + years) as FiscalYear);

/** The last day of so many years that begin on `from`: from 令和8年10月1日, five years end on 令和13年9月30日. */
export function lastDayAfterYears(from: LocalDate, years: number): LocalDate {
  const year = String(Number(from.slice(0, 4)) + years);
  const rest = from.slice(5);
  // Of a leap day there is no anniversary: the years are full with 2月28日.
  return rest === '02-29' && !isLeap(Number(year))
    ? localDate(`${year}-02-28`)
    : addDays(localDate(`${year}-${rest}`), -1);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
