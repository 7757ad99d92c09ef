import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page as BrowserPage } from 'playwright-core';

import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { checkAxe } from '../support/axe-check.js';
import { testCases, type TestCases } from '../support/builders/approvals.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Web } from '../support/index.js';
import { systemActor } from '../../src/kernel/actor.js';

/** 行政区数 that give the amounts, school district by school district (見本). */
const DISTRICTS = [
  ['小郡校区協働のまちづくり協議会', 690_000],
  ['東野校区協働のまちづくり協議会', 650_000],
  ['のぞみが丘小学校区協働のまちづくり協議会', 630_000],
  ['大原校区協働のまちづくり協議会', 660_000],
  ['三国校区協働のまちづくり協議会', 680_000],
  ['立石校区協働のまちづくり協議会', 640_000],
  ['味坂校区協働のまちづくり協議会', 640_000],
  ['御原校区協働のまちづくり協議会', 650_000],
] as const;

describe('起案 and 決裁 in the browser', () => {
  let web: Web;
  let towns: Towns;
  let cases: TestCases;
  let chromium: TestBrowser;

  beforeAll(async () => {
    web = await openWeb();
    towns = await openTowns(web);
    cases = await testCases(web, systemActor(towns.ogori.id, 'テスト'), 12_000_000);
    chromium = await openBrowser();
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

  const drafted = async (
    ...districts: readonly (readonly [string, number])[]
  ): Promise<{ draftId: string; caseIds: string[] }> => {
    const caseIds: string[] = [];
    for (const [name, amount] of districts) caseIds.push(await cases.add(name, amount));
    const drafter = await staffActor(web, towns.ogori, 'tanto1');
    const title = '令和8年度運営交付金の交付決定について';
    const reason = '各校区のまちづくり組織から申請があり、審査の結果、交付の要件を満たすと認められるため。';
    return { caseIds, draftId: await cases.draft(drafter, caseIds, { title, reason }) };
  };
  const as = async (signInName: string): Promise<(path: string) => Promise<Page>> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return (path) => visitor.get(`/ogori/${path}`);
  };

  it('walks a draft of eight cases from the list to the decision, without scripts', async () => {
    const { draftId } = await drafted(...DISTRICTS);
    const subChief = await as('kakaricho');
    const list = await subChief('staff/approvals');
    expect(list.text).toContain('決裁を待っている起案（1件）');
    const page = await list.click('令和8年度運営交付金の交付決定について');
    expect(page.text).toContain('5,240,000円');
    expect(page.text).toContain('交付規則第7条');
    expect(page.text).toContain('6,760,000円');
    const standing = page.texts('table:has(caption:contains("予算の状況")) tbody tr').join();
    expect(standing).toContain('12,000,000円5,240,000円0円0円6,760,000円');
    expect(page.texts('.case-table > tbody > tr > th')).toHaveLength(8);
    const after = await page.form('承認する').fill({ comment: '適当と認めます。' }).submit();
    expect(after.text).toContain('承認しました。次の職に回りました。');
    expect(after.text).toContain('あなたの決裁を待っている起案はありません。');

    const chief = await as('kacho');
    const last = await chief(`staff/approvals/${draftId}`);
    expect(last.text).toContain('適当と認めます。');
    expect(last.text).toContain('コミュニティ推進係長');
    const decided = await last.form('決裁する').submit();
    expect(decided.text).toContain('決裁しました。');

    const register = await chief('staff/drafts');
    expect(register.texts('.tag')).toContain('決裁済み');
    const kept = await chief(`staff/approvals/${draftId}`);
    expect(kept.texts('table:has(caption:contains("予算の状況")) tbody tr').join()).toContain(
      '12,000,000円5,240,000円0円0円6,760,000円',
    );
    const budget = await chief('staff/budget');
    expect(budget.text).toContain('5,240,000円');
    const ledger = await budget.click('協働のまちづくり推進事業費 負担金補助及び交付金');
    expect(ledger.text).toContain('R8-0008');
    expect(ledger.text).toContain('△690,000円');
    expect(ledger.text).toContain('小郡校区協働のまちづくり協議会');
  });

  it('refuses a page that is older than its case, shows the change, and keeps what was typed', async () => {
    const { draftId, caseIds } = await drafted(['変更校区協議会', 600_000]);
    const subChief = await as('kakaricho');
    const page = await subChief(`staff/approvals/${draftId}`);
    await cases.change(caseIds[0] ?? '', 610_000);
    const refused = await page.form('承認する').fill({ comment: '確認しました。' }).submit();
    expect(refused.status).toBe(409);
    expect(refused.errors.join()).toContain('画面を開いた後に「変更校区協議会 運営交付金」の内容が変わった');
    expect(refused.text).toContain('起案の後に内容が変わりました');
    expect(refused.texts('.notice tbody tr')).toContain('金額600,000円610,000円');
    expect(refused.texts('button')).not.toContain('承認する');
    expect(await checkHtml(refused.html)).toEqual([]);

    const missing = await refused.form('差し戻す').submit();
    expect(missing.status).toBe(422);
    expect(missing.errors).toEqual(['差し戻す理由を入力してください。']);
    const sent = await missing.form('差し戻す').fill({ reason: '金額が変わっています。' }).submit();
    expect(sent.text).toContain('差し戻しました。');

    const drafter = await as('tanto1');
    const returned = await (await drafter('staff/approvals')).click('令和8年度運営交付金の交付決定について');
    expect(returned.text).toContain('コミュニティ推進係長 津古 見本さんから差し戻されています');
    expect(returned.text).toContain('金額が変わっています。');
    const unfinished = await returned.form('取り下げる').submit();
    expect(unfinished.errors).toEqual(['取り下げる理由を入力してください。']);
    expect(unfinished.$('#f-withdrawalReason').attr('aria-invalid')).toBe('true');
    const incomplete = await unfinished.form('再提出する').fill({ title: '', comment: '金額を改めました。' }).submit();
    expect(incomplete.errors).toEqual(['件名を入力してください。']);
    expect(await checkHtml(incomplete.html)).toEqual([]);
    expect(incomplete.form('再提出する').value('comment')).toBe('金額を改めました。');
    const again = await incomplete.form('再提出する').fill({ title: '交付決定について（再）' }).submit();
    expect(again.text).toContain('再提出しました。');
    expect((await subChief(`staff/approvals/${draftId}`)).texts('button')).toContain('承認する');
  });

  it('asks the 会計管理者 for consent where the table says so', async () => {
    const { draftId } = await drafted(['大きな校区協議会', 1_500_000]);
    for (const name of ['kakaricho', 'kacho']) {
      await (await (await as(name))(`staff/approvals/${draftId}`)).form('承認する').submit();
    }
    const treasurer = await as('kaikei-kanrisha');
    const page = await treasurer(`staff/approvals/${draftId}`);
    expect(page.text).toContain('会計管理者（合議）');
    await page.form('同意する').submit();
    const director = await as('bucho');
    expect((await director(`staff/approvals/${draftId}`)).texts('button')).toContain('決裁する');
  });

  it('shows a draft to the auditor, offers nothing to do, and hides it from strangers', async () => {
    const { draftId } = await drafted(['見るだけ校区協議会', 600_000]);
    const auditor = await as('kansa');
    const page = await auditor(`staff/approvals/${draftId}`);
    expect(page.status).toBe(200);
    expect(page.$('main form')).toHaveLength(0);
    const forced = await web.visitor().submit(`/ogori/staff/approvals/${draftId}/approval`, { step: '1' });
    expect([forced.status, forced.text]).toEqual([401, expect.stringContaining('ログイン')]);
    expect((await auditor(`staff/approvals/${draftId}`)).text).toBe(page.text);
    const stranger = web.visitor();
    await signIn(stranger, towns.kotake, 'kacho');
    expect((await stranger.get(`/kotake/staff/approvals/${draftId}`)).status).toBe(404);
  });

  it('answers a mangled act with a sentence', async () => {
    const { draftId } = await drafted(['こわれた校区協議会', 600_000]);
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, 'kakaricho');
    for (const fields of [
      {},
      { step: 'x', digests: 'y' },
      { step: '1', 'digests[a][b]': 'c' },
      { step: '9', 'digests[a]': 'b' },
    ]) {
      const answer = await visitor.submit(`/ogori/staff/approvals/${draftId}/approval`, fields);
      expect([409, 422]).toContain(answer.status);
      expect(answer.errors.length).toBeGreaterThan(0);
    }
    expect(
      (await visitor.submit(`/ogori/staff/approvals/${draftId}/send-back`, { step: '1', toStep: '7' })).status,
    ).toBe(422);
    expect((await visitor.get('/ogori/staff/approvals/not-an-id')).status).toBe(404);
    expect((await visitor.get('/ogori/staff/drafts?from=-1')).status).toBe(200);
    expect((await visitor.get('/ogori/staff/budget?year=abc')).status).toBe(200);
  });

  it('opens a budget line, with every fault at its field', async () => {
    const drafter = await as('tanto1');
    const form = await (await drafter('staff/budget')).click('予算科目を登録する');
    const refused = await form.form('登録する').fill({ name: '地域活動費', ceiling: '百万円' }).submit();
    expect(refused.status).toBe(422);
    expect(refused.form('登録する').value('ceiling')).toBe('百万円');
    const codes = await refused.form('登録する').fill({ ceiling: '１，０００，０００円' }).submit();
    expect(codes.errors).toEqual([
      '予算科目のコードを入力してください。',
      '予算額の出典（当初予算の議決など）を入力してください。',
    ]);
    const opened = await codes.form('登録する').fill({ code: '02-99', source: '見本' }).submit();
    expect(opened.heading).toBe('地域活動費');
    expect(opened.text).toContain('1,000,000円');
  });

  it('moves money between two lines by dated acts, and takes back one recorded by mistake', async () => {
    const drafter = await as('tanto1');
    const line = { name: '流用元（見本）', code: '02-01-77', ceiling: '1000000', source: '令和8年度当初予算（見本）' };
    const opened = await (await drafter('staff/budget/new')).form('登録する').fill(line).submit();
    const supplement = await opened.click('補正予算を記録する');
    const blank = await supplement.form('記録する').fill({ amount: '200,000', effectiveOn: '令和8年4月1日' }).submit();
    expect(blank.status).toBe(422);
    expect(blank.errors).toEqual([
      '根拠（議決・専決・決裁の名称と番号）を入力してください。',
      '理由を入力してください。',
    ]);
    expect(blank.form('記録する').value('amount')).toBe('200,000');
    const grounds = { basis: '令和8年4月臨時会（見本）', reason: '活動の増加による' };
    const raised = await blank.form('記録する').fill(grounds).submit();
    expect(raised.text).toContain('補正予算を記録しました。');
    expect(raised.text).toContain('当初 1,000,000円、補正 200,000円、流用 0円');

    const transfer = await raised.click('流用を記録する');
    const moved = { toLineId: cases.lineId, amount: '1300000', ...grounds };
    const tooMuch = await transfer.form('記録する').fill(moved).submit();
    expect(tooMuch.status).toBe(409);
    expect(tooMuch.errors.join()).toContain('合計0円に対して100,000円足りなくなります');
    const given = await tooMuch.form('記録する').fill({ amount: '150000' }).submit();
    expect(given.text).toContain('当初 1,000,000円、補正 200,000円、流用 △150,000円');
    expect(given.text).toContain('1,050,000円');
    const received = await drafter(`staff/budget/${cases.lineId}`);
    expect(received.text).toContain('流用（流用元（見本）から）');
    expect(received.text).toContain('12,150,000円');

    const asked = await received.click('取り消す：流用 150,000円');
    const back = await asked.form('この記録を取り消す').fill({ reason: '科目の誤り' }).submit();
    expect(back.text).toContain('この記録は取り消されています。');
    expect(back.text).toContain('当初 12,000,000円、補正 0円、流用 0円');
    expect((await drafter(`staff/budget/${cases.lineId}/anything`)).status).toBe(404);
    const chief = await as('kacho');
    expect((await chief(`staff/budget/${cases.lineId}`)).text).not.toContain('流用を記録する');
    expect((await chief(`staff/budget/${cases.lineId}/transfer`)).status).toBe(403);
  });

  describe('in Chromium', () => {
    let desk: BrowserPage;
    let draftId: string;

    beforeAll(async () => {
      ({ draftId } = await drafted(...DISTRICTS.slice(0, 4)));
      desk = await open('kakaricho', 1280);
    });

    const open = async (signInName: string, width: number): Promise<BrowserPage> => {
      const page = await chromium.person({ viewport: { width, height: 900 } });
      await page.goto(`${web.url}/ogori/sign-in`);
      await page.fill('#f-signInName', signInName);
      await page.fill('#f-password', DEMO_PASSWORD);
      await page.click('main button');
      return page;
    };

    it.each([
      ['the list of what waits', () => 'approvals'],
      ['the approver’s screen', (draftId: string) => `approvals/${draftId}`],
      ['起案用紙', (draftId: string) => `approvals/${draftId}/paper`],
      ['起案簿', () => 'drafts'],
      ['one’s own 不在 and 利害関係', () => 'declarations'],
      ['公印使用簿', () => 'letters/seals'],
      ['the budget', () => 'budget'],
      ['a budget line', () => `budget/${cases.lineId}`],
      ['the form of a new line', () => 'budget/new'],
      ['the form of a 流用', () => `budget/${cases.lineId}/transfer`],
      ['the form of a 配当', () => `budget/${cases.lineId}/allotment`],
    ] as const)('%s is clean and fits a desk and a phone', async (name, pathOf) => {
      const path = pathOf(draftId);
      const answer = await desk.goto(`${web.url}/ogori/staff/${path}`);
      expect(await checkHtml((await answer?.text()) ?? '')).toEqual([]);
      for (const width of [1280, 360]) {
        await desk.setViewportSize({ width, height: 900 });
        expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await checkAxe(desk)).toEqual([]);
        const folder = process.env['SCREENSHOTS'];
        if (folder) await desk.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
      }
    });

    it('is worked with the keyboard alone: from the list to the case to the approval', async () => {
      const keyboard = await drafted(['鍵盤校区協議会', 600_000]);
      const page = desk;
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${web.url}/ogori/staff/approvals`);
      await page.keyboard.press('j');
      const links = await page.locator('tbody a').count();
      for (let row = 1; row < links; row += 1) await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${keyboard.draftId}`);
      const button = page.getByRole('button', { name: '承認する' });
      for (
        let presses = 0;
        presses < 60 && !(await button.evaluate((one) => one === document.activeElement));
        presses += 1
      ) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await page.waitForURL('**/staff/approvals');
      expect(await page.locator('main').textContent()).toContain('承認しました。');
    });
  });
});
