import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page as BrowserPage } from 'playwright-core';

import type { StaffActor } from '../../src/kernel/actor.js';
import { BUDGET, budgetIn } from '../../src/applications/index.js';
import { sectionNamed } from '../../src/forms/index.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { checkAxe } from '../support/axe-check.js';
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
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../support/index.js';

describe('the 収支予算書 of a project', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let chromium: TestBrowser;
  let id: string;
  let path: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    organization = await aRegisteredOrganization(web, clerk, {
      name: '小郡校区協働のまちづくり協議会',
      district: '小郡校区',
    });
    await anOfficerAccount(web, organization, 'ogori-hanako');
    chromium = await openBrowser();
  });

  beforeEach(async () => {
    const program = await aPublishedProgram(web, clerk, {
      budget: PROJECT_BUDGET,
      rule: HALF_OF_THE_COST,
    });
    id = await startApplication(web, organization.officer, program);
    path = `/ogori/committee/applications/${id}/budget`;
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

  const hanako = async (): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, 'ogori-hanako');
    return visitor;
  };

  const browse = async (width: number): Promise<BrowserPage> => {
    const page = await chromium.person({ viewport: { width, height: 900 } });
    await page.goto(`${web.url}/ogori/sign-in`);
    await page.fill('input[name=signInName]', 'ogori-hanako');
    await page.fill('input[name=password]', DEMO_PASSWORD);
    await page.click('main button[type=submit]');
    await page.goto(`${web.url}${path}`);
    return page;
  };

  /** The names of a side's lines, in the order of the page. */
  const rowsOf = (page: Page, side: 'income' | 'expenditure'): string[] =>
    page
      .$(`input[name$="[side]"][value=${side}]`)
      .toArray()
      .map((field) => (page.$(field).attr('name') ?? '').replace('[side]', ''));

  const lineIn = (row = '', cells: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(cells).map(([cell, text]) => [`${row}[${cell}]`, text]));

  const figure = (page: Page, name: string): string | undefined => page.texts(`dd[data-figure=${name}]`)[0];

  it('is worked out and warned about without any script, and nothing doubtful is refused', async () => {
    const officer = await hanako();
    const empty = await officer.get(path);
    expect(figure(empty, 'grant')).toBe('0円');
    expect((await officer.get('/ogori/committee/applications')).texts('tbody tr').join()).not.toContain('0円');
    const [lecture, tea] = rowsOf(empty, 'expenditure');
    const [fees] = rowsOf(empty, 'income');
    const saved = await empty
      .form()
      .fill({
        ...lineIn(lecture, {
          ...{ category: 'rewards', remark: '講師謝礼', unitPrice: '４０，０００', quantity: '1.5', unit: '人' },
        }),
        ...lineIn(tea, {
          category: 'food',
          remark: '茶菓',
          amount: '600,000',
          eligible: 'yes',
          reason: '炊き出し訓練',
        }),
        ...lineIn(fees, { category: 'fees', unitPrice: '500', quantity: '20', unit: '人' }),
      })
      .submit('保存して計算し直す');
    expect(
      ['expenditure', 'eligibleCost', 'otherIncome', 'grant', 'ownFunds'].map((name) => figure(saved, name)),
    ).toEqual(['660,000円', '660,000円', '10,000円', '325,000円', '325,000円']);
    expect(saved.texts('[data-product]').filter((text) => text !== '')).toEqual(['＝10,000円', '＝60,000円']);
    expect(saved.texts('.line-warnings p')).toEqual([
      '「講師謝礼」の単価の目安は、1人あたり30,000円です。',
      '「食糧費」は、対象外とされている科目です（別表（見本））。',
    ]);
    expect(saved.text).toContain('収入があと325,000円足りません');

    const unread = lineIn(tea, { category: '', amount: '150.5' });
    const faulty = await saved.form().fill(unread).submit('保存して次へ');
    expect(faulty.errors).toEqual(
      expect.arrayContaining([
        '支出の部2行目（科目）：科目を選んでください。',
        '支出の部2行目（金額）：金額に円未満は書けません。1円の単位で入力してください。',
      ]),
    );
    const mended = lineIn(tea, { category: 'food', amount: '600,000' });
    const asked = await faulty.form().fill(mended).submit('保存して次へ');
    expect(asked.errors).toEqual(['消費税の仕入控除税額について、どれか一つを選んでください。']);
    const unequal = await asked.form().fill({ 'budget[tax-credit]': 'unknown' }).submit('保存して次へ');
    expect(unequal.errors).toEqual([
      '収入合計335,000円と支出合計660,000円が違います。収入の「自己資金」を325,000円ふやすと一致します。',
    ]);
    const spare = rowsOf(unequal, 'income').at(-1);
    const done = await unequal
      .form()
      .fill(lineIn(spare, { category: 'own', amount: '325,000' }))
      .submit('保存して次へ');
    expect(done.heading).toBe('添付書類');
    const check = await officer.get(`/ogori/committee/applications/${id}/check`);
    expect(check.text).toContain('40,000円 × 1.5人');
    expect(check.text).toContain('炊き出し訓練');
  });

  it('takes rows that were copied in a spreadsheet, adds them below the others, and says of each what it cannot read', async () => {
    await saveSection(web, organization.officer, id, 'budget', {
      lines: [aLine('expenditure', 'supplies', '5,000', '用紙')],
    });
    const page = await (await hanako()).get(path);
    const typedHere = rowsOf(page, 'expenditure')[1];
    const refused = await page
      .form()
      .fill({
        ...lineIn(typedHere, { remark: 'まだ科目を選んでいない行' }),
        pasted: '講師料\t防災講座\t30,000\t2\t人\n消耗品費\t看板\t\t\t\t8,000\t多分',
      })
      .submit('貼り付けた行を加える');
    expect(refused.errors).toEqual([
      '1行目の科目「講師料」は一覧にありません。一覧の科目の名前に直してください。',
      '2行目の対象「多分」は読み取れません。「対象」か「対象外」、または空欄に直してください。',
    ]);
    expect(refused.html).toContain('まだ科目を選んでいない行');
    const added = await refused
      .form()
      .fill({ pasted: '報償費\t防災講座\t30,000\t2\t人\n消耗品費\t看板\t\t\t\t8,000\t対象外\t備え付けのため' })
      .submit('貼り付けた行を加える');
    expect(added.text).toContain('2行を加えました');
    const { lines } = budgetIn(sectionNamed((await draftOf(web, organization.officer, id)).sections, BUDGET));
    expect(lines.map(({ remark, amount, quantity, eligible }) => [remark, amount, quantity, eligible])).toEqual([
      ['用紙', '5,000', '', ''],
      ['まだ科目を選んでいない行', '', '', ''],
      ['防災講座', '', '2', ''],
      ['看板', '8,000', '', 'no'],
    ]);
  });

  it('is worked out while typing, takes a block of cells at the cursor, and all of it is kept', async () => {
    const page = await browse(1280);
    const figureNow = (name: string): Promise<string | null> => page.locator(`dd[data-figure=${name}]`).textContent();
    await page.getByLabel('支出の部1行目の科目').selectOption('備品費');
    await page.getByLabel('支出の部1行目の単価').fill('１２，０００');
    await page.getByLabel('支出の部1行目の数量').fill('5');
    expect([await figureNow('eligibleCost'), await figureNow('grant'), await figureNow('ownFunds')]).toEqual([
      '60,000円',
      '30,000円',
      '30,000円',
    ]);
    expect(await page.locator('[data-working] tbody').innerText()).toContain('対象経費 60,000円 × 2分の1');
    expect(await page.locator('tr[data-line] .line-warnings p').allTextContents()).toEqual([
      '「備品費」は、対象になるかどうかを担当課が確かめる科目です。',
    ]);
    await page.getByLabel('支出の部1行目が対象か').selectOption('対象外');
    expect([await figureNow('eligibleCost'), await page.locator('.line-warnings p').count()]).toEqual(['0円', 0]);
    expect(await page.locator('[data-balance]').textContent()).toBe(
      '収入があと60,000円足りません。収入と支出を同じ額にしてください。',
    );

    const rows = [
      '消耗品費\t看板\t8,000\t2\t枚',
      '旅費\tバス\t\t\t\t50,000',
      ...Array<string>(4).fill('報償費\t謝礼\t30,000\t1\t人'),
    ];
    await page.getByLabel('支出の部2行目の科目').focus();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, rows.join('\r\n'));
    expect(await page.getByLabel('支出の部7行目の単価').inputValue()).toBe('30,000');
    expect(await page.locator('[data-paste-state]').textContent()).toBe(
      '6行を貼り付けました。一覧にない「旅費」は、選び直してください。',
    );
    expect([await figureNow('expenditure'), await figureNow('grant')]).toEqual(['246,000円', '68,000円']);
    await page.waitForSelector('[data-autosave-state][data-tone=saved]');
    const { lines } = budgetIn(sectionNamed((await draftOf(web, organization.officer, id)).sections, BUDGET));
    expect(lines.map(({ remark }) => remark)).toEqual(['', '看板', 'バス', '謝礼', '謝礼', '謝礼', '謝礼']);
    await page.context().close();
  });

  it('is usable for everyone at 360 pixels', async () => {
    await saveSection(web, organization.officer, id, 'budget', {
      lines: [{ ...aLine('expenditure', 'food', '5,000', '茶菓'), eligible: 'yes' }],
    });
    const page = await browse(360);
    const problems: string[] = [];
    for (const part of ['', '/workbook']) {
      const response = await page.goto(`${web.url}${path}${part}`);
      problems.push(...(await checkAxe(page)), ...(await checkHtml((await response?.text()) ?? '')));
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      if (scrollWidth > clientWidth) problems.push(`${part} scrolls sideways`);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
