import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openBrowser, type TestBrowser } from '../../support/browser.js';

describe('the browser of the tests', () => {
  let chromium: TestBrowser;

  beforeAll(async () => {
    chromium = await openBrowser();
  });

  afterAll(() => chromium.close());

  it('gives each person cookies of their own and runs scripts', async () => {
    const page = await chromium.person();
    await page.setContent('<p id="p">小郡市</p><script>document.title = navigator.language</script>');
    expect(await page.title()).toBe('ja-JP');
    await page.context().close();
    const another = await chromium.person({ viewport: { width: 360, height: 740 } });
    expect(await another.evaluate(() => innerWidth)).toBe(360);
  });
});
