import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Page as BrowserPage, Route } from 'playwright-core';

import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import { RequestAccountChange } from '../../src/organizations/index.js';
import { checkAxe } from '../support/axe-check.js';
import { testCases } from '../support/builders/approvals.js';
import {
  anOfficerAccount,
  aPublishedProgram,
  draftOf,
  fillApplication,
  startApplication,
  submitApplication,
} from '../support/builders/applications.js';
import {
  aPicture,
  aRegisteredOrganization,
  SAMPLE_ACCOUNT,
  type TestOrganization,
} from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { FakeClamd } from '../support/fake-clamd.js';
import { checkHtml } from '../support/html-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../support/index.js';

const { bytes: PICTURE } = aPicture();
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n`);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

describe('files through the pages', () => {
  const clamd = new FakeClamd();
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let organization: TestOrganization;
  let chromium: TestBrowser;

  beforeAll(async () => {
    const environment = { CLAMAV_HOST: '127.0.0.1', CLAMAV_PORT: String(await clamd.start()) };
    web = await openWeb({ at: '2026-04-20', environment });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    organization = await aRegisteredOrganization(web, clerk);
    await anOfficerAccount(web, organization, 'ogori-hanako');
    await web.drainOutbox();
    chromium = await openBrowser();
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
    await clamd.stop();
  });

  const begin = async (): Promise<string> =>
    startApplication(web, organization.officer, await aPublishedProgram(web, clerk));
  const sectionOf = (id: string): string => `/ogori/committee/applications/${id}/form/attachments`;
  const keptIn = async (id: string): Promise<string[]> =>
    (await draftOf(web, organization.officer, id)).draftFiles.map(({ name }) => name).sort();
  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  const phone = async (id: string): Promise<BrowserPage> => {
    const page = await chromium.person({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
    await page.goto(`${web.url}/ogori/sign-in`);
    await page.fill('input[name=signInName]', 'ogori-hanako');
    await page.fill('input[name=password]', DEMO_PASSWORD);
    await page.click('main button[type=submit]');
    await page.goto(`${web.url}${sectionOf(id)}`);
    return page;
  };
  const field = (page: BrowserPage) => page.locator('input[name="form[assembly]"]');
  const frame = (page: BrowserPage) => page.locator('.field', { has: field(page) });
  const row = (page: BrowserPage, name: string) => frame(page).locator('.uploads li', { hasText: name });
  const status = (page: BrowserPage) => frame(page).locator('[role=status]');
  const list = (page: BrowserPage) => page.locator('[data-files-of="form[assembly]"] li');
  /** Lets the test decide what happens to each sending; the page itself stays what it is. */
  const onSending = (page: BrowserPage, id: string, act: (route: Route, attempt: number) => Promise<void>) => {
    let attempt = 0;
    return page.route(`**/committee/applications/${id}/files`, (route) => act(route, (attempt += 1)));
  };

  it('several go off at once, one by one, are sent again when the line breaks, and each arrives once', async () => {
    const id = await begin();
    const page = await phone(id);
    expect(await page.locator('[data-instead-of-sending="form[assembly]"]').isVisible()).toBe(false);
    expect(await frame(page).getByRole('button', { name: 'カメラで撮る' }).isVisible()).toBe(true);
    let breakLine = (): void => undefined;
    const lineBreaks = new Promise<void>((resolve) => (breakLine = resolve));
    await onSending(page, id, async (route, attempt) => {
      if (attempt === 1) return lineBreaks.then(() => route.abort('connectionreset'));
      // The server has the file, its answer is lost on the way.
      if (attempt === 3) return void (await route.fetch().then(() => route.abort('connectionreset')));
      return route.continue();
    });
    await field(page).setInputFiles([
      file('会場.png', PICTURE),
      file('総会資料.pdf', pdf('総会')),
      file('写真.jpg', pdf('名前と違う')),
      file('議事録.pdf', Buffer.alloc(0)),
    ]);
    await page.getByRole('button', { name: '保存して次へ' }).click();
    expect(await status(page).textContent()).toContain('送り終えると、ひとりでに次へ進みます');
    breakLine();
    await row(page, '写真.jpg').locator('.upload-text', { hasText: '拡張子' }).waitFor();
    expect(await status(page).textContent()).toContain('まだ次へは進んでいません');
    expect(await row(page, '議事録.pdf').textContent()).toContain('中身がありません');
    expect(await list(page).count()).toBe(2);
    expect(await keptIn(id)).toEqual(['会場.png', '総会資料.pdf']);
    expect(await checkAxe(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);

    await row(page, '写真.jpg')
      .getByRole('button', { name: /^閉じる.*写真/ })
      .press('Enter');
    expect(await row(page, '写真.jpg').count()).toBe(0);
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: '保存して次へ' }).click();
    await page.waitForURL((url) => url.pathname !== sectionOf(id));
    await page.context().close();
  });

  it('what has not arrived holds the page and waits for its person, also past the end of a session', async () => {
    const id = await begin();
    const page = await phone(id);
    const leaving = (): Promise<boolean> =>
      page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await leaving()).toBe(false);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await field(page).setInputFiles([file('総会資料.pdf', pdf('期限切れ'))]);
    await row(page, '総会資料.pdf').getByRole('link', { name: '別の画面でログインする' }).waitFor();
    expect(await leaving()).toBe(true);
    await page.getByRole('button', { name: '保存して次へ' }).click();
    expect(await status(page).textContent()).toContain('まだ届いていないファイルがあります');
    await page.context().addCookies(cookies);
    await row(page, '総会資料.pdf')
      .getByRole('button', { name: /^もう一度送る.*総会資料/ })
      .click();
    await list(page).first().waitFor();
    expect(await status(page).textContent()).toBe('総会資料.pdfを添えました。');
    expect(await leaving()).toBe(false);
    await page.context().close();
  });

  it('can be dropped on their field, and beside it do no harm', async () => {
    const id = await begin();
    const page = await phone(id);
    const drop = (target: string): Promise<void> =>
      page.evaluate((selector) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['%PDF-1.7\n% 置いた\n'], '置いた書類.pdf'));
        const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector(selector)?.dispatchEvent(event);
        if (!event.defaultPrevented) throw new Error('the browser would leave the page');
      }, target);
    await drop('h1');
    await drop('input[name="form[assembly]"]');
    await list(page).first().waitFor();
    expect(await keptIn(id)).toEqual(['置いた書類.pdf']);
    await page.context().close();
  });

  it('come with the plain form too: what is good stays, what is not is told at its field', async () => {
    const id = await begin();
    const officer = await as('ogori-hanako');
    const form = await officer.get(sectionOf(id));
    const answered = await form
      .form()
      .fill({
        'form[assembly]': [
          { fileName: '総会資料.pdf', mediaType: 'application/pdf', bytes: pdf('一') },
          { fileName: '写真.HEIC', mediaType: 'image/heic', bytes: Buffer.from('heic') },
          { fileName: '感染.pdf', mediaType: 'application/pdf', bytes: pdf('EICAR') },
        ],
      })
      .submit('選んだ書類を添える：総会の資料');
    expect(answered.status).toBe(422);
    expect(answered.errors).toEqual([expect.stringContaining('「写真.HEIC」はiPhoneの写真の形式')]);
    expect(await keptIn(id)).toEqual(['感染.pdf', '総会資料.pdf']);
    const lines = (shown: Page): string[] => shown.texts('[data-files-of="form[assembly]"] li');
    expect(lines(answered)).toEqual([expect.stringContaining('検査待ち'), expect.stringContaining('検査待ち')]);
    await web.drainOutbox();
    const scanned = await officer.get(sectionOf(id));
    expect(lines(scanned).find((line) => line.includes('感染.pdf'))).toMatch(
      /使えません.*別のファイルを添えてください/,
    );
    expect(scanned.$('[data-files-of="form[assembly]"] li > a').text()).toBe('総会資料.pdf');
  });

  it('of a registration wait in sight of the staff, and those that the scanner does not answer for, of the administrator', async () => {
    await clamd.stop();
    await web.get(RequestAccountChange).execute(organization.officer, {
      ...{ ...SAMPLE_ACCOUNT, accountNumber: '7654321', organizationId: organization.id, reason: '通帳の更新' },
      passbook: { name: '新しい通帳.png', bytes: Buffer.concat([PICTURE, Buffer.from('新しい通帳')]) },
    });
    await web.drainOutbox();
    const passbook = `/ogori/staff/organizations/${organization.id}/account`;
    const staff = await as('tanto1');
    expect((await staff.get(passbook)).text).toContain('新しい通帳.png ウイルス検査待ち');
    const administrator = await as('kanri');
    const jobs = await administrator.get('/ogori/admin/jobs');
    expect(jobs.text).toContain('ファイルが、まだ開けません');
    expect(await checkHtml(jobs.html)).toEqual([]);
    await clamd.start();
    web.clock.pass(5);
    await web.drainOutbox();
    expect((await staff.get(passbook)).$('.passbook img').first().attr('alt')).toBe('通帳の写し：新しい通帳.png');
    expect((await administrator.get('/ogori/admin/jobs')).text).not.toContain('まだ開けません');
  });

  it('added to a draft are opened by nobody before the scanner found them clean', async () => {
    const cases = await testCases(web, clerk, 1_000_000);
    const draftId = await cases.draft(clerk, [await cases.add('小郡校区 運営交付金', 690_000)]);
    const at = `/ogori/staff/approvals/${draftId}`;
    const drafter = await as('tanto1');
    for (const [name, words] of [
      ['総会の議事録.pdf', '議事録'],
      // Other bytes than the infected file of the tests before, which nobody could add once more.
      ['見積書.pdf', 'EICAR of a draft'],
    ] as const) {
      const paper = { fileName: name, mediaType: 'application/pdf', bytes: pdf(words) };
      await (await drafter.get(at)).form('追加する').fill({ file: paper, note: name }).submit();
    }
    const approver = await as('kakaricho');
    const shown = async () => (await approver.get(at)).texts('table:has(caption:contains("添付書類")) tbody tr');
    const opened = async () => {
      const kept = 'SELECT act_id, name FROM draft_attachments WHERE draft_id = $1';
      const answers = (await web.sql<{ act_id: string; name: string }>(kept, [draftId])).map(
        async ({ act_id: id, name }) => [name, (await approver.get(`${at}/attachments/${id}`)).status],
      );
      return Object.fromEntries(await Promise.all(answers)) as unknown;
    };
    expect(await shown()).toEqual([
      expect.stringContaining('総会の議事録.pdf ウイルス検査待ち'),
      expect.stringContaining('見積書.pdf ウイルス検査待ち'),
    ]);
    expect(await opened()).toEqual({ '総会の議事録.pdf': 409, '見積書.pdf': 409 });
    await web.drainOutbox();
    expect(await shown()).toEqual([
      expect.not.stringContaining('ウイルス'),
      expect.stringContaining('見積書.pdf ウイルスが見つかったため使えません'),
    ]);
    expect(await opened()).toEqual({ '総会の議事録.pdf': 200, '見積書.pdf': 409 });
  });

  it('that break off midway leave nothing behind', async () => {
    const id = await begin();
    const officer = await as('ogori-hanako');
    const session = officer.cookie('session-ogori') ?? '';
    const { port } = new URL(web.url);
    const rows = (): Promise<{ count: number }[]> => web.sql('SELECT count(*)::int AS count FROM files');
    const before = await rows();
    const socket = connect({ port: Number(port), host: '127.0.0.1' });
    const head = '--x\r\nContent-Disposition: form-data; name="form[assembly]"; filename="a.pdf"\r\n\r\n';
    socket.write(
      `POST /ogori/committee/applications/${id}/files HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: session-ogori=${session}\r\n` +
        `Sec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 500000\r\n\r\n${head}%PDF-1.7\n`,
    );
    await new Promise((resolve) => socket.write(Buffer.alloc(200_000, 32), resolve));
    socket.destroy();
    await once(socket, 'close');
    expect((await officer.get(sectionOf(id))).status).toBe(200);
    expect(await keptIn(id)).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  it('are looked at in the page once they are clean, saved where they cannot be shown, and never by strangers', async () => {
    const id = await begin();
    await fillApplication(web, organization.officer, id);
    const page = await phone(id);
    await field(page).setInputFiles([
      file('会場.png', Buffer.concat([PICTURE, Buffer.from('見る')])),
      file('総会.pdf', pdf('見る')),
    ]);
    await list(page).nth(1).waitFor();
    expect(await list(page).allTextContents()).toEqual([
      expect.stringContaining('ウイルス検査待ち'),
      expect.stringContaining('ウイルス検査待ち'),
    ]);
    await web.drainOutbox();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    expect(asked.filter((url) => url.includes('view=1'))).toEqual([]);
    const preview = list(page).filter({ hasText: '会場.png' }).locator('details');
    await preview.locator('summary').press('Enter');
    const picture = preview.locator('img');
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    expect(asked.filter((url) => url.includes('view=1'))).toHaveLength(1);
    expect(await checkAxe(page)).toEqual([]);
    await page.context().close();

    await submitApplication(web, organization.officer, id);
    const staff = await as('tanto1');
    const review = await staff.get(`/ogori/staff/applications/${id}`);
    const addresses = review
      .$('.file-preview')
      .find('img, iframe')
      .toArray()
      .map((shown) => review.$(shown).attr('src') ?? '');
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      const { headers } = await staff.get(address);
      expect(headers.get('content-disposition')).toMatch(/^inline/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
      expect((await staff.get(address.replace('?view=1', ''))).headers.get('content-disposition')).toMatch(
        /^attachment/,
      );
    }
    const stranger = await aRegisteredOrganization(web, clerk, { name: 'となりの会', district: '隣校区' });
    await anOfficerAccount(web, stranger, 'neighbour');
    const neighbour = await as('neighbour');
    for (const address of addresses) {
      expect((await neighbour.get(address.replace('/staff/', '/committee/'))).status).toBe(404);
    }
  });
});
