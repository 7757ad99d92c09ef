import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ogoriProjectSubsidy } from '../../src/demo/programs.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import type { ProgramDocument } from '../../src/programs/index.js';
import { anOfficerAccount } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { addReceipt, picture, writeReport } from '../support/builders/report-pages.js';
import { aGrantedProject, aSettledProgram, reportOf } from '../support/builders/reports.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { mailsOf } from '../support/mails.js';
import { aMorning } from '../support/morning.js';

const GRANTED_ON = '2026-05-20';
const REPORTED_ON = '2027-03-20';
const MAIL = 'higashino@example.jp';
const WELL = ['as-decided', 'in-period', 'receipts', 'no-other-grant'];
const ALL_WELL = Object.fromEntries(WELL.map((item) => [`answers[${item}]`, 'yes']));
const SPENT = { 'line-own': '130,000', 'line-supplies': '260,000', 'line-printing': '130,000' };
const RECEIPT = { 'paid-on': '令和9年3月5日', payee: '見本青果店', amount: '260,000', purpose: '炊き出しの材料' };

describe('reports that go another way', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let approvers: readonly StaffActor[];
  let ours: TestOrganization;

  beforeAll(async () => {
    web = await openWeb({ at: GRANTED_ON });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    ours = await aRegisteredOrganization(web, clerk, { name: '東野校区協働のまちづくり協議会', district: '東野校区' });
    await anOfficerAccount(web, ours, 'higashino-hanako');
    await web.sql('UPDATE organizations SET mail = $1 WHERE id = $2', [MAIL, ours.id]);
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  /** A granted project whose programme differs from 事業補助金 by this. */
  const granted = async (title: string, change: Partial<ProgramDocument> = {}, until = '2027-03-10') => {
    web.clock.at(GRANTED_ON);
    const program = await aSettledProgram(web, clerk, { name: `${title}の補助金`, ...change });
    const period = ['2026-10-01', until] as const;
    const { applicationId } = await aGrantedProject(web, clerk, approvers, ours, program, { title, period });
    const { id, dueOn } = await reportOf(web, clerk, applicationId);
    return { applicationId, dueOn, id, at: `/ogori/committee/reports/${id}` };
  };

  /** Inspected without a remark; the page afterwards. */
  const inspect = async (id: string, said: Record<string, string> = {}): Promise<Page> => {
    const page = await (await as('tanto1')).get(`/ogori/staff/reports/${id}`);
    return page
      .form('検査を終える')
      .fill({ ...ALL_WELL, ...said })
      .submit('検査を終える');
  };
  const determined = (page: Page): string[] => page.texts('[aria-label="算定の内訳"] tfoot .money');

  it('a paper is entered by staff, while the organisation waits; an ended inspection is taken up again until a draft holds it', async () => {
    const { id, at } = await granted('防災訓練');
    web.clock.at(REPORTED_ON);
    const staff = await as('tanto1');
    const list = await staff.get('/ogori/staff/reports');
    const entry = await list.click('紙で受け付ける');
    expect(await checkHtml(entry.html)).toEqual([]);
    const early = await entry.form('入力を始める').fill({ receivedOn: '令和9年3月21日' }).submit('入力を始める');
    expect(early.errors).toEqual(['受け取った日は、今日（令和9年3月20日）より前の日を入力してください。']);
    const begun = await early.form('入力を始める').fill({ receivedOn: '令和9年3月18日' }).submit('入力を始める');
    expect(begun.text).toContain('紙の報告書を入力しています');

    // taken for another: it is given back, and begun once more
    const officer = await as('higashino-hanako');
    expect((await officer.get(`${at}/account`)).text).toContain('担当課が紙の報告書を入力しています');
    await begun.form('紙の受付をやめる').submit();
    expect((await officer.get(`${at}/account`)).status).toBe(200);
    await (await list.click('紙で受け付ける')).form('入力を始める').fill({ receivedOn: '令和9年3月18日' }).submit();

    const receipts = await writeReport(staff, begun.path, SPENT);
    await addReceipt(receipts, '消耗品費', RECEIPT, picture('紙の領収書'));
    const check = await staff.get(`${begun.path}/check`);
    expect(await checkHtml(check.html)).toEqual([]);
    const received = await check.form('この内容で受け付ける').submit();
    expect(received.text).toContain('紙の実績報告を受け付けました');
    const [row] = await web.sql('SELECT received_on::text FROM performance_reports WHERE id = $1', [id]);
    expect(row).toEqual({ received_on: '2027-03-18' });
    await web.drainOutbox();
    expect((await officer.get(at)).text).toContain('検査中');

    // 390,000 spent, two thirds of it
    const ended = await inspect(id);
    expect(determined(ended)).toEqual(['260,000円']);
    const again = await ended.form('検査をやり直す').submit();
    expect(again.text).toContain('検査をやり直します。');
    const judged = { 'lines[line-printing][judged]': 'whole', 'lines[line-printing][reason]': '事業の前の購入のため' };
    const second = await inspect(id, judged);
    expect(determined(second)).toEqual(['173,000円']);
    const reports = await staff.get('/ogori/staff/reports');
    const draft = await reports
      .form('選んだ報告の額の確定を起案する')
      .fill({ 'reportIds[]': [id] })
      .submit();
    expect(draft.errors).toEqual([]);
    const held = await second.form('検査をやり直す').submit();
    expect(held.errors[0]).toContain('額の確定が起案されているため、検査をやり直せません');
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...approvers);
    const [commitment] = await web.sql<{ amount: string }>(
      `SELECT amount FROM determinations WHERE report_id = $1 AND state = 'determined'`,
      [id],
    );
    expect(commitment?.amount).toBe('173000');
  });

  it('what is left may be carried over where the programme permits it, and nowhere else', async () => {
    const label = '次年度への繰越金';
    const report = {
      ...projectReport(),
      receipts: false,
      carryOver: { label, article: '交付規則第10条（見本）' },
    };
    const kept = await granted('積み立てる事業', { report });
    const spent = await granted('使い切る事業', { report: { ...report, carryOver: null } });
    web.clock.at(REPORTED_ON);
    const officer = await as('higashino-hanako');
    // 450,000 came in, with 300,000 of the town by 450,000 planned: more is left than was spent
    const rich = { ...SPENT, 'line-own': '150,000' };
    const none = await writeReport(officer, spent.at, rich);
    expect(none.errors[0]).toContain('団体の負担した額を減らすか、書き忘れた支出がないか');
    expect(none.text).not.toContain(label);
    const short = await writeReport(officer, kept.at, rich);
    expect(short.errors).toEqual([
      `収入の合計（410,000円）が、支出の合計（390,000円）より20,000円多くなっています。残りは「${label}」に書いてください。`,
    ]);
    const next = await short
      .form('保存して次へ')
      .fill({ 'account[carry-over][amount]': '20,000' })
      .submit('保存して次へ');
    expect(next.heading).toBe('写真');
    const check = await officer.get(`${kept.at}/check`);
    await check.form('この内容で提出する').submit();
    // what is kept is no cost: the amount is that of 390,000
    expect(determined(await inspect(kept.id))).toEqual(['260,000円']);
  });

  it('never determines more than was decided, and settles nothing where the programme does not', async () => {
    const payment = { method: 'ordinary', methodLabel: '通常払', settlement: false } as const;
    const report = { ...projectReport(), receipts: false };
    const { id, at } = await granted('精算しない事業', { report, payment });
    web.clock.at(REPORTED_ON);
    const officer = await as('higashino-hanako');
    // two thirds of 600,000 are 400,000; 300,000 were decided
    await writeReport(officer, at, { 'line-own': '300,000', 'line-supplies': '400,000', 'line-printing': '200,000' });
    const check = await officer.get(`${at}/check`);
    expect(check.text).toContain('300,000円');
    expect(check.text).not.toContain('400,000円です');
    await check.form('この内容で提出する').submit();
    const ended = await inspect(id);
    expect(ended.errors).toEqual([]);
    expect(ended.text).not.toContain('額の確定の起案へ');
    const desk = await (await as('tanto1')).get('/ogori/staff/reports');
    expect(desk.texts('[aria-label="額の確定を起案する報告"] tbody td').join()).not.toContain('精算しない事業');
    expect(await web.sql('SELECT state FROM performance_reports WHERE id = $1', [id])).toEqual([{ state: 'accepted' }]);

    // what was overlooked is looked at again, and ended again
    const again = await ended.form('検査をやり直す').submit();
    expect(again.errors).toEqual([]);
    expect(await web.sql('SELECT state FROM performance_reports WHERE id = $1', [id])).toEqual([
      { state: 'submitted' },
    ]);
    expect((await (await as('tanto1')).get('/ogori/staff/reports')).text).toContain('精算しない事業');
    await inspect(id);
    expect(await web.sql('SELECT state FROM performance_reports WHERE id = $1', [id])).toEqual([{ state: 'accepted' }]);
  });

  it('is due by days after the end or a day of April, whichever comes first, and is spoken of before and after', async () => {
    const early = await granted('三月十日まで');
    const late = await granted('年度末まで', {}, '2027-03-31');
    expect([early.dueOn, late.dueOn]).toEqual(['2027-04-09', '2027-04-20']);
    for (const day of ['2027-03-12', '2027-04-02', '2027-04-10']) await aMorning(web, towns.ogori, day);
    const told = mailsOf(web)
      .filter(({ to, subject }) => to === MAIL && subject.includes('締切が近い'))
      .map(({ text }) => text.replace(/\s+/g, ' '));
    const at = '三月十日までの実績報告 締切 令和9年4月9日24時';
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`${at}(?!（)`)));
    expect(told).toContainEqual(expect.stringContaining(`${at}（過ぎています）`));
  });

  it('points out the same picture in another report, to the organisation and to staff', async () => {
    const one = await granted('春の花壇');
    const other = await granted('秋の花壇');
    web.clock.at(REPORTED_ON);
    const officer = await as('higashino-hanako');
    const seedlings = { ...RECEIPT, payee: '見本種苗', purpose: '花の苗' };
    await addReceipt(await writeReport(officer, one.at, SPENT), '消耗品費', seedlings, picture('花の苗'));
    const words = { ...seedlings, payee: '見本園芸', amount: '90,000' };
    const list = await addReceipt(await writeReport(officer, other.at, SPENT), '消耗品費', words, picture('花の苗'));
    expect(list.text).toContain('同じかもしれない領収書が1枚あります');
    expect((await list.click('1枚目')).text).toContain('同じ写真（ファイル）です。');
    const same = await addReceipt(list, '印刷製本費', seedlings, picture('別の写真'));
    expect((await same.click('2枚目')).text).toContain('春の花壇）の領収書と、支払った日・支払先・金額が同じです。');
  });
});

/** What 事業補助金 asks for when the money was spent. */
function projectReport(): NonNullable<ProgramDocument['report']> {
  const { report } = ogoriProjectSubsidy.document({ budgetLineId: '', handledBy: '' });
  if (!report) throw new Error('the project subsidy asks for a report');
  return report;
}
