import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { OpenBudgetLine } from '../../../src/budgets/index.js';
import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { yen } from '../../../src/kernel/yen.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { HearingsAndPresentations } from '../../../src/proposals/index.js';
import { aPicture } from '../../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { openBrowser, openWeb, type Page, type Visitor, type Web } from '../../support/index.js';
import { mailsOf } from '../../support/mails.js';
import { Findings } from '../story/findings.js';
import { Person } from '../story/person.js';

const BASICS = { kind: 'resident', name: '見本 花子', publicName: 'no', contact: '0949-00-0000（見本）' };
const ANSWERS = { 'form[aim]': '一人で過ごす人が増えています。', 'form[activities]': '月に2回、お茶の会を開きます。' };
const ITEMS = ['need', 'together', 'feasible', 'lasting'];
const MEMBERS = ['御徳 見本', '勝野 見本', '新多 見本'];
/** A tablet held upright. */
const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true };

const lineOn = ({ html }: Page): string => /<option value="([^"]+)">[^<]*見本モデル事業/.exec(html)?.[1] ?? '';

describe('発表 of proposals before the panel', () => {
  let web: Web;
  let towns: Towns;
  let clerk: Visitor;
  let resident: Visitor;
  let own: string;
  let meetingPath: string;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    web = await openWeb({ at: '2026-06-25' });
    towns = await openTowns(web);
    await seedBusiness(web, towns.kotake.id, ['calls'], { closes: '2026-06-30' });
    clerk = await as('tanto');
    resident = web.visitor();
    own = await propose(resident, '空き家を集いの場に', { mail: 'hanako@mihon.example.jp' });
    await propose(web.visitor(), '農園の開放', { field: 'environment', name: '見本 太郎' });
    await proposeOnPaper('朝市', { field: 'commerce', kind: 'staff', name: '勝野 見本' });
    await propose(web.visitor(), '夜の図書館', { field: 'children', name: '見本 次郎' });
    for (const title of ['空き家を集いの場に', '農園の開放', '朝市']) {
      const reason = '地域で求められています。';
      await (await received(title)).form('必要性の確認を保存する').fill({ outcome: 'relevant', reason }).submit();
    }
  });

  afterAll(() => web.close());

  const as = async (name: string, town: 'ogori' | 'kotake' = 'kotake'): Promise<Visitor> => {
    const known = visitors.get(name);
    if (known) return known;
    const visitor = web.visitor();
    await signIn(visitor, towns[town], name);
    visitors.set(name, visitor);
    return visitor;
  };
  /** Who is of the staff proposes on paper. */
  const proposeOnPaper = async (title: string, more: Readonly<Record<string, string>>): Promise<void> => {
    const call = await (await clerk.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案');
    const paper = (await call.click('紙の提案を入力する')).form();
    const begun = await paper.fill({ ...BASICS, title, ...more, receivedOn: '令和8年6月1日' }).submit();
    const section = await clerk.get(`${begun.path}/form/proposal`);
    const filled = await section.form().fill(ANSWERS).submit('保存して次へ');
    await filled.form('この内容で受け付ける').submit();
  };
  const propose = async (visitor: Visitor, title: string, more: Readonly<Record<string, string>>): Promise<string> => {
    const call = await (await visitor.get('/kotake/calls')).click('協働のまちづくり事業企画提案');
    const basics = { field: 'community', ...BASICS, title, ...more };
    const begun = await (await call.click('この募集に提案する')).form().fill(basics).submit();
    const filled = await begun.form().fill(ANSWERS).submit('保存して次へ');
    return (await filled.form('この内容で提出する').submit()).path;
  };
  const callPage = async (visitor = clerk): Promise<Page> =>
    (await visitor.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案');
  const received = async (title: string): Promise<Page> => (await (await callPage()).click('届いた提案')).click(title);
  const seat = async (name: string): Promise<Page> => (await as(name)).get('/kotake/panel');
  const score = async (name: string, title: string, points: readonly number[]): Promise<Page> => {
    const sheet = await (await seat(name)).click(title);
    const given = Object.fromEntries(ITEMS.map((id, index) => [`points[${id}]`, String(points[index])]));
    return sheet.form('保存して一覧に戻る').fill(given).submit();
  };
  const row = ({ $ }: Page, heading: string): string[] => {
    const found = $('tr')
      .toArray()
      .find((each) => $(each).find('th[scope=row]').text().startsWith(heading));
    return $(found)
      .find('td')
      .toArray()
      .map((cell) => $(cell).text().replace(/\s+/g, ' ').trim());
  };

  it('is called with a time for talk and for questions; what the area needs is put in order and gets its hour', async () => {
    const form = (await clerk.get('/kotake/staff/panels')).form('審査会を置く');
    let panel = await form
      .fill({
        ...{ name: '企画提案発表会', termFrom: '2026/4/1', termUntil: '2027/3/31' },
        'programIds[]': [form.offered('programIds[]', '令和8年度 協働のまちづくり事業企画提案（見本）')],
      })
      .submit();
    for (const [index, name] of MEMBERS.entries()) {
      const adding = panel.form('委員を加える');
      const role = index === 0 ? 'chair' : 'member';
      panel = await adding.fill({ staffId: adding.offered('staffId', name), role }).submit();
    }
    const calling = panel.form('開催を決める').fill({
      ...{ heldOn: '令和8年7月4日', startsAt: '14:00', place: '役場2階 会議室', talkMinutes: '10' },
    });
    const half = await calling.submit();
    expect(half.errors).toEqual(['質疑の時間は、0から180までの分を数字で入力してください。']);
    const meeting = await half.form('開催を決める').fill({ questionMinutes: '１０分' }).submit();
    expect(await checkHtml(meeting.html)).toEqual([]);
    expect(meeting.text).toContain('発表10分、質疑10分');
    expect(meeting.text).not.toContain('夜の図書館');
    meetingPath = meeting.path;
    const adding = meeting.form('議題に加える');
    const chosen = ['空き家を集いの場に', '農園の開放', '朝市'].map((title) => adding.offered('subjectIds[]', title));
    const listed = await adding.fill({ 'subjectIds[]': chosen }).submit();
    const order = listed.form('順番を保存する');
    const [first = ''] = order.fields.filter((name) => name.startsWith('positions['));
    const ordered = await order.fill({ [first]: '9' }).submit();
    expect(await checkHtml(ordered.html)).toEqual([]);
    expect(row(ordered, '農園の開放').slice(1, 3)).toEqual(['14:00～14:20', '見本 太郎']);
    expect(row(ordered, '空き家を集いの場に')[1]).toBe('14:40～15:00');
    // Whoever proposed it does not judge it.
    expect(row(ordered, '朝市').at(-1)).toContain('勝野 見本');
  });

  it('is told to those who present, and once more when it is moved; the proposer and everybody read day, place and order', async () => {
    const told = await (await clerk.get(meetingPath)).form('発表する人に知らせる').submit();
    await web.drainOutbox();
    const mails = () => mailsOf(web).filter(({ subject }) => subject.includes('発表していただく日'));
    expect(mails().map(({ to }) => to)).toEqual(['hanako@mihon.example.jp']);
    expect(mails()[0]?.text).toContain('3件のうち3番目（14:40から15:00ごろ）');
    const order = told.form('順番を保存する');
    const positions = order.fields.filter((name) => name.startsWith('positions['));
    const unmoved = await order.submit();
    expect(unmoved.text).toContain('知らせました。順番や日時を変えたときは');
    const reordered = await order.fill({ [positions[0] ?? '']: '9' }).submit();
    expect(reordered.text).toContain('新しい順番と時間はまだ知らせていません');
    const last = reordered.form('順番を保存する');
    await last.fill({ [last.fields.filter((name) => name.startsWith('positions['))[2] ?? '']: '0' }).submit();
    const moved = await told.form('変更を保存する').fill({ startsAt: '15:00', moveReason: '会場の都合' }).submit();
    expect(moved.text).toContain('日時や会場が変わりました');
    expect(moved.text).toContain('会場の都合（前：令和8年7月4日 14:00、役場2階 会議室）');
    await moved.form('発表する人に知らせる').submit();
    await web.drainOutbox();
    expect(mails()).toHaveLength(2);
    const theirs = await resident.get(own);
    expect(await checkHtml(theirs.html)).toEqual([]);
    expect(theirs.text).toContain('令和8年7月4日 15:00から、役場2階 会議室（企画提案発表会）');
    expect(theirs.text).toContain('3件のうち3番目（15:40～16:00ごろ）');
    // Without an address it stays a task of the section.
    expect((await received('農園の開放')).text).toContain('発表の日（令和8年6月25日）：まだ知らせていません');
  });

  it('has papers on the table, which a member who is recused does not open', async () => {
    const meeting = await clerk.get(meetingPath);
    const silent = await meeting.form('資料を加える').submit('資料を加える');
    expect(silent.errors).toEqual(['資料の名前を入力してください。', '資料のファイルを選んでください。']);
    const adding = silent.form('資料を加える');
    const added = await adding
      .fill({
        ...{ label: '朝市の見取り図', materialOf: adding.offered('materialOf', '「朝市」の資料') },
        file: { fileName: '見取り図.png', mediaType: 'image/png', bytes: aPicture().bytes },
      })
      .submit('資料を加える');
    expect(await checkHtml(added.html)).toEqual([]);
    const sheet = await (await seat('kacho')).click('朝市');
    expect(await checkHtml(sheet.html)).toEqual([]);
    const paper = /panel\/materials\/[0-9a-f-]+/.exec(sheet.html)?.[0] ?? '';
    expect(sheet.text).toContain('朝市の見取り図');
    expect(sheet.text).not.toContain('0949-00-0000');
    expect((await (await as('kacho')).get(`/kotake/${paper}`)).status).toBe(200);
    expect((await (await as('fukuchocho')).get(sheet.path)).status).toBe(404);
    const theirs = await seat('fukuchocho');
    expect(theirs.text).not.toContain('朝市');
    expect(await checkHtml(theirs.html)).toEqual([]);
  });

  it('a member scores on a tablet by the keys alone, leaves the table for one, and nobody sees the points', async () => {
    const findings = new Findings();
    const chromium = await openBrowser();
    try {
      const chair = await Person.arrive(chromium, `${web.url}/kotake`, findings, TABLET);
      await chair.signIn('chocho');
      await chair.open('panel');
      await chair.follow('農園の開放');
      const { page } = chair;
      for (const [label, keys] of [
        ['必要性', '8'],
        ['協働', '8'],
        ['実現性', '7'],
        ['継続', '7'],
      ] as const) {
        const field = page.getByLabel(`「${label}」の点数`);
        // Each item is reached from the one before by the tab key: points, then the remark.
        if (label !== '必要性') {
          await page.keyboard.press('Tab');
          await page.keyboard.press('Tab');
        } else await field.focus();
        expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
        await field.selectOption({ label: `${keys}点` });
      }
      await page.getByRole('button', { name: '保存して一覧に戻る' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('採点表を保存しました').waitFor();
      await chair.follow('空き家を集いの場に');
      for (const label of ['必要性', '協働', '実現性', '継続']) await chair.select(`「${label}」の点数`, '9点');
      await chair.press('保存して一覧に戻る');
      await chair.follow('朝市');
      await chair.follow('忌避を申し出てください');
      await chair.fill({ 申出の理由: '提案した職員と同居しているため' });
      await chair.press('忌避を申し出る');
      expect(await page.getByRole('link', { name: '朝市' }).count()).toBe(0);
      expect(await page.getByText('2件すべての採点表がそろいました').count()).toBe(1);
      await page.setViewportSize({ width: 360, height: 740 });
      await chair.follow('農園の開放');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    } finally {
      await chromium.close();
    }
    expect(findings.report).toEqual([]);
    expect((await clerk.get(`${meetingPath}/results`)).text).toContain('結果は、採点を締め切ると出ます。');
  });

  it('closes with exact means; equals are settled by hand; questions and a comment to each make it final', async () => {
    await score('fukuchocho', '農園の開放', [8, 8, 7, 8]);
    await score('fukuchocho', '空き家を集いの場に', [5, 6, 5, 6]);
    await score('kacho', '農園の開放', [7, 8, 8, 7]);
    await score('kacho', '空き家を集いの場に', [9, 9, 9, 9]);
    await score('kacho', '朝市', [7, 8, 8, 8]);
    const results = await (await clerk.get(meetingPath)).form('採点を締め切る').submit();
    expect(await checkHtml(results.html)).toEqual([]);
    // 30, 31, 30: a mean of 30 1/3; 36, 22, 36: 31 1/3; two keep away from the third and leave it to one sheet.
    expect(row(results, '空き家を集いの場に')).toEqual(expect.arrayContaining(['1位', '94', '31.33']));
    expect(row(results, '朝市').slice(0, 4)).toEqual(['2位', '忌避', '忌避', '31']);
    expect(row(results, '農園の開放')[0]).toBe('3位');
    const reopened = await results.form('採点の締切りを解除する').fill({ reason: '書き間違いを直すため' }).submit();
    expect(reopened.text).toContain('書き間違いを直すため');
    await score('kacho', '朝市', [8, 8, 7, 7]);
    await score('kacho', '農園の開放', [7, 7, 8, 7]);
    const again = await (await clerk.get(meetingPath)).form('採点を締め切る').submit();
    expect(row(again, '農園の開放')[0]).toBe('2位同点');
    const tie = again.form('順番を決める');
    const [one = '', other = '', reason = ''] = tie.fields;
    const settled = await tie.fill({ [one]: '2', [other]: '1', [reason]: '協議による' }).submit();
    expect(settled.errors).toEqual([]);

    await web.get(OpenBudgetLine).execute(await staffActor(web, towns.kotake, 'tanto'), {
      ...{ fiscalYear: fiscalYear(2026), code: '02-01-07', name: '見本モデル事業補助金' },
      ...{ ceiling: yen(1_000_000), source: '見本' },
    });
    const undecided = await (await received('空き家を集いの場に')).click('結果を決める');
    const early = await undecided
      .form('採択を起案する')
      .fill({ amount: '300,000', comment: '進めましょう。', budgetLineId: lineOn(undecided) })
      .submit();
    expect([early.status, early.text.includes('発表会の結果を確定してから、採択してください')]).toEqual([409, true]);

    const record = await clerk.get(`${meetingPath}/record`);
    expect(await checkHtml(record.html)).toEqual([]);
    const form = record.form('結果を確定する');
    const fill = (kind: string, words: string) =>
      Object.fromEntries(form.fields.filter((name) => name.startsWith(`${kind}[`)).map((name) => [name, words]));
    const comments = fill('comments', '進め方を詰めてください。');
    const unsaid = await form.fill({ minutes: '3件の発表を聞いた。', ...comments }).submit('結果を確定する');
    expect(unsaid.errors).toContain('「朝市」の質疑を入力してください。質問がなかったときは「なし」と書きます。');
    const final = await unsaid
      .form('結果を確定する')
      .fill(fill('questions', '問　だれが担うか。答　住民の会が担う。'))
      .submit('結果を確定する');
    expect(final.text).toContain('結果を確定しました。');

    const page = await received('空き家を集いの場に');
    expect(await checkHtml(page.html)).toEqual([]);
    expect(page.text).toContain('3件のうち1位');
    expect(page.text).toContain('31.33点（40点満点）');
    expect(page.text).toContain('だれが担うか。');
    expect((await resident.get(own)).text).not.toContain('31.33');
    const actor = systemActor(towns.kotake.id, 'test');
    const [{ id: callId = '' } = {}] = await web.sql<{ id: string }>('SELECT id FROM calls');
    const progress = await web
      .get(UnitOfWork)
      .read(actor, (tx) => web.get(HearingsAndPresentations).ofCall(tx, callId));
    expect([progress.heard, progress.presented]).toEqual([0, 3]);
    expect([...progress.byProposal.values()].map(({ presentedOn }) => presentedOn)).toEqual([
      '2026-07-04',
      '2026-07-04',
      '2026-07-04',
      null,
    ]);
  });

  it('is cited by the draft of the adoption, and does not exist for another town', async () => {
    const deciding = await (await received('空き家を集いの場に')).click('結果を決める');
    const budgetLineId = lineOn(deciding);
    const drafted = await deciding
      .form('採択を起案する')
      .fill({ amount: '300,000', comment: '進めましょう。', budgetLineId })
      .submit();
    expect(drafted.text).toContain('3件のうち1位');
    expect(drafted.text).toContain('だれが担うか。');
    const there = meetingPath.replace('/kotake/', '/ogori/');
    expect((await (await as('tanto1', 'ogori')).get(there)).status).toBe(404);
    expect((await (await as('iin1', 'ogori')).get('/ogori/panel')).text).not.toContain('企画提案発表会');
  });
});
