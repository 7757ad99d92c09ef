import ExcelJS from 'exceljs';

import type { Page } from './index.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Goes on in Excel from the page of a section: takes its workbook home as a reader of its own has it, changes it there and
 * sends it back. Answers the page that says what would change.
 */
export async function inExcel(section: Page, name: string, change: (sheet: ExcelJS.Worksheet) => void): Promise<Page> {
  const page = await section.form('保存して次へ').submit('保存して、Excelのファイルで続ける');
  const { bytes } = await page.click(`${name}（Excel）をダウンロードする`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`the workbook has no sheet 「${name}」`);
  change(sheet);
  const filled = Buffer.from(await workbook.xlsx.writeBuffer());
  return page
    .form('送って違いを見る')
    .fill({ workbook: { bytes: filled, fileName: `${name}.xlsx`, mediaType: SPREADSHEET } })
    .submit();
}

/** The row of a line by its 行の記号, in the last column. */
export function rowOf(sheet: ExcelJS.Worksheet, id: string): ExcelJS.Row {
  for (let row = 1; row <= sheet.rowCount; row++) {
    if (sheet.getCell(row, sheet.columnCount).text === id) return sheet.getRow(row);
  }
  throw new Error(`no row is marked ${id}`);
}
