import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync, spawnSync } from 'node:child_process';

import { BudgetLedger } from '../../src/budgets/index.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { DraftRevocation } from '../../src/grant-changes/index.js';
import { localDate } from '../../src/kernel/local-date.js';
import { yen } from '../../src/kernel/yen.js';
import { CollectBatch, MarkBatchPaid, ReturnPaymentOrder } from '../../src/payments/index.js';
import { sha256Of } from '../../src/platform/files/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { checkAxe } from '../support/axe-check.js';
import { aPublishedProgram, type TestProgram } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aBudgetLine, theMorningOf } from '../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderOf,
  orderPayment,
  paymentPeople,
  releaseBatch,
  type ClaimedGrant,
  type PaymentPeople,
} from '../support/builders/payments.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { onceARun } from '../support/once-a-run.js';
import { mailsOf } from '../support/mails.js';
import type { Page as BrowserPage } from 'playwright-core';
import { openBrowser, openWeb, type TestBrowser, type Visitor, type Web } from '../support/index.js';

/** Real names of school districts; the people are invented. */
const DISTRICTS = ['大原', '東野', '味坂'] as const;

describe('the year and its closing', () => {
  let web: Web;
  let towns: Towns;
  let people: PaymentPeople;
  let program: TestProgram;
  let chromium: TestBrowser;
  const claims: ClaimedGrant[] = [];

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-01' });
    towns = await openTowns(web);
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(web, towns.ogori, names);
    const lineId = await aBudgetLine(web, people.clerk, '02-01-07-18-333', 9_000_000);
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
    chromium = await openBrowser();
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

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
    await releaseBatch(web, people, batchId);
    web.clock.at(day);
    await web.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: day });
    await web.drainOutbox();
  };

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  /** Nothing wider than a phone, and axe clean; with SCREENSHOTS, a picture of each at both widths. */
  const inspect = async (person: BrowserPage, paths: readonly string[]): Promise<void> => {
    const folder = process.env['SCREENSHOTS'];
    for (const path of paths) {
      await person.goto(`${web.url}/ogori/${path}`);
      expect([path, await checkAxe(person)]).toEqual([path, []]);
      for (const width of [360, 1280]) {
        await person.setViewportSize({ width, height: 900 });
        const overflow = await person.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([path, width, overflow]).toEqual([path, width, 0]);
        const name = `${path.replace(/\W+/g, '-')}-${String(width)}.png`;
        if (folder) await person.screenshot({ path: `${folder}/${name}`, fullPage: true });
      }
    }
  };

  it('every book tells the same to the yen, and whoever works at the town hall reads so', async () => {
    for (const who of ['kansa', 'kaikei-kanrisha', 'tanto1']) {
      const page = await (await as(who)).get('/ogori/staff/year/proof');
      expect([who, page.text]).toEqual([who, expect.stringContaining('すべての帳簿が1円まで一致しています')]);
      // 630,000 and 660,000 yen are paid, 690,000 more are decided.
      expect(page.texts('tbody tr').slice(0, 3)).toEqual([
        expect.stringMatching(/負担行為済額.*1,980,000円.*1,980,000円.*一致/s),
        expect.stringMatching(/命令済額.*1,290,000円.*1,290,000円.*一致/s),
        expect.stringMatching(/支払済額.*1,290,000円.*1,290,000円.*1,290,000円.*一致/s),
      ]);
    }
    expect((await web.visitor().get('/ogori/staff/year/proof')).text).not.toContain('照合');
  });

  /** `npm run prove` on the database of this house, in a process of its own. */
  const prove = async (): Promise<{ status: number | null; said: string }> => {
    await onceARun('build', () =>
      Promise.resolve(execFileSync(process.execPath, ['.config/build-if-stale.mjs']).toString()),
    );
    const { DATABASE_OWNER_URL: _owner, ...environment } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/src/prove.js'], {
      env: { ...environment, DATABASE_URL: web.config.databaseUrl ?? '' },
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };

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

    // The command that an operator runs: exit code 1, and the same words.
    const before = await prove();
    expect(before.status).toBe(1);
    expect(before.said).toContain('小郡市：違い 1件');
    expect(before.said).toContain('支払 1,290,000 ≠ 660,000');
    expect(before.said).toContain('R8-S0001 大原校区協働のまちづくり協議会：支払済額が合いません。');

    await unpaid('2026-05-29');
    expect(await prove()).toMatchObject({ status: 0, said: expect.stringContaining('小郡市：一致') as unknown });
    const mended = await page.form('いま照合して記録する').submit();
    expect(mended.text).toContain('照合して、一致を記録しました。');
    expect((await treasurer.get('/ogori/treasury/orders')).text).not.toContain('帳簿の照合で違いが');
  });

  it('tells how far the money has come by line, programme and district, and how long each step took', async () => {
    const page = await (await as('kansa')).get('/ogori/staff/year/2026/execution');
    const rows = page.texts('tbody tr');
    // 1,290,000 of 9,000,000 yen is paid.
    expect(rows).toContainEqual(expect.stringMatching(/運営交付金.*9,000,000円.*1,980,000円.*1,290,000円.*14\.3%/s));
    expect(rows).toContainEqual(expect.stringMatching(/令和8年度 運営交付金.*3件.*1,980,000円.*1,290,000円.*65\.1%/s));
    expect(rows).toContainEqual(expect.stringMatching(/味坂校区.*1件.*690,000円.*0円.*0\.0%/s));
    expect(rows).toContainEqual(expect.stringMatching(/支出命令から支払まで.*2件.*28日.*28日/s));
  });

  it('the auditor takes all evidence of a grant with its hashes, changes nothing, and is remembered', async () => {
    const auditor = await as('kansa');
    const list = await auditor.get('/ogori/staff/year/2026/evidence');
    expect(list.texts('tbody th')).toEqual(DISTRICTS.map((district) => expect.stringContaining(district)));
    const [taken] = claims;
    const caseId = taken?.applicationId ?? '';
    const bundle = await auditor.get(`/ogori/staff/evidence/${caseId}`);
    expect(bundle.headers.get('content-disposition')).toContain(
      encodeURIComponent('大原校区協働のまちづくり協議会.zip'),
    );
    const files = unzipSync(bundle.bytes);
    const names = Object.keys(files);
    for (const part of ['受付票', '交付決定通知書', '請求書', '規約', '決裁文書/決裁文書_', '記録/予算台帳.csv']) {
      expect([part, names.some((name) => name.includes(part))]).toEqual([part, true]);
    }
    const contents = strFromU8(files['目録.csv'] ?? new Uint8Array());
    for (const name of names.filter((each) => each !== '目録.csv')) {
      expect([name, contents.includes(`${sha256Of(files[name] ?? new Uint8Array())},`)]).toEqual([name, true]);
    }
    expect(strFromU8(files['記録/予算台帳.csv'] ?? new Uint8Array())).toMatch(
      /支出負担行為,負担行為済額,630000.*支払,支払済額,630000/s,
    );
    expect(strFromU8(files['記録/予算台帳.csv'] ?? new Uint8Array())).toMatch(
      /^\uFEFF?記帳日,支払日・領収日,年度,.*\r?\n\d{4}-\d{2}-\d{2},,令和8年度,/,
    );
    expect(strFromU8(files['記録/操作の記録.csv'] ?? new Uint8Array())).toMatch(/交付決定.*請求書を確認.*支払を決定/s);

    expect((await (await as('tanto1')).get(`/ogori/staff/evidence/${caseId}`)).status).toBe(403);
    expect((await auditor.submit('/ogori/staff/year/proof')).status).toBe(403);
    expect((await auditor.get('/ogori/staff/year/2026/closing')).status).toBe(403);
    const stranger = web.visitor();
    await signIn(stranger, towns.kotake, 'kansa');
    expect((await stranger.get(`/kotake/staff/evidence/${caseId}`)).status).toBe(404);

    const clerk = await as('tanto1');
    const [letter] = await web.sql<{ id: string }>(`SELECT letter_id AS id FROM grants WHERE id = $1`, [
      taken?.grantId,
    ]);
    await clerk.get(`/ogori/staff/letters/${letter?.id ?? ''}/pdf`);
    const organization = `/ogori/staff/organizations/${taken?.organization.id ?? ''}`;
    const passbook = /passbooks\/[0-9a-f-]{36}/.exec((await clerk.get(`${organization}/account`)).html)?.[0];
    await clerk.get(`${organization}/${passbook ?? ''}`);
    const trail = await (await as('kanri')).get('/ogori/admin/audit');
    for (const act of ['証拠書類を取出し', '文書のPDFを開いた', '通帳の写しを開いた'])
      expect(trail.text).toContain(act);
  }, 120_000);

  it('the year-end page says what is open and by whom; nobody closes too early or with an order unpaid', async () => {
    web.clock.at('2027-04-05');
    const clerk = await as('tanto1');
    const page = await clerk.get('/ogori/staff/year');
    expect(page.path).toBe('/ogori/staff/year/2026');
    expect(page.text).toContain('団体が確認していない請求書（1件）');
    expect(page.texts('tbody tr').join()).toMatch(/味坂校区協働のまちづくり協議会.*690,000円.*団体/s);
    expect(page.text).toContain('閉鎖できるのは令和9年5月31日からです');
    // Reports that are not in have no amount yet, and so no sum.
    expect(page.html).not.toMatch(/合計(?:<[^>]*>|\s)*0円/);
    expect((await clerk.get('/ogori/staff/year/2026/closing')).status).toBe(403);

    const [late] = claims.slice(2);
    if (!late) throw new Error('the third claim is missing');
    await confirmClaim(web, late);
    await orderPayment(web, people, [late.claimId]);
    web.clock.at('2027-05-31');
    const treasurer = await as('kaikei-kanrisha');
    const asked = await treasurer.get('/ogori/staff/year/2026/closing');
    expect(asked.text).toContain('支払が終わっていない支出命令が1件あります。');
    expect(asked.text).toContain('令和9年5月31日までに領収した返還金は、閉鎖する前に入力してください。');
    const refused = await asked.form('令和8年度を閉鎖する').fill({ confirmed: 'yes', slipsEntered: 'yes' }).submit();
    expect(refused.errors).toEqual(['支払が終わっていない支出命令が1件あります。支払うか、返付してください。']);
    const { id } = await orderOf(web, people.clerk, late.claimId);
    await web.get(ReturnPaymentOrder).execute(people.treasurer, { orderId: id, reason: '口座の確認が間に合わない' });

    const stale = await refused
      .form('令和8年度を閉鎖する')
      .fill({ confirmed: 'yes', slipsEntered: 'yes', note: '繰越なし' })
      .submit();
    expect(stale.errors).toEqual([
      '画面を開いてから、金額か残っているものが変わりました。今の内容を確かめて、もう一度閉鎖してください。',
    ]);
    expect(stale.form('令和8年度を閉鎖する').value('note')).toBe('繰越なし');
    const unconfirmed = await stale.form('令和8年度を閉鎖する').submit();
    expect(unconfirmed.errors).toEqual([
      '令和9年5月31日までの領収済通知書を会計ですべて入力したことを確かめて、印を付けてください。',
      '確かめたことに印を付けてください。',
    ]);
  }, 120_000);

  it('the 会計管理者 closes the year in the browser; what stays open is kept, and nothing is posted any more', async () => {
    const person = await chromium.person({ viewport: { width: 1280, height: 900 } });
    await person.goto(`${web.url}/ogori/sign-in`);
    await person.fill('input[name="signInName"]', 'kaikei-kanrisha');
    await person.fill('input[name="password"]', DEMO_PASSWORD);
    await person.click('main button[type="submit"]');
    await person.click('text=年度の締め');
    await inspect(person, ['staff/year/2026/closing', 'staff/year/2026']);
    await person.click('text=令和8年度を閉鎖する');
    await person.check('input[name="slipsEntered"]');
    await person.check('input[name="confirmed"]');
    await person.fill('textarea[name="note"]', '繰越明許費・事故繰越ともになし');
    await person.click('main form button[type="submit"]');
    await person.waitForSelector('text=令和8年度を閉鎖しました。');
    const text = (await person.textContent('main')) ?? '';
    expect(text).toContain('令和9年5月31日に閉鎖しました');
    expect(text).toContain('閉鎖のときに残っていたもの');
    expect(text).toContain('繰越明許費・事故繰越ともになし');
    await inspect(person, ['staff/year/2026', 'staff/year/proof?year=2026', 'staff/year/2026/execution']);
    await person.context().close();

    const again = await (await as('kaikei-kanrisha')).get('/ogori/staff/year/2026/closing');
    expect(again.text).toContain('閉鎖しました');
    const unit = web.get(UnitOfWork);
    const [, , late] = claims;
    const act = unit.run(people.treasurer, (tx) =>
      web.get(BudgetLedger).reverseCommitment(tx, { kind: 'grant', id: late?.grantId ?? '' }),
    );
    await expect(act).rejects.toMatchObject({ code: 'budgets.year-closed' });
    const proof = await (await as('kansa')).get('/ogori/staff/year/proof?year=2026');
    expect(proof.text).toContain('すべての帳簿が1円まで一致しています');
  }, 120_000);

  it('what comes out after the closing is revoked all the same, and no book of the closed year moves', async () => {
    web.clock.at('2027-09-01');
    const { grantId } = claims[0] ?? { grantId: '' };
    const { draftId } = await web.get(DraftRevocation).execute(people.clerk, {
      ...{ grantId, whole: false, kept: yen(330_000), reason: '目的外に使用したため。', article: '交付規則第13条' },
      ...{ recipientAtFault: true, heardOn: localDate('2027-08-25'), hearing: '事実を認めた。' },
      ...{ title: '交付決定の一部取消しについて', draftReason: '取り消してよろしいか伺います。' },
    });
    await approveByAll(web, draftId, ...people.approvers, await staffActor(web, towns.ogori, 'bucho'));
    await web.drainOutbox();
    expect((await (await as('tanto1')).get('/ogori/staff/repayments')).text).toMatch(
      /大原校区協働のまちづくり協議会.*300,000円/s,
    );
    const proof = await (await as('kansa')).get('/ogori/staff/year/proof?year=2026');
    expect(proof.text).toContain('すべての帳簿が1円まで一致しています');
  }, 120_000);
});
