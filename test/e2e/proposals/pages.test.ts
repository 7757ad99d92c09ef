import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page as BrowserPage } from 'playwright-core';

import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import { checkAxe } from '../../support/axe-check.js';
import { anOfficerAccount } from '../../support/builders/applications.js';
import { aRegisteredOrganization } from '../../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { openBrowser, openWeb, type TestBrowser, type Visitor, type Web } from '../../support/index.js';

const NARROW = { viewport: { width: 360, height: 740 } };
const WIDE = { viewport: { width: 1280, height: 900 } };
const LONG_TITLE =
  '空き家になった旧商店を地域のみんなの居場所として使いながら次の世代に引き継いでいくための取り組み（見本）';

/** 小竹町 with a call, first with nothing in it and then with 29 proposals of long names. */
describe('the pages of calls and proposals', () => {
  let web: Web;
  let towns: Towns;
  let clerk: Visitor;
  let browser: TestBrowser;
  let callId: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-10' });
    towns = await openTowns(web);
    await seedBusiness(web, towns.kotake.id, ['calls']);
    [{ id: callId }] = (await web.sql<{ id: string }>('SELECT id FROM calls')) as [{ id: string }];
    const staff = await staffActor(web, towns.kotake, 'tanto');
    const ours = await aRegisteredOrganization(web, staff, { name: '勝野地区まちづくり協議会', district: '勝野校区' });
    await anOfficerAccount(web, ours, 'katsuno-hanako');
    clerk = web.visitor();
    await signIn(clerk, towns.kotake, 'tanto');
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await web.close();
  });

  const person = async (size: typeof WIDE, signInName?: string): Promise<BrowserPage> => {
    const page = await browser.person(size);
    if (signInName === undefined) return page;
    await page.goto(`${web.url}/kotake/sign-in`);
    await page.fill('[name=signInName]', signInName);
    await page.fill('[name=password]', DEMO_PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL(/\/(staff|committee)/);
    return page;
  };
  const width = (page: BrowserPage): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

  /** Each page as the server writes it, and as axe and a narrow screen see it. */
  const look = async (page: BrowserPage, paths: readonly string[], reader: Visitor = clerk): Promise<string[]> => {
    const found: string[] = [];
    for (const path of paths) {
      const read = await reader.get(path);
      if (read.status !== 200) found.push(`${path}: ${String(read.status)}`);
      found.push(...(await checkHtml(read.html)).map((fault) => `${path}: ${fault}`));
      await page.goto(web.url + path);
      found.push(...(await checkAxe(page)).map((fault) => `${path}: ${fault}`));
      if ((await width(page)) > 360) found.push(`${path}: wider than 360 px`);
    }
    return found;
  };

  /** Copies of the one that came in, numbered on. */
  const twentyNine = async (): Promise<void> => {
    const resident = web.visitor();
    const blank = (await resident.get(`/kotake/calls/${callId}/proposing`)).form();
    const basics = { kind: 'resident', name: '見本 花子', publicName: 'yes', contact: '0949-00-0000（見本）' };
    const begun = await blank.fill({ ...basics, title: LONG_TITLE.slice(0, 60), field: 'community' }).submit();
    const answers = {
      'form[aim]': '一人で過ごす人が増えています。',
      'form[activities]': '月に2回、お茶の会を開きます。',
    };
    const check = await begun.form().fill(answers).submit('保存して次へ');
    await check.form('この内容で提出する').submit();
    await web.sql(`
      INSERT INTO proposals (municipality_id, id, call_id, number, proposer_kind, proposer_name, public_name, proposer_contact,
                             proposer_mail, title, field_id, state, access_hash, answers, begun_at, submitted_at, version)
      SELECT municipality_id, gen_random_uuid(), call_id, one, proposer_kind, proposer_name, public_name, proposer_contact, '',
             title, (ARRAY['community', 'environment', 'elderly', 'commerce', 'children'])[1 + one % 5], 'relevant',
             md5(one::text) || md5(one::text), answers,
             begun_at, submitted_at, version
        FROM proposals, generate_series(2, 29) AS one WHERE number = 1`);
    await web.sql('UPDATE calls SET last_number = 29');
  };

  it('are clean and fit a narrow screen while nothing has come in', async () => {
    const staff = await person(NARROW, 'tanto');
    const at = `/kotake/staff/proposals/${callId}`;
    expect(
      await look(staff, ['/kotake/staff/proposals', at, `${at}/received`, `${at}/sorting`, `${at}/paper`]),
    ).toEqual([]);
    const officer = web.visitor();
    await signIn(officer, towns.kotake, 'katsuno-hanako');
    const theirs = ['/kotake/committee/proposals', `/kotake/committee/proposals/new/${callId}`];
    expect(await look(await person(NARROW, 'katsuno-hanako'), theirs, officer)).toEqual([]);
    const open = ['/kotake/calls', `/kotake/calls/${callId}`, `/kotake/calls/${callId}/proposing`];
    const visitor = await person(NARROW);
    expect(await look(visitor, [...open, '/kotake/my-proposals', '/kotake/proposals'], web.visitor())).toEqual([]);
  }, 120_000);

  it('are clean and fit a narrow screen with twenty-nine proposals of long names', async () => {
    await twentyNine();
    const [{ id }] = (await web.sql<{ id: string }>('SELECT id FROM proposals WHERE number = 1')) as [{ id: string }];
    const staff = await person(NARROW, 'tanto');
    const [at, one] = [`/kotake/staff/proposals/${callId}`, `/kotake/staff/proposals/received/${id}`];
    expect(await look(staff, [`${at}/received`, `${at}/sorting`, one])).toEqual([]);
    await (
      await clerk.get(one)
    )
      .form('必要性の確認を保存する')
      .fill({ outcome: 'relevant', reason: '求められています。' })
      .submit();
    expect(await look(staff, [one, `${one}/decision`, `${one}/notice?occasion=screening&turn=1`])).toEqual([]);
  }, 120_000);

  it('a clerk sorts by keyboard', async () => {
    const page = await person(WIDE, 'tanto');
    await page.goto(`${web.url}/kotake/staff/proposals/${callId}/sorting`);
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    /** Where the keyboard is: the name of the field, or the words of the button. */
    const focus = (): Promise<string> =>
      page.evaluate(() => {
        const here = document.activeElement;
        return here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement
          ? here.name
          : (here?.textContent ?? '').trim();
      });
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await press('Tab');
        if (wanted.test(await focus())) return;
      }
      throw new Error(`the keyboard does not reach ${String(wanted)}`);
    };
    await tabTo(/^sorting\[/);
    await press('Space');
    await press('ArrowRight');
    await press('ArrowRight');
    await tabTo(/^why\[/);
    await page.keyboard.type('場所は町が、運営は住民が受け持つため');
    await tabTo(/^sorting\[/);
    await press('Space');
    await tabTo(/^why\[/);
    await page.keyboard.type('道路は町が直すため');
    for (let presses = 0; presses < 120 && (await focus()) !== '仕分けを保存する'; presses += 1) await press('Tab');
    await press('Space');
    await page.waitForLoadState();
    const words = await page.locator('main').innerText();
    expect(words).toContain('2件を仕分けました');
    expect(words).toContain('協働で行うもの（1件）');
    expect(words).toContain('町が行うもの（1件）');
    expect(words).toContain('場所は町が、運営は住民が受け持つため');
    expect(words).toContain('良津');
    expect(await checkAxe(page)).toEqual([]);
    await page.setViewportSize(NARROW.viewport);
    expect(await width(page)).toBeLessThanOrEqual(360);
  }, 120_000);

  it('two officers write one proposal of their organisation, with a file and the autosave, and send it', async () => {
    const [one, other] = [web.visitor(), web.visitor()];
    for (const officer of [one, other]) await signIn(officer, towns.kotake, 'katsuno-hanako');
    const begun = await (
      await (
        await (await one.get('/kotake/committee')).click('企画提案')
      ).click('団体として提案する：令和8年度 協働のまちづくり事業企画提案（見本）')
    )
      .form()
      .fill({ title: '地区の見守り（見本）', field: 'elderly' })
      .submit();
    const home = begun.path;
    const mine = await begun.click('提案の内容');
    const theirs = await other.get(mine.path);
    await mine.form().fill({ 'form[aim]': '一人暮らしの方が増えています。' }).submit('保存して一覧に戻る');
    // Another question of a page that was opened before: both texts stand.
    await theirs.form().fill({ 'form[activities]': '週に1回、声をかけます。' }).submit('保存して一覧に戻る');
    const both = await one.get(mine.path);
    expect(both.form('保存して次へ').value('form[aim]')).toBe('一人暮らしの方が増えています。');
    expect(both.form('保存して次へ').value('form[activities]')).toBe('週に1回、声をかけます。');
    // The same question twice: nobody's words are lost.
    const late = await theirs.form().fill({ 'form[aim]': '買い物に困る方がいます。' }).submit('保存して一覧に戻る');
    expect(late.status).toBe(409);
    expect(late.text).toContain('一人暮らしの方が増えています。');
    expect(late.html).toContain('買い物に困る方がいます。');
    expect(await checkHtml(late.html)).toEqual([]);

    const page = await person(NARROW, 'katsuno-hanako');
    await page.goto(web.url + mine.path);
    await page.fill('[name="form[people]"]', '区長と民生委員が受け持ちます。');
    await page.waitForSelector('[data-autosave-state][data-tone=saved]');
    await page.reload();
    expect(await page.inputValue('[name="form[people]"]')).toBe('区長と民生委員が受け持ちます。');
    await page.setInputFiles('input[type=file]', {
      ...{ name: '見守りの地図.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.7\n% 見本\n'),
    });
    await page.getByRole('button', { name: '保存して一覧に戻る' }).click();
    await page.waitForURL(web.url + home);
    const settled = await one.get(mine.path);
    expect(settled.text).toContain('見守りの地図.pdf');
    const mail = await one.get('/kotake/committee/proposals');
    expect(mail.text).toContain('地区の見守り（見本）');
    expect(await look(page, [home, mine.path, `${home}/basics`, `${home}/check`], one)).toEqual([]);
    const neighbour = web.visitor();
    await signIn(neighbour, towns.ogori, 'tanto1');
    expect((await neighbour.get(home)).text).not.toContain('地区の見守り');
  }, 120_000);

  it('on which somebody writes, who has nothing but a code, are clean and fit a narrow screen', async () => {
    const resident = web.visitor();
    const blank = (await resident.get(`/kotake/calls/${callId}/proposing`)).form();
    const basics = { kind: 'resident', name: '見本 花子', publicName: 'no', contact: '0949-00-0000（見本）' };
    const begun = await blank.fill({ ...basics, title: LONG_TITLE, field: 'community' }).submit();
    const own = begun.path.replace(/\/form\/.*$/, '');
    const [code = ''] = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec((await resident.get(own)).text) ?? [];
    const page = await person(NARROW);
    await page.goto(`${web.url}/kotake/my-proposals`);
    await page.fill('[name=code]', code);
    await page.click('main button[type=submit]');
    await page.waitForURL(new RegExp(own));
    expect(await look(page, [own, `${own}/basics`, begun.path, `${own}/check`], resident)).toEqual([]);
  }, 120_000);
});
