import ExcelJS from 'exceljs';
import type { Locator } from 'playwright-core';

import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import type { Person } from './person.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One cost of the 収支予算書 as it is thought out. */
export async function enterCost(
  officer: Person,
  row: number,
  category: string,
  remark: string,
  unitPrice: string,
  quantity: string,
): Promise<void> {
  const place = `支出の部${String(row)}行目`;
  await officer.select(`${place}の科目`, category);
  await officer.fill({ [`${place}の摘要`]: remark, [`${place}の単価`]: unitPrice, [`${place}の数量`]: quantity });
}

/** What Excel puts on the clipboard, pasted into the field. */
export async function paste(officer: Person, label: string, rows: readonly string[]): Promise<void> {
  await officer.field(label).focus();
  await officer.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, rows.join('\r\n'));
}

/** The 収支予算書 on the officer's own machine, and the way back. */
export async function openWorkbook(
  officer: Person,
): Promise<{ readonly sheet: ExcelJS.Worksheet; send(): Promise<void> }> {
  const { bytes } = await officer.download('収支予算書（Excel）をダウンロードする');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('収支予算書');
  if (!sheet) throw new Error('the workbook has no 収支予算書');
  return {
    sheet,
    send: async () => {
      const filled = { bytes: Buffer.from(await workbook.xlsx.writeBuffer()), mediaType: SPREADSHEET };
      await officer.attach('記入したExcelファイル', { ...filled, fileName: '収支予算書.xlsx' });
      await officer.press('送って違いを見る');
    },
  };
}

/** Signs in at the window that the page offers, and comes back to the page. */
export async function signInBeside(officer: Person, signInName: string): Promise<void> {
  const [page] = await Promise.all([
    officer.page.waitForEvent('popup'),
    officer.main.getByRole('link', { name: /ログインする/ }).click(),
  ]);
  const beside = officer.at(page);
  await page.waitForLoadState();
  await beside.fill({ 利用者名: signInName, パスワード: DEMO_PASSWORD });
  await beside.press('ログイン');
  await page.close();
}

/** The cells of rows as they are read. */
export const textsOf = async (rows: Locator): Promise<string[][]> =>
  Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()));
