import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { seedBusiness } from '../../src/demo/seed-towns.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { kotakeModelSubsidy } from '../../src/demo/programs.js';
import type { TypedAnswer } from '../../src/forms/index.js';
import type { StaffActor } from '../../src/kernel/actor.js';
import {
  aLine,
  anOfficerAccount,
  aPublishedProgram,
  draftOf,
  passReview,
  saveSection,
  startApplication,
  submitApplication,
} from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { aBudgetLine, aDecidedGrant, issueLetters } from '../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { reportOf } from '../support/builders/reports.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkAxe } from '../support/axe-check.js';
import { openBrowser } from '../support/browser.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { readPdf } from '../support/pdf-check.js';

const TITLE = '通学路の花いっぱい見守り隊';
const PANEL = '協働のまちづくり審査会（見本）';

/** What a side chooses on the sheet, with one reason throughout. */
const sheet = (chosen: Readonly<Record<string, string>>, reason: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(chosen).flatMap(([point, option]) => [
      [`form[${point}]`, option],
      [`form[${point}-reason]`, reason],
    ]),
  );

const ALL = { purpose: 'mostly', residents: 'enough', organization: 'grown', subsidy: 'less', direction: 'continue' };

describe('a model project of 小竹町 at the end of its year', () => {
  let web: Web;
  let towns: Towns;
  let approvers: readonly StaffActor[];
  let deputyMayor: StaffActor;
  let ours: TestOrganization;
  let grantId: string;
  /** `/kotake/committee/verifications/…` and the same for staff and for everyone. */
  let id: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-07-20' });
    towns = await openTowns(web);
    await seedBusiness(web, towns.kotake.id, ['calls'], { closes: '2026-08-31' });
    const clerk = await staffActor(web, towns.kotake, 'tanto');
    approvers = [await staffActor(web, towns.kotake, 'kakaricho'), await staffActor(web, towns.kotake, 'kacho')];
    deputyMayor = await staffActor(web, towns.kotake, 'fukuchocho');
    ours = await aRegisteredOrganization(web, clerk, { name: '勝野地区まちづくり協議会', district: '勝野校区' });
    await anOfficerAccount(web, ours, 'katsuno-hanako');
    const theirs = await aRegisteredOrganization(web, clerk, {
      name: '御徳地区まちづくり協議会',
      district: '御徳校区',
    });
    await anOfficerAccount(web, theirs, 'gotoku-taro');
    grantId = await aGrantedModelProject(clerk);
  });

  afterAll(() => web.close());

  const as = async (signInName: string, town: keyof Towns = 'kotake'): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns[town], signInName);
    return visitor;
  };

  /** 審査会 of the town for the call that it has; the mayor in the chair. */
  const callPanel = async (staff: Visitor, heldOn: string): Promise<void> => {
    const form = (await staff.get('/kotake/staff/panels')).form('審査会を置く');
    const term = { termFrom: '令和8年4月1日', termUntil: '令和10年3月31日' };
    const call = form.offered('programIds[]', '令和8年度 協働のまちづくり事業企画提案（見本）');
    let panel = await form.fill({ name: PANEL, ...term, 'programIds[]': [call] }).submit();
    for (const [seat, name] of ['御徳 見本', '勝野 見本', '新多 見本'].entries()) {
      const member = panel.form('委員を加える');
      const role = seat === 0 ? 'chair' : 'member';
      panel = await member.fill({ staffId: member.offered('staffId', name), role }).submit();
    }
    const called = await panel.form('開催を決める').fill({ heldOn, startsAt: '14:00', place: '役場' }).submit();
    expect(called.errors).toEqual([]);
  };

  const decide = async (draft: Page, ...people: readonly StaffActor[]): Promise<void> => {
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...people);
    await web.drainOutbox();
  };

  /** 450,000 yen of eligible cost in the first year: nine tenths, at most 200,000. */
  async function aGrantedModelProject(clerk: StaffActor): Promise<string> {
    const { report, ...document } = kotakeModelSubsidy.document({
      budgetLineId: await aBudgetLine(web, clerk, randomUUID().slice(0, 8), 1_000_000),
      handledBy: '',
    });
    const { handledBy: _section, ...own } = document;
    const program = await aPublishedProgram(web, clerk, { ...own, report: report && { ...report, receipts: false } });
    const applicationId = await startApplication(web, ours.officer, program);
    const { document: asked } = await draftOf(web, ours.officer, applicationId);
    for (const { id: name, questions } of asked.form) {
      const answers = Object.fromEntries(
        questions.flatMap(({ id: question, kind, label }): [string, TypedAnswer][] => {
          if (question === 'title') return [[question, TITLE]];
          if (question === 'yearly') return [[question, [{ id: 'r1', cells: ['1年目', '苗を植える', '20人が参加'] }]]];
          if (kind === 'period') return [[question, ['2026-10-01', '2027-03-10']]];
          if (kind === 'place') return [[question, ['勝野公民館', '']]];
          if (kind === 'number') return [[question, '20']];
          if (kind === 'text') return [[question, `${label}の答え`]];
          return kind === 'declaration' ? [[question, 'yes']] : [];
        }),
      );
      await saveSection(web, ours.officer, applicationId, name, { answers });
    }
    const lines = [
      { ...aLine('income', 'own', '250,000', '会費から'), id: 'line-own' },
      { ...aLine('expenditure', 'supplies', '300,000', '苗と土'), id: 'line-supplies' },
      { ...aLine('expenditure', 'printing', '150,000', 'ちらし'), id: 'line-printing' },
    ].map((line) => ({ ...line, unitPrice: line.amount, quantity: '1', unit: '式' }));
    await saveSection(web, ours.officer, applicationId, 'budget', { lines });
    await submitApplication(web, ours.officer, applicationId);
    await passReview(web, clerk, applicationId);
    const grant = await aDecidedGrant(web, clerk, approvers, applicationId);
    expect(grant.amountInForce).toBe(200_000n);
    await issueLetters(web, clerk, [grant.id], '2026-07-20');
    await web.drainOutbox();
    return grant.id;
  }

  it('is reported by the committee, inspected, and its amount determined; that opens its verification', async () => {
    const clerk = await staffActor(web, towns.kotake, 'tanto');
    const [{ applicationId }] = (await web.sql<{ applicationId: string }>(
      'SELECT application_id AS "applicationId" FROM grants WHERE id = $1',
      [grantId],
    )) as [{ applicationId: string }];
    const report = await reportOf(web, clerk, applicationId);
    web.clock.at('2027-03-20');
    const officer = await as('katsuno-hanako');
    const at = `/kotake/committee/reports/${report.id}`;
    const results = await officer.get(`${at}/form/results`);
    const evaluation = await results
      .form('保存して次へ')
      .fill({
        'form[done-period][from]': '令和8年10月1日',
        'form[done-period][until]': '令和9年3月10日',
        'form[done]': '通学路に花を植え、見守りをしました。',
        'form[done-people]': '120人',
        'form[new-helpers]': '8人',
      })
      .submit('保存して次へ');
    const account = await evaluation
      .form('保存して次へ')
      .fill({ 'form[achieved]': 'mostly', 'form[raised]': '担い手が増えました。', 'form[lessons]': '続けます。' })
      .submit('保存して次へ');
    await account
      .form('保存して次へ')
      .fill({
        'account[line-own][amount]': '20,000',
        'account[line-supplies][amount]': '120,000',
        'account[line-printing][amount]': '80,000',
      })
      .submit('保存して次へ');
    const sent = await (await officer.get(`${at}/check`)).form('この内容で提出する').submit();
    expect(sent.status).toBe(200);
    await web.drainOutbox();
    const staff = await as('tanto');
    const items = ['as-decided', 'in-period', 'receipts', 'no-other-grant'];
    await (
      await staff.get(`/kotake/staff/reports/${report.id}`)
    )
      .form('検査を終える')
      .fill(Object.fromEntries(items.map((item) => [`answers[${item}]`, 'yes'])))
      .submit('検査を終える');
    const desk = await staff.get('/kotake/staff/reports');
    await decide(await desk.form('選んだ報告の額の確定を起案する').submit(), ...approvers);
    await (await staff.get('/kotake/staff/reports')).form('選んだ額の確定通知書を施行する').submit();
    await web.drainOutbox();
    const home = await officer.get('/kotake/committee');
    expect(home.text).toContain(`${TITLE}の検証に答える`);
    const page = await home.click(`${TITLE}の検証に答える`);
    id = page.path.split('/').at(-1) ?? '';
    expect(page.text).toContain('1年目');
    expect(page.text).toContain('令和9年4月19日');
    const [letter] = await web.sql<{ title: string }>(
      `SELECT title FROM letters WHERE kind = 'amount-determination' ORDER BY issued_on DESC LIMIT 1`,
    );
    expect(letter?.title).toMatch(/の額の確定について$/);
  });

  it('is answered by the organisation, which may keep what is not finished', async () => {
    const officer = await as('katsuno-hanako');
    const at = `/kotake/committee/verifications/${id}`;
    const empty = await (await officer.get(at)).form('この内容で答える').submit('この内容で答える');
    expect(empty.errors).toHaveLength(10);
    const begun = sheet({ purpose: 'mostly' }, '子どもの通学路が明るくなりました。');
    const kept = await (await officer.get(at)).form('途中まで保存する').fill(begun).submit('途中まで保存する');
    expect(kept.text).toContain('途中まで保存しました');
    const staff = await as('tanto');
    expect((await staff.get(`/kotake/staff/verifications/${id}`)).text).not.toContain('通学路が明るく');
    const open = await officer.get(at);
    expect(await checkHtml(open.html)).toEqual([]);
    const given = await open
      .form('この内容で答える')
      .fill(sheet(ALL, '子どもの通学路が明るくなりました。'))
      .submit('この内容で答える');
    expect(given.text).toContain('お答えをいただきました');
    expect((await officer.get('/kotake/committee')).text).not.toContain(`${TITLE}の検証に答える`);
  });

  it('another organisation, another town and the public find nothing of it before it is published', async () => {
    const other = await as('gotoku-taro');
    const stranger = await as('tanto1', 'ogori');
    const pages = await Promise.all([
      other.get(`/kotake/committee/verifications/${id}`),
      stranger.get(`/ogori/staff/verifications/${id}`),
      stranger.get(`/ogori/verifications/${id}`),
      web.visitor().get(`/kotake/verifications/${id}`),
    ]);
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await web.visitor().get('/kotake/verifications')).text).toContain('公表した検証はまだありません');
  });

  it('is answered by the section; what the record of a panel says is entered only with the name of its meeting', async () => {
    const staff = await as('tanto');
    const at = `/kotake/staff/verifications/${id}`;
    const waiting = await staff.get(at);
    expect(waiting.text).toContain('担当課、審査会の答えを待っています');
    const form = await waiting.click('担当課の答えを書く');
    const done = await form
      .form('この内容で確定する')
      .fill(sheet({ ...ALL, direction: 'grow' }, 'ほかの校区にも広げられます。'))
      .submit('この内容で確定する');
    expect(done.text).toContain('担当課の答えを確定しました');
    const record = await done.click('審査会の記録から担当課が記入する');
    const early = await record
      .form('この内容で確定する')
      .fill({ ...sheet(ALL, '住民が主役になっています。'), saidOn: '令和9年3月1日' })
      .submit('この内容で確定する');
    expect(early.errors).toEqual([
      '審査会の名前と回を入力してください。例：協働のまちづくり審査会 第2回',
      '答えた日は、検証を始めた日から後の日を入力してください。',
    ]);
    expect(await checkHtml(early.html)).toEqual([]);
    // A page that was opened before the other save keeps what was typed and shows both.
    const stale = await form
      .form('この内容で確定する')
      .fill(sheet(ALL, '別の職員が書きました。'))
      .submit('この内容で確定する');
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('別の職員が書きました。');
    expect(stale.text).toContain('ほかの校区にも広げられます。');
  });

  it('is answered by the members of the panel who were put in charge, without whoever is tied to it', async () => {
    const staff = await as('tanto');
    const at = `/kotake/staff/verifications/${id}`;
    expect((await staff.get(at)).text).toContain('委員に答えてもらう開催がまだありません');
    await callPanel(staff, '令和9年3月21日');
    const blank = await (await staff.get(at)).form('審査会の委員に答えてもらう').submit();
    expect(blank.errors).toEqual(['答えてもらう審査会の開催を選んでください。']);
    const choose = blank.form('審査会の委員に答えてもらう');
    await choose.fill({ meetingId: choose.offered('meetingId', `${PANEL} 第1回（令和9年3月21日）`) }).submit();
    expect((await staff.get(`${at}/opinions/panel`)).status).toBe(404);

    const [chair, second, third] = [await as('chocho'), await as('fukuchocho'), await as('kacho')];
    const list = await chair.get('/kotake/panel');
    expect(await checkHtml(list.html)).toEqual([]);
    const own = await list.click(`${TITLE}の検証`);
    expect(own.text).toContain('子どもの通学路が明るくなりました。');
    const unready = await (
      await own.click('審査会の答えをまとめる')
    )
      .form('審査会の答えとして確定する')
      .fill(sheet(ALL, '住民が主役になっています。'))
      .submit('審査会の答えとして確定する');
    expect(unready.status).toBe(409);
    expect(unready.text).toContain('審査会を開く日より前です');
    const path = own.path;
    expect((await own.form('この内容で答える').submit('この内容で答える')).errors).toHaveLength(10);
    await own.form('この内容で答える').fill(sheet(ALL, '会長の考えです。')).submit('この内容で答える');
    const seconds = (await second.get(path)).form('この内容で答える');
    await seconds.fill(sheet({ ...ALL, subsidy: 'same' }, '二人目の考えです。')).submit('この内容で答える');
    expect((await second.get(`${path}/agreement`)).status).toBe(404);
    const away = await (await third.get(path)).click('忌避を申し出てください');
    const unsaid = await away.form('忌避を申し出る').submit();
    await unsaid.form('忌避を申し出る').fill({ reason: '団体の役員の家族であるため' }).submit();
    expect((await third.get(path)).status).toBe(404);
    expect((await third.get('/kotake/panel')).text).not.toContain(TITLE);
    expect((await staff.get(at)).text).toContain('利害関係により加わらない');

    web.clock.at('2027-03-22');
    const together = await (await as('chocho')).get(`${path}/agreement`);
    expect(together.text).toContain('会長の考えです。');
    expect(together.text).toContain('二人目の考えです。');
    expect(await checkHtml(together.html)).toEqual([]);
    const agreed = await together
      .form('審査会の答えとして確定する')
      .fill(sheet(ALL, '住民が主役になっています。'))
      .submit('審査会の答えとして確定する');
    expect(agreed.text).toContain('審査会の答えをまとめました');
    const late = await (await as('fukuchocho')).get(path);
    expect(late.text).toContain('審査会の答えは、一つにまとまりました');
    expect(late.html).not.toContain('この内容で出し直す');
    const compared = await (await as('tanto')).get(at);
    expect(compared.text).toContain(
      `審査会の委員2人がそれぞれ答え、審査会として一つにまとめた（${PANEL} 第1回、令和9年3月21日）`,
    );
    const rows = compared.texts('[aria-label="それぞれの答え"] tbody th');
    expect(rows.filter((row) => row.includes('分かれています'))).toEqual([expect.stringContaining('今後の方向性')]);
    expect(await checkHtml(compared.html)).toEqual([]);
  });

  it('its direction is decided by 決裁 with a reason, told to the organisation, and published by staff', async () => {
    const staff = await as('tanto');
    const at = `/kotake/staff/verifications/${id}`;
    const blank = await (await staff.get(at)).form('今後の方向性を起案する').submit();
    expect(blank.errors).toEqual([
      '今後の方向性を選んでください。',
      '今後の方向性の理由を入力してください。団体と住民が読みます。',
    ]);
    const draft = await blank
      .form('今後の方向性を起案する')
      .fill({ direction: 'continue', why: '担い手が育っており、2年目も続ける。' })
      .submit();
    expect(draft.text).toContain('担当課：おおむね達成された（ほかの校区にも広げられます。）');
    const officer = await as('katsuno-hanako');
    expect((await officer.get(`/kotake/committee/verifications/${id}`)).text).not.toContain('2年目も続ける');
    await decide(draft, ...approvers, deputyMayor);
    const until = await officer.get(`/kotake/committee/verifications/${id}`);
    expect(until.text).toContain('今後の方向性を検討しています');
    expect(until.text).not.toContain('2年目も続ける');
    const issue = '検証結果通知書を施行する';
    const early = await (await staff.get(at)).form(issue).fill({ issuedOn: '令和9年3月1日' }).submit(issue);
    expect(early.errors).toEqual([expect.stringContaining('施行日は、決定の日')]);
    await early.form(issue).fill({ issuedOn: '令和9年3月22日' }).submit(issue);
    await web.drainOutbox();
    const told = await officer.get(`/kotake/committee/verifications/${id}`);
    expect(told.text).toContain('担い手が育っており、2年目も続ける。');
    expect(told.text).toMatch(/検証結果通知書（.+号）を、紙でお送りします。/);
    const [number = ''] = /(?<=検証結果通知書（)[^）]+/.exec(told.text) ?? [];
    const letter = await (await staff.get(at)).click(number);
    const pdf = await staff.get(`${letter.path}/pdf`);
    const printed = (await readPdf(pdf.bytes)).text;
    for (const text of ['様式第11号（第12条関係）', '支援の1年目', '継続', '担い手が育っており、2年目も続ける。'])
      expect(printed).toContain(text);
    expect((await web.visitor().get(`/kotake/verifications/${id}`)).status).toBe(404);
    const decided = await staff.get(at);
    const unread = await decided.form('検証を公表する').submit();
    expect(unread.errors).toEqual(['個人の名前や連絡先が書かれていないことを確かめて、印を付けてください。']);
    await unread.form('検証を公表する').fill({ confirmed: 'yes' }).submit();
    const published = await web.visitor().get(`/kotake/verifications/${id}`);
    expect(published.text).toContain('担い手が育っており、2年目も続ける。');
    expect(published.text).toContain('住民が主役になっています。');
    expect(published.text).toContain('審査会の委員2人がそれぞれ答え');
    expect(published.text).not.toMatch(/別々に|会長の考えです|御徳 見本/);
    expect(await checkHtml(published.html)).toEqual([]);
    expect((await web.visitor().get('/kotake/verifications')).text).toContain(TITLE);
    const list = await staff.get('/kotake/staff/verifications?state=published&year=2026');
    expect(list.texts('[aria-label^="検証（"] tbody th')).toEqual([TITLE]);
    expect((await staff.get('/kotake/staff/verifications?state=open')).text).toContain('この条件にあてはまる検証は');
    const reasonless = await (await staff.get(at)).form('公表を取りやめる').submit();
    expect(reasonless.errors).toEqual(['公表を取りやめる理由を入力してください。操作の記録に残ります。']);
    const down = await reasonless
      .form('公表を取りやめる')
      .fill({ takenDownReason: '団体から申し出があったため' })
      .submit();
    expect(down.text).toContain('公表を取りやめました');
    expect((await web.visitor().get(`/kotake/verifications/${id}`)).status).toBe(404);
    await (await staff.get(at)).form('検証を公表する').fill({ confirmed: 'yes' }).submit();
    await web.drainOutbox();
    const [row] = await web.sql<{ organization: string }>('SELECT organization_id AS organization FROM public_grants');
    const ofOrganization = await web.visitor().get(`/kotake/organizations/${row?.organization ?? ''}`);
    expect(ofOrganization.texts('tbody .grant-purpose')).toContain('今後の方向性：継続');
    expect(await checkHtml(ofOrganization.html)).toEqual([]);
  });

  it('its panel keeps what each answered, and a meeting that scored nothing is closed and confirmed', async () => {
    const second = await (await as('fukuchocho')).get('/kotake/panel');
    expect(second.text).toContain('受付の終わった検証');
    expect(second.text).not.toContain('採点を締め切る');
    expect(await checkHtml(second.html)).toEqual([]);
    expect((await second.click(`${TITLE}の検証`)).text).toContain('二人目の考えです。');
    const staff = await as('tanto');
    const panel = await (await staff.get('/kotake/staff/panels')).click(PANEL);
    const meeting = await panel.click('第1回');
    expect(meeting.text).toContain('議題なし');
    expect(await checkHtml(meeting.html)).toEqual([]);
    const closed = await meeting.form('会を締め切る').submit();
    expect(closed.errors).toEqual([]);
    expect(closed.text).toContain('この会で採点したものはありません');
    const record = await closed.click('議事と講評');
    const confirmed = await record
      .form('結果を確定する')
      .fill({ minutes: '検証1件に答え、審査会の答えをまとめた。' })
      .submit('結果を確定する');
    expect(confirmed.text).toContain('結果を確定しました');
  });

  it('everyone can use its pages, also on a phone', async () => {
    const browser = await openBrowser();
    try {
      const faults: string[] = [];
      const look = async (signInName: string | null, path: string): Promise<void> => {
        const page = await browser.person({ viewport: { width: 360, height: 740 } });
        if (signInName !== null) {
          await page.goto(`${web.url}/kotake/sign-in`);
          await page.fill('[name=signInName]', signInName);
          await page.fill('[name=password]', DEMO_PASSWORD);
          await page.click('main button');
        }
        await page.goto(`${web.url}${path}`);
        faults.push(...(await checkAxe(page)).map((fault) => `${path}: ${fault}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        if (wide) faults.push(`${path} is wider than the phone`);
      };
      await look(null, `/kotake/verifications/${id}`);
      await look('katsuno-hanako', `/kotake/committee/verifications/${id}`);
      await look('tanto', `/kotake/staff/verifications/${id}`);
      await look('tanto', '/kotake/staff/verifications');
      await look('chocho', `/kotake/panel/verifications/${id}`);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe('an adopted proposal', () => {
  let web: Web;
  let towns: Towns;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-07-20' });
    towns = await openTowns(web);
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.kotake, signInName);
    return visitor;
  };

  /** Adoption is decided elsewhere; here it stands in the tables as it will be found. */
  async function anAdoptedProposal(): Promise<void> {
    const [call, proposal, town] = [randomUUID(), randomUUID(), towns.kotake.id];
    const question = { lines: 'many', hint: '', maxLength: 400, required: true, when: null, kind: 'text' };
    const form = [{ id: 'idea', title: '提案', lead: '', questions: [{ ...question, id: 'aim', label: 'ねらい' }] }];
    const answers = [
      {
        ...{ id: 'aim', section: 'idea', sectionTitle: '提案', label: 'ねらい', kind: 'text' },
        ...{ text: '空き地を花でいっぱいにする。', value: '空き地を花でいっぱいにする。', table: null },
      },
    ];
    const [{ id: section }] = (await web.sql<{ id: string }>(
      `SELECT id FROM sections WHERE municipality_id = $1 AND role = 'promotion'`,
      [town],
    )) as [{ id: string }];
    await web.sql(
      `INSERT INTO calls (municipality_id, id, fiscal_year, title, lead, theme_kind, theme, proposers, fields, opens, closes,
                          form, afterwards, section_id, state, published_at, withdrawal_reason, last_number, version,
                          created_at, created_by)
       VALUES ($1, $2, 2026, '令和8年度の企画提案', '', 'free', '', '{resident}', '[{"id":"community","label":"コミュニティ"}]',
               '2026-04-01', '2026-05-31', $3, '', $4, 'published', now(), '', 3, 2, now(), '見本')`,
      [town, call, JSON.stringify(form), section],
    );
    await web.sql(
      `INSERT INTO proposals (municipality_id, id, call_id, number, proposer_kind, proposer_name, public_name, proposer_contact,
                              proposer_mail, title, field_id, state, access_hash, answers, begun_at, submitted_at, version)
       VALUES ($1, $2, $3, 3, 'resident', '見本 花子', true, '電話', '', '空き地花だん', 'community', 'adopted', 'hash', $4,
               now(), now(), 3)`,
      [town, proposal, call, JSON.stringify(answers)],
    );
  }

  it('of a resident is given to an organisation by staff, which begins its application from it', async () => {
    const clerk = await staffActor(web, towns.kotake, 'tanto');
    const ours = await aRegisteredOrganization(web, clerk, { name: '勝野地区まちづくり協議会', district: '勝野校区' });
    await anOfficerAccount(web, ours, 'katsuno-hanako');
    const other = await aRegisteredOrganization(web, clerk, { name: '御徳地区まちづくり協議会', district: '御徳校区' });
    await anOfficerAccount(web, other, 'gotoku-taro');
    const { handledBy: _section, ...document } = kotakeModelSubsidy.document({
      budgetLineId: await aBudgetLine(web, clerk, randomUUID().slice(0, 8), 1_000_000),
      handledBy: '',
    });
    await aPublishedProgram(web, clerk, document);
    await anAdoptedProposal();
    const task = '採択された企画提案「空き地花だん」から申請を始める';
    const officer = await as('katsuno-hanako');
    expect((await officer.get('/kotake/committee')).text).not.toContain(task);

    const staff = await as('tanto');
    const list = await staff.get('/kotake/staff/model-projects');
    expect(await checkHtml(list.html)).toEqual([]);
    const unchosen = await list.form('この団体に申請してもらう').submit();
    expect(unchosen.errors).toEqual(['提案を行う団体を選んでください。']);
    const select = unchosen.$('select[name^="organizations"]').attr('name') ?? '';
    await unchosen
      .form('この団体に申請してもらう')
      .fill({ [select]: ours.id })
      .submit();

    const start = await (await officer.get('/kotake/committee')).click(task);
    expect(start.text).toContain('企画提案第3号「空き地花だん」');
    const begun = await start.form('企画提案をもとに申請を始める').submit();
    expect(begun.text).toContain('企画提案から写した欄があります');
    const purpose = await officer.get(`${begun.path}/form/purpose`);
    expect(purpose.$('[name="form[title]"]').attr('value')).toBe('空き地花だん');
    expect(purpose.$('[name="form[aim]"]').text()).toBe('空き地を花でいっぱいにする。');
    expect((await officer.get('/kotake/committee')).text).not.toContain(task);

    const stranger = await as('gotoku-taro');
    expect((await stranger.get('/kotake/committee')).text).not.toContain(task);
    expect((await stranger.get(start.url.pathname + start.url.search)).status).toBe(404);
  });
});
