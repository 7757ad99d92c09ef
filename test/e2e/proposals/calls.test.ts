import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { checkAxe } from '../../support/axe-check.js';
import { signIn, openTowns, type Towns } from '../../support/builders/staff.js';
import { theMorningOf } from '../../support/builders/grants.js';
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
    expect(await page.getByLabel('職員').count()).toBe(0);
    await page.getByLabel('電話番号や住所').fill('０９４９－００－００００（見本）');
    await page.getByLabel('公表しない').check();
    await page.getByRole('button', { name: '次へ（内容を書く）' }).click();
    const code = CODE.exec(await page.locator('body').innerText())?.[0] ?? '';
    // an address is written into the logs of every proxy on the way: the code stands in none
    expect(page.url()).not.toContain('code');
    expect(await page.locator('a[href*="code="]').count()).toBe(0);
    await page.getByLabel('解決したいこと').fill(ANSWERS['form[aim]']);
    await page.getByRole('button', { name: '保存して次へ' }).click();
    expect(await page.locator('.error-summary').innerText()).toContain('行うこと');
    await clean();

    await page.goto(page.url().replace(/\/form\/.*$/, ''));
    const groups = await page
      .locator('main .code-group')
      .evaluateAll((spans) => spans.map((span) => span.getClientRects().length));
    expect(groups).toEqual([1, 1, 1, 1]);
    expect(await page.locator('main').innerText()).toContain('/kotake/my-proposals');
    expect(await page.content()).not.toContain('code=');
    // a link of an older mail still leads to the form, and not further with its code
    await page.goto(`${web.url}/kotake/my-proposals?code=${code}`);
    expect([new URL(page.url()).search, await page.getByLabel('控えのコード').inputValue()]).toEqual(['', '']);

    const elsewhere = await browser.person({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await elsewhere.goto(`${web.url}/kotake/my-proposals`);
    await elsewhere.getByLabel('控えのコード').fill(code.toLowerCase().replaceAll('-', ' '));
    await elsewhere.getByRole('button', { name: '提案を開く' }).click();
    expect(await checkHtml(await written(elsewhere))).toEqual([]);
    await elsewhere.getByRole('link', { name: '提案の内容' }).click();
    expect(await elsewhere.getByLabel('解決したいこと').inputValue()).toBe(ANSWERS['form[aim]']);
    await elsewhere.getByLabel('行うこと').fill(ANSWERS['form[activities]']);
    await elsewhere.getByRole('button', { name: '保存して次へ' }).click();
    expect(await checkHtml(await written(elsewhere))).toEqual([]);
    expect(await elsewhere.locator('main').innerText()).toContain('0949-00-0000（見本）');
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
    const asked = await other.get(address);
    expect([asked.status, asked.path]).toEqual([200, '/kotake/my-proposals']);
    expect(asked.text).toContain('この端末での表示を閉じました');
    expect(asked.text).not.toContain(BASICS.title);
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
    const more = await refused.form('保存する').submit('行を加える：評価項目');
    const saved = await more
      .form('保存する')
      .fill({
        title: '秋の企画提案（見本）',
        opens: '2026/5/10',
        closes: '2026/6/30',
        'criteria[4][label]': '広がり',
        'criteria[4][most]': '5',
      })
      .submit('保存する');
    expect(saved.text).toContain('広がり');
    const asked = await (await saved.click('文と質問を直す')).click('質問を直す・加える');
    expect(await checkHtml(asked.html)).toEqual([]);
    const who = await asked
      .form('質問を加える')
      .fill({ 'question[kind]': 'choice', 'question[label]': '手伝ってほしいことがありますか' })
      .submit();
    expect(await checkHtml(who.html)).toEqual([]);
    const options = { 'options[0][label]': 'ある', 'options[1][label]': 'ない' };
    const BACK = '保存して一覧に戻る';
    const listed = await who.form(BACK).fill(options).submit(BACK);
    const table = await listed
      .form('質問を加える')
      .fill({ 'question[kind]': 'table', 'question[label]': '手伝ってほしいこと' })
      .submit();
    const condition = /<option value="([^"]+)">[^<]*「ある」と答えたときだけ/.exec(table.html)?.[1] ?? '';
    const conditional = await table
      .form(BACK)
      .fill({ when: condition, 'columns[0][label]': 'いつごろ', 'columns[0][kind]': 'text', mostRows: '5' })
      .submit(BACK);
    expect(conditional.text).toContain('「ある」');
    const preview = await conditional.click('提案する人の画面を見る：提案の内容');
    expect(preview.text).toContain('いつごろ');
    expect(await checkHtml(preview.html)).toEqual([]);
    const words = await conditional.click('区分の名称と説明を直す：提案の内容');
    await words.form(BACK).fill({ title: '提案の中身' }).submit(BACK);
    const ready = await clerk.get(saved.path);
    const published = await ready.form('公開する').fill({ confirmed: 'yes' }).submit();
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

  it('a lost code is made anew by the section, which says how it knew who asked; the old one opens nothing', async () => {
    // Whoever guessed before has had time to think.
    web.clock.at('2026-05-10T09:15');
    const resident = web.visitor();
    const begun = await (
      await (await openCall(resident)).click('この募集に提案する')
    )
      .form()
      .fill({ ...BASICS, title: '見守りの輪', contact: '0949-00-2222（見本）' })
      .submit();
    const old = CODE.exec(begun.text)?.[0] ?? '';
    const filled = await begun.form().fill(ANSWERS).submit('保存して次へ');
    await filled.form('この内容で提出する').submit();
    const list = await (
      await (await clerk.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案')
    ).click('届いた提案');
    const one = await list.click('見守りの輪');
    const silent = await one.form('控えのコードを作り直す').submit();
    expect(silent.errors).toEqual(['本人であることを、どのように確かめたかを入力してください。記録に残ります。']);
    const sheet = await silent
      .form('控えのコードを作り直す')
      .fill({ identity: '届け出の電話番号にかけ直した（見本）' })
      .submit();
    expect(await checkHtml(sheet.html)).toEqual([]);
    const code = CODE.exec(sheet.text)?.[0] ?? '';
    const open = async (typed: string): Promise<Page> =>
      (await web.visitor().get('/kotake/my-proposals')).form().fill({ code: typed }).submit();
    expect((await open(old)).errors[0]).toContain('見つかりません');
    expect((await open(code)).text).toContain('見守りの輪');
    const [kept] = await web.sql<{ detail: { identity: string } }>(
      "SELECT detail FROM audit_entries WHERE action = 'proposal.code-reissued'",
    );
    expect(kept?.detail.identity).toContain('かけ直した');
  });

  it('a mail with the code that does not leave is told to the proposer and to the section', async () => {
    const folder = path.join(web.config.dataDir, 'mail');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, '');
    const resident = web.visitor();
    const begun = await (
      await (await openCall(resident)).click('この募集に提案する')
    )
      .form()
      .fill({ ...BASICS, title: '昔遊びの会', mail: 'hanako@example.jp' })
      .submit();
    rmSync(folder);
    expect(begun.text).toContain('メールは送れませんでした。');
    const home = await resident.get(begun.path.replace(/\/form\/.*$/, ''));
    expect(home.text).toContain('控えのコードのメールは、送れませんでした');
    expect(await checkHtml(home.html)).toEqual([]);
    const filled = await begun.form().fill(ANSWERS).submit('保存して次へ');
    await filled.form('この内容で提出する').submit();
    const list = await (
      await (await clerk.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案')
    ).click('届いた提案');
    expect((await list.click('昔遊びの会')).text).toContain('控えのコードのメールを送れませんでした');
  });

  it('what is never sent goes whole after the days of the town, and who proposed after the end of a proposal', async () => {
    const terms = await (await clerk.get('/kotake/staff/proposals')).click('提案者の個人情報の保存期間');
    expect(terms.text).toContain('いまは見本の値です');
    const refused = await terms.form().fill({ draftDays: '0', contactDays: '１００' }).submit();
    expect(refused.errors).toEqual(['出さない下書きを残す日数は、1から3,650までの数で入力してください。']);
    expect(await checkHtml(refused.html)).toEqual([]);
    await refused.form().fill({ draftDays: '30' }).submit();

    const resident = web.visitor();
    const begun = await (
      await (await openCall(resident)).click('この募集に提案する')
    )
      .form()
      .fill({ ...BASICS, title: '書きかけの提案', contact: '0949-00-3333（見本）' })
      .submit();
    await begun.form().fill({ 'form[aim]': '書きかけ' }).submit('保存して一覧に戻る');
    const home = await resident.get(begun.path.replace(/\/form\/.*$/, ''));
    expect(home.text).toContain('令和8年6月9日を過ぎると自動で消します');
    const desk = await (
      await (await clerk.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案')
    ).click('届いた提案');
    const setAside = await desk.click('見守りの輪');
    expect(setAside.text).toContain('0949-00-2222');
    await setAside.form('必要性の確認を保存する').fill({ outcome: 'set-aside', reason: '済んでいる' }).submit();

    const drafts = () => web.sql("SELECT 1 FROM proposals WHERE title = '書きかけの提案'");
    await theMorningOf(web, towns.kotake, '2026-06-09');
    expect(await drafts()).toHaveLength(1);
    await theMorningOf(web, towns.kotake, '2026-06-10');
    expect(await drafts()).toHaveLength(0);
    await theMorningOf(web, towns.kotake, '2026-08-19');
    const later = web.visitor();
    await signIn(later, towns.kotake, 'tanto');
    const erased = await later.get(setAside.path);
    expect(erased.text).toContain('見守りの輪');
    for (const personal of ['0949-00-2222', '見本 花子']) expect(erased.text).not.toContain(personal);
    // What was sent and not yet decided keeps its proposer.
    expect((await later.get(`${desk.path}`)).text).toContain('見本 花子');
  });

  it('everybody reads what was proposed once the call has closed, on a page and as data, names only where agreed', async () => {
    web.clock.at('2026-05-10T09:20');
    const anyone = web.visitor();
    expect((await anyone.get('/kotake/proposals')).text).not.toContain('朝市');
    const sorter = web.visitor();
    await signIn(sorter, towns.kotake, 'tanto');
    const board = await (
      await (await sorter.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案')
    ).click('提案の仕分け');
    const [, one = ''] = /name="sorting\[([^\]]+)\]"/.exec(board.html) ?? [];
    const sorted = { [`sorting[${one}]`]: 'residents', [`why[${one}]`]: '地域の人だけで始められるため' };
    await board
      .form('仕分けを保存する')
      .fill({ ...sorted, meeting: '庁内会議（見本）', metOn: '令和8年5月10日' })
      .submit();
    web.clock.at('2026-06-01');
    const closed = await (await anyone.get('/kotake/calls')).click('寄せられた提案と、その扱いを見る');
    expect(closed.texts('tbody th')).toEqual(expect.arrayContaining(['農園の開放', '朝市']));
    expect(await checkHtml(closed.html)).toEqual([]);
    expect(closed.text).toMatch(/地域の人だけで始められるため\s*庁内会議（見本）、令和8年5月10日/);
    const counts = closed.texts('[aria-label="分野と仕分けごとの件数"] tbody tr').at(-1) ?? '';
    expect(counts).toMatch(/^計\s*0件\s*1件\s*0件\s*\d+件\s*\d+件$/);
    const csv = (await anyone.get('/kotake/open-data/proposals.csv')).html;
    const json = await anyone.get('/kotake/open-data/proposals.json');
    const { data } = JSON.parse(json.html) as { data: { id: string; title: string }[] };
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
    expect(closed.$(`#proposal-${data[0]?.id ?? ''}`).length).toBe(1);
    expect(csv).toContain('朝市');
    for (const { html } of [closed, { html: csv }, json]) {
      expect(html).not.toContain('見本 花子');
      expect(html).not.toContain('0949-00-1111');
    }
    expect((await anyone.get('/ogori/proposals')).text).toContain('載せる提案はまだありません');
  });
});
