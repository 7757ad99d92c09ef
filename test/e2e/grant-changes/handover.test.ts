import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RemoveOfficer, SaveOfficer } from '../../../src/organizations/index.js';
import { anOfficerAccount } from '../../support/builders/applications.js';
import { GrantsInJune, reviewOf } from '../../support/builders/grants-in-june.js';
import { checkHtml } from '../../support/html-check.js';

describe('a grant that survives its officers', () => {
  let june: GrantsInJune;

  beforeAll(async () => {
    june = await GrantsInJune.open();
  });

  afterAll(async () => {
    expect(await june.close()).toBe(true);
  });

  it('new officers find what is open and who served before; letters bear the representative of their day', async () => {
    const issued = await june.aGrant();
    const first = await june.as(issued.signInName);
    const check = await june.amend(first, issued, {
      meetings: 210_000,
      publicity: 90_000,
      dues: 100_000,
      increase: true,
    });
    await check.form('この内容で変更の承認を申請する').submit();
    // spring has come: 見本 次郎 follows 見本 花子
    const { organization } = issued;
    const { officerId } = await june.web.get(SaveOfficer).execute(organization.officer, {
      ...{ organizationId: organization.id, officerId: null, version: 0, role: '会長', name: '見本 次郎' },
      ...{ phone: '0942-00-0001', termFrom: '2026-06-01', termUntil: '2028-05-31', isRepresentative: true },
    });
    const letter = await june.decide(reviewOf(check), { outcome: 'granted' });
    expect(letter).toContain('会長見本次郎様');
    const officer = { ...organization.officer, officerId, name: '見本 次郎' };
    await anOfficerAccount(june.web, { ...organization, officer }, `${issued.signInName}-2`);
    await june.web.get(RemoveOfficer).execute(officer, {
      ...{ organizationId: organization.id, officerId: organization.officer.officerId },
    });
    const second = await june.as(`${issued.signInName}-2`);
    const home = await second.get('/ogori/committee');
    expect(home.text).toContain('会長の見本 花子さんから引き継いだ手続き');
    const page = await home.click('引継ぎのページ');
    expect(await checkHtml(page.html)).toEqual([]);
    expect(page.text).toContain('請求書を確かめる');
    expect(page.text).toContain('見本 花子');
    expect((await page.click(june.program.document.name)).text).toContain('いまの交付決定額200,000円');
  });
});
