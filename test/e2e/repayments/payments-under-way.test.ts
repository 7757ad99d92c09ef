import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { localDate } from '../../../src/kernel/local-date.js';
import { RecordTransferFailure, ResumePayment, ViewClaims } from '../../../src/payments/index.js';
import { readCsv } from '../../../src/platform/csv/index.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { MoneyBack } from '../../support/builders/money-back.js';
import { acceptOrders, orderPayment } from '../../support/builders/payments.js';
import { checkHtml } from '../../support/html-check.js';
import type { Page } from '../../support/index.js';

describe('what is asked back of payments that are under way', () => {
  let money: MoneyBack;

  beforeAll(async () => {
    money = await MoneyBack.open('fault');
    // Of this one, money has come back: too late, once too much, and once entered for the wrong organisation.
    money.web.clock.at('2026-09-01');
    await money.revokePart('fault', { heardOn: '2026-08-25' });
    await money.askBack('fault', '返還命令', '令和8年9月30日');
    money.web.clock.at('2026-10-20');
    await money.receive('fault', '2026/10/10', '200,000');
    const wrong = await (await money.receive('fault', '2026/10/20', '50,000')).click('取り消す');
    await wrong.form('領収を取り消す').fill({ reason: '別の団体の領収だったため。' }).submit();
    const much = await money.receive('fault', '2026/10/20', '118,600');
    await much.form('領収を入力する').fill({ takesExcess: 'yes' }).submit();
  });

  afterAll(() => money.web.close());

  it('what was ordered before a revocation and paid after it bears 加算金 from the day on which the money came', async () => {
    money.web.clock.at('2026-10-21');
    const claimed = await money.aConfirmedClaim('later');
    const orderIds = (await orderPayment(money.web, money.people, [claimed.claimId])).map(({ id }) => id);
    await money.revokePart('later', { heardOn: '2026-10-20' });

    const staff = await money.as('tanto1');
    const path = `/ogori/staff/repayments/${await money.demandOf('later')}`;
    const early = await (await staff.get(path)).form('返還命令を起案する').submit();
    expect(early.errors[0]).toContain('この交付には、支払が終わっていない支出命令があります。');

    await acceptOrders(money.web, money.people, orderIds);
    await money.payOn('2026-10-30', orderIds);
    const issued = await money.askBack('later', '返還命令', '令和8年11月30日');
    expect(issued.text).toContain('令和8年10月30日 630,000円');
    // Nothing is late before the day: 督促 is not offered, and says from when it is.
    expect(issued.text).toContain('督促（期限を過ぎた令和8年12月1日からできます）');
    expect(issued.html).not.toContain('/acts/dunning');
    const notYet = await (await money.as('tanto1')).get(`${path}/acts/dunning`);
    expect(notYet.text).toContain('督促は、期限を過ぎた令和8年12月1日からできます。');
    expect(notYet.text).not.toContain('督促を起案する');
    // A slip that takes the place of a lost one does not ask for the money sooner than the letter did.
    const sooner = await issued.form('納付の用紙を作る').fill({ payBy: '令和8年11月29日' }).submit();
    expect(sooner.errors).toEqual([
      '納める期限は、先に決めた期限（令和8年11月30日）以後の日付を入力してください。決めた期限を用紙で早めることはできません。',
    ]);
    const anew = await (await (await money.as('tanto1')).get(path)).form('納付の用紙を作る').submit();
    expect(anew.text).toContain('納付の用紙を作りました。');

    // The bank gives the money back and it is paid again: 加算金 runs from the day on which it really came.
    money.web.clock.at('2026-11-05');
    const failure = { failedOn: localDate('2026-11-04'), reason: '口座解約', detail: '', returnedOn: null };
    const [orderId = ''] = orderIds;
    await money.web
      .get(RecordTransferFailure)
      .execute(money.people.checker, { orderId, ...failure, returnedOn: failure.failedOn });
    await money.web.drainOutbox();
    const unpaid = await (await money.as('tanto1')).get(path);
    expect(unpaid.text).toContain('御原校区');
    expect(unpaid.text).not.toContain('令和8年10月30日 630,000円');
    await money.web.get(ResumePayment).execute(money.people.checker, { orderId, remark: '口座を確かめた。' });
    await acceptOrders(money.web, money.people, orderIds);
    await money.payOn('2026-11-12', orderIds);
    // 11/12 to 11/18 are 7 days: 300,000 × 10.95% × 7 ÷ 365 = 630, cut to 600; from 10/30 it would be 1,800.
    money.web.clock.at('2026-11-18');
    expect((await money.receive('later', '令和8年11月18日', '300,000')).text).toContain('加算金・延滞金の通知待ち');

    const clerk = await money.as('tanto1');
    const form = (await clerk.get(`${path}/acts/charge-relief`)).form('加算金・延滞金の減免を起案する');
    expect((await form.submit()).errors).toEqual([
      '減免する加算金か延滞金を選んでください。',
      '減免の根拠となる条を書いてください（例：交付規則第19条第3項）。',
      '理由となる事実を書いてください。決裁と記録に残ります。',
    ]);
    const draft = await form
      .fill({
        'reliefs[addition][extent]': 'whole',
        citation: '交付規則第15条第3項',
        facts: '豪雨で会場が使えなくなった。',
      })
      .submit();
    await approveByAll(money.web, draft.path.split('/').at(-1) ?? '', ...money.people.approvers, money.bucho);
    await money.web.drainOutbox();
    const relieved = await clerk.get(path);
    expect(relieved.text).toContain('減免：600円');
    expect(relieved.text).toContain('すべて納められました');
    expect(relieved.text).toContain('加算金・延滞金減免通知書');
  });

  it('a demand ends with the order that the treasury sends back, and what the grant still gives is claimed anew', async () => {
    money.web.clock.at('2026-10-21');
    const claimed = await money.aConfirmedClaim('returned');
    const [order] = await orderPayment(money.web, money.people, [claimed.claimId]);
    await money.revokePart('returned', { heardOn: '2026-10-20' });
    const staff = await money.as('tanto1');
    const path = `/ogori/staff/repayments/${await money.demandOf('returned')}`;
    expect((await staff.get(path)).text).toContain('返還金300,000円');

    const treasury = await money.as('kaikei-kanrisha');
    const page = await treasury.get(`/ogori/treasury/orders/${order?.id ?? ''}`);
    await page.form('返付する').fill({ reason: '交付決定が一部取り消されたため。' }).submit();
    await money.web.drainOutbox();
    const dropped = await staff.get(path);
    expect(dropped.text).toContain('取り下げました');
    expect(dropped.text).not.toContain('返還命令を起案する');
    const claims = await money.web.get(ViewClaims).ofOwnOrganization(claimed.organization.officer);
    const live = claims.filter(({ claim }) => claim.state !== 'withdrawn');
    expect(live.map(({ claim }) => [claim.state, claim.amount])).toEqual([['prepared', 330_000n]]);
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('what is asked back of money that did not arrive is taken back by a letter, for a reason', async () => {
    money.web.clock.at('2027-02-10');
    const claimed = await money.aConfirmedClaim('undelivered');
    const orderIds = (await orderPayment(money.web, money.people, [claimed.claimId])).map(({ id }) => id);
    await acceptOrders(money.web, money.people, orderIds);
    await money.payOn('2027-02-16', orderIds);
    await money.revokePart('undelivered', { heardOn: '2027-02-15' });
    await money.askBack('undelivered', '返還命令', '令和9年3月10日');

    // The bank gives the money back, and the treasury sends the order back: there is nothing left to ask for.
    money.web.clock.at('2027-02-18');
    const [orderId = ''] = orderIds;
    const back = localDate('2027-02-17');
    const failure = { failedOn: back, reason: '口座解約', detail: '', returnedOn: back };
    await money.web.get(RecordTransferFailure).execute(money.people.checker, { orderId, ...failure });
    const treasury = await money.as('kaikei-kanrisha');
    const order = await treasury.get(`/ogori/treasury/orders/${orderId}`);
    await order.form('返付する').fill({ reason: '団体が口座を解約したため。' }).submit();
    await money.web.drainOutbox();
    const staff = await money.as('tanto1');
    const path = `/ogori/staff/repayments/${await money.demandOf('undelivered')}`;
    const form = (await staff.get(path)).form('返還を取り下げる');
    expect((await form.submit()).errors).toHaveLength(1);
    const dropped = await form.fill({ revisionReason: '支払が届かず、返してもらう金がないため。' }).submit();
    await money.web.drainOutbox();
    expect(dropped.text).toContain('取り下げました');
    expect((await staff.get(path)).text).toContain('返還の取下げについて');
    expect(await money.lettersChecked('undelivered')).toMatchObject({
      'repayment-order': '取り消されました',
      'repayment-withdrawal': 'いまも有効です',
    });
    // The same once more changes nothing.
    expect((await form.submit()).status).toBe(422);
    expect(await money.proof()).toContain('すべての帳簿が1円まで一致しています');
  });

  it('what was paid and what came back is the same amount on every public page and in every file', async () => {
    const open = (path: string): Promise<Page> => money.web.visitor().get(`/ogori/${path}`);
    interface Row {
      readonly id: string;
      readonly organizationId: string;
      readonly paidAmount: number;
      readonly paidBack: number;
    }
    const { data } = JSON.parse((await open('open-data/grants.json')).html) as { data: Row[] };
    const sumOf = (rows: readonly Row[], of: 'paidAmount' | 'paidBack'): number =>
      rows.reduce((sum, row) => sum + row[of], 0);
    const inYen = (amount: number): string => `${amount.toLocaleString('en')}円`;
    const [paid, back] = [inYen(sumOf(data, 'paidAmount')), inYen(sumOf(data, 'paidBack'))];
    expect(sumOf(data, 'paidBack')).toBeGreaterThan(0);

    const csv = readCsv((await open('open-data/grants.csv')).bytes, ['交付番号', '支払済額', '返還額']);
    expect(csv.map(({ cells }) => Object.values(cells))).toEqual(
      data.map((row) => [row.id, String(row.paidAmount), String(row.paidBack)]),
    );
    const giving = JSON.parse((await open('open-data/360giving.json')).html) as {
      grants: { id: string; amountAwarded: number; amountDisbursed: number }[];
    };
    for (const { id, paidAmount, paidBack } of data) {
      const award = giving.grants.find((each) => each.id.endsWith(id));
      expect(award?.amountDisbursed).toBe(paidAmount - paidBack);
    }

    /** Under its heading, as the last row or as the row of this organisation says it. */
    const cellsUnder = (page: Page, table: string, row: string): Record<string, string> => {
      const headings = page.texts(`${table} thead th`);
      const [cells = []] = page
        .$(`${table} tr`)
        .toArray()
        .map((each) =>
          page
            .$(each)
            .children()
            .toArray()
            .map((cell) => page.$(cell).text().trim()),
        )
        .filter(([first = '', ...others]) => [first, ...others].join(' ').includes(row));
      return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
    };
    const list = await open('grants');
    expect(list.text).toContain(`支払済${paid}うち${back}は返還されました`);
    expect(cellsUnder(list, '.table-cards', '合計')).toMatchObject({ 支払済: paid, うち返還: back });
    expect(cellsUnder(list, '.sums table', '合計')).toMatchObject({ 支払済: paid, うち返還: back });
    expect(cellsUnder(await open('districts'), '.sums table', '合計')).toMatchObject({ 支払済: paid, うち返還: back });

    const returned = data.find(({ id }) => id === money.of('fault').grantId);
    const own = { 支払済: inYen(returned?.paidAmount ?? 0), うち返還: inYen(returned?.paidBack ?? 0) };
    expect(own).toEqual({ 支払済: '630,000円', うち返還: '300,000円' });
    expect(cellsUnder(list, '.table-cards', '東野校区')).toMatchObject(own);
    const organization = await open(`organizations/${returned?.organizationId ?? ''}`);
    expect(cellsUnder(organization, '.table-cards', '運営交付金')).toMatchObject(own);
    const districtId = /districts\/([0-9a-f-]{36})/.exec(organization.html)?.[1] ?? '';
    expect(cellsUnder(await open(`districts/${districtId}`), '.table-cards', '運営交付金')).toMatchObject(own);
    const grant = await open(`grants/${money.of('fault').grantId}`);
    expect(grant.text).toContain('支払済額630,000円うち300,000円は返還されました');
    // each receipt on the day of the bank's slip, also where another had been entered and reversed
    expect(grant.text).toMatch(/10月10日.*団体から返還（200,000円）.*10月20日.*団体から返還（100,000円）/s);
    expect(await checkHtml(list.html)).toEqual([]);
    // whoever follows the feed hears of what became of a grant, each on its day and under an address of its own
    const feed = (await open('feed.xml')).html;
    expect(feed).toMatch(/<title>返還：[^<]*東野校区協働のまちづくり協議会/);
    expect(feed).toMatch(/団体から100,000円が返還されました。/);
    const addresses = [...feed.matchAll(/<guid[^>]*>([^<]*)/g)].map(([, address]) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    const step = /grants\/([0-9a-f-]{36})#(step-\d+)/.exec(feed);
    expect((await open(`grants/${step?.[1] ?? ''}`)).$(`#${step?.[2] ?? 'x'}`).length).toBe(1);
  });
});
