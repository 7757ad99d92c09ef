import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page as BrowserPage } from 'playwright-core';

import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import { sectionNamed } from '../../src/forms/index.js';
import { checkAxe } from '../support/axe-check.js';
import {
  aLine,
  anOfficerAccount,
  aPublishedProgram,
  draftOf,
  saveSection,
  startApplication,
} from '../support/builders/applications.js';
import { FORM_OF_ALL_KINDS } from '../support/builders/form-of-all-kinds.js';
import { aPicture, aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../support/index.js';

const CELLS = '[aria-label="日程"] tbody tr > *';

describe('a form that asks in every way there is', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let chromium: TestBrowser;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    organization = await aRegisteredOrganization(web, clerk, { name: '御原校区協働のまちづくり協議会' });
    await anOfficerAccount(web, organization, 'mihara');
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
  const begin = async (): Promise<string> => {
    const program = await aPublishedProgram(web, clerk, { form: FORM_OF_ALL_KINDS });
    return startApplication(web, organization.officer, program);
  };
  /** Each name is another picture: the same bytes twice at one question are one file. */
  const picture = (fileName: string) => {
    const bytes = Buffer.concat([aPicture().bytes, Buffer.from(fileName)]);
    return { fileName, mediaType: 'image/png', bytes };
  };
  /** The rows of the table of dates, as the names of their fields begin. */
  const rowsOf = (page: Page): string[] => [
    ...new Set(page.form().fields.flatMap((name) => /^form\[steps\]\[\w+\]/.exec(name)?.[0] ?? [])),
  ];
  const visible = (page: Page, label: string): boolean =>
    page
      .$('.question')
      .toArray()
      .some((block) => page.$(block).attr('hidden') === undefined && page.$(block).text().includes(label));

  const ANSWERS = {
    'form[title]': '校区の清掃',
    'form[aim]': 'みんなが気持ちよく暮らせるようにします。（見本）',
    'form[span][from]': '令和８年５月１日',
    'form[span][until]': '2026/6/30',
    'form[hall][name]': '御原校区公民館（見本）',
    'form[people]': '１２０人',
    'form[fee]': '５００',
    'form[meeting]': 'R8.4.12',
    'form[how]': 'own',
    'form[whom][]': ['young', 'old'],
  };

  it('is filled in without any script: faults at their fields, follow-ups, rows and files; nothing typed is lost', async () => {
    const id = await begin();
    const officer = await as('mihara');
    const path = `/ogori/committee/applications/${id}/form/project`;
    const blank = await officer.get(path);
    expect(visible(blank, '委託する理由')).toBe(false);
    const [row = ''] = rowsOf(blank);
    const typed = {
      ...ANSWERS,
      'form[span][until]': '2026/4/30',
      'form[people]': '五十人',
      'form[meeting]': '総会の次の日',
      [`${row}[day]`]: '5月',
      [`${row}[what]`]: '打合せ',
    };
    const faulty = await blank.form().fill(typed).submit('保存して次へ');
    expect(faulty.status).toBe(422);
    expect(faulty.errors).toEqual([
      '「実施期間」の終わりの日には、始まりの日か、それより後の日を入力してください。',
      '「参加する人の数」は数字で入力してください（例：120）。',
      '「総会の日」は「令和8年4月1日」または「2026/4/1」のように、実際にある日を入力してください。',
      '「日程：1行目の日」は「令和8年4月1日」または「2026/4/1」のように、実際にある日を入力してください。',
    ]);
    for (const link of faulty.$('.error-summary a').toArray())
      expect(faulty.$(faulty.$(link).attr('href') ?? '#').length).toBe(1);
    for (const [name, value] of Object.entries(typed)) {
      if (typeof value === 'string') expect([name, faulty.form().value(name)]).toEqual([name, value]);
    }

    const more = await faulty
      .form()
      .fill({
        ...ANSWERS,
        'form[how]': 'hire',
        [`${row}[day]`]: '令和8年5月10日',
        [`${row}[hands]`]: '２０',
        [`${row}[cost]`]: '3,000円',
        [`${rowsOf(faulty)[1] ?? ''}[what]`]: 'いらない行',
      })
      .submit('行を足す：日程');
    expect(rowsOf(more).length).toBe(4);
    const without = await more.form().submit('削除：日程2行目');
    expect(rowsOf(without).some((each) => without.form().value(`${each}[what]`) === 'いらない行')).toBe(false);
    expect(visible(without, '委託する理由')).toBe(true);

    const reasoned = await without.form().fill({ 'form[why]': '道具がないため。' }).submit('保存して一覧に戻る');
    expect(reasoned.text).toContain('保存しました');
    const own = await (await officer.get(path)).form().fill({ 'form[how]': 'own' }).submit('保存して次へ');
    expect(own.heading).toBe('収支予算書');
    const again = await officer.get(path);
    expect(visible(again, '委託する理由')).toBe(false);
    expect((await officer.get(`/ogori/committee/applications/${id}/check`)).text).not.toContain('道具がないため');
    const asks = await again.form().fill({ 'form[how]': 'hire' }).submit('保存して次へ');
    expect(asks.text).toContain('質問が増えました');
    expect([visible(asks, '委託する理由'), asks.form().value('form[why]')]).toEqual([true, '道具がないため。']);
    expect((await asks.form().submit('保存して次へ')).heading).toBe('収支予算書');

    const papers = await officer.get(`/ogori/committee/applications/${id}/form/papers`);
    const added = await papers
      .form()
      .fill({
        'form[plan]': picture('はじめの計画.png'),
        'form[photos]': [picture('一枚め.png'), picture('二枚め.png')],
      })
      .submit('保存して次へ');
    expect(added.errors).toEqual([
      '「委託の見積書」のファイルを添えてください。',
      '内容を読み、同意するときは印を付けてください。',
    ]);
    expect(added.texts('.added-files a:not([target])').sort()).toEqual(
      ['はじめの計画.png', '一枚め.png', '二枚め.png'].sort(),
    );
    const nothing = await added.form().submit('選んだ書類を添える：委託の見積書');
    expect(nothing.errors).toEqual(['ファイルを選んでから「添える」を押してください。']);
    const fewer = await nothing.form().fill({ 'form[books]': 'yes' }).submit('外す：一枚め.png');
    expect(fewer.form().value('form[books]')).toBe('yes');
    const replaced = await fewer
      .form()
      .fill({ 'form[plan]': picture('次の計画.png'), 'form[contract]': picture('見積.png') })
      .submit('保存して次へ');
    expect(replaced.heading).toBe('内容を確かめて提出する');
    expect(replaced.texts('.added-files a:not([target])')).toEqual([
      '規約.png',
      '次の計画.png',
      '二枚め.png',
      '見積.png',
    ]);
    expect(replaced.text).toContain('令和8年5月1日から令和8年6月30日まで');
    expect(replaced.text).toContain('子ども・若者、高齢の人');
    expect(replaced.texts(CELLS)).toEqual(['令和8年5月10日', '打合せ', '20', '3,000円']);
  });

  it('is sent, pointed at row by row, mended there, and shown before and after', async () => {
    const id = await begin();
    const total = (await draftOf(web, organization.officer, id)).working.total.toString();
    const answers = {
      ...{ title: '校区の清掃', aim: '気持ちよく暮らす。', span: ['2026-05-01', '2026-06-30'], people: '120' },
      ...{ meeting: '2026-04-12', how: 'own', steps: [{ id: 'r1', cells: ['2026-05-10', '清掃', '20', '3000'] }] },
    };
    await saveSection(web, organization.officer, id, 'project', { answers });
    const lines = [aLine('expenditure', 'meetings', total, '会場費')];
    await saveSection(web, organization.officer, id, 'budget', { lines });
    const officer = await as('mihara');
    const papers = await officer.get(`/ogori/committee/applications/${id}/form/papers`);
    const files = { 'form[plan]': picture('計画.png'), 'form[books]': 'yes' };
    const check = await papers.form().fill(files).submit('保存して次へ');
    const receipt = await check.form('この内容で提出する').submit();
    expect(receipt.text).toContain('計画.png');

    const staff = await as('tanto1');
    const review = await staff.get(`/ogori/staff/applications/${id}`);
    expect(review.texts(CELLS)).toEqual(['令和8年5月10日', '清掃', '20', '3,000円']);
    const points = {
      'points[form][steps][r1]': '雨の日はどうしますか。',
      'points[form][plan]': '地図も入れてください。',
      'points[files][bylaws]': '改正の日はいつですか。',
    };
    await review
      .form()
      .fill({ ...points, correctBy: '令和8年5月8日' })
      .submit('指摘を送って差し戻す');

    const tasks = await officer.get(`/ogori/committee/applications/${id}`);
    expect(tasks.texts('.task .tag').slice(0, 3)).toEqual(['要修正', '入力済み', '要修正']);
    const mending = await tasks.click('事業の内容');
    expect(mending.text).toContain('日程：1行目');
    expect(mending.text).toContain('雨の日はどうしますか。');
    await mending.form().fill({ 'form[steps][r1][what]': '清掃（雨のときは17日）' }).submit('保存して一覧に戻る');
    const answered = await tasks.click('書類と誓約');
    expect(answered.text).toContain('改正の日はいつですか。');
    // The point at the 規約 stands first, then the one at the plan, which the new file answers.
    const [bylaws = ''] = answered.form().fields.filter((name) => name.startsWith('pointAnswers'));
    const sent = await answered
      .form()
      .fill({ 'form[plan]': picture('地図つき計画.png'), [bylaws]: '令和7年4月の総会です。' })
      .submit('保存して次へ');
    await sent.form('この内容で提出する').submit();
    const compared = await staff.get(`/ogori/staff/applications/${id}`);
    const changes = compared.texts('[aria-label="直されたところ"] tbody tr > *');
    expect(changes.slice(0, 4)).toEqual([
      '日程：1行目',
      '令和8年5月10日 清掃 20 3,000円',
      '令和8年5月10日 清掃（雨のときは17日） 20 3,000円',
      '計画書',
    ]);
    expect(changes[5]).toContain('地図つき計画.png');
    expect(changes).toHaveLength(6);
  });

  it('brings two officers together row by row', async () => {
    const id = await begin();
    const [hanako, taro] = [await as('mihara'), await as('mihara')];
    const path = `/ogori/committee/applications/${id}/form/project`;
    const first = await hanako.get(path);
    const [row = ''] = rowsOf(first);
    await first
      .form()
      .fill({ [`${row}[what]`]: '花子の行' })
      .submit('保存して一覧に戻る');
    const [hers, his] = [await hanako.get(path), await taro.get(path)];
    const other = rowsOf(his)[1] ?? '';
    await hers
      .form()
      .fill({ [`${row}[what]`]: '花子が直した行' })
      .submit('保存して一覧に戻る');
    const both = await his
      .form()
      .fill({ [`${row}[what]`]: '太郎が直した行', [`${other}[what]`]: '太郎の行', 'form[hall][name]': '太郎の会場' })
      .submit('保存して一覧に戻る');
    expect(both.status).toBe(409);
    const rows = rowsOf(both).map((each) => both.form().value(`${each}[what]`));
    expect(rows).toEqual(expect.arrayContaining(['花子が直した行', '太郎の行']));
    expect(both.text).toContain('太郎が直した行');
    expect(both.form().value('form[hall][name]')).toBe('太郎の会場');
  });

  it('begins a project from another one, field by field, and says what was copied and what was not', async () => {
    const program = await aPublishedProgram(web, clerk, {
      ...{ name: '令和8年度 つながる事業補助金', form: FORM_OF_ALL_KINDS },
      project: { titleQuestion: 'title', periodQuestion: 'span' },
      perYear: { most: 3, article: '交付規則第6条（見本）' },
    });
    const earlierId = await startApplication(web, organization.officer, program);
    const steps = [{ id: 'r1', cells: ['2026-05-10', '打合せ', '20', ''] }];
    const typed = {
      title: '校区の清掃',
      span: ['2026-05-01', '2026-06-30'],
      whom: ['young', 'old'],
      steps,
      books: 'yes',
    };
    await saveSection(web, organization.officer, earlierId, 'project', { answers: typed });
    await saveSection(web, organization.officer, earlierId, 'papers', { answers: { books: 'yes' } });
    await saveSection(web, organization.officer, earlierId, 'budget', {
      lines: [aLine('expenditure', 'meetings', '12,000', '会場費')],
    });

    const officer = await as('mihara');
    const start = await officer.get(`/ogori/committee/applications/new/${program.versionId}`);
    expect(start.text).toContain('事業の計画と予算');
    expect(start.text).not.toContain('電話で相談');
    const choice = await start.form('申請を始める').submit('前の申請をもとに始める');
    const [, id = ''] = /applications\/([0-9a-f-]{36})\/carry$/.exec(choice.path) ?? [];
    const offer = await choice.click('校区の清掃（令和8年度 つながる事業補助金）');
    expect(offer.form().value('copy[form][title]')).toBe('yes');
    expect(offer.form().value('copy[form][span]')).toBeUndefined();
    expect(offer.text).toContain('日付を確かめてください');
    expect(offer.texts('[aria-label="写さないもの"] tbody tr > *')).toEqual([
      ...['帳簿', '帳簿と領収書を5年間保管します。（見本）', '読んで、改めて印を付けてください。'],
      ...[`収入：${program.document.budget.grantLabel}`, expect.any(String), '自動で計算されます。'],
    ]);
    const nothing = await offer
      .form()
      .fill(Object.fromEntries(offer.form().fields.flatMap((name) => (name.startsWith('copy') ? [[name, []]] : []))))
      .submit('印の付いた欄を写す');
    expect([nothing.status, nothing.form().value('copy[form][title]')]).toEqual([422, undefined]);

    const tasks = await (await officer.get(offer.path)).form().submit('印の付いた欄を写す');
    expect(tasks.text).toContain('3か所を写しました。');
    expect(tasks.text).toContain('から：事業の名称、対象になる人、支出：会議費');
    expect(tasks.text).toContain('前の申請から写した欄があります。読み直してください。');
    const { fields } = sectionNamed((await draftOf(web, organization.officer, id)).sections, 'project');
    expect(Object.fromEntries(fields)).toEqual({ title: '校区の清掃', whom: '["young","old"]' });

    const path = `/ogori/committee/applications/${id}`;
    const project = await officer.get(`${path}/form/project`);
    expect(project.text).toContain('令和8年度（令和8年4月1日から令和9年3月31日まで）のうちに終わる事業が対象です');
    const beyond = { 'form[span][from]': '令和9年6月1日', 'form[span][until]': '令和20年6月1日' };
    const outside = await project.form().fill(beyond).submit('保存して次へ');
    expect(outside.errors).toEqual(
      expect.arrayContaining([
        expect.stringContaining('事業の始まりの日は、令和8年度（令和8年4月1日から令和9年3月31日まで）のうち'),
        expect.stringContaining('年度をまたぐ事業は、担当課に相談してください'),
      ]),
    );
    expect((await officer.get(`${path}/check`)).text).toContain('年度をまたぐ事業は、担当課に');

    const page = await browse();
    const problems: string[] = [];
    for (const path of ['', '/carry', `/carry/${earlierId}`]) {
      const response = await page.goto(`${web.url}/ogori/committee/applications/${id}${path}`);
      problems.push(...(await checkHtml((await response?.text()) ?? '')), ...(await checkAxe(page)));
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) problems.push(`${path}: scrolls sideways by ${String(sideways)} pixels`);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows and hides at once with the script, tells what is left of a limit, and is usable for everyone at 360 pixels', async () => {
    const id = await begin();
    const page = await browse();
    const problems: string[] = [];
    const look = async (path: string): Promise<void> => {
      const response = await page.goto(`${web.url}/ogori/committee/applications/${id}${path}`);
      problems.push(...(await checkHtml((await response?.text()) ?? '')).map((line) => `${path}: ${line}`));
      problems.push(...(await checkAxe(page)).map((line) => `${path}: ${line}`));
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) problems.push(`${path}: scrolls sideways by ${String(sideways)} pixels`);
    };
    for (const path of ['', '/form/papers', '/check', '/form/project']) await look(path);

    const why = page.getByLabel('委託する理由');
    expect(await why.isVisible()).toBe(false);
    await page.getByLabel('一部を委託する').check();
    await why.fill('道具がないため。');
    await page.getByLabel('自分たちで行う').check();
    expect(await why.isVisible()).toBe(false);
    await page.waitForSelector('[data-autosave-state][data-tone=saved]');

    const left = page.locator('[data-remaining="f-form-title"]');
    await page.fill('[name="form[title]"]', '校区の清掃𠮷');
    expect((await left.textContent())?.trim()).toContain('残り24文字（30文字まで）');
    expect(await left.locator('[role=status]').textContent()).toBe('');
    await page.fill('[name="form[title]"]', 'あ'.repeat(32));
    expect(await left.textContent()).toContain('2文字多くなっています');
    await left.locator('[role=status]').filter({ hasText: '2文字多くなっています' }).waitFor({ state: 'attached' });

    await page.getByRole('button', { name: '保存して次へ' }).click();
    await page.waitForSelector('.error-summary');
    expect(await page.textContent('.error-summary')).toContain('いま2文字多くなっています');
    problems.push(...(await checkAxe(page)).map((line) => `with faults: ${line}`));
    await page.getByLabel('一部を委託する').check();
    expect(await why.inputValue()).toBe('道具がないため。');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  async function browse(): Promise<BrowserPage> {
    const page = await chromium.person({ viewport: { width: 360, height: 900 } });
    await page.goto(`${web.url}/ogori/sign-in`);
    await page.fill('input[name=signInName]', 'mihara');
    await page.fill('input[name=password]', DEMO_PASSWORD);
    await page.click('main button[type=submit]');
    return page;
  }
});
