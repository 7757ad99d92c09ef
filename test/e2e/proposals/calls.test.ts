import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { checkAxe } from '../../support/axe-check.js';
import { signIn, openTowns, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../../support/index.js';

const BASICS = {
  title: '空き家を集いの場に',
  field: 'community',
  kind: 'resident',
  name: '見本 花子',
  publicName: 'no',
};
const ANSWERS = { 'form[aim]': '一人で過ごす人が増えています。', 'form[activities]': '月に2回、お茶の会を開きます。' };
const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;

/** A page as the server wrote it: a browser gives attributes that have no value an empty one. */
const written = async (page: { content(): Promise<string> }): Promise<string> =>
  (await page.content()).replace(
    / (autofocus|defer|hidden|checked|selected|multiple|novalidate|data-[a-z-]+)=""/g,
    ' $1',
  );

describe('proposals', () => {
  let web: Web;
  let towns: Towns;
  let clerk: Visitor;
  let browser: TestBrowser | undefined;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-10' });
    towns = await openTowns(web);
    await seedBusiness(web, towns.kotake.id, ['calls']);
    clerk = web.visitor();
    await signIn(clerk, towns.kotake, 'tanto');
  });

  afterAll(async () => {
    await browser?.close();
    await web.close();
  });

  const openCall = async (visitor: Visitor): Promise<Page> => {
    const list = await visitor.get('/kotake/calls');
    return list.click('協働のまちづくり事業企画提案');
  };

  it('a resident without an account proposes on a narrow screen without scripts, comes back by the code and takes it back', async () => {
    browser = await openBrowser();
    const page = await browser.person({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const clean = async (): Promise<void> => {
      expect(await checkHtml(await written(page))).toEqual([]);
    };
    await page.goto(`${web.url}/kotake/calls`);
    await clean();
    await page.getByRole('link', { name: /協働のまちづくり事業企画提案/ }).click();
    await clean();
    await page.getByRole('link', { name: 'この募集に提案する' }).click();
    await page.getByRole('button', { name: '次へ（内容を書く）' }).click();
    expect(await page.locator('.error-summary').innerText()).toContain(
      '電話番号や住所か、メールアドレスの、どちらかを',
    );
    await clean();
    await page.getByLabel('提案の名称').fill(BASICS.title);
    await page.getByLabel('分野').selectOption({ label: 'コミュニティ' });
    await page.getByLabel('住民').check();
    await page.getByLabel('お名前（団体・企業は名称）').fill(BASICS.name);
    await page.getByLabel('電話番号や住所').fill('0949-00-0000（見本）');
    await page.getByLabel('公表しない').check();
    await page.getByRole('button', { name: '次へ（内容を書く）' }).click();
    const code = CODE.exec(await page.locator('body').innerText())?.[0] ?? '';
    await page.getByLabel('解決したいこと').fill(ANSWERS['form[aim]']);
    await page.getByRole('button', { name: '保存して次へ' }).click();
    expect(await page.locator('.error-summary').innerText()).toContain('行うこと');
    await clean();

    const elsewhere = await browser.person({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await elsewhere.goto(`${web.url}/kotake/my-proposals`);
    await elsewhere.getByLabel('控え番号').fill(code.toLowerCase().replaceAll('-', ' '));
    await elsewhere.getByRole('button', { name: '提案を開く' }).click();
    expect(await checkHtml(await written(elsewhere))).toEqual([]);
    await elsewhere.getByRole('link', { name: '提案の内容' }).click();
    expect(await elsewhere.getByLabel('解決したいこと').inputValue()).toBe(ANSWERS['form[aim]']);
    await elsewhere.getByLabel('行うこと').fill(ANSWERS['form[activities]']);
    await elsewhere.getByRole('button', { name: '保存して次へ' }).click();
    expect(await checkHtml(await written(elsewhere))).toEqual([]);
    await elsewhere.getByRole('button', { name: 'この内容で提出する' }).click();
    expect(await elsewhere.locator('main').innerText()).toContain('第1号');
    expect(await elsewhere.locator('main').innerText()).toContain('このあとの流れ');
    expect(await checkHtml(await written(elsewhere))).toEqual([]);
    expect(await elsewhere.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await elsewhere.locator('summary', { hasText: '取り下げる' }).click();
    await elsewhere.getByLabel(/取り下げることを決めました/).check();
    await elsewhere.getByRole('button', { name: '取り下げる' }).click();
    expect(await elsewhere.locator('main').innerText()).toContain('この提案は取り下げました');
    const looking = await browser.person({ viewport: { width: 360, height: 740 } });
    await looking.goto(`${web.url}/kotake/calls`);
    expect(await checkAxe(looking)).toEqual([]);
  }, 120_000);

  it('a resident without an account writes to the mayor on a narrow screen without scripts', async () => {
    browser ??= await openBrowser();
    const page = await browser.person({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await page.goto(`${web.url}/kotake/mayor-letters`);
    await page.getByRole('link', { name: '手紙を書く' }).click();
    await page.getByLabel('分野').selectOption({ label: '道路・交通' });
    await page.getByLabel('件名').fill('駅前の歩道');
    await page.getByLabel('手紙の内容').fill('段差があり、車いすで通れません。');
    await page.getByLabel('回答がほしい').check();
    await page.getByLabel('公表してもよい').check();
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    expect(await page.locator('.error-summary').innerText()).toContain('回答がほしいときは、氏名を入力してください。');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByLabel('氏名').fill('見本 花代');
    await page.getByLabel('住所').fill('福岡県鞍手郡小竹町大字勝野1番地（見本）');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByRole('button', { name: 'この内容で送る' }).click();
    expect(await page.locator('main').innerText()).toMatch(CODE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const looking = await browser.person({ viewport: { width: 360, height: 740 } });
    await looking.goto(`${web.url}/kotake/mayor-letters/new`);
    expect(await checkAxe(looking)).toEqual([]);
  }, 120_000);

  it('nobody opens a proposal without its code, and guessing is slowed', async () => {
    const resident = web.visitor();
    const call = await openCall(resident);
    const draft = await (
      await call.click('この募集に提案する')
    )
      .form()
      .fill({ ...BASICS, mail: 'hanako@example.jp' })
      .submit();
    const address = draft.path.replace(/\/form\/.*$/, '');
    expect((await resident.get(address)).status).toBe(200);
    const other = web.visitor();
    expect((await other.get(address)).text).not.toContain(BASICS.title);
    expect((await clerk.get(address.replace('my-proposals', 'staff/proposals/papers'))).status).toBe(404);

    const guess = async (): Promise<Page> =>
      (await other.get('/kotake/my-proposals')).form().fill({ code: '3333-3333-3333-3333' }).submit();
    const statuses: number[] = [];
    for (let times = 0; times < 11; times += 1) statuses.push((await guess()).status);
    expect(statuses.slice(0, 9).every((status) => status === 422)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it('staff read what came in, with the contact only where they work on it, and enter a paper', async () => {
    const resident = web.visitor();
    const call = await openCall(resident);
    const begun = await (
      await call.click('この募集に提案する')
    )
      .form()
      .fill({ ...BASICS, title: '農園の開放', contact: '0949-00-1111（見本）' })
      .submit();
    const filled = await begun.form().fill(ANSWERS).submit('保存して次へ');
    const sent = await filled.form('この内容で提出する').submit();
    expect(sent.heading).toBe('提案を受け付けました');

    const calls = await clerk.get('/kotake/staff/proposals');
    expect(await checkHtml(calls.html)).toEqual([]);
    const desk = await calls.click('協働のまちづくり事業企画提案');
    expect(await checkHtml(desk.html)).toEqual([]);
    const paperForm = await desk.click('紙の提案を入力する');
    const early = await paperForm
      .form()
      .fill({ ...BASICS, title: '朝市', contact: '役場に来庁（見本）', receivedOn: '2026/4/30' })
      .submit();
    expect(early.errors[0]).toContain('収受日');
    const paper = await early.form().fill({ receivedOn: '2026/5/8' }).submit();
    const section = await paper.click('提案の内容');
    const check = await section.form().fill(ANSWERS).submit('保存して次へ');
    const received = await check.form('この内容で受け付ける').submit();
    expect(received.text).toContain('紙で受付');

    const list = await desk.click('届いた提案');
    expect(await checkHtml(list.html)).toEqual([]);
    expect(list.text).toContain('朝市');
    const narrowed = await list.form('絞り込む').fill({ words: '農園' }).submit();
    expect(narrowed.text).not.toContain('朝市');
    const one = await narrowed.click('農園の開放');
    expect(await checkHtml(one.html)).toEqual([]);
    expect(one.text).toContain('0949-00-1111');
    const csv = (await list.click('CSVで保存')).html;
    expect(csv).toContain('月に2回、お茶の会を開きます。');
    expect((await list.click('Excelで保存')).status).toBe(200);
    const chief = web.visitor();
    await signIn(chief, towns.kotake, 'kacho');
    expect((await chief.get(one.path)).text).not.toContain('0949-00-1111');
    expect((await resident.get('/kotake/calls')).text).not.toContain('農園の開放');
  });

  it('staff make the next call from the last, change its questions, publish, extend and withdraw it', async () => {
    const list = await clerk.get('/kotake/staff/proposals');
    const edit = await list.form('新しい募集を作る').submit();
    expect(await checkHtml(edit.html)).toEqual([]);
    const refused = await edit.form().fill({ title: '', opens: '2026/6/1', closes: '2026/5/1' }).submit();
    expect(refused.errors).toHaveLength(2);
    const question = 'form[0][questions][6]';
    const saved = await refused
      .form()
      .fill({
        title: '秋の企画提案（見本）',
        opens: '2026/5/10',
        closes: '2026/6/30',
        [`${question}[label]`]: '手伝ってほしいこと',
      })
      .submit();
    expect(saved.text).toContain('手伝ってほしいこと');
    expect((await web.visitor().get(saved.path.replace('staff/proposals', 'calls'))).status).toBe(404);
    const published = await saved.form('公開する').fill({ confirmed: 'yes' }).submit();
    const publicPath = published.path.replace('staff/proposals', 'calls');
    expect((await web.visitor().get(publicPath)).text).toContain('手伝ってほしいこと');
    const longer = await published.form('受付を延ばす').fill({ closes: '2026/7/15', reason: '周知のため' }).submit();
    expect((await web.visitor().get(publicPath)).text).toContain('令和8年7月15日まで');
    await longer
      .form('募集を取りやめる')
      .fill({ withdrawalReason: '準備が整わないため', withdrawalConfirmed: 'yes' })
      .submit();
    const gone = await web.visitor().get(publicPath);
    expect(gone.text).toContain('この募集は取りやめました');
    expect(gone.text).not.toContain('この募集に提案する');
  });

  it('everybody reads what was proposed once the call has closed, on a page and as data, names only where agreed', async () => {
    const anyone = web.visitor();
    expect((await anyone.get('/kotake/proposals')).text).not.toContain('朝市');
    web.clock.at('2026-06-01');
    const closed = await (await anyone.get('/kotake/calls')).click('寄せられた提案と、その扱いを見る');
    expect(closed.texts('tbody th')).toEqual(expect.arrayContaining(['農園の開放', '朝市']));
    expect(await checkHtml(closed.html)).toEqual([]);
    const csv = (await anyone.get('/kotake/open-data/proposals.csv')).html;
    const json = await anyone.get('/kotake/open-data/proposals.json');
    expect(csv).toContain('朝市');
    for (const { html } of [closed, { html: csv }, json]) {
      expect(html).not.toContain('見本 花子');
      expect(html).not.toContain('0949-00-1111');
    }
    expect((await anyone.get('/ogori/proposals')).text).toContain('載せる提案はまだありません');
  });
});
