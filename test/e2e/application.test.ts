import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page as BrowserPage } from 'playwright-core';

import type { StaffActor } from '../../src/kernel/actor.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { RectifyApplication, type ApplicationDraft } from '../../src/applications/index.js';
import { sectionNamed } from '../../src/forms/index.js';
import { checkAxe } from '../support/axe-check.js';
import {
  aDraftProgram,
  anOfficerAccount,
  aPublishedProgram,
  aSubmittedApplication,
  draftOf,
  fillApplication,
  startApplication,
} from '../support/builders/applications.js';
import { aPicture, aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../support/index.js';

const WARDS = ['一区', '二区', '三区', '四区', '五区', '六区', '七区', '八区', '九区', '十区', '十一区', '十二区'];

const written = ({ sections }: ApplicationDraft): Readonly<Record<string, string>> =>
  Object.fromEntries(sectionNamed(sections, 'plan').fields);

describe('applying, reviewing and correcting through the pages', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let chromium: TestBrowser;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    organization = await aRegisteredOrganization(web, clerk, {
      name: '小郡校区協働のまちづくり協議会',
      district: '小郡校区',
      wards: WARDS,
    });
    await anOfficerAccount(web, organization, 'ogori-hanako');
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

  const browse = async (signInName: string, width = 1280): Promise<BrowserPage> => {
    const page = await chromium.person({ viewport: { width, height: 900 } });
    await page.goto(`${web.url}/ogori/sign-in`);
    await page.fill('input[name=signInName]', signInName);
    await page.fill('input[name=password]', DEMO_PASSWORD);
    await page.click('main button[type=submit]');
    return page;
  };

  const expenditureRow = (page: Page): string => {
    const [side] = page.$('input[name$="[side]"][value=expenditure]').toArray();
    const name = page.$(side).attr('name') ?? '';
    return name.replace('[side]', '');
  };

  it('goes from the task to the receipt, comes back with points and passes, without any script', async () => {
    const program = await aPublishedProgram(web, clerk);
    const officer = await as('ogori-hanako');
    const home = await officer.get('/ogori/committee');
    const start = await home.click(`${program.document.name}を申請する`);
    expect(start.text).toContain('690,000円');
    expect(start.text).toContain('10,000円 × 12行政区');
    const tasks = await start.form('申請を始める').submit();
    expect(tasks.texts('.task .tag')).toEqual(['未入力', '未入力', '任意', '未入力', 'あと7か所']);

    const empty = await (await tasks.click('年間の計画')).form().submit('保存して次へ');
    expect(empty.status).toBe(422);
    expect(empty.errors).toEqual([
      '「今年度に目ざすこと」を入力してください。',
      '「主な会議と活動」を入力してください。',
    ]);
    const budget = await empty
      .form()
      .fill({ 'form[aim]': '助け合えるまちをつくる。', 'form[activities]': '総会\n役員会（毎月）' })
      .submit('保存して次へ');
    expect(budget.heading).toBe('収支予算書');
    expect(budget.text).toContain('690,000円');

    const row = expenditureRow(budget);
    const entered = {
      [`${row}[category]`]: 'meetings',
      [`${row}[remark]`]: '会場費',
      [`${row}[amount]`]: '７０００００円',
    };
    const short = await budget.form().fill(entered).submit('保存して次へ');
    expect(short.status).toBe(422);
    expect(short.errors).toEqual([
      '収入合計690,000円と支出合計700,000円が違います。収入を10,000円ふやすか、支出を10,000円へらしてください。',
    ]);
    const sameRow = expenditureRow(short);
    expect(short.form().value(`${sameRow}[amount]`)).toBe('７０００００円');
    const files = await short
      .form()
      .fill({ [`${sameRow}[amount]`]: '690,000' })
      .submit('保存して次へ');
    expect(files.heading).toBe('添付書類');

    const { bytes } = aPicture();
    const wrong = { fileName: '総会.pdf', mediaType: 'application/pdf', bytes };
    const refused = await files.form().fill({ 'form[assembly]': wrong }).submit('選んだ書類を添える：総会の資料');
    expect(refused.status).toBe(422);
    const picture = { fileName: '総会資料.png', mediaType: 'image/png', bytes };
    const added = await refused.form().fill({ 'form[assembly]': picture }).submit('選んだ書類を添える：総会の資料');
    expect(added.text).toContain('総会資料.png');
    const pledges = await added.form().submit('保存して次へ');
    const ticks = Object.fromEntries(
      pledges
        .form()
        .fields.filter((name) => name.startsWith('form['))
        .map((name) => [name, 'yes']),
    );
    const check = await pledges.form().fill(ticks).submit('保存して次へ');
    expect(check.heading).toBe('内容を確かめて提出する');
    expect(check.text).toContain('助け合えるまちをつくる。');

    const sending = check.form('この内容で提出する');
    const receipt = await sending.submit();
    expect(receipt.text).toContain('申請を受け付けました');
    const number = receipt.texts('.receipt-number strong')[0] ?? '';
    expect(number).toMatch(/^R8-\d{4}$/);
    const resent = await sending.submit();
    expect(resent.texts('.receipt-number strong')).toEqual([number]);
    await web.drainOutbox();
    const drawn = await officer.get(receipt.path);
    expect((await drawn.click('受付票（PDF）を見る')).text).toContain('受付票');

    const staff = await as('tanto1');
    const queue = await staff.get('/ogori/staff/queue');
    const review = await queue.click(organization.name);
    expect(review.text).toContain(number);
    const open = await review.form().submit('審査を終える');
    expect(open.status).toBe(422);
    expect(open.errors[0]).toBe('「営利・宗教・政治を目的とする活動を含まない」に答えてください。');
    const line = row.replace('budget[', '').replace(']', '');
    const point = {
      'points[form][aim]': 'だれのためか書いてください。',
      [`points[budget][${line}]`]: '回数を書いてください。',
    };
    const returned = await open
      .form()
      .fill({ ...point, 'answers[purpose]': 'yes', correctBy: '令和8年5月8日' })
      .submit('指摘を送って差し戻す');
    expect(returned.text).toContain('差し戻しました');

    const again = await (await officer.get('/ogori/committee')).click(`${program.document.name}の申請を直す`);
    expect(again.text).toContain('担当課から2件の指摘があります');
    const pointed = await again.click('年間の計画');
    expect(pointed.text).toContain('だれのためか書いてください。');
    const answerField = pointed.form().fields.find((name) => name.startsWith('pointAnswers')) ?? '';
    await pointed
      .form()
      .fill({ [answerField]: '高齢の人のためです。' })
      .submit('保存して一覧に戻る');
    const mending = await again.click('収支予算書');
    expect(mending.text).toContain('回数を書いてください。');
    await mending
      .form()
      .fill({ [`${row}[remark]`]: '会場費（年12回）' })
      .submit('保存して次へ');
    const second = await (await officer.get(`${again.path}/check`)).form('この内容で提出する').submit();
    expect(second.text).toContain('補正した申請を受け付けました');
    expect(second.texts('.receipt-number strong')).toEqual([number]);

    const compared = await (await staff.get('/ogori/staff/queue')).click(organization.name);
    expect(compared.text).toContain('回答：高齢の人のためです。');
    expect(compared.text).toContain('会議費 690,000円（会場費（年12回））');
    const answers = { 'answers[purpose]': 'yes', 'answers[plan]': 'yes', 'answers[expenses]': 'yes' };
    const passed = await compared.form().fill(answers).submit('審査を終える');
    expect(passed.text).toContain('審査を終えました');
  });

  it('refuses what another officer or another colleague overtook, and shows both texts', async () => {
    const id = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const [hanako, alsoHanako] = [await as('ogori-hanako'), await as('ogori-hanako')];
    const path = `/ogori/committee/applications/${id}/form/plan`;
    const [first, second] = [await hanako.get(path), await alsoHanako.get(path)];
    await first.form().fill({ 'form[aim]': 'はじめの役員の文' }).submit('保存して一覧に戻る');
    const both = await second.form().fill({ 'form[aim]': '次の役員の文' }).submit('保存して一覧に戻る');
    expect(both.status).toBe(409);
    expect(both.form().value('form[aim]')).toBe('はじめの役員の文');
    expect(both.text).toContain('次の役員の文');
    expect(both.text).toContain('あなたが同時に入力した内容');
    const settled = await both
      .form()
      .fill({ 'form[aim]': '二人の文', 'settled[aim]': 'yes' })
      .submit('保存して一覧に戻る');
    expect(settled.text).toContain('保存しました');

    await fillApplication(web, organization.officer, id);
    const other = await aSubmittedApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const [ichiko, jiro] = [await as('tanto1'), await as('tanto2')];
    const [hers, his] = [
      await ichiko.get(`/ogori/staff/applications/${other}`),
      await jiro.get(`/ogori/staff/applications/${other}`),
    ];
    await hers.form().fill({ 'answers[purpose]': 'yes' }).submit('保存する');
    const stale = await his
      .form()
      .fill({ 'answers[purpose]': 'no', 'remarks[purpose]': '総会で確認' })
      .submit('保存する');
    expect(stale.status).toBe(409);
    expect(stale.errors[0]).toContain('さんが先に保存しました');
    expect(stale.text).toContain('総会で確認');
    expect(stale.form().value('answers[purpose]')).toBe('yes');
  });

  it('keeps what is typed while it is typed, adds up, and says when someone else writes or the session is over', async () => {
    const id = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const page = await browse('ogori-hanako');
    await page.goto(`${web.url}/ogori/committee/applications/${id}/form/plan`);
    await page.fill('[name="form[aim]"]', '窓を閉じても残る文');
    await page.waitForSelector('[data-autosave-state][data-tone=saved]');
    expect(written(await draftOf(web, organization.officer, id))).toEqual({ aim: '窓を閉じても残る文' });

    const colleague = await as('ogori-hanako');
    const theirs = await colleague.get(`/ogori/committee/applications/${id}/form/plan`);
    await theirs.form().fill({ 'form[next]': '同僚の文' }).submit('保存して一覧に戻る');
    await page.fill('[name="form[activities]"]', '同時に書いた文');
    await page.waitForSelector('[data-autosave-state][data-tone=failed]');
    expect(await page.textContent('[data-autosave-state]')).toContain(
      'ほかの役員が、または別の画面で、このページに入力しています',
    );
    expect(written(await draftOf(web, organization.officer, id))).toEqual({
      aim: '窓を閉じても残る文',
      activities: '同時に書いた文',
      next: '同僚の文',
    });

    await page.goto(`${web.url}/ogori/committee/applications/${id}/budget`);
    expect(await page.textContent('[data-figure=income]')).toBe('690,000円');
    await page.getByLabel('支出の部1行目の金額').fill('690,000');
    expect(await page.textContent('[data-figure=expenditure]')).toBe('690,000円');
    expect(await page.getAttribute('[data-balance]', 'data-balanced')).toBe('yes');
    await page.waitForSelector('[data-autosave-state][data-tone=saved]');

    await page.context().clearCookies();
    await page.getByLabel('支出の部1行目の金額').fill('600,000');
    await page.waitForSelector('[data-autosave-state][data-tone=failed]');
    expect(await page.textContent('[data-autosave-state]')).toContain('ログインの期限が切れました');
    await page.context().close();
  });

  it('tells both what a blank withdrawal lacks, and withdraws nothing', async () => {
    const program = await aPublishedProgram(web, clerk, { name: '令和8年度 取り下げる補助金' });
    const id = await aSubmittedApplication(web, organization.officer, program);
    const officer = await as('ogori-hanako');
    const blank = await officer.get(`/ogori/committee/applications/${id}/withdrawal`);
    const refused = await blank.form('申請を取り下げる').submit();
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      '取り下げる理由を入力してください。担当課が読みます。',
      '取り下げるときは、確認の印を付けてください。',
    ]);
  });

  it('is usable for everyone: axe, html-validate and no sideways scrolling at 360 pixels', async () => {
    const draft = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const sent = await aSubmittedApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    await web.get(RectifyApplication).execute(clerk, {
      ...{ applicationId: sent, pointer: 'form.aim', typed: { answer: '助け合うまちをつくります。' } },
      ...{ reason: '書き間違いのため（見本）', seen: 0, requestId: randomUUID() },
    });
    const { versionId } = await aDraftProgram(web, clerk);
    const { versionId: publishedId } = await aPublishedProgram(web, clerk);
    const parts = ['', '/form/plan', '/budget', '/form/attachments', '/form/pledges', '/check', '/withdrawal'];
    const pages: Readonly<Record<string, readonly string[]>> = {
      'ogori-hanako': [
        'committee',
        'committee/applications',
        ...parts.map((part) => `committee/applications/${draft}${part}`),
        `committee/applications/${sent}`,
        `committee/applications/${sent}/sent`,
        `committee/applications/${sent}/receipt`,
        `committee/applications/${sent}/withdrawal`,
      ],
      tanto1: [
        'staff/queue?waiting=all',
        `staff/applications/${sent}`,
        `staff/applications/${sent}/sent`,
        `staff/applications/${sent}/rectification?place=form.aim`,
        'staff/programs',
        `staff/programs/${versionId}`,
        `staff/programs/${publishedId}/period`,
        `staff/programs/${publishedId}`,
      ],
    };
    const problems: string[] = [];
    for (const [who, paths] of Object.entries(pages)) {
      const page = await browse(who, 360);
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

  it('does not exist for the neighbour, the other town or the wrong desk', async () => {
    const id = await startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
    const stranger = await aRegisteredOrganization(web, clerk, { name: 'となりの会', district: '隣校区' });
    await anOfficerAccount(web, stranger, 'neighbour');
    const neighbour = await as('neighbour');
    for (const part of ['', '/form/plan', '/check', '/receipt']) {
      expect((await neighbour.get(`/ogori/committee/applications/${id}${part}`)).status).toBe(404);
    }
    expect((await neighbour.get('/ogori/staff/queue')).status).not.toBe(200);
    const staff = await as('tanto1');
    expect((await staff.get(`/kotake/staff/applications/${id}`)).text).not.toContain(organization.name);
    expect((await staff.get(`/ogori/staff/applications/${id}`)).status).toBe(404);
  });
});
