import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../src/kernel/actor.js';
import { localDate } from '../../src/kernel/local-date.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { checkAxe } from '../support/axe-check.js';
import {
  anOfficerAccount,
  aPublishedProgram,
  aSubmittedApplication,
  fillApplication,
  startApplication,
} from '../support/builders/applications.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type TestBrowser, type Visitor, type Web } from '../support/index.js';

describe('a conversation about a case through the pages', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let chromium: TestBrowser;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    organization = await aRegisteredOrganization(web, clerk, { name: '東野校区協働のまちづくり協議会' });
    await anOfficerAccount(web, organization, 'higashino');
    chromium = await openBrowser();
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  it('goes back and forth without a telephone, each side seeing what waits and what was read', async () => {
    const program = await aPublishedProgram(web, clerk);
    const id = await startApplication(web, organization.officer, program);
    const officer = await as('higashino');
    const draft = await officer.get(`/ogori/committee/applications/${id}`);
    const empty = await draft.click('担当課に連絡する');
    expect(empty.heading).toBe('担当課との連絡');
    const question = { text: '備品の購入は対象になりますか。\n見積りは2社です。' };
    const sent = await empty.form('送る').fill(question).submit();
    expect(sent.text).toContain('担当課に送りました');
    expect(sent.text).toContain('相手はまだ開いていません。');

    const staff = await as('tanto1');
    const queue = await (await staff.get('/ogori/staff/queue')).click('未読の連絡（1）');
    expect(queue.text).toContain('未読1件');
    const asked = await queue.clickTo((href) => href.includes('/staff/messages/'));
    expect(asked.heading).toBe(`${organization.name}との連絡`);
    expect(asked.texts('.message .tag')).toEqual(['新着']);
    expect(asked.$('.message .prose').text()).toBe(question.text);
    expect(asked.$('main a[href*="/staff/applications/"]').length).toBe(0);
    await asked.form('送る').fill({ text: '10万円までなら対象です。' }).submit();
    expect((await staff.get('/ogori/staff/queue')).text).toContain('未読の連絡（0）');

    const home = await officer.get('/ogori/committee');
    const answered = await home.click(`${program.document.name}についての連絡を読む`);
    expect(answered.texts('.message .prose')[1]).toBe('10万円までなら対象です。');
    expect(answered.texts('.message-opening')).toEqual([expect.stringContaining(`${clerk.name}さんが`)]);
    expect((await officer.get('/ogori/committee')).text).not.toContain('についての連絡を読む');
  });

  it('keeps what was typed when something is missing or gone, and sends a doubled form once', async () => {
    const id = await aSubmittedApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const staff = await as('tanto1');
    const review = await staff.get(`/ogori/staff/applications/${id}`);
    const thread = await review.click('団体との連絡');
    const [, place = ''] = thread.form('送る').choices('place');
    const refused = await thread.form('送る').fill({ place, text: '  ' }).submit();
    expect([refused.status, refused.errors]).toEqual([422, ['連絡の内容を入力してください。']]);
    expect(refused.form('送る').value('place')).toBe(place);
    const long = await refused
      .form('送る')
      .fill({ text: 'あ'.repeat(2003) })
      .submit();
    expect(long.errors).toEqual(['連絡は2,000文字以内で入力してください（いま3文字多くなっています）。']);
    expect(long.form('送る').value('text')).toHaveLength(2003);

    const right = long.form('送る').fill({ text: 'だれのための計画ですか。' });
    await right.submit();
    const twice = await right.submit();
    expect(twice.texts('.message .prose')).toEqual(['だれのための計画ですか。']);
    expect(twice.texts('.message-place')[0]).toMatch(/^「.+」について$/);
  });

  it('waits for whoever has to sign in again, word for word', async () => {
    const id = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const officer = await as('higashino');
    const form = (await officer.get(`/ogori/committee/messages/${id}`)).form('送る');
    web.clock.at('2026-04-21');
    const ended = await form.fill({ text: '夜のあいだに書いた「質問」です。' }).submit();
    expect([ended.status, ended.heading]).toEqual([401, 'ログインの期限が切れました']);
    await signIn(officer, towns.ogori, 'higashino');
    const sent = await ended.form().submit('入力した内容を送り直す');
    expect(sent.texts('.message .prose')).toEqual(['夜のあいだに書いた「質問」です。']);
    const again = await ended.form().submit('入力した内容を送り直す');
    expect(again.texts('.message .prose')).toHaveLength(1);
  });

  it('does not exist for the neighbour, and is only read by auditors', async () => {
    const id = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const stranger = await aRegisteredOrganization(web, clerk, { name: 'となりの会', district: '隣校区' });
    await anOfficerAccount(web, stranger, 'neighbour');
    const own = await (await as('higashino')).get(`/ogori/committee/messages/${id}`);
    expect((await (await as('neighbour')).get(`/ogori/committee/messages/${id}`)).status).toBe(404);
    expect(own.status).toBe(200);
    const auditor = await as('kansa');
    const seen = await auditor.get(`/ogori/staff/messages/${id}`);
    expect([seen.status, seen.$('textarea').length]).toEqual([200, 0]);
  });

  it('shows staff whose drafts are near their end, programme by programme, without what is in them', async () => {
    const timetable = {
      opens: localDate('2026-04-01'),
      closes: localDate('2026-04-25'),
      decisionBy: localDate('2026-06-30'),
    };
    const program = await aPublishedProgram(web, clerk, { name: '令和8年度 見本の補助金', timetable });
    const id = await startApplication(web, organization.officer, program);
    await fillApplication(web, organization.officer, id);
    const queue = await (await as('tanto1')).get('/ogori/staff/queue');
    const near = await queue.click('締切が近い下書き（1件）');
    expect(near.texts('main h2')).toEqual(['令和8年度 見本の補助金']);
    expect(near.texts('.figure')).toEqual(['下書き1件', '補正待ち0件', '実績報告0件']);
    expect(near.texts('main tbody th')).toEqual([organization.name]);
    expect(near.text).toContain('メールの登録なし');
    expect(near.text).not.toMatch(/の答え|会場費/);
    expect((await near.clickTo((href) => href.includes('/staff/messages/'))).heading).toContain(organization.name);
  });

  it('is usable for everyone: axe, html-validate and no sideways scrolling at 360 pixels', async () => {
    const id = await aSubmittedApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const problems: string[] = [];
    for (const [who, paths] of [
      ['higashino', [`committee/messages/${id}`, 'committee', `committee/applications/${id}`]],
      ['tanto1', [`staff/messages/${id}`, 'staff/queue?waiting=all', 'staff/deadlines', `staff/applications/${id}`]],
    ] as const) {
      const page = await chromium.person({ viewport: { width: 360, height: 900 } });
      await page.goto(`${web.url}/ogori/sign-in`);
      await page.fill('input[name=signInName]', who);
      await page.fill('input[name=password]', DEMO_PASSWORD);
      await page.click('main button[type=submit]');
      await page.goto(`${web.url}/ogori/${paths[0]}`);
      await page.selectOption('select[name=place]', { index: 1 });
      await page.fill(
        'textarea[name=text]',
        `${who}から${'長い連絡です。'.repeat(30)}\nhttps://example.jp/${'a'.repeat(200)}`,
      );
      await page.click('main button[type=submit]');
      await page.waitForSelector('.message-own');
      for (const path of paths) {
        const response = await page.goto(`${web.url}/ogori/${path}`);
        expect([path, response?.status()]).toEqual([path, 200]);
        problems.push(...(await checkAxe(page)).map((line) => `${path}: ${line}`));
        problems.push(...(await checkHtml((await response?.text()) ?? '')).map((line) => `${path}: ${line}`));
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (sideways > 0) problems.push(`${path}: scrolls sideways by ${String(sideways)} pixels`);
      }
      await page.context().close();
    }
    expect(problems).toEqual([]);
  });
});
