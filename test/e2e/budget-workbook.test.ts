import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';

import type { StaffActor } from '../../src/kernel/actor.js';
import { BUDGET, budgetIn, type TypedLine } from '../../src/applications/index.js';
import { sectionNamed } from '../../src/forms/index.js';
import {
  aLine,
  anOfficerAccount,
  aPublishedProgram,
  draftOf,
  saveSection,
  startApplication,
} from '../support/builders/applications.js';
import { HALF_OF_THE_COST, PROJECT_BUDGET } from '../support/builders/budgets.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { aBomb, aSheetOf, aSheetOfOneCell, aWorkbook } from '../support/hostile-workbooks.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { WebProcess } from '../support/web-process.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the 収支予算書 as a workbook', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let id: string;
  let path: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20', environment: { CLOCK_STARTS_ON: '2026-04-20' } });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    organization = await aRegisteredOrganization(web, clerk, {
      name: '小郡校区協働のまちづくり協議会',
      district: '小郡校区',
    });
    await anOfficerAccount(web, organization, 'ogori-hanako');
  });

  beforeEach(async () => {
    const program = await aPublishedProgram(web, clerk, { budget: PROJECT_BUDGET, rule: HALF_OF_THE_COST });
    id = await startApplication(web, organization.officer, program);
    path = `/ogori/committee/applications/${id}/budget`;
  });

  afterAll(() => web.close());

  const signedIn = async (visitor: Visitor): Promise<Visitor> => {
    await signIn(visitor, towns.ogori, 'ogori-hanako');
    return visitor;
  };

  const keep = (...lines: readonly TypedLine[]): Promise<void> =>
    saveSection(web, organization.officer, id, BUDGET, { lines });
  const kept = async (): Promise<readonly TypedLine[]> =>
    budgetIn(sectionNamed((await draftOf(web, organization.officer, id)).sections, BUDGET)).lines;

  /** Downloads the workbook as a reader of its own has it. */
  const downloaded = async (page: Page): Promise<ExcelJS.Workbook> => {
    const { bytes } = await page.click('収支予算書（Excel）をダウンロードする');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    return workbook;
  };
  const sheetOf = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet => workbook.getWorksheet('収支予算書')!;
  const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Buffer> => Buffer.from(await workbook.xlsx.writeBuffer());
  const send = (page: Page, bytes: Buffer, fileName = '収支予算書.xlsx'): Promise<Page> =>
    page
      .form('送って違いを見る')
      .fill({ workbook: { bytes, fileName, mediaType: SPREADSHEET } })
      .submit();

  it('goes out, is filled in elsewhere, says each cell that cannot be read, and comes back as it is seen', async () => {
    const paper = aLine('expenditure', 'supplies', '５，０００円', '用紙');
    const desk = aLine('expenditure', 'goods', '20,000', '机');
    await keep(paper, desk);
    const officer = await signedIn(web.visitor());
    const start = await (await officer.get(path)).form().submit('保存して、Excelのファイルで続ける');
    const workbook = await downloaded(start);
    const sheet = sheetOf(workbook);
    expect(sheet.getCell('A1').text).toContain('事業補助金は自動で入るので書きません');
    expect((sheet.getRow(2).values as unknown[]).slice(1)).toEqual([
      ...['収支', '科目', '摘要', '単価', '数量', '単位', '金額', '対象', '理由', '行の記号'],
    ]);
    expect(['A3', 'B3', 'C3', 'G3'].map((cell) => sheet.getCell(cell).value)).toEqual([
      ...['支出', '消耗品費', '用紙', 5_000],
    ]);
    expect(sheet.getCell('B9').dataValidation.formulae).toEqual(['"自己資金,参加費,報償費,消耗品費,備品費,食糧費"']);

    sheet.getRow(4).values = ['支出', '備品費', '机', '', '', '', '二万', '', '', desk.id];
    sheet.getRow(5).values = ['支出', '参加費', '', 500, 'たくさん', '人'];
    sheet.getRow(6).values = ['利益', '報償費', '講師謝礼', 30_000, 2, '人', '', 'たぶん'];
    const refused = await send(start, await bytesOf(workbook));
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(['Excelの5か所を直してください。まだ何も変えていません。']);
    expect(refused.texts('.notice-danger li')).toEqual([
      'G4（金額）：金額は数字で入力してください（例：50,000）。',
      'B5（科目）：科目「参加費」は、選んだ収支の一覧にありません。一覧から選んでください。',
      'E5（数量）：数量は数字で入力してください（例：12、1.5）。',
      'A6（収支）：収支は「収入」か「支出」を一覧から選んでください。',
      'H6（対象）：対象は「対象」か「対象外」を選ぶか、空欄にしてください。',
    ]);
    expect(await kept()).toEqual([paper, desk]);

    sheet.getRow(4).values = [];
    sheet.getRow(5).values = ['収入', '参加費', '', 500, 40, '人'];
    sheet.getRow(6).values = ['支出', '報償費', '講師謝礼', 30_000, 2, '人', '', '対象外', '自主講座'];
    const preview = await send(refused, await bytesOf(workbook));
    expect(preview.heading).toBe('Excelの内容を確かめる');
    expect(preview.texts('tbody tr')).toEqual([
      '収入の部（なし）参加費 500円 × 40人',
      '支出の部（なし）報償費 講師謝礼 30,000円 × 2人 対象外 自主講座',
      '支出の部備品費 机 20,000円（削除）',
    ]);
    expect(await kept()).toEqual([paper, desk]);

    // Meanwhile another officer corrects the line of paper and adds one: neither may be lost.
    const second = aLine('expenditure', 'supplies', '1,000', '看板');
    await keep({ ...paper, remark: '用紙とペン' }, desk, second);
    const taken = await preview.form().submit('この内容に入れ替える');
    expect(taken.text).toContain('保存しました');
    expect((await kept()).map(({ category, remark, amount }) => [category, remark, amount])).toEqual([
      ['supplies', '用紙とペン', '５，０００円'],
      ['supplies', '看板', '1,000'],
      ['fees', '', ''],
      ['rewards', '講師謝礼', ''],
    ]);
    const again = await send(
      await officer.get(`${path}/workbook`),
      await bytesOf(await downloaded(await officer.get(`${path}/workbook`))),
    );
    expect(again.text).toContain('変わるところはありません');
  });

  it('answers every hostile workbook with a sentence, and the process stays under 400 MB', async () => {
    const paper = aLine('expenditure', 'supplies', '5,000', '用紙');
    await keep(paper);
    const house = await WebProcess.start(web);
    try {
      const officer = await signedIn(house.visitor());
      const page = await officer.get(`${path}/workbook`);
      const own = await downloaded(page);
      const changed = async (change: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> => {
        const copy = new ExcelJS.Workbook();
        await copy.xlsx.load((await bytesOf(own)) as unknown as ArrayBuffer);
        change(copy);
        return bytesOf(copy);
      };
      const hostile: readonly (readonly [Buffer, string])[] = [
        [aBomb(), 'Excelファイルの中身が大きすぎます。'],
        [aWorkbook(aSheetOf(1_000_000)), 'Excelファイルの中身が大きすぎます。'],
        [aWorkbook(aSheetOf(200_000)), 'Excelファイルの行が多すぎます'],
        [aWorkbook(aSheetOfOneCell()), 'A2（収支）：列の見出し「収支」がここにありません。'],
        [
          await changed(
            (workbook) => (sheetOf(workbook).getCell('G3').value = { formula: 'WEBSERVICE("http://a")', result: 1 }),
          ),
          'G3（金額）：数式が入っています。',
        ],
        [await changed((workbook) => sheetOf(workbook).mergeCells('B3:C4')), 'B3:C4（科目）：セルが結合されています。'],
        [
          await changed((workbook) => (sheetOf(workbook).name = '家計簿')),
          'シート「収支予算書」が見つかりません。この画面からダウンロードしたファイルに記入してください。',
        ],
        [
          await changed((workbook) => sheetOf(workbook).spliceColumns(2, 1)),
          'B2（科目）：列の見出し「科目」がここにありません。',
        ],
      ];
      for (const [bytes, sentence] of hostile) {
        const answer = await send(page, bytes);
        expect([answer.status, answer.text.includes(sentence) ? sentence : answer.text]).toEqual([422, sentence]);
        expect(house.memory()).toBeLessThan(400);
      }
    } finally {
      await house.stop();
    }
    expect(await kept()).toEqual([paper]);
  });
});
