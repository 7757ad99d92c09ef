import { fiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { parseYen, ZERO_YEN } from '../../kernel/yen.js';
import type { FaultBook } from '../faults.js';
import type { FolderBudgetLine, FolderDistrict } from '../town-folder.js';
import type { FolderFiles } from './folder-files.js';
import { Table } from './table.js';

export const DISTRICTS = 'districts.csv';
export const BUDGET = 'budget.csv';

/** 校区 in the order in which the town lists them. */
export function readDistricts(files: FolderFiles, book: FaultBook): FolderDistrict[] {
  const table = new Table(DISTRICTS, book);
  const lines = files.csv(DISTRICTS, ['校区', '紹介'], ['紹介']);
  return lines.map(({ line, cells }, index) => {
    if (lines.findIndex((other) => other.cells.校区 === cells.校区) < index) {
      table.fault(line, '校区', 'town-folder.twice', { name: cells.校区 });
    }
    return { name: cells.校区, about: cells.紹介 };
  });
}

/** 予算科目 from which programmes pay. */
export function readBudget(files: FolderFiles, book: FaultBook): FolderBudgetLine[] {
  const table = new Table(BUDGET, book);
  const lines = files.csv(BUDGET, ['年度', '科目コード', '科目の名称', '当初予算額', '出典']);
  return lines.map(({ line, cells }, index) => {
    const twice = lines.findIndex(
      ({ cells: other }) => other.年度 === cells.年度 && other.科目コード === cells.科目コード,
    );
    if (twice < index) table.fault(line, '科目コード', 'town-folder.twice', { name: cells.科目コード });
    const year = readYear(cells.年度);
    if (year === null) table.fault(line, '年度', 'town-folder.not-a-year');
    const ceiling = table.read(line, '当初予算額', () => parseYen(cells.当初予算額));
    return {
      fiscalYear: year ?? fiscalYear(2019),
      code: table.needed(line, '科目コード', cells.科目コード),
      name: table.needed(line, '科目の名称', cells.科目の名称),
      ceiling: ceiling ?? ZERO_YEN,
      source: table.needed(line, '出典', cells.出典),
    };
  });
}

/** `2026`, `2026年度`, `令和8年度`, `R8`. */
function readYear(typed: string): FiscalYear | null {
  const [, era, digits = ''] = /^(令和|R)?\s*(元|\d{1,4})(?:年度)?$/i.exec(typed.normalize('NFKC')) ?? [];
  const number = digits === '元' ? 1 : Number(digits);
  const year = era === undefined ? number : number + 2018;
  return year >= 2019 && year <= 2200 ? fiscalYear(year) : null;
}
