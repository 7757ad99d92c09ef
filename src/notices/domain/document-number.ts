import { eraNumberOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { DomainError } from '../../kernel/domain-error.js';

/** The place of a letter in the yearly series of its section; a branch shares the number of an earlier letter. */
export interface SeriesPlace {
  readonly fiscalYear: FiscalYear;
  /** 課略字, e.g. 小コ. */
  readonly sectionCode: string;
  readonly serial: number;
  readonly branch: number | null;
}

/** 文書番号 `8小コ第123号`, with a branch `8小コ第123号の2`; the first year of an era is 元. */
export function documentNumber({ fiscalYear, sectionCode, serial, branch }: SeriesPlace): string {
  const year = eraNumberOf(fiscalYear);
  return `${year === 1 ? '元' : String(year)}${sectionCode}第${String(serial)}号${branch === null ? '' : `の${String(branch)}`}`;
}

const LONGEST_NUMBER = 40;

/** A number from the town's own 文書管理システム, as typed. Throws at the field `externalNumber`. */
export function readExternalNumber(typed: string): string {
  const number = typed.trim().replace(/\s+/g, '');
  if (number === '') throw fault('notices.number-missing');
  if (number.length > LONGEST_NUMBER) throw fault('notices.number-too-long', { most: LONGEST_NUMBER });
  return number;
}

const fault = (code: string, params: Record<string, number> = {}): DomainError =>
  DomainError.invalid([{ pointer: 'externalNumber', code, params }]);
