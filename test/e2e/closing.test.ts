import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { localDate } from '../../src/kernel/local-date.js';
import { CollectBatch, MarkBatchPaid, ReleaseBatch } from '../../src/payments/index.js';
import { aPublishedProgram, type TestProgram } from '../support/builders/applications.js';
import { aBudgetLine, theMorningOf } from '../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderPayment,
  paymentPeople,
  type ClaimedGrant,
  type PaymentPeople,
} from '../support/builders/payments.js';
import { openTowns, signIn, type Towns } from '../support/builders/staff.js';
import { runFolder } from '../support/once-a-run.js';
import { mailsOf } from '../support/mails.js';
import { openWeb, type Visitor, type Web } from '../support/index.js';

/** Real names of school districts; the people are invented. */
const DISTRICTS = ['大原', '東野', '味坂'] as const;

describe('the year and its closing', () => {
  let web: Web;
  let towns: Towns;
  let people: PaymentPeople;
  let program: TestProgram;
  let lineId: string;
  const claims: ClaimedGrant[] = [];

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-01', environment: { DATA_DIR: path.join(runFolder(), randomUUID()) } });
    towns = await openTowns(web);
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(web, towns.ogori, names);
    lineId = await aBudgetLine(web, people.clerk, '02-01-07-18-333', 9_000_000);
    program = await aPublishedProgram(web, people.clerk, { budgetLineId: lineId });
    for (const [index, district] of DISTRICTS.entries()) {
      const claimed = await aPreparedClaim(web, people, program, {
        name: `${district}校区協働のまちづくり協議会`,
        district: `${district}校区`,
        wards: Array.from({ length: 6 + index * 3 }, (_, ward) => `${district}${String(ward + 1)}区`),
        account: { accountNumber: `000000${String(index + 1)}` },
      });
      claims.push(claimed);
    }
    await pay(claims.slice(0, 2));
  });

  afterAll(() => web.close());

  /** From the committee's claim to the bank's 支払済 notice. */
  const pay = async (paid: readonly ClaimedGrant[]): Promise<void> => {
    for (const claimed of paid) await confirmClaim(web, claimed);
    const orders = await orderPayment(
      web,
      people,
      paid.map(({ claimId }) => claimId),
    );
    const orderIds = orders.map(({ id }) => id);
    await acceptOrders(web, people, orderIds);
    const day = localDate('2026-05-29');
    const { batchId } = await web.get(CollectBatch).execute(people.checker, { orderIds, paymentDate: day });
    await web.get(ReleaseBatch).execute(people.treasurer, { batchId: batchId ?? '' });
    web.clock.at(day);
    await web.get(MarkBatchPaid).execute(people.checker, { batchId: batchId ?? '', paidOn: day });
    await web.drainOutbox();
  };

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  it('every book tells the same to the yen, and whoever works at the town hall reads so', async () => {
    for (const who of ['kansa', 'kaikei-kanrisha', 'tanto1']) {
      const page = await (await as(who)).get('/ogori/staff/year/proof');
      expect([who, page.text]).toEqual([who, expect.stringContaining('すべての帳簿が1円まで一致しています')]);
      // 630,000 and 660,000 yen are paid, 690,000 more are decided.
      expect(page.texts('tbody tr')[0]).toMatch(/1,980,000円.*1,980,000円.*1,290,000円.*1,290,000円.*1,290,000円/s);
    }
    expect((await web.visitor().get('/ogori/staff/year/proof')).text).not.toContain('照合');
  });

  it('a planted difference is named the next morning, by mail and on the desks, until it is mended', async () => {
    await web.sql(`UPDATE staff_members SET mail = CASE name WHEN '八坂 見本' THEN 'kanri' ELSE 'tanto1' END || '@example.jp'
      WHERE name IN ('八坂 見本', '横隈 見本')`);
    const unpaid = (paidOn: string | null) =>
      web.sql(
        `UPDATE payment_orders SET paid_on = $1::date, state = CASE WHEN $1::date IS NULL THEN 'instructed' ELSE 'paid' END
          WHERE grant_id = $2`,
        [paidOn, claims[0]?.grantId],
      );
    await unpaid(null);
    await theMorningOf(web, towns.ogori, '2026-06-01');
    const mails = mailsOf(web).filter(({ subject }) => subject.includes('照合'));
    expect(mails.map(({ to }) => to)).toEqual(['kanri@example.jp']);
    expect(mails[0]?.text).toContain(
      'R8-S0001 大原校区協働のまちづくり協議会：支払済額が合いません。予算台帳 630,000円、支払の記録 0円（差 630,000円）',
    );

    const treasurer = await as('kaikei-kanrisha');
    expect((await treasurer.get('/ogori/treasury/orders')).text).toContain('帳簿の照合で違いが');
    expect((await (await as('kanri')).get('/ogori/admin/staff')).text).toContain('帳簿の照合で違いが');
    const page = await treasurer.get('/ogori/staff/year/proof');
    expect(page.text).toContain('支払の記録 0円（差 630,000円）');

    await unpaid('2026-05-29');
    const mended = await page.form('いま照合して記録する').submit();
    expect(mended.text).toContain('照合して、一致を記録しました。');
    expect((await treasurer.get('/ogori/treasury/orders')).text).not.toContain('帳簿の照合で違いが');
  });
});
