import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { checkAxe } from '../../support/axe-check.js';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import { checkHtml } from '../../support/html-check.js';
import { drawGalleryPage, galleryPage, openGalleryPage } from './browser-gallery.js';
import { GALLERY } from './gallery.js';

describe('the design system', () => {
  let chromium: TestBrowser;

  beforeAll(async () => {
    chromium = await openBrowser();
  });

  afterAll(() => chromium.close());

  it.each(GALLERY)('$name is valid HTML', async (shown) => {
    expect(await checkHtml(drawGalleryPage(shown))).toEqual([]);
  });

  it.each(GALLERY)('$name is accessible and fits a narrow phone', async (shown) => {
    for (const width of [1280, 320]) {
      const page = await openGalleryPage(chromium, shown, { width });
      expect(await checkAxe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    }
  });

  it('tells what is wrong first, and each line leads to its field', async () => {
    const page = await openGalleryPage(chromium, galleryPage('form-with-errors'), {
      width: 1280,
      javaScriptEnabled: false,
    });
    expect(await page.title()).toMatch(/^エラー：/);
    await page.getByRole('link', { name: '金額は数字で入力してください' }).click();
    const field = page.locator(':target');
    expect(await field.getAttribute('name')).toBe('budget[income][1][amount]');
    expect(await field.inputValue()).toBe('１２万');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${described}`).textContent()).toContain('金額は数字で入力してください');
    await page.context().close();
  });

  it('starts with the list of faults in focus', async () => {
    const page = await openGalleryPage(chromium, galleryPage('form-with-errors'), { width: 1280 });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary');
    await page.context().close();
  });

  it('walks a staff list by j and k', async () => {
    const page = await openGalleryPage(chromium, galleryPage('staff-queue'), { width: 1280 });
    const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('j');
    expect(await focused()).toBe('小郡校区まちづくり協議会');
    await page.keyboard.press('j');
    expect(await focused()).toBe('東野校区まちづくり協議会');
    await page.keyboard.press('k');
    expect(await focused()).toBe('小郡校区まちづくり協議会');
    await page.context().close();
  });

  it('saves what is typed, and says so when it cannot', async () => {
    const page = await openGalleryPage(chromium, galleryPage('form-with-errors'), { width: 1280 });
    const sent: (string | null)[] = [];
    const answers = [
      { status: 200, body: '{"version":4}' },
      { status: 401, body: '{"status":401,"signIn":"/ogori/sign-in"}' },
      { status: 409, body: '{"status":409,"detail":"ほかの人が先に保存しました。"}' },
    ];
    await page.route('**/organization/draft', (route) => {
      sent.push(route.request().postData());
      return route.fulfill({ contentType: 'application/json', ...(answers[sent.length - 1] ?? answers[2]) });
    });
    const state = page.locator('[data-autosave-state]');
    await page.getByLabel('団体名', { exact: false }).first().fill('三国校区');
    await state.getByText('保存しました').waitFor();
    expect(new URLSearchParams(sent[0] ?? '').get('version')).toBe('3');
    await page.getByLabel('今年度の取り組み').fill('防災訓練');
    await state.getByText('ログインの期限が切れました').waitFor();
    expect(new URLSearchParams(sent[1] ?? '').get('version')).toBe('4');
    expect(await state.getByRole('link').getAttribute('href')).toBe('/ogori/sign-in');
    await page.getByLabel('今年度の取り組み').fill('防災訓練と見守り');
    await state.getByText('ほかの人が先に保存しました。').waitFor();
    expect(await page.getByLabel('今年度の取り組み').inputValue()).toBe('防災訓練と見守り');
    await page.context().close();
  });

  it('prints a list on A4 without what only a screen needs', async () => {
    const page = await openGalleryPage(chromium, galleryPage('staff-queue'), { width: 794 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: '主なページ' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: '小郡校区まちづくり協議会' }).isVisible()).toBe(true);
    await page.context().close();
  });
});
