import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import { PLAIN, UNADJUSTED } from '../support/builders/rule-parts.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { BudgetLedger } from '../../src/budgets/index.js';
import { Accounts } from '../../src/identity/index.js';
import { systemActor } from '../../src/kernel/actor.js';
import { fiscalYear } from '../../src/kernel/fiscal-year.js';
import { yen } from '../../src/kernel/yen.js';
import type { Municipality } from '../../src/municipalities/index.js';
import { Claims, orderNumberText, readTransferFile, ViewClaims } from '../../src/payments/index.js';
import { readCsv } from '../../src/platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../src/platform/database/index.js';
import { readWorkbook } from '../../src/platform/excel/index.js';
import { checkAxe } from '../support/axe-check.js';
import { aPublishedProgram } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aBudgetLine, aDecidedGrant, aPassedCase, issueLetters } from '../support/builders/grants.js';
import {
  acceptOrders,
  aPreparedClaim,
  confirmClaim,
  orderPayment,
  paymentPeople,
  todayOf,
  type ClaimedGrant,
  type PaymentPeople,
} from '../support/builders/payments.js';
import { aPicture, askForOtherAccount, confirmOtherAccount } from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { readPdf } from '../support/pdf-check.js';
import { openBrowser, openWeb, type Page, type TestBrowser, type Visitor, type Web } from '../support/index.js';

/** Real names of school districts; the people are invented. */
const DISTRICTS = ['小郡', '三国', 'のぞみが丘'] as const;

describe('from the claim to the bank, and to the public page', () => {
  let web: Web;
  let towns: Towns;
  let people: PaymentPeople;
  let chromium: TestBrowser;
  const claims: ClaimedGrant[] = [];

  const officerAccount = (town: Municipality, officerId: string, signInName: string) =>
    web.get(UnitOfWork).run(systemActor(town.id, 'test'), (tx) =>
      web.get(Accounts).createForParty(tx, {
        ...{ partyKind: 'officer', partyId: officerId, signInName, password: DEMO_PASSWORD },
        displayName: '見本 花子',
      }),
    );

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-01' });
    towns = await openTowns(web);
    const names = { clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' };
    people = await paymentPeople(web, towns.ogori, names);
    const budgetLineId = await aBudgetLine(web, people.clerk, '02-01-07-18-333', 9_000_000);
    const program = await aPublishedProgram(web, people.clerk, { budgetLineId });
    for (const [index, district] of DISTRICTS.entries()) {
      const claimed = await aPreparedClaim(web, people, program, {
        name: `${district}校区協働のまちづくり協議会`,
        district: `${district}校区`,
        wards: Array.from({ length: 6 + index * 3 }, (_, ward) => `${district}${String(ward + 1)}区`),
        account: { accountNumber: `000000${String(index + 1)}` },
      });
      claims.push(claimed);
      await officerAccount(towns.ogori, claimed.organization.officer.officerId, `yakuin${String(index)}`);
    }
    chromium = await openBrowser();
  });

  afterAll(async () => {
    await chromium.close();
    await web.close();
  });

  const as = async (signInName: string, town = towns.ogori): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, town, signInName);
    return visitor;
  };

  /** Every page as it stands at this point of the story: sound HTML, axe clean, nothing wider than a phone. */
  const inspect = async (who: string, paths: readonly string[], town = towns.ogori): Promise<void> => {
    const visitor = await as(who, town);
    const person = await chromium.person({ viewport: { width: 360, height: 800 } });
    await person.goto(`${web.url}/${town.slug}/sign-in`);
    await person.fill('input[name="signInName"]', who);
    await person.fill('input[name="password"]', DEMO_PASSWORD);
    await person.click('main button[type="submit"]');
    for (const path of paths) {
      const page = await visitor.get(path);
      expect([path, page.status, await checkHtml(page.html)]).toEqual([path, 200, []]);
      await person.goto(web.url + path);
      expect([path, await checkAxe(person)]).toEqual([path, []]);
      const overflow = await person.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
    }
    await person.context().close();
  };

  it('an officer checks the claim, is told what is missing at the field, and sends it', async () => {
    const officer = await as('yakuin0');
    const list = await officer.get('/ogori/committee/claims');
    expect(list.text).toContain('630,000円');
    const page = await list.click('令和8年度 運営交付金');
    await inspect('yakuin0', [list.path, page.path]);
    const faulty = await page
      .form('この内容で請求する')
      .fill({ inChargePhone: '', responsibleName: '見本　花子' })
      .submit();
    expect(faulty.status).toBe(422);
    expect(faulty.errors).toEqual([
      '担当者の電話番号を、0から始まる10けたか11けたの数字で入力してください（例：0942-00-0000）。',
    ]);
    expect(faulty.form('この内容で請求する').value('responsibleName')).toBe('見本　花子');
    const done = await faulty.form('この内容で請求する').fill({ inChargePhone: '０９４２－００－００００' }).submit();
    expect(done.text).toContain('請求書を提出しました');
    expect(done.text).toContain('0942-00-0000');
    for (const claimed of claims.slice(1)) await confirmClaim(web, claimed);
    await web.drainOutbox();
    const [letter] = await web.sql<{ code: string }>(`SELECT check_code AS code FROM letters WHERE subject_id = $1`, [
      claims[0]?.claimId,
    ]);
    const checked = await web.visitor().get(`/ogori/check/${letter?.code ?? ''}`);
    expect(checked.heading).toBe(`この窓口で作られた${claims[0]?.organization.name ?? ''}の文書です`);
    expect(checked.text).toContain('630,000円');
    const other = await as('yakuin1');
    expect((await other.get(done.path)).status).toBe(404);
    await inspect('yakuin0', [done.path, `${done.path}/withdrawal`, `${done.path}/delegation`]);
    // 委任状: faults stand at their fields and what was typed stays; handed in and taken back nothing is left of it.
    const delegation = await done.click('別の人が受け取るとき（委任状）');
    const paper = { fileName: '委任状.png', mediaType: 'image/png', bytes: aPicture().bytes };
    const half = await delegation
      .form('委任状を出す')
      .fill({
        delegateName: '見本 一郎',
        reason: '名義が前の会長のまま',
        bank: '9999',
        holderKana: 'ミホン イチロウ',
        paper,
      })
      .submit();
    expect(half.errors.length).toBeGreaterThan(0);
    expect(half.form('委任状を出す').value('delegateName')).toBe('見本 一郎');
    const given = await half
      .form('委任状を出す')
      .fill({ bank: '0177', branch: '636', accountKind: '1', accountNumber: '5550001', paper })
      .submit();
    expect(given.text).toContain('職員の確認待ち');
    const checking = await (await as('tanto1')).get(`/ogori/staff/payments/claims/${claims[0]?.claimId ?? ''}`);
    expect(checking.form('委任状と合っているので確認する').value('transferKana')).toBe('ﾐﾎﾝ ｲﾁﾛｳ');
    await inspect('tanto1', [checking.path]);
    await inspect('yakuin0', [given.path]);
    expect((await given.form('委任状を取り下げる').submit()).text).toContain('委任状を取り下げました');
  }, 120_000);

  it('staff draft the orders of all claims at once', async () => {
    const staff = await as('tanto1');
    const desk = await staff.get('/ogori/staff/payments');
    expect(desk.text).toContain('支出命令を起案する請求（3件）');
    expect(desk.text).toContain('1,980,000円');
    await inspect('tanto1', [desk.path, `${desk.path}/claims/${claims[0]?.claimId ?? ''}`]);
    const none = await desk.form('選んだ請求の支出命令を起案する').fill({ 'claimIds[]': [] }).submit();
    expect(none.errors).toEqual(['支払う請求書を1件以上選んでください。']);
    expect(none.$('input[name="claimIds[]"][checked]')).toHaveLength(0);
    const all = claims.map(({ claimId }) => claimId);
    const drafted = await none.form('選んだ請求の支出命令を起案する').fill({ 'claimIds[]': all }).submit();
    expect(drafted.path).toMatch(/^\/ogori\/staff\/approvals\/[0-9a-f-]{36}$/);
    await approveByAll(web, drafted.path.split('/').pop() ?? '', ...people.approvers);
  }, 120_000);

  it('the checker answers the checklist, the treasurer decides, each only his part', async () => {
    const checker = await as('kaikei-shinsa');
    const desk = await checker.get('/ogori/treasury/orders');
    const ids = desk
      .$('input[name="orderIds[]"]')
      .toArray()
      .map((input) => desk.$(input).attr('value') ?? '');
    expect(ids).toHaveLength(3);
    const all = { 'orderIds[]': ids };
    await inspect('kaikei-shinsa', [desk.path, `${desk.path}/${ids[0] ?? ''}`, `${desk.path}/print`]);
    const order = await checker.get(`${desk.path}/${ids[0] ?? ''}`);
    const claim = await order.click('請求書（新しいタブ）');
    expect((await readPdf(claim.bytes)).text).toContain('請求書');
    const decision = await order.click('交付決定通知書（新しいタブ）');
    expect((await readPdf(decision.bytes)).text).toContain('金630,000円');
    const passbook = await order.click('通帳の写し（新しいタブ）');
    expect(passbook.headers.get('content-type')).toBe('image/png');
    const opened = await web.sql<{ paper: string }>(
      `SELECT detail ->> 'paper' AS paper FROM audit_entries WHERE action = 'payment-order.paper-opened' ORDER BY 1`,
    );
    expect(opened.map(({ paper }) => paper)).toEqual(['claim', 'decision', 'passbook']);
    expect((await (await as('tanto1')).get(claim.path)).status).not.toBe(200);
    const missing = await desk.form('選んだ支出命令の審査結果を記録する').fill(all).submit();
    expect(missing.errors).toEqual(
      ['法令・予算', '支出負担行為', '債権者'].map((label) => `「${label}」の審査結果を選んでください。`),
    );
    const answers = { 'findings[legality]': 'agrees', 'findings[commitment]': 'agrees', 'findings[payee]': 'agrees' };
    const checked = await missing
      .form('選んだ支出命令の審査結果を記録する')
      .fill({ ...all, ...answers })
      .submit();
    expect(checked.text).toContain('3件の審査結果を記録しました。');
    expect(() => checked.form('選んだ支出命令の支払を決定する')).toThrow();

    const treasurer = await as('kaikei-kanrisha');
    await inspect('kaikei-kanrisha', [desk.path, `${desk.path}/${ids[0] ?? ''}`]);
    const decided = await (
      await treasurer.get('/ogori/treasury/orders')
    )
      .form('選んだ支出命令の支払を決定する')
      .submit();
    expect(decided.text).toContain('3件の支払を決定しました。');
  }, 120_000);

  it('a batch is collected, proved, released twice into the same file, and paid', async () => {
    const checker = await as('kaikei-shinsa');
    const desk = await checker.get('/ogori/treasury/batches');
    await inspect('kaikei-shinsa', [desk.path]);
    const none = await desk.form('選んだ支出命令を束にする').fill({ 'orderIds[]': [] }).submit();
    expect(none.status).toBe(422);
    expect(none.$('input[name="orderIds[]"][checked]')).toHaveLength(0);
    const weekend = await desk.form('選んだ支出命令を束にする').fill({ paymentDate: '2026/5/30' }).submit();
    expect(weekend.errors).toEqual(['令和8年5月30日は銀行の休業日です。銀行の営業日を入力してください。']);
    const batch = await weekend.form('選んだ支出命令を束にする').fill({ paymentDate: '2026/5/29' }).submit();
    expect(batch.text).toContain('束と一致');
    expect(batch.text).toContain('1,980,000円');

    const treasurer = await as('kaikei-kanrisha');
    expect((await treasurer.get(batch.path)).text).toContain('送付書の確認を待っています');
    const reading = await batch.click('銀行が読む内容を1件ずつ見る');
    expect(reading.text).toContain('試しに作った内容です');
    expect(reading.text).toMatch(/81–90振込金額0000630000.*81–90振込金額0000660000.*81–90振込金額0000690000/s);
    expect(reading.text).toContain('8–19合計金額000001980000');
    await inspect('kaikei-shinsa', [reading.path]);
    const cover = await batch.click('送付書（PDF）を開く');
    expect((await readPdf(cover.bytes)).text).toContain('まだ確認されていません');
    const confirmed = await batch.form('件数・金額・照合コードを確認した').submit();
    expect(confirmed.text).toContain('送付書を確認しました。');
    const waiting = await treasurer.get(batch.path);
    await inspect('kaikei-kanrisha', [batch.path]);
    const form = waiting.form('承認して振込データを作る');
    const [first, second] = await Promise.all([form.submit(), form.submit()]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const files = await Promise.all([treasurer, checker].map((person) => person.get(`${batch.path}/file`)));
    expect(files[0]?.headers.get('content-disposition')).toContain('zengin-ogori-20260529-1.txt');
    expect(files[0]?.bytes).toEqual(files[1]?.bytes);
    const bank = readTransferFile(files[0]?.bytes ?? Buffer.alloc(0));
    expect([bank.faults, bank.count, bank.total]).toEqual([[], 3, 1_980_000n]);

    web.clock.at('2026-05-29');
    await inspect('kaikei-shinsa', [batch.path, `${batch.path}/reading`]);

    // Four weeks later every session has ended.
    const later = await as('kaikei-shinsa');
    const signed = (await readPdf((await later.get(`${batch.path}/cover`)).bytes)).text;
    expect(signed).toContain('zengin-ogori-20260529-1.txt');
    expect(signed).not.toContain('まだ確認されていません');
    const paid = await (await later.get(batch.path)).form('支払済として記録する').submit();
    expect(paid.text).toContain('支払済として記録しました。');
    await web.drainOutbox();
    const officer = await as('yakuin0');
    expect((await officer.get('/ogori/committee/claims')).texts('.tag')).toEqual(['振込済み']);
  }, 120_000);

  it('the bank gives one payment back: a task for both desks, mended, and paid once more under the same order', async () => {
    web.clock.at('2026-06-02');
    const checker = await as('kaikei-shinsa');
    const batches = await checker.get('/ogori/treasury/batches');
    const batch = await batches.clickTo((href) => /batches\/[0-9a-f-]{36}$/.test(href));
    const order = await batch.clickTo((href) => /treasury\/orders\/[0-9a-f-]{36}$/.test(href));
    const telling = await order.click('振込不能・組戻を記録する');
    await inspect('kaikei-shinsa', [telling.path]);
    const said = { failedOn: '令和8年6月1日', reason: '名義相違', detail: 'カイケイ ハナコ' };
    const faulty = await telling
      .form('振込不能・組戻を記録する')
      .fill({ ...said, reason: '' })
      .submit();
    expect(faulty.errors).toEqual(['銀行が示した理由を選んでください。']);
    const failed = await faulty.form('振込不能・組戻を記録する').fill(said).submit();
    expect(failed.text).toContain('名義相違（カイケイ ハナコ）');
    expect((await checker.get(batch.path)).text).toContain('振込不能');
    await web.drainOutbox();

    const staff = await as('tanto1');
    const desk = await staff.get('/ogori/staff/payments');
    expect(desk.text).toContain('振込不能・組戻（1件）');
    const officer = await as('yakuin0');
    expect((await officer.get('/ogori/committee/claims')).texts('.tag')).toEqual(['振込できませんでした']);
    const claimPage = await (await officer.get('/ogori/committee/claims')).click('令和8年度 運営交付金');
    expect(claimPage.text).toContain('登録した口座に振り込めませんでした');
    await inspect('tanto1', [desk.path]);
    await inspect('yakuin0', [claimPage.path]);
    const resident = web.visitor();
    expect((await resident.get('/ogori/grants.csv')).html).toContain(',630000,2026-05-01,,0');

    expect(failed.text).toContain('資金はまだ戻っていません');
    expect(failed.text).not.toContain('同じ支出命令でもう一度支払う');
    const back = await failed.form('入金日を記録する').fill({ returnedOn: '2026/6/2' }).submit();
    await inspect('kaikei-shinsa', [back.path, '/ogori/treasury/failures']);
    const [claimed] = claims;
    if (!claimed) throw new Error('the first committee was paid');
    const changeId = await askForOtherAccount(web, claimed.organization);
    const both = [people.clerk, await staffActor(web, towns.ogori, 'tanto2')];
    await confirmOtherAccount(web, both, claimed.organization, changeId);
    const resumed = await back
      .form('同じ支出命令でもう一度支払う')
      .fill({ remark: '団体が口座の変更を届け出て、担当課が確認した。' })
      .submit();
    expect(resumed.text).toContain('支出命令を会計審査に戻しました');
    const orderId = order.path.split('/').pop() ?? '';
    await acceptOrders(web, people, [orderId]);
    const collecting = await checker.get('/ogori/treasury/batches');
    const second = await collecting.form('選んだ支出命令を束にする').submit();
    expect(second.text).toContain('7654321');
    await second.form('件数・金額・照合コードを確認した').submit();
    const treasurer = await as('kaikei-kanrisha');
    await (await treasurer.get(second.path)).form('承認して振込データを作る').submit();
    web.clock.at('2026-06-30');
    const later = await as('kaikei-shinsa');
    const unsaid = await (await later.get(second.path)).form('実行されなかったことを記録する').submit();
    expect(unsaid.errors.join()).toContain('銀行から聞いた日');
    const unticked = await unsaid
      .form('実行されなかったことを記録する')
      .fill({ lines: 'all', toldOn: '2026/6/30', reason: '受付の時限に遅れた。' })
      .submit();
    expect(unticked.errors).toEqual(['銀行に確かめ、口座から資金が出ていないことを確認した印を付けてください。']);
    const left = await unticked.form('実行されなかったことを記録する').fill({ confirmed: 'yes' }).submit();
    expect(left.text).toContain('銀行が実行しなかった束です');
    expect(left.html).not.toContain('支払済として記録する');
    expect(left.html).not.toContain('ダウンロードする');
    expect(await checkHtml(left.html)).toEqual([]);
    // The bank had executed it after all.
    const mended = await (
      await left.click('処理を見る')
    )
      .form('振込不能の記録を取り消す')
      .fill({ mistake: '銀行の担当者が別の束と取り違えていた。' })
      .submit();
    expect(mended.text).toContain('支払は、記録の前の状態に戻りました');
    await (await later.get(second.path)).form('支払済として記録する').fill({ paidOn: '2026/6/30' }).submit();
    await web.drainOutbox();
    expect((await resident.get('/ogori/grants.csv')).html).toContain(',630000,2026-05-01,2026-06-30,630000');
    await inspect('kaikei-shinsa', [batch.path, telling.path, '/ogori/treasury/failures']);
    web.clock.at('2026-05-29');
  }, 120_000);

  it('finance takes out payments, ledger and journal as Excel and CSV, and hears what Shift_JIS would lose', async () => {
    const checker = await as('kaikei-shinsa');
    const books = await checker.get('/ogori/treasury/books');
    await inspect('kaikei-shinsa', [books.path]);
    const journal = await books.click('仕訳をCSV（UTF-8）で取り出す');
    const headings = ['区分', '借方', '貸方', '金額', '款', '節', '備考'] as const;
    const lines = readCsv(journal.bytes, headings).map(({ cells }) => Object.values(cells).join(' '));
    // Ordered and paid three times, one payment given back by the bank and made once more.
    expect(lines.filter((line) => line.startsWith('支出命令 補助金等 未払金'))).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith('支払 未払金 現金預金'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('組戻'))).toEqual([
      // Read with NFKC, as this house reads tables.
      '組戻 現金預金 未払金 630000 02 18 名義相違(カイケイ ハナコ)',
    ]);
    const excel = await books.click('支払一覧をExcelで取り出す');
    const [sheet] = await readWorkbook(excel.bytes);
    expect(sheet?.rows).toHaveLength(4);
    expect(sheet?.rows.flat()).toContain(690_000);
    const ledger = await books.click('予算台帳をCSV（Shift_JIS）で取り出す');
    const entries = readCsv(ledger.bytes, ['区分', '支出負担行為番号', '支出命令番号'] as const).map(
      ({ cells }) => cells,
    );
    expect(entries.map((cells) => cells['区分'])).toContain('組戻(支払の取消)');
    const payouts = readCsv((await books.click('支払一覧をCSV（UTF-8）で取り出す')).bytes, [
      '支出命令番号',
      '支出負担行為番号',
    ] as const);
    for (const { cells } of payouts) {
      const ofOrder = entries.filter((entry) => entry['支出命令番号'] === cells['支出命令番号']);
      expect(new Set(ofOrder.map((entry) => entry['支出負担行為番号']))).toEqual(new Set([cells['支出負担行為番号']]));
    }

    await web.sql(
      `UPDATE payment_orders SET organization_name = '𠮷野校区まちづくり協議会' WHERE number = 1 AND municipality_id = $1`,
      [towns.ogori.id],
    );
    const lost = await books.click('支払一覧をCSV（Shift_JIS）で取り出す');
    expect(lost.text).toContain('Shift_JISでは書けない文字が1種類あります');
    expect(lost.text).toContain('𠮷2行目 債権者');
    await inspect('kaikei-shinsa', [lost.path]);
    const agreed = await lost.click('〓に置き換えて取り出す');
    expect(new TextDecoder('shift_jis').decode(agreed.bytes)).toContain('〓野校区まちづくり協議会');
    expect((await (await as('tanto1')).get('/ogori/treasury/books')).status).not.toBe(200);
  }, 120_000);

  it('everyone sees what was granted, on the page and as data, and nobody a person', async () => {
    const resident = web.visitor();
    const page = await resident.get('/ogori/grants');
    expect(page.texts('.table-cards tbody td[data-label="校区"]')).toEqual(['小郡校区', '三国校区', 'のぞみが丘校区']);
    await inspect('yakuin0', [page.path]);
    expect(page.text).toContain('1,980,000円');
    const csv = await resident.get('/ogori/grants.csv');
    expect(csv.html).toContain('三国校区協働のまちづくり協議会,令和8年度 運営交付金,');
    expect(csv.html.match(/(?<=,)[^,]+校区(?=,)/g)).toEqual(['小郡校区', '三国校区', 'のぞみが丘校区']);
    for (const secret of ['見本 花子', '0942', '0000001']) expect(page.text + csv.html).not.toContain(secret);
    expect((await resident.get('/ogori/grants?year=2024')).text).toContain('令和6年度の交付はまだありません。');
    expect((await resident.get('/kotake/grants')).text).toContain('交付はまだありません。');
  }, 120_000);

  it('another town sees nothing of it, and pays its own way', async () => {
    const stranger = await as('kaikei-kanrisha', towns.kotake);
    const own = await stranger.get('/kotake/treasury/batches');
    expect(own.path).toBe('/kotake/treasury/exports');
    const treasurer = await as('kaikei-kanrisha');
    const orderId = (await treasurer.get('/ogori/staff/payments'))
      .$('a[href*="/staff/payments/orders/"]')
      .first()
      .attr('href');
    const foreign = (orderId ?? '').replace('/ogori/staff/payments/orders/', '/kotake/treasury/orders/');
    expect((await stranger.get(foreign)).status).toBe(404);
    const clerk = await as('tanto1');
    expect((await clerk.get('/ogori/treasury/orders')).status).not.toBe(200);
  });

  it('the accounting system gets its file and gives back its list, faulty lines named on the page', async () => {
    const names = { clerk: 'tanto', checker: 'kaikei', treasurer: 'kaikei-kanrisha' };
    const kotake = await paymentPeople(web, towns.kotake, names);
    const budgetLineId = await aBudgetLine(web, kotake.clerk, '02-01-08-18-333', 9_000_000);
    const terms = [{ ...PLAIN, kind: 'flat', label: '均等割', article: '見本', yen: '320000' }] as const;
    const rule = { ...UNADJUSTED, facts: [], terms };
    const program = await aPublishedProgram(web, kotake.clerk, { budgetLineId, rule });
    const claimed = await aPreparedClaim(web, kotake, program, {
      name: '勝野地区まちづくり協議会',
      district: '勝野地区',
    });
    await confirmClaim(web, claimed);
    const orders = await orderPayment(web, kotake, [claimed.claimId]);
    await acceptOrders(
      web,
      kotake,
      orders.map(({ id }) => id),
    );

    const checker = await as('kaikei', towns.kotake);
    const desk = await checker.get('/kotake/treasury/exports');
    await inspect('kaikei', [desk.path, `${desk.path}/layout`], towns.kotake);
    const exported = await desk.form('選んだ支出命令のファイルを作る').submit();
    const file = await exported.click('ダウンロードする');
    expect(file.html).toContain('R8-S0001');
    const list = (amount: string) => ({
      fileName: '支払済一覧.csv',
      mediaType: 'text/csv',
      bytes: Buffer.from(`支出命令番号,伝票番号,債権者番号,支払日,金額\r\nR8-S0001,26-1,S1,2026-05-29,${amount}\r\n`),
    });
    const upload = async (page: Page, amount: string): Promise<Page> =>
      page
        .form('支払済一覧を取り込む')
        .fill({ file: list(amount) })
        .submit();
    const faulty = await upload(await checker.get('/kotake/treasury/exports'), '320001');
    expect(faulty.errors).toEqual([
      '2行目：金額320,001円が、支出命令額320,000円と違います。財務会計の伝票を確かめてください。',
    ]);
    expect((await upload(faulty, '320000')).text).toContain('1件を支払済みにしました。');
    expect((await upload(await checker.get('/kotake/treasury/exports'), '320000')).text).toContain('取り込み済みです');
    await inspect('kaikei', [desk.path, exported.path], towns.kotake);
  }, 120_000);

  it('several claims of one grant travel by file, each once, and come back with their numbers and days', async () => {
    web.clock.at('2026-05-29');
    const names = { clerk: 'tanto', checker: 'kaikei', treasurer: 'kaikei-kanrisha' };
    const kotake = await paymentPeople(web, towns.kotake, names);
    const budgetLineId = await aBudgetLine(web, kotake.clerk, '02-01-08-18-334', 9_000_000);
    const terms = [{ ...PLAIN, kind: 'flat', label: '均等割', article: '見本', yen: '320000' }] as const;
    const part = (month: number | null) => ({ month, share: [4, 10] as const });
    const program = await aPublishedProgram(web, kotake.clerk, {
      ...{ budgetLineId, name: '令和8年度 分けて払う補助金', rule: { ...UNADJUSTED, facts: [], terms } },
      payment: {
        ...{ method: 'estimate', methodLabel: '概算払', settlement: true },
        schedule: { unit: 1000, article: '', parts: [part(null), part(6)] },
      },
    });
    const grant = await aPreparedClaim(web, kotake, program, {
      name: '御徳地区まちづくり協議会',
      district: '御徳地区',
    });
    const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      web.get(UnitOfWork).run(systemActor(towns.kotake.id, 'test'), work);
    /** Confirmed, ordered and accepted; answers the number under which the accounting system knows it. */
    const anAccepted = async (claimId: string): Promise<string> => {
      await confirmClaim(web, { ...grant, claimId });
      const [order] = await orderPayment(web, kotake, [claimId]);
      await acceptOrders(web, kotake, [order?.id ?? '']);
      return orderNumberText(fiscalYear(2026), order?.number ?? 0);
    };
    const asCashier = () => as('kaikei', towns.kotake);
    const exported = async (): Promise<string[]> => {
      const desk = await (await asCashier()).get('/kotake/treasury/exports');
      const made = desk.form('選んだ支出命令のファイルを作る');
      const [one, again] = [await made.submit(), await made.submit()];
      expect(again.path).toBe(one.path);
      const file = await one.click('ダウンロードする');
      return readCsv(file.bytes, ['支出命令番号', '支出命令額', '債権者番号']).map(({ cells }) =>
        [cells.支出命令番号, cells.支出命令額, cells.債権者番号].join(' '),
      );
    };
    const paidList = async (...lines: string[]): Promise<string> => {
      const bytes = Buffer.from(['支出命令番号,伝票番号,債権者番号,支払日,金額', ...lines, ''].join('\r\n'));
      const file = { fileName: '支払済一覧.csv', mediaType: 'text/csv', bytes };
      const desk = await (await asCashier()).get('/kotake/treasury/exports');
      return (await desk.form('支払済一覧を取り込む').fill({ file }).submit()).text;
    };
    /** What finance reads of this organisation in 支払一覧. */
    const payouts = async (): Promise<string[]> => {
      const book = await (
        await (await asCashier()).get('/kotake/treasury/books')
      ).click('支払一覧をCSV（UTF-8）で取り出す');
      const headings = ['債権者', '支出命令番号', '金額', '支払日', '伝票番号', '債権者番号'] as const;
      return readCsv(book.bytes, headings)
        .filter(({ cells }) => cells.債権者.startsWith('御徳'))
        .map(({ cells }) => Object.values(cells).slice(1).join(' '))
        .toSorted();
    };
    const publicRow = async (): Promise<string | undefined> => {
      await web.drainOutbox();
      return (await web.visitor().get('/kotake/grants.csv')).html.split('\r\n').find((row) => row.includes('御徳地区'));
    };
    const ledger = async () => {
      const line = await run((tx) => web.get(BudgetLedger).line(tx, budgetLineId));
      return [line.committed, line.ordered, line.paid];
    };

    // The first two parts, due in different months, go out together.
    const first = await anAccepted(grant.claimId);
    web.clock.at('2026-06-01');
    await run((tx) => web.get(Claims).prepareDueOfTown(tx));
    const own = await web.get(ViewClaims).ofOwnOrganization(grant.organization.officer);
    const second = await anAccepted(own.find(({ claim }) => claim.instalment === 2)?.claim.id ?? '');
    expect(await exported()).toEqual([`${first} 128000 `, `${second} 128000 `]);

    web.clock.at('2026-06-12');
    const one = `${first},26-101,S77,2026-06-10,128000`;
    const two = `${second},26-102,S77,2026-06-12,128000`;
    expect(await paidList(one)).toContain('1件を支払済みにしました。');
    expect(await publicRow()).toContain(',320000,2026-05-29,2026-06-10,128000');
    expect(await paidList(one, two)).toContain('1件を支払済みにしました。すでに支払済みのものが1件ありました。');
    expect(await paidList(one, two)).toContain('取り込み済みです');
    expect(await ledger()).toEqual([320_000n, 256_000n, 256_000n]);

    const settled = await run((tx) => web.get(Claims).prepareSettlement(tx, grant.grantId, yen(44_000), randomUUID()));
    const third = await anAccepted(settled ?? '');
    expect(await exported()).toEqual([`${third} 44000 S77`]);
    const three = `${third},26-103,S77,2026-06-12,44000`;
    expect(await paidList(one, two, three)).toContain('1件を支払済みにしました。すでに支払済みのものが2件ありました。');
    // The same list in another order: nothing is paid twice.
    expect(await paidList(three, two, one)).toContain('0件を支払済みにしました。すでに支払済みのものが3件ありました。');

    expect(await payouts()).toEqual([
      `${first} 128000 2026-06-10 26-101 S77`,
      `${second} 128000 2026-06-12 26-102 S77`,
      `${third} 44000 2026-06-12 26-103 S77`,
    ]);
    expect(await ledger()).toEqual([320_000n, 300_000n, 300_000n]);
    expect(await publicRow()).toContain(',320000,2026-05-29,2026-06-12,300000');
    expect(await run((tx) => web.get(BudgetLedger).proveLedger(tx))).toEqual([]);
    const officer = 'yakuin-kotake';
    await officerAccount(towns.kotake, grant.organization.officer.officerId, officer);
    const claimsPage = await (await as(officer, towns.kotake)).get('/kotake/committee/claims');
    expect(claimsPage.texts('.tag')).toEqual(['振込済み', '振込済み', '振込済み']);
    web.clock.at('2026-05-29');
  }, 120_000);

  it('a grant that is paid after its project is waited for as such: no claim is spoken of, and no own claim is a letter', async () => {
    const budgetLineId = await aBudgetLine(web, people.clerk, '02-01-07-18-334', 9_000_000);
    const program = await aPublishedProgram(web, people.clerk, {
      ...{ budgetLineId, name: '令和8年度 精算の補助金' },
      payment: { method: 'after-settlement', methodLabel: '精算後払', settlement: true },
    });
    const { organization, applicationId } = await aPassedCase(web, people.clerk, program, {
      name: '立石校区協働のまちづくり協議会',
      district: '立石校区',
    });
    const grant = await aDecidedGrant(web, people.clerk, people.approvers, applicationId);
    await issueLetters(web, people.clerk, [grant.id], todayOf(web));
    await web.drainOutbox();
    await officerAccount(towns.ogori, organization.officer.officerId, 'yakuin-later');

    const officer = await as('yakuin-later');
    const application = `/ogori/committee/applications/${applicationId}`;
    expect((await officer.get('/ogori/committee')).text).not.toContain('請求書');
    for (const path of ['/ogori/committee/claims', application, `${application}/receipt`])
      expect([path, (await officer.get(path)).text]).toEqual([path, expect.stringContaining('実績報告を出し、額が')]);
    expect((await officer.get('/ogori/committee/claims')).text).not.toContain('自動で用意');
    expect((await officer.get(`${application}/withdrawal`)).text).not.toContain('請求書');
    const row = (await (await as('tanto1')).get('/ogori/staff/queue?waiting=nobody')).texts('tbody tr');
    expect(row).toContainEqual(expect.stringMatching(/立石校区.*通知済み/s));
    expect((await web.visitor().get('/ogori/')).text).toContain('事業が終わってから支払う補助金では');
    await inspect('yakuin-later', ['/ogori/committee/claims', application]);

    const claimant = (await (await as('yakuin1')).get('/ogori/committee')).texts('.task-list li');
    expect(claimant.filter((task) => task.includes('請求書'))).toEqual([]);
  }, 120_000);
});
