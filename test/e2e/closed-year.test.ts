import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DraftRevocation } from '../../src/grant-changes/index.js';
import { CollectBatch, MarkBatchPaid, RecordTransferFailure } from '../../src/payments/index.js';
import { OpenBudgetLine } from '../../src/budgets/index.js';
import { fiscalYear } from '../../src/kernel/fiscal-year.js';
import { localDate } from '../../src/kernel/local-date.js';
import { yen } from '../../src/kernel/yen.js';
import { evidenceOf, tableOf } from '../support/evidence.js';
import { checkHtml } from '../support/html-check.js';
import { anOfficerAccount, aPublishedProgram, type TestProgram } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aBudgetLine } from '../support/builders/grants.js';
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
import { aGrantedProject, aSettledProgram, reportOf, type GrantedProject } from '../support/builders/reports.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';

/** Real names of school districts; the people are invented. */
const DISTRICTS = ['大原', '東野', '味坂', '三国', '立石'] as const;

describe('a year that was closed with grants that nobody claimed', () => {
  let web: Web;
  let towns: Towns;
  let people: PaymentPeople;
  let program: TestProgram;
  let festival: GrantedProject;
  let paidAhead: GrantedProject;
  let demandId = '';
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
  /** From the claim to the bank's 支払済 notice of that day. */
  const pay = async (district: (typeof DISTRICTS)[number], day: string): Promise<void> => {
    await confirmClaim(web, grant(district));
    const [order] = await orderPayment(web, people, [grant(district).claimId]);
    const orderIds = [order?.id ?? ''];
    await acceptOrders(web, people, orderIds);
    const paymentDate = localDate(day);
    const { batchId } = await web.get(CollectBatch).execute(people.checker, { orderIds, paymentDate });
    await releaseBatch(web, people, batchId);
    web.clock.at(day);
    await web.get(MarkBatchPaid).execute(people.checker, { batchId, paidOn: paymentDate });
    await web.drainOutbox();
  };
  const revoke = async (district: (typeof DISTRICTS)[number], kept: number): Promise<void> => {
    const { draftId } = await web.get(DraftRevocation).execute(people.clerk, {
      ...{ grantId: grant(district).grantId, whole: kept === 0, kept: kept === 0 ? null : yen(kept) },
      ...{ reason: '事業を行わなかったため。', article: '交付規則第13条', recipientAtFault: false },
      ...{ heardOn: localDate('2027-05-20'), hearing: '事実を認めた。' },
      ...{ title: '交付決定の取消しについて', draftReason: '取り消してよろしいか伺います。' },
    });
    await approveByAll(web, draftId, ...people.approvers, await staffActor(web, towns.ogori, 'bucho'));
    await web.drainOutbox();
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
    await aBudgetLine(web, people.clerk, '02-01-07-18-334', 800_000);
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
    await pay('立石', '2026-05-29');
    const { organization } = grant('味坂');
    await anOfficerAccount(web, organization, 'ajisaka-yakuin');
    await anOfficerAccount(web, grant('東野').organization, 'higashino-yakuin');
    const settled = await aSettledProgram(web, people.clerk);
    const project = { title: '夏まつり', period: ['2026-06-01', '2027-03-10'] as const };
    festival = await aGrantedProject(web, people.clerk, people.approvers, organization, settled, project);
    const autumn = { ...project, title: '秋まつり' };
    paidAhead = await aGrantedProject(web, people.clerk, people.approvers, organization, settled, autumn);
    await web.drainOutbox();
  });
  afterAll(() => web.close());

  it('a payment on the wrong line is moved by two people with a reason, by postings that take it off and put it on', async () => {
    web.clock.at('2027-05-20');
    const staff = await as('tanto1');
    const treasury = await as('kaikei-shinsa');
    const { grantId } = grant('立石');
    const move = async (toCode: string): Promise<void> => {
      const page = await (await staff.get(`/ogori/staff/grants/${grantId}`)).click('科目更正');
      expect(await checkHtml(page.html)).toEqual([]);
      const label = page.$(`label:contains("${toCode}")`).attr('for') ?? '';
      const toLineId = page.$(`[id="${label}"]`).attr('value') ?? '';
      const typed = { toLineId, reason: '別の科目で支払うものだったため。', decision: '令和9年5月20日決裁 R9-5' };
      const asked = await page.form('科目更正を会計に求める').fill(typed).submit();
      expect(asked.errors).toEqual([]);
      expect(asked.text).toContain('会計の確認を待っています');
      await balanced();
      const desk = await treasury.get('/ogori/treasury/line-corrections');
      expect(desk.text).toContain('確認を待つもの（1件）');
      // What waits stands above what was done.
      const [, id = ''] = /line-corrections\/([0-9a-f-]{36})/.exec(desk.html) ?? [];
      const order = await treasury.get(`/ogori/treasury/line-corrections/${id}`);
      expect(await checkHtml(order.html)).toEqual([]);
      const done = await order.form('科目更正を確認して記帳する').submit();
      expect(done.errors).toEqual([]);
      await balanced();
    };
    const unsaid = await (
      await staff.get(`/ogori/staff/grants/${grantId}/line-correction`)
    )
      .form('科目更正を会計に求める')
      .submit();
    expect(unsaid.errors).toEqual([
      '正しい予算科目を選んでください。',
      '理由を300文字以内で入力してください。',
      '決裁の日と番号を300文字以内で入力してください。',
    ]);
    await move('02-01-07-18-334');
    const proof = await (await as('kansa')).get('/ogori/staff/year/2026');
    expect(proof.texts('tbody tr')).toContainEqual(expect.stringMatching(/02-01-07-18-334.*800,000円.*750,000円/s));
    // It was right before: moved back, the first line stands as it stood.
    await move('02-01-07-18-333');
    await web.drainOutbox();
  });

  it('what cannot be paid in its year is asked to go on in the next; sent back or taken back, it moves nothing', async () => {
    web.clock.at('2027-05-20');
    const next = { fiscalYear: fiscalYear(2027), code: '02-01-07-18-333', name: '運営交付金（見本）', source: '見本' };
    await web.get(OpenBudgetLine).execute(people.clerk, { ...next, ceiling: yen(100_000) });
    const staff = await as('tanto1');
    const page = await (await staff.get(`/ogori/staff/grants/${grant('味坂').grantId}`)).click('翌年度への繰越し');
    const unsaid = await page
      .form('繰越しを会計に求める')
      .fill({ amount: '100円', decidedOn: '令和9年3月20日', reason: '大雨のため。' })
      .submit();
    expect(unsaid.errors).toHaveLength(3);
    expect(await checkHtml(unsaid.html)).toEqual([]);
    const kept = unsaid.form('繰越しを会計に求める');
    expect([kept.value('amount'), kept.value('reason')]).toEqual(['100円', '大雨のため。']);
    const typed = {
      ...{ ground: kept.offered('ground', '事故繰越'), toLineId: kept.offered('toLineId', '令和9年度') },
      ...{ amount: '200,000', decidedOn: '令和9年3月20日', decision: '令和9年3月20日決裁、繰越計算書第2号' },
    };
    const ask = async (): Promise<Page> => {
      const asked = await (
        await staff.get(page.path)
      )
        .form('繰越しを会計に求める')
        .fill({ ...typed, reason: '大雨のため。' })
        .submit();
      expect(asked.errors).toEqual([]);
      expect(await checkHtml(asked.html)).toEqual([]);
      return asked;
    };
    await ask();
    const desk = await (await as('kaikei-shinsa')).get('/ogori/treasury/carries');
    const answer = await desk.click('味坂校区協働のまちづくり協議会');
    expect(answer.text).toContain('200,000円');
    for (const { html } of [desk, answer]) expect(await checkHtml(html)).toEqual([]);
    expect((await answer.form('担当課に返す').submit()).errors).toHaveLength(1);
    const returned = await answer.form('担当課に返す').fill({ answer: '繰越計算書の写しがない。' }).submit();
    expect(returned.text).toContain('繰越計算書の写しがない。');
    const again = await ask();
    expect(again.text).toContain('会計が返した');
    const taken = await again.form('繰越しを取り下げる').fill({ answer: '年度内に支払うことにした。' }).submit();
    expect(taken.text).toContain('取下げ');
    await balanced();
  });

  it('asks money back before the closing, which the bank takes in time', async () => {
    web.clock.at('2027-05-24');
    await revoke('立石', 500_000);
    const clerk = await as('tanto1');
    const list = await clerk.get('/ogori/staff/repayments');
    const demand = await list.click('R8返還第1号');
    await approveByAll(
      web,
      (await demand.form('返還命令を起案する').submit()).path.split('/').at(-1) ?? '',
      ...people.approvers,
    );
    const issued = await (
      await clerk.get(demand.path)
    )
      .form('返還命令書を施行する')
      .fill({ dueOn: '令和9年6月14日' })
      .submit();
    expect(issued.errors).toEqual([]);
    demandId = demand.path.split('/').at(-1) ?? '';
  });

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
    const unpaid = await (await as('tanto1')).get(`/ogori/staff/grants/${grant('大原').grantId}/past-year-payment`);
    expect(unpaid.text).toContain('年度が開いている間は、ふつうの支出命令で支払います。');
    expect(unpaid.text).not.toContain('閉鎖した');
    expect(unpaid.text).not.toContain('支払を会計に求める');
    const checker = await as('kaikei-shinsa');
    const entry = await checker.get(`/ogori/treasury/repayments/${demandId}`);
    const early = { receivedOn: '令和9年5月23日', amount: '40,000', slipNumber: '27-0000' };
    const asked = await entry.form('領収を入力する').fill(early).submit();
    expect(asked.errors).toEqual([
      '領収日が返還の通知の日（令和9年5月24日）より前です。領収済通知書の日付印と合っていれば、日付は変えずに、通知の前に納められた事情を書いてください。',
    ]);
    const lateReason = '余った額を自ら納めたため。';
    const taken = await asked.form('領収を入力する').fill({ lateReason }).submit();
    expect(taken.text).toMatch(/返還金（令和8年度戻入）.*40,000円.*余った額を自ら納めたため。/s);
    const second = { receivedOn: '令和9年5月25日', amount: '60,000', slipNumber: '27-0002' };
    expect((await taken.form('領収を入力する').fill(second).submit()).errors).toEqual([]);
    const treasurer = await as('kaikei-kanrisha');
    const page = await treasurer.get('/ogori/staff/year/2026/closing');
    expect(await checkHtml(page.html)).toEqual([]);
    const rows = page.texts('tbody tr');
    expect(rows).toContainEqual(expect.stringMatching(/大原校区協働のまちづくり協議会.*630,000円.*請求書の確認/s));
    expect(rows).toContainEqual(expect.stringMatching(/東野校区協働のまちづくり協議会.*660,000円.*支出命令/s));
    const done = await page.form('令和8年度を閉鎖する').fill({ confirmed: 'yes', slipsEntered: 'yes' }).submit();
    expect(done.text).toContain('令和8年度を閉鎖しました。');
    // 1,470,000 yen were paid of 9,000,000 and 100,000 came back: the rest is unused, and 1,980,000 of it had been committed.
    expect(done.texts('tbody tr')).toContainEqual(
      expect.stringMatching(/運営交付金.*9,000,000円.*1,470,000円.*100,000円.*1,370,000円.*7,630,000円.*1,980,000円/s),
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
    const officer = await as('higashino-yakuin');
    expect((await officer.get(`/ogori/committee/claims/${claimId}`)).text).toContain(
      '令和8年度の支払は終わったため、新しい請求書は用意されません。',
    );
    expect((await clerk.get(`/ogori/staff/applications/${applicationId}`)).status).toBe(200);
    expect((await clerk.get(`/ogori/staff/grants/${grant('大原').grantId}`)).text).toContain(
      '令和8年度の出納閉鎖で不用とした額：630,000円',
    );
  });

  it('the journal has the day of the bank beside the day of the record, as 例月出納検査 compares it with the passbook', async () => {
    const { bytes } = await (await as('kaikei-shinsa')).get('/ogori/treasury/books/journal/csv?year=2026');
    const days = tableOf(bytes).map((row) =>
      [row['区分'], row['記帳日'], row['支払日・領収日'], row['金額']].join(' '),
    );
    expect(days).toContainEqual(expect.stringMatching(/^支払 2027-06-01 2027-05-31 /));
    expect(days.filter((day) => day.startsWith('戻入 '))).toEqual([
      '戻入 2027-06-01 2027-05-23 40000',
      '戻入 2027-06-01 2027-05-25 60000',
    ]);
    expect(days).toContainEqual(expect.stringMatching(/^支出命令 2027-05-24 {2}/));
  });

  it('is revoked in part or in whole all the same, and no book of the closed year moves', async () => {
    await revoke('大原', 330_000);
    await balanced();
    await revoke('味坂', 0);
    await balanced();
    const page = await (await as('tanto1')).get(`/ogori/staff/grants/${grant('大原').grantId}`);
    expect(page.text).toContain('330,000円');
    // Nothing was paid of them, so nothing is asked back.
    expect((await (await as('tanto1')).get('/ogori/staff/repayments')).text).not.toMatch(/大原校区|味坂校区/);
  });

  it('money that the bank took in May and nobody entered is not lost: revenue of the new year, with its reason', async () => {
    const treasurer = await as('kaikei-shinsa');
    const page = await treasurer.get(`/ogori/treasury/repayments/${demandId}`);
    const slip = { receivedOn: '令和9年5月20日', amount: '150,000', slipNumber: '27-0001' };
    const asked = await page.form('領収を入力する').fill(slip).submit();
    expect(asked.errors).toEqual([
      '令和8年度の出納は閉鎖したため、戻入できません。閉鎖した後に入力する理由を書くと、現年度の歳入として受け入れます。',
    ]);
    expect(await checkHtml(asked.html)).toEqual([]);
    const taken = await asked
      .form('領収を入力する')
      .fill({ lateReason: '領収済通知書が6月2日に届いたため。' })
      .submit();
    expect(taken.texts('tbody tr')).toContainEqual(
      expect.stringMatching(/返還金（令和9年度歳入）.*150,000円.*領収済通知書が6月2日に届いたため。/s),
    );
    expect(taken.text).toContain('戻入できず、令和9年度の歳入です（地方自治法施行令第160条）。');
    // It is assessed in the year whose revenue it is, and stands in its 歳入簿.
    const [line] = tableOf((await (await as('kansa')).get('/ogori/treasury/books/revenue/csv?year=2027')).bytes).filter(
      (row) => row['区分'] === '返還金',
    );
    expect(line).toMatchObject({ 収入未済額: '0', 収入済額: '150000' });
    expect(line?.['調定額']).toBe(line?.['収入済額']);
    expect(line?.['調定番号']).toMatch(/^R9調定第\d+号/);
    await balanced();
    // Both are taken back, the last entered first; the second had gone back to the line of the closed year.
    let current = taken;
    for (const amount of ['150,000', '60,000']) {
      const form = (await current.click('取り消す')).form('領収を取り消す');
      current = await form.fill({ reason: '別の団体の領収だったため。' }).submit();
      expect(current.errors).toEqual([]);
      expect(current.texts('tbody tr')).toContainEqual(
        expect.stringMatching(new RegExp(`返還金（令和9年度歳入）.*${amount}円.*取消の記録`, 's')),
      );
      await balanced();
    }
    const last = {
      receivedOn: '令和9年5月26日',
      amount: '210,000',
      slipNumber: '27-0003',
      lateReason: '入力の誤りのため。',
    };
    expect((await current.form('領収を入力する').fill(last).submit()).text).toContain('すべて納められました');
    await balanced();
  });

  it('a project that is settled after the closing is determined lower, and what it still gets is paid from a later year', async () => {
    const staff = await as('tanto1');
    const draft = await draftDetermination(festival);
    const follows =
      '260,000円を支払う。令和8年度は閉鎖したため、翌年度以降の予算（過年度支出か、繰り越した予算）で支払う';
    expect(draft.text).toContain(follows);
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people.approvers);
    await (await staff.get('/ogori/staff/reports')).form('選んだ額の確定通知書を施行する').submit();
    await web.drainOutbox();
    await balanced();

    const year = await staff.get('/ogori/staff/year/2026');
    // What is determined is not open any more.
    expect(year.text).not.toContain('額が確定していない実績報告');
    expect(await checkHtml(year.html)).toEqual([]);
    expect(year.text).toMatch(/閉鎖の後に残る交付金（\d件）.*味坂校区協働のまちづくり協議会.*260,000円/s);
    const form = await (await staff.get(`/ogori/staff/grants/${festival.grant.id}`)).click('支払を会計に求める');
    const typed = { amount: '260,001', basis: '令和9年6月1日決裁 R9-12、令和9年度 総務費' };
    const over = await form.form('支払を会計に求める').fill(typed).submit();
    expect(over.errors).toEqual([
      'どの予算で支払うかを選んでください。',
      'まだ会計に求めていない残りは260,000円です。それを超える額は求められません。',
    ]);
    expect(await checkHtml(over.html)).toEqual([]);
    const filled = over.form('支払を会計に求める').fill({ amount: '260,000', ground: 'past-year' });
    const asked = await filled.submit();
    // Nothing counts as paid before the treasury has seen it.
    expect(asked.text).toMatch(/閉鎖の後に残る交付金：260,000円.*会計の確認を待っています/s);
    await filled.submit();

    const treasury = await as('kaikei-shinsa');
    const desk = await treasury.get('/ogori/treasury/later-payments');
    expect(await checkHtml(desk.html)).toEqual([]);
    expect(desk.text).toContain('確認を待つもの（1件）');
    const order = await desk.click('味坂校区協働のまちづくり協議会');
    const early = order.form('支払を確かめて記録する').fill({ paidOn: '令和9年5月31日', slipNumber: '27-000123' });
    const refused = await early.submit();
    expect(refused.errors).toEqual([
      '令和9年5月31日までの支払は、令和8年度の予算の支払です。伝票の日付を確かめ、翌年度以降の予算の支払でないときは「担当課に返す」で返してください。',
    ]);
    expect(await checkHtml(refused.html)).toEqual([]);
    const back = await refused.form('担当課に返す').fill({ returnReason: '決裁の番号が違います。' }).submit();
    expect(back.errors).toEqual([]);
    const again = await (await staff.get(`/ogori/staff/grants/${festival.grant.id}`)).click('支払を会計に求める');
    expect(again.text).toContain('決裁の番号が違います。');
    await again
      .form('支払を会計に求める')
      .fill({ ...typed, amount: '260,000', ground: 'past-year' })
      .submit();
    const second = await (await treasury.get('/ogori/treasury/later-payments')).click('味坂校区協働のまちづくり協議会');
    const paid = await second
      .form('支払を確かめて記録する')
      .fill({ paidOn: '令和9年6月1日', slipNumber: '27-000123' })
      .submit();
    expect(paid.text).toContain('支払を確かめました');
    const done = await staff.get(`/ogori/staff/grants/${festival.grant.id}`);
    expect(done.text).toMatch(/過年度支出.*27-000123.*260,000円/s);
    expect(done.text).not.toContain('閉鎖の後に残る交付金');
    await balanced();
  });

  it('a transfer that comes back after the closing leaves the books, and is named until it is written down what became of it', async () => {
    const treasurer = await as('kaikei-shinsa');
    const { id } = await orderOf(web, people.clerk, grant('三国').claimId);
    const fact = {
      orderId: id,
      failedOn: localDate('2027-06-02'),
      reason: '口座解約',
      detail: '',
      returnedOn: localDate('2027-06-02'),
    };
    await web.get(RecordTransferFailure).execute(people.checker, fact);
    await balanced();
    const year = await treasurer.get('/ogori/staff/year/2026');
    expect(year.text).toMatch(/振込不能・組戻（1件）.*三国校区協働のまちづくり協議会.*720,000円.*会計/s);
    const path = `/ogori/treasury/failures/${id}`;
    expect(year.html).toContain(`href="${path}"`);
    // What the bank gave back is owed again, and nobody counts it as received.
    expect(year.text).toMatch(/閉鎖の後に残る交付金（\d件）.*三国校区協働のまちづくり協議会.*720,000円/s);
    const page = await (await as('kaikei-kanrisha')).get(path);
    expect(await checkHtml(page.html)).toEqual([]);
    const taken = { conclusion: '令和9年度 諸収入 雑入、調定第12号' };
    const concluded = await page.form('歳入への受入れを記録する').fill(taken).submit();
    expect(concluded.errors).toEqual([]);
    expect(concluded.text).toMatch(/令和9年度の歳入.*調定第12号/s);
    const after = await treasurer.get('/ogori/staff/year/2026');
    expect(after.text).not.toContain('振込不能・組戻（');
    expect(after.text).toMatch(/閉鎖の後に残る交付金（\d件）.*三国校区協働のまちづくり協議会.*720,000円/s);
    await balanced();
    await payFromLaterYear(grant('三国').grantId, '720,000');
    expect((await treasurer.get('/ogori/staff/year/2026')).text).not.toMatch(
      /三国校区協働のまちづくり協議会令和8年度 運営交付金720,000円/,
    );
    await balanced();
  });

  it('what a later year paid before the settlement is not paid again: what is beyond the settled amount comes back', async () => {
    await payFromLaterYear(paidAhead.grant.id, '280,000');
    const draft = await draftDetermination(paidAhead);
    expect(draft.text).not.toContain('260,000円を支払う');
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people.approvers);
    await web.drainOutbox();
    const demands = await (await as('tanto1')).get('/ogori/staff/repayments');
    expect(demands.texts('tbody tr')).toContainEqual(expect.stringMatching(/味坂校区.*20,000円/s));
    await balanced();
  });

  it('all that a later year paid is asked back when the decision is revoked', async () => {
    const { grantId } = grant('大原');
    await payFromLaterYear(grantId, '330,000');
    const treasury = await as('kaikei-shinsa');
    const order = await (await treasury.get('/ogori/treasury/later-payments')).click('大原校区協働のまちづくり協議会');
    const unsaid = await order.form('支払の記録を取り消す').submit();
    expect(unsaid.errors).toEqual(['支払の記録を取り消す理由を300文字以内で入力してください。']);
    expect(await checkHtml(unsaid.html)).toEqual([]);
    const reason = '別の団体への支払だったため。';
    expect((await unsaid.form('支払の記録を取り消す').fill({ reason }).submit()).errors).toEqual([]);
    const reversed = await (await as('tanto1')).get(`/ogori/staff/grants/${grantId}`);
    expect(reversed.text).toMatch(/閉鎖の後に残る交付金：330,000円.*取消の記録：別の団体への支払だったため。/s);
    await payFromLaterYear(grantId, '330,000');
    await revoke('大原', 0);
    const demands = await (await as('tanto1')).get('/ogori/staff/repayments');
    expect(demands.texts('tbody tr')).toContainEqual(expect.stringMatching(/大原校区.*330,000円/s));
    await balanced();
  });

  it('what lapsed, what a later year paid and what was taken back of it stands in the evidence, in words', async () => {
    const { applicationId } = grant('大原');
    const bundle = await evidenceOf(await as('kansa'), 'ogori', applicationId);
    expect(bundle.table('出納閉鎖での不用')).toEqual([{ 閉鎖した年度: '令和8年度', 不用とした額: '630000' }]);
    const ground = '過年度支出（地方自治法施行令第165条の8）';
    expect(bundle.table('翌年度以降の支払')).toEqual([
      expect.objectContaining({ 支払日: '2027-06-02', 金額: '330000', 支払った予算: ground, 取消し: '取り消した' }),
      expect.objectContaining({ 金額: '-330000', 取消し: '取消の記録', 取消しの理由: '別の団体への支払だったため。' }),
      expect.objectContaining({
        金額: '330000',
        支出の科目と伝票番号: '令和9年6月2日決裁 R9-20、令和9年度 総務費　伝票番号 27-000140',
        取消し: '',
      }),
    ]);
    // Who asked for it and who paid are two.
    const asked = bundle.table('翌年度以降の支払の依頼');
    expect(asked.map((row) => row['結果'])).toContain('支払を確認した');
    for (const row of asked) expect(row['求めた人']).not.toBe(row['答えた人']);
    const trail = bundle.table('操作の記録');
    expect(trail).toContainEqual(
      expect.objectContaining({
        日時: expect.stringMatching(/^2027-06-02 \d\d:\d\d$/),
        行った人: people.checker.name,
        操作: '翌年度以降の予算での支払を確認',
        対象: '交付決定',
        内容: '金額 330,000円・予算 過年度支出・支払日 令和9年6月2日',
      }),
    );
    expect(trail.map((row) => Object.values(row).join()).join()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[{}]/);
  });

  it('what later years paid comes to the same on every page, in every list and for everyone', async () => {
    await web.drainOutbox();
    const sumOf = (amounts: readonly string[]): number => amounts.reduce((sum, amount) => sum + Number(amount), 0);
    const auditor = await as('kansa');
    const ofCases: string[] = [];
    for (const { applicationId } of [grant('大原'), grant('三国'), festival, paidAhead]) {
      const payments = (await evidenceOf(auditor, 'ogori', applicationId)).table('翌年度以降の支払');
      ofCases.push(...payments.map((row) => row['金額'] ?? ''));
    }
    const payouts = tableOf((await auditor.get('/ogori/treasury/books/payouts/csv?year=2026')).bytes);
    const later = payouts.filter((row) => row['支払の方法'] === '翌年度以降の支払');
    const published = tableOf((await web.visitor().get('/ogori/open-data/grants.csv')).bytes);
    const [budget] = tableOf((await web.visitor().get('/ogori/open-data/budgets.csv')).bytes);
    const total = sumOf(later.map((row) => row['金額'] ?? ''));
    expect(total).toBe(260_000 + 280_000 + 330_000 + 720_000);
    expect(sumOf(ofCases)).toBe(total);
    expect(sumOf(published.map((row) => row['支払済額のうち翌年度以降の予算'] ?? ''))).toBe(total);
    // The line of the closed year paid none of it.
    expect(sumOf(published.map((row) => row['支払済額'] ?? ''))).toBe(Number(budget?.['支払済額']) + total);
    const proof = await auditor.get('/ogori/staff/year/proof?year=2026');
    expect(await checkHtml(proof.html)).toEqual([]);
    expect(proof.text).toMatch(/翌年度以降の支払（4件）.*合計.*1,590,000円/s);
    // 大原 is revoked by now, so that nothing is granted there of which something could be paid.
    const execution = await auditor.get('/ogori/staff/year/2026/execution');
    expect(execution.texts('[aria-label="補助制度ごとの執行"] tfoot').join()).toContain('1,260,000円');
    expect(await checkHtml(execution.html)).toEqual([]);

    const everyone = await web.visitor().get(`/ogori/grants/${festival.grant.id}`);
    expect(everyone.text).toMatch(/支払済額.*260,000円.*うち260,000円は翌年度以降の予算から/s);
    expect(everyone.text).toContain('翌年度以降の予算から口座に振込み（260,000円）');
    const officer = await as('ajisaka-yakuin');
    const own = await officer.get(`/ogori/committee/grants/${festival.grant.id}`);
    expect(own.text).toMatch(/年度の会計を閉じたあとの振込み.*令和9年6月1日.*260,000円/s);
    expect(await checkHtml(own.html)).toEqual([]);
  });

  async function payFromLaterYear(grantId: string, amount: string): Promise<void> {
    const page = await (await as('tanto1')).get(`/ogori/staff/grants/${grantId}/past-year-payment`);
    const typed = { amount, ground: 'past-year', basis: '令和9年6月2日決裁 R9-20、令和9年度 総務費' };
    expect((await page.form('支払を会計に求める').fill(typed).submit()).errors).toEqual([]);
    const treasury = await as('kaikei-shinsa');
    const [, orderId = ''] =
      /later-payments\/([0-9a-f-]{36})/.exec((await treasury.get('/ogori/treasury/later-payments')).html) ?? [];
    const order = await treasury.get(`/ogori/treasury/later-payments/${orderId}`);
    const slip = { paidOn: '令和9年6月2日', slipNumber: '27-000140' };
    expect((await order.form('支払を確かめて記録する').fill(slip).submit()).errors).toEqual([]);
  }

  async function draftDetermination(project: GrantedProject): Promise<Page> {
    const staff = await as('tanto1');
    await report(project);
    const items = ['as-decided', 'in-period', 'receipts', 'no-other-grant'];
    const { id: reportId } = await reportOf(web, people.clerk, project.applicationId);
    const inspection = await staff.get(`/ogori/staff/reports/${reportId}`);
    await inspection
      .form('検査を終える')
      .fill(Object.fromEntries(items.map((item) => [`answers[${item}]`, 'yes'])))
      .submit('検査を終える');
    return (await staff.get('/ogori/staff/reports')).form('選んだ報告の額の確定を起案する').submit();
  }

  /** 390,000 yen were spent of the 450,000 that were planned; two thirds of it are 260,000. */
  async function report({ applicationId }: GrantedProject): Promise<void> {
    const officer = await as('ajisaka-yakuin');
    const { id: reportId } = await reportOf(web, people.clerk, applicationId);
    const results = await officer.get(`/ogori/committee/reports/${reportId}/form/results`);
    const evaluation = await results
      .form('保存して次へ')
      .fill({
        'form[done-period][from]': '令和8年10月1日',
        'form[done-period][until]': '令和9年3月10日',
        'form[done-people]': '120人',
        'form[done]': 'まつりを開きました。',
      })
      .submit('保存して次へ');
    const account = await evaluation
      .form('保存して次へ')
      .fill({ 'form[achieved]': 'mostly', 'form[lessons]': '参加が増えました。' })
      .submit('保存して次へ');
    await account
      .form('保存して次へ')
      .fill({
        'account[line-own][amount]': '130,000',
        'account[line-supplies][amount]': '260,000',
        'account[line-printing][amount]': '130,000',
      })
      .submit('保存して次へ');
    const check = await officer.get(`/ogori/committee/reports/${reportId}/check`);
    const sent = await check.form('この内容で提出する').submit();
    expect(sent.errors).toEqual([]);
    await web.drainOutbox();
  }
});
