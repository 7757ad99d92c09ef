import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page as BrowserPage } from 'playwright-core';

import { checkAxe } from '../support/axe-check.js';
import { openTowns, signIn } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../support/index.js';

let web: Web;
let browser: TestBrowser;
const ogori = { slug: 'ogori' };

beforeAll(async () => {
  web = await openWeb();
  await openTowns(web);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await web.close();
});

const administrator = async (): Promise<Visitor> => {
  const visitor = web.visitor();
  await signIn(visitor, ogori, 'kanri');
  return visitor;
};

describe('signing in', () => {
  it('leads to the page that asked for it, or to the own desk', async () => {
    const visitor = web.visitor();
    const asked = await visitor.get('/ogori/admin/audit?actor=%E6%B4%A5%E5%8F%A4');
    expect(asked.heading).toBe('ログイン');
    const arrived = await asked.form('ログイン').fill({ signInName: 'kanri', password: 'mihon-de-tamesu' }).submit();
    expect(arrived.path).toBe('/ogori/admin/audit?actor=%E6%B4%A5%E5%8F%A4');
    expect((await visitor.get('/ogori/sign-in')).path).toBe('/ogori/admin/staff');
    const approver = web.visitor();
    await signIn(approver, ogori, 'kacho');
    expect((await approver.get('/ogori/sign-in')).path).toBe('/ogori/staff/approvals');
  });

  it('does not lead out of the town, nor to a desk that is not one’s own', async () => {
    for (const elsewhere of ['//evil.example/', 'https://evil.example/', '/kotake/staff/queue', '/ogori/admin/staff']) {
      const visitor = web.visitor();
      const page = await visitor.get(`/ogori/sign-in?return=${encodeURIComponent(elsewhere)}`);
      const form = page.form('ログイン').fill({ signInName: 'tanto1', password: 'mihon-de-tamesu' });
      expect((await form.submit()).path).toBe('/ogori/staff/queue');
    }
  });

  it('keeps the name and says what to do when it is refused', async () => {
    const page = await signIn(web.visitor(), ogori, 'kanri', 'chigau-kotoba');
    expect([page.status, page.title.startsWith('エラー：')]).toEqual([422, true]);
    expect(page.errors).toEqual([expect.stringContaining('利用者名かパスワードが違います')]);
    expect(page.form('ログイン').value('signInName')).toBe('kanri');
    expect(page.html).not.toContain('chigau-kotoba');

    const blank = await signIn(web.visitor(), ogori, '', '');
    expect(blank.errors).toEqual(['利用者名を入力してください。', 'パスワードを入力してください。']);
  });

  it('keeps the cookie from scripts and other sites, and signed-in pages out of caches', async () => {
    const visitor = web.visitor();
    await signIn(visitor, ogori, 'kacho');
    const page = await visitor.get('/ogori/account');
    expect(page.headers.get('cache-control')).toContain('no-store');

    const request = { body: new URLSearchParams({ signInName: 'kacho', password: 'mihon-de-tamesu' }), follow: false };
    const answer = await web.visitor().request('POST', '/ogori/sign-in', request);
    const cookie = answer.headers.getSetCookie().find((line) => line.includes('session-ogori=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);

    const foreign = { ...request, headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } };
    expect((await web.visitor().request('POST', '/ogori/sign-in', foreign)).headers.getSetCookie()).toEqual([]);
  });

  it('opens one town only', async () => {
    const visitor = await administrator();
    expect((await visitor.get('/kotake/admin/staff')).path).toMatch(/^\/kotake\/sign-in/);
  });

  it('ends by signing out', async () => {
    const visitor = await administrator();
    const page = await visitor.get('/ogori/admin/staff');
    expect((await page.form('/ogori/sign-out').submit()).text).toContain('ログアウトしました。');
    expect((await visitor.get('/ogori/admin/staff')).path).toMatch(/^\/ogori\/sign-in/);
  });
});

describe('a newcomer', () => {
  it('is entered, given a post, handed a printed code, and signs in with it', async () => {
    const visitor = await administrator();
    let page = await (await visitor.get('/ogori/admin/staff')).click('職員を加える');
    page = await page.form('加える').fill({ name: '大崎 見本', kana: 'おおさき みほん' }).submit();
    expect(page.heading).toBe('大崎 見本');

    const posts = Object.fromEntries(
      page
        .$('select[name=postId] option')
        .toArray()
        .map((option) => [page.$(option).text(), option.attribs['value'] ?? '']),
    );
    const assign = (post: string): Promise<Page> =>
      page
        .form('割り当てる')
        .fill({ postId: posts[post] ?? '', fromOn: '令和8年4月1日' })
        .submit();
    page = await assign('コミュニティ推進課 担当（命令機関）');
    expect(page.text).toContain('職を割り当てました。');
    page = await assign('会計課 審査担当（出納機関）');
    expect(page.errors).toEqual([expect.stringContaining('同じ人が兼ねられない')]);

    const sheet = await (
      await visitor.get(page.path.replace('/holdings', ''))
    )
      .form('利用開始コードを発行する')
      .submit();
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(sheet.text)?.[0] ?? '';
    expect(sheet.text).toContain('大崎 見本 様');

    const newcomer = web.visitor();
    let step = await newcomer.get('/ogori/invitation');
    step = await step
      .form()
      .fill({ code: code.slice(0, -1) })
      .submit();
    expect(step.errors).toEqual([expect.stringContaining('打ち間違いがあります')]);
    step = await step
      .form()
      .fill({ code: code.toLowerCase().replaceAll('-', ' ') })
      .submit();
    expect(step.text).toContain('大崎 見本 様');
    step = await step
      .form()
      .fill({ signInName: 'kacho', password: 'hashi-to-kawa', passwordAgain: 'hashi to kawa' })
      .submit();
    expect(step.errors).toEqual(['2回のパスワードが同じではありません。同じパスワードを2回入力してください。']);
    step = await step.form().fill({ password: 'hashi-to-kawa', passwordAgain: 'hashi-to-kawa' }).submit();
    expect(step.errors).toEqual([expect.stringContaining('ほかの人が使っています')]);
    step = await step
      .form()
      .fill({ signInName: 'osaki', password: 'hashi-to-kawa', passwordAgain: 'hashi-to-kawa' })
      .submit();
    expect(step.path).toBe('/ogori/staff/queue');

    const again = await web.visitor().get('/ogori/invitation');
    expect((await again.form().fill({ code }).submit()).errors).toEqual([expect.stringContaining('使用済み')]);
  });
});

describe('a table of authority', () => {
  it('is drafted from the one in force, refused while unsafe, corrected and published', async () => {
    const visitor = await administrator();
    let page = await (await visitor.get('/ogori/admin/authority')).click('新しい表を作る');
    const original = page.form('案として保存する');
    const chief = original.value('rules[0][steps][1]') ?? '';
    page = await original
      .fill({ basis: '改正 専決規程（見本）', validFrom: '令和8年7月1日', 'rules[0][steps][1]': '' })
      .submit();
    expect(page.text).toContain('一人で最後まで進められます');

    const refused = await page.form('公開する').submit();
    expect(refused.status).toBe(422);
    expect(refused.errors.join()).toContain('一人で最後まで進められます');

    page = await page.click('案を直す');
    page = await page.form('案として保存する').fill({ 'rules[0][steps][1]': chief }).submit();
    expect(page.text).not.toContain('一人で最後まで');
    page = await page.form('公開する').submit();
    expect(page.text).toContain('専決規程の表を公開しました。');
    expect(page.$('main form')).toHaveLength(0);
  });

  it('keeps everything typed when a line is faulty', async () => {
    const visitor = await administrator();
    const page = await visitor.get('/ogori/admin/authority/new');
    const sent = await page
      .form('案として保存する')
      .fill({ basis: '試案', validFrom: '2月30日', 'rules[0][upTo]': '百万', 'rules[1][upTo]': '百万' })
      .submit();
    expect(sent.errors).toEqual([
      expect.stringContaining('実際にある日'),
      expect.stringMatching(/金額は数字で.*（2か所）$/),
    ]);
    expect(sent.form('案として保存する').value('rules[0][upTo]')).toBe('百万');
  });
});

describe('the desk of the administrator', () => {
  it('does not exist for others; auditors look without changing', async () => {
    const clerk = web.visitor();
    await signIn(clerk, ogori, 'tanto1');
    expect((await clerk.get('/ogori/admin/audit')).status).toBe(404);

    const auditor = web.visitor();
    await signIn(auditor, ogori, 'kansa');
    const page = await auditor.get('/ogori/admin/staff');
    expect([page.status, page.text.includes('職員を加える')]).toEqual([200, false]);
    expect((await auditor.submit('/ogori/admin/staff/new', { name: 'x', kana: 'x' })).status).toBe(403);
  });

  it('shows who did what, filtered by person and record', async () => {
    const visitor = await administrator();
    const page = await visitor.get('/ogori/admin/audit?action=account.signed-in');
    expect(page.texts('tbody th')).toEqual(expect.arrayContaining(['ログイン']));
    expect(new Set(page.texts('tbody th'))).toEqual(new Set(['ログイン']));
    const one = await page.click('八坂 見本');
    expect(new Set(one.texts('tbody td:nth-child(2)'))).toEqual(new Set(['八坂 見本']));
  });
});

describe('in a real browser', () => {
  const OPEN = ['/ogori/sign-in', '/ogori/invitation'];
  const CLOSED = [
    '/ogori/admin/staff',
    '/ogori/admin/staff/new',
    '/ogori/admin/staff/posts',
    '/ogori/admin/staff/posts/new',
    '/ogori/admin/authority',
    '/ogori/admin/authority/new',
    '/ogori/admin/audit?actor=x',
    '/ogori/admin/audit',
    '/ogori/admin/jobs',
    '/ogori/account',
    '/ogori/account/password',
  ];
  const PATIENCE_MS = 180_000;

  /** Visits every page as nobody, then as the administrator who signs in by keyboard. */
  const visitAll = async (width: number, look: (page: BrowserPage) => Promise<void>): Promise<void> => {
    const page = await browser.person({ viewport: { width, height: 800 } });
    const visit = async (path: string): Promise<void> => {
      await page.goto(`${web.url}${path}`);
      await look(page);
    };
    for (const path of OPEN) await visit(path);
    await page.goto(`${web.url}/ogori/sign-in`);
    await page.getByRole('textbox', { name: '利用者名' }).fill('kanri');
    await page.keyboard.press('Tab');
    await page.keyboard.type('mihon-de-tamesu');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ogori/admin/staff');
    const member = await page.getByRole('link', { name: '横隈 見本' }).getAttribute('href');
    await page.goto(`${web.url}/ogori/admin/authority`);
    const table = await page.getByRole('link', { name: '第1号' }).getAttribute('href');
    for (const path of [...CLOSED, member ?? '', table ?? '']) await visit(path);
    await page.context().close();
  };

  it(
    'every page is clean to axe and html-validate',
    async () => {
      await visitAll(1280, async (page) => {
        const html = await (await page.request.get(page.url())).text();
        expect({ page: page.url(), axe: await checkAxe(page), html: await checkHtml(html) }).toEqual({
          page: page.url(),
          axe: [],
          html: [],
        });
      });
    },
    PATIENCE_MS,
  );

  it(
    'no page is wider than a phone of 360 pixels',
    async () => {
      await visitAll(360, async (page) => {
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect({ page: page.url(), overflow }).toEqual({ page: page.url(), overflow: 0 });
      });
    },
    PATIENCE_MS,
  );
});
