import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DraftRevocation } from '../../src/grant-changes/index.js';
import { CollectBatch } from '../../src/payments/index.js';
import { localDate } from '../../src/kernel/local-date.js';
import { yen } from '../../src/kernel/yen.js';
import { checkHtml } from '../support/html-check.js';
import { aPublishedProgram, type TestProgram } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aBudgetLine } from '../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type ClaimedGrant,
  type PaymentPeople,
} from '../support/builders/payments.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { openWeb, type Visitor, type Web } from '../support/index.js';

/** Real names of school districts; the people are invented. */
const DISTRICTS = ['大原', '東野', '味坂', '三国'] as const;

describe('a year that was closed with grants that nobody claimed', () => {
  let web: Web;
  let towns: Towns;
  let people: PaymentPeople;
  let program: TestProgram;
  const grants: Record<string, ClaimedGrant> = {};

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };
  const grant = (district: (typeof DISTRICTS)[number]): ClaimedGrant => {
    const found = grants[district];
    if (!found) throw new Error(`${district} has no grant`);
    return found;
  };
  const balanced = async (): Promise<void> => {
    const page = await (await as('kansa')).get('/ogori/staff/year/proof?year=2026');
    expect(page.text).toContain('すべての帳簿が1円まで一致しています');
  };

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-01' });
    towns = await openTowns(web);
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(web, towns.ogori, names);
    const lineId = await aBudgetLine(web, people.clerk, '02-01-07-18-333', 9_000_000);
    program = await aPublishedProgram(web, people.clerk, { budgetLineId: lineId });
    for (const [index, district] of DISTRICTS.entries()) {
      grants[district] = await aPreparedClaim(web, people, program, {
        name: `${district}校区協働のまちづくり協議会`,
        district: `${district}校区`,
        wards: Array.from({ length: 6 + index * 3 }, (_, ward) => `${district}${String(ward + 1)}区`),
        account: { accountNumber: `000000${String(index + 1)}` },
      });
    }
    await confirmClaim(web, grant('東野'));
    await confirmClaim(web, grant('三国'));
    await web.drainOutbox();
  });
  afterAll(() => web.close());

  it('takes no payment of the year after 5/31, however the notice of the bank is typed', async () => {
    web.clock.at('2027-05-24');
    const [order] = await orderPayment(web, people, [grant('三国').claimId]);
    const orderIds = [order?.id ?? ''];
    await acceptOrders(web, people, orderIds);
    const paymentDate = localDate('2027-05-31');
    const { batchId } = await web.get(CollectBatch).execute(people.checker, { orderIds, paymentDate });
    await releaseBatch(web, people, batchId);
    web.clock.at('2027-06-01');
    const treasurer = await as('kaikei-kanrisha');
    const batch = await treasurer.get(`/ogori/treasury/batches/${batchId}`);
    const late = await batch.form('支払済として記録する').fill({ paidOn: '令和9年6月1日' }).submit();
    expect(late.errors).toEqual([expect.stringMatching(/^令和8年度の支払は令和9年5月31日までです。/)]);
    const paid = await late.form('支払済として記録する').fill({ paidOn: '令和9年5月31日' }).submit();
    expect(paid.errors).toEqual([]);
    await web.drainOutbox();
    await balanced();
  });

  it('before it is closed, says whose money lapses, line by line, and what can be done until then', async () => {
    const treasurer = await as('kaikei-kanrisha');
    const page = await treasurer.get('/ogori/staff/year/2026/closing');
    expect(await checkHtml(page.html)).toEqual([]);
    const rows = page.texts('tbody tr');
    expect(rows).toContainEqual(expect.stringMatching(/大原校区協働のまちづくり協議会.*630,000円.*請求書の確認/s));
    expect(rows).toContainEqual(expect.stringMatching(/東野校区協働のまちづくり協議会.*660,000円.*支出命令/s));
    const done = await page.form('令和8年度を閉鎖する').fill({ confirmed: 'yes' }).submit();
    expect(done.text).toContain('令和8年度を閉鎖しました。');
    // 720,000 yen were paid of 9,000,000: the rest is unused, and 1,980,000 of it had been committed.
    expect(done.texts('tbody tr')).toContainEqual(
      expect.stringMatching(/運営交付金.*9,000,000円.*720,000円.*0円.*720,000円.*8,280,000円.*1,980,000円/s),
    );
    expect(done.text).toMatch(/不用とした負担行為の残り.*大原校区協働のまちづくり協議会.*630,000円/s);
    await balanced();
  });

  it('the committee no longer finds a claim that could not be paid, and no new one is made', async () => {
    web.clock.at('2027-06-02');
    const { applicationId, claimId } = grant('東野');
    const clerk = await as('tanto1');
    expect((await clerk.get(`/ogori/staff/payments/claims/${claimId}`)).text).toContain('令和8年度の出納閉鎖');
    expect((await clerk.get('/ogori/staff/payments/orders')).text).not.toContain('東野校区協働のまちづくり協議会');
    expect((await clerk.get(`/ogori/staff/applications/${applicationId}`)).status).toBe(200);
    expect((await clerk.get(`/ogori/staff/grants/${grant('大原').grantId}`)).text).toContain(
      '令和8年度の出納閉鎖で不用とした額：630,000円',
    );
  });

  it('is revoked in part or in whole all the same, and no book of the closed year moves', async () => {
    const revoke = async (district: (typeof DISTRICTS)[number], whole: boolean): Promise<void> => {
      const { draftId } = await web.get(DraftRevocation).execute(people.clerk, {
        ...{ grantId: grant(district).grantId, whole, kept: whole ? null : yen(330_000) },
        ...{ reason: '事業を行わなかったため。', article: '交付規則第13条', recipientAtFault: false },
        ...{ heardOn: localDate('2027-06-01'), hearing: '事実を認めた。' },
        ...{ title: '交付決定の取消しについて', draftReason: '取り消してよろしいか伺います。' },
      });
      await approveByAll(web, draftId, ...people.approvers, await staffActor(web, towns.ogori, 'bucho'));
      await web.drainOutbox();
      await balanced();
    };
    await revoke('大原', false);
    await revoke('味坂', true);
    const page = await (await as('tanto1')).get(`/ogori/staff/grants/${grant('大原').grantId}`);
    expect(page.text).toContain('330,000円');
    // Nothing was paid, so nothing is asked back.
    expect((await (await as('tanto1')).get('/ogori/staff/repayments')).text).not.toContain(
      '校区協働のまちづくり協議会',
    );
  });
});
