import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../src/kernel/actor.js';
import type { ProgramDocument } from '../../src/programs/index.js';
import { Ties } from '../../src/staff/index.js';
import {
  aDraftProgram,
  aProjectProgram,
  anOfficerAccount,
  passReview,
  type TestProgram,
} from '../support/builders/applications.js';
import { grantOf, issueLetters } from '../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { A_RUBRIC, aSubmittedProject } from '../support/builders/panels.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkAxe } from '../support/axe-check.js';
import { openBrowser } from '../support/browser.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { refusalOf } from '../support/refusal.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { readPdf } from '../support/pdf-check.js';
import { Findings } from './story/findings.js';
import { Person } from './story/person.js';

const MEMBERS = ['乙隈 見本', '干潟 見本', '上岩田 見本', '下岩田 見本', '二森 見本', '福童 見本', '寺福童 見本'];
/** The member who serves on the committee of the first organisation. */
const TIED = 'iin7';

describe('審査会: seven members, one of them tied to an applicant', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let program: TestProgram;
  let meetingPath: string;
  const organizations: TestOrganization[] = [];
  const applications = new Map<string, string>();
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    program = await aProjectProgram(web, clerk, { panel: A_RUBRIC });
    for (const [district, title, wards] of [
      ['味坂校区', '味坂夏まつり', 6],
      ['御原校区', '御原見守り隊', 3],
      ['立石校区', '立石花いっぱい運動', 8],
      ['三国校区', '三国歩こう会', 4],
    ] as const) {
      const organization = await aRegisteredOrganization(web, clerk, {
        ...{ name: `${district}の会`, district },
        wards: Array.from({ length: wards }, (_, index) => `第${String(index + 1)}区`),
      });
      organizations.push(organization);
      applications.set(title, await aSubmittedProject(web, organization.officer, program, title));
    }
  });

  afterAll(() => web.close());

  const as = async (signInName: string, path: string): Promise<Page> => {
    let visitor = visitors.get(signInName);
    if (!visitor) {
      visitor = web.visitor();
      await signIn(visitor, towns.ogori, signInName);
      visitors.set(signInName, visitor);
    }
    return visitor.get(`/ogori/${path}`);
  };
  const idOf = (title: string): string => applications.get(title) ?? '';
  const caseIdOf = async (title: string): Promise<string> =>
    (await web.sql<{ id: string }>('SELECT id FROM panel_cases WHERE title = $1', [title]))[0]?.id ?? '';
  /** The member opens the case from the own list and gives points to every item. */
  const score = async (signInName: string, title: string, points: readonly number[]): Promise<Page> => {
    const sheet = await (await as(signInName, 'panel')).click(title);
    const given = Object.fromEntries(
      A_RUBRIC.criteria.map(({ id }, index) => [`points[${id}]`, String(points[index])]),
    );
    return sheet.form('保存して一覧に戻る').fill(given).submit();
  };
  /** The cells of the row that begins with this heading. */
  const row = (page: Page, heading: string): string[] => {
    const { $ } = page;
    const found = $('tr')
      .toArray()
      .find((each) => $(each).find('th[scope=row]').text().startsWith(heading));
    return $(found)
      .find('td')
      .toArray()
      .map((cell) => $(cell).text().replace(/\s+/g, ' ').trim());
  };

  it('is asked for by an edition: its items, its minimum and its rule on ties are a part of the draft', async () => {
    const draft = await aDraftProgram(web, clerk);
    const part = await as('tanto1', `staff/programs/${draft.versionId}/edit/panel`);
    expect(await checkHtml(part.html)).toEqual([]);
    const row = (field: string): string => `panel[criteria][0][${field}]`;
    const typed = { [row('label')]: '公益性', [row('most')]: '１０', [row('floor')]: '11', [row('decides')]: 'yes' };
    const form = part.form('保存して一覧に戻る');
    const faulty = await form
      .fill({ 'panel[asked]': 'yes', ...typed, 'panel[least][points]': '6.5' })
      .submit('保存して一覧に戻る');
    expect(faulty.errors).toEqual(['「公益性」の最低の点は、配点以下の数を入力してください。']);
    const saved = await faulty
      .form('保存して一覧に戻る')
      .fill({ [row('floor')]: '4' })
      .submit('保存して一覧に戻る');
    expect(saved.text).toContain('「審査会」を保存しました。');
    const again = await as('tanto1', `staff/programs/${draft.versionId}/edit/panel`);
    expect(again.form('保存して一覧に戻る').value('panel[least][points]')).toBe('65/10');
    const [{ document }] = (await web.sql<{ document: ProgramDocument }>(
      'SELECT document FROM program_versions WHERE id = $1',
      [draft.versionId],
    )) as [{ document: ProgramDocument }];
    const [public_] = document.panel?.criteria ?? [];
    expect(public_).toMatchObject({ label: '公益性', most: 10, floor: 4 });
    expect(document.panel).toMatchObject({ least: { of: 'mean', points: [65, 10] }, tieBreak: [public_?.id] });
    expect(document.checklist.at(-1)).toMatchObject({ automatic: 'panel-result' });
  });

  it('is set up by the staff: the panel, its members, a meeting, and what is judged in which order', async () => {
    const list = await as('tanto1', 'staff/panels');
    const form = list.form('審査会を置く');
    const faulty = await form.fill({ name: '補助金審査会', termFrom: '2026/4/1', termUntil: '2026/3/31' }).submit();
    expect(faulty.errors).toEqual([
      'この審査会が審査する補助制度・募集を1つ以上選んでください。',
      '任期の終わりの日は、始まりの日以後の日を入力してください。',
    ]);
    let panel = await faulty
      .form('審査会を置く')
      .fill({
        termUntil: '2028/3/31',
        'programIds[]': [faulty.form('審査会を置く').offered('programIds[]', program.document.name)],
      })
      .submit();
    expect(panel.heading).toBe('補助金審査会');
    for (const [index, name] of MEMBERS.entries()) {
      const seat = panel.form('委員を加える');
      panel = await seat
        .fill({
          staffId: seat.offered('staffId', name),
          role: index === 0 ? 'chair' : 'member',
          capacity: '学識経験者',
        })
        .submit();
    }
    const again = panel.form('委員を加える');
    const twice = await again.fill({ staffId: again.offered('staffId', MEMBERS[1] ?? ''), role: 'chair' }).submit();
    expect(twice.errors).toEqual([
      'この人はもうこの審査会の委員です。別の人を選んでください。',
      '会長はもう置かれています。先に、いまの会長の終わりの日を入力してください。',
    ]);
    const called = await twice
      .form('開催を決める')
      .fill({ heldOn: '2026/6/10', startsAt: '１４時', place: '市役所 大会議室' })
      .submit();
    expect(called.heading).toBe('補助金審査会 第1回');
    meetingPath = called.path.replace('/ogori/', '');
    const agenda = await called.form('議題に加える').tickAll('subjectIds[]').submit();
    const [, , first] = agenda.form('順番を保存する').fields;
    const ordered = await agenda
      .form('順番を保存する')
      .fill({ [first ?? '']: '0' })
      .submit();
    expect(ordered.texts('tbody th a').slice(0, 4)[0]).toBe('立石花いっぱい運動');
    expect(await checkHtml(ordered.html)).toEqual([]);
  });

  it('lets a tied member neither find, open nor read the case, and opens nothing else to a member', async () => {
    const kanri = await staffActor(web, towns.ogori, 'kanri');
    const { staffId } = await staffActor(web, towns.ogori, TIED);
    const organizationId = organizations[0]?.id ?? '';
    await web.get(Ties).record(kanri, { staffId, organizationId, kind: 'officer', note: '' });
    const barred = await as(TIED, 'panel');
    expect(barred.heading).toBe('採点・検証するもの');
    expect(barred.texts('.task a')).toEqual(['立石花いっぱい運動', '御原見守り隊', '三国歩こう会']);
    expect((await as('iin1', 'panel')).texts('.task a')).toHaveLength(4);
    const caseId = await caseIdOf('味坂夏まつり');
    expect((await as('iin1', `panel/cases/${caseId}`)).status).toBe(200);
    const bylaws = (await as('iin1', `panel/cases/${caseId}`)).$('a[href*="/files/"]').attr('href') ?? '';
    for (const path of [`panel/cases/${caseId}`, `panel/cases/${caseId}/recusal`, bylaws.replace('/ogori/', '')]) {
      expect([path, (await as(TIED, path)).status]).toEqual([path, 404]);
    }
    for (const path of [
      'staff/queue',
      'staff/organizations',
      meetingPath,
      `staff/applications/${idOf('味坂夏まつり')}`,
    ]) {
      expect([path, (await as('iin1', path)).status]).toEqual([path, 404]);
    }
    expect((await as('tanto1', 'panel')).status).toBe(404);
  });

  it('keeps a sheet as it goes, says what is no number of points, and loses nothing that was typed', async () => {
    const sheet = await (await as('iin1', 'panel')).click('味坂夏まつり');
    expect(sheet.text).toContain('味坂校区の会');
    expect(await checkHtml(sheet.html)).toEqual([]);
    const begun = await sheet
      .form('保存して一覧に戻る')
      .fill({ 'points[public]': '8', 'remarks[public]': '地域に開かれています。' })
      .submit();
    expect(begun.text).toContain('記入中（3項目のうち1項目）');
    const visitor = visitors.get('iin1');
    const faulty = await visitor?.submit(sheet.path, {
      version: '1',
      'points[public]': '11',
      overall: '良い企画です。',
    });
    expect(faulty?.errors).toEqual(['「公益性」の点数は0から10までの整数で入力してください。']);
    expect(faulty?.form('保存して一覧に戻る').value('overall')).toBe('良い企画です。');
    const late = await visitor?.submit(sheet.path, { version: '0', 'points[public]': '3', overall: '別の画面' });
    expect(late?.status).toBe(409);
    expect(late?.text).toContain('別の画面で先に保存されています。');
    expect(late?.form('保存して一覧に戻る').value('overall')).toBe('別の画面');
    const kept = await as('iin1', sheet.path.replace('/ogori/', ''));
    expect(kept.form('保存して一覧に戻る').value('points[public]')).toBe('8');
    expect(kept.form('保存して一覧に戻る').value('remarks[public]')).toBe('地域に開かれています。');
    await score('iin1', '味坂夏まつり', [8, 7, 7]);
  });

  it('takes 忌避 from a member for a reason; from then on the case is not there for that member', async () => {
    await score('iin6', '御原見守り隊', [0, 0, 0]);
    const sheet = await (await as('iin6', 'panel')).click('御原見守り隊');
    const asked = await sheet.click('忌避を申し出てください');
    const blank = await asked.form('忌避を申し出る').submit();
    expect(blank.errors).toEqual(['申出の理由を入力してください。']);
    const gone = await blank.form('忌避を申し出る').fill({ reason: '代表者と同居しているため' }).submit();
    expect(gone.texts('.task a')).not.toContain('御原見守り隊');
    expect((await as('iin6', sheet.path.replace('/ogori/', ''))).status).toBe(404);
    const agenda = await as('tanto1', meetingPath);
    expect(row(agenda, '御原見守り隊').at(-1)).toBe('福童 見本（申出：代表者と同居しているため）');
    expect(row(agenda, '味坂夏まつり').at(-1)).toBe('寺福童 見本（利害関係の届出）');
  });

  it('closes at the meeting when every sheet is there, and shows what they come to', async () => {
    for (const member of ['iin2', 'iin3', 'iin4', 'iin6']) await score(member, '味坂夏まつり', [7, 7, 7]);
    for (const member of ['iin1', 'iin2', 'iin3', 'iin4', TIED]) await score(member, '御原見守り隊', [6, 6, 6]);
    const present = ['iin1', 'iin2', 'iin3', 'iin4', 'iin6', TIED];
    for (const member of present) await score(member, '立石花いっぱい運動', [6, 6, 6]);
    for (const member of present.slice(1)) await score(member, '三国歩こう会', [3, 9, 9]);
    const before = await as('tanto1', `${meetingPath}/results`);
    expect(before.text).toContain('結果は、採点を締め切ると出ます。');
    const open = await (await as('tanto1', meetingPath)).form('採点を締め切る').submit();
    expect(open.errors).toEqual([
      '乙隈 見本さんの採点表が1件そろっていません。記入を待つか、欠席の印を付けてください。',
      '二森 見本さんの採点表が4件そろっていません。記入を待つか、欠席の印を付けてください。',
    ]);
    await score('iin1', '三国歩こう会', [3, 9, 9]);
    const closing = await (await as('iin1', 'panel')).click('採点を締め切る');
    expect(await checkHtml(closing.html)).toEqual([]);
    expect((await as('iin2', closing.path.replace('/ogori/', ''))).status).toBe(404);
    const form = closing.form('採点を締め切る');
    await form.fill({ 'absent[]': [form.offered('absent[]', '二森 見本')] }).submit();
    const results = await as('tanto1', `${meetingPath}/results`);
    expect(row(results, '味坂夏まつり').slice(0, 10)).toEqual([
      '1位',
      '22',
      '21',
      '21',
      '忌避',
      '21',
      '21',
      '欠席',
      '127.20',
      '21.20',
    ]);
    expect(row(results, '御原見守り隊').slice(0, 10)).toEqual([
      '2位同点',
      '18',
      '18',
      '18',
      '18',
      '18',
      '忌避',
      '欠席',
      '108',
      '18',
    ]);
    expect(row(results, '立石花いっぱい運動')[0]).toBe('2位同点');
    expect(row(results, '三国歩こう会')[0]).toBe('―');
    expect(results.text).toContain('「公益性」の平均3点が、基準の4点に達していません。');
    expect(await checkHtml(results.html)).toEqual([]);
    const csv = (await visitors.get('tanto1')?.get(`/ogori/${meetingPath}/results.csv`))?.bytes.toString('utf8') ?? '';
    expect(csv.split('\r\n')[0]).toContain('順位,番号,団体,件名,乙隈 見本');
    expect(csv).toContain('味坂夏まつり,22,21,21,忌避,21,21,欠席,127.20,21.20,106/5,30,');
  });

  it('locks every sheet until the staff open them again for a reason that stays on the record', async () => {
    const locked = await (await as('iin2', 'panel')).click('味坂夏まつり');
    expect(locked.text).toContain('採点は締め切られました');
    const visitor = visitors.get('iin2');
    const late = await visitor?.submit(locked.path, { version: '1', 'points[public]': '10' });
    expect(late?.text).toContain('採点は締め切られました。直したいときは、担当課に申し出てください。');
    const results = await as('tanto1', `${meetingPath}/results`);
    const blank = await results.form('採点の締切りを解除する').submit();
    expect(blank.errors).toEqual(['締切りを解除する理由を入力してください。記録に残ります。']);
    const opened = await blank
      .form('採点の締切りを解除する')
      .fill({ reason: '干潟委員の書き間違いを直すため' })
      .submit();
    expect(opened.text).toContain('採点の締切りを解除しました（横隈 見本）干潟委員の書き間違いを直すため');
    const form = opened.form('採点を締め切る');
    await form.fill({ 'absent[]': [form.offered('absent[]', '二森 見本')] }).submit();
  });

  it('is settled by hand where the points leave two equal, with the reason', async () => {
    const results = await as('tanto1', `${meetingPath}/results`);
    const form = results.form('順番を決める');
    const [first = '', second = '', reason = ''] = form.fields;
    const same = await form.fill({ [first]: '1', [second]: '1', [reason]: '協議による' }).submit();
    expect(same.errors).toEqual(['同点の中での順番を、1から2まで1つずつ入力してください。（2か所）']);
    const settled = await same
      .form('順番を決める')
      .fill({ [first]: '2', [second]: '1' })
      .submit();
    expect(row(settled, '御原見守り隊')[0]).toBe('2位');
    expect(row(settled, '立石花いっぱい運動')[0]).toBe('3位');
  });

  it('holds the review until the result is confirmed with its record and a comment to each applicant', async () => {
    const refusal = await refusalOf(passReview(web, clerk, idOf('味坂夏まつり')));
    expect(refusal).toEqual(['reviews.automatic-item-not-fulfilled']);
    const record = await as('tanto1', `${meetingPath}/record`);
    expect(record.text).toContain('公益性：地域に開かれています。');
    const form = record.form('結果を確定する');
    const [firstComment = ''] = form.fields.filter((name) => name.startsWith('comments['));
    const missing = await form
      .fill({ [firstComment]: '花を植える場所の許可を確かめてください。' })
      .submit('結果を確定する');
    expect(missing.errors).toHaveLength(4);
    expect(missing.errors[0]).toBe('議事を入力してください。');
    const filled = missing.form('結果を確定する');
    expect(filled.value(firstComment)).toBe('花を植える場所の許可を確かめてください。');
    for (const name of filled.fields.filter((each) => each.startsWith('comments[') && each !== firstComment)) {
      filled.fill({ [name]: '住民の参加をさらに広げてください。' });
    }
    const done = await filled.fill({ minutes: '1　開会\n2　審査\n3　閉会' }).submit('結果を確定する');
    expect(done.text).toContain('結果が確定しました');
    await web.drainOutbox();
    await passReview(web, clerk, idOf('味坂夏まつり'));
    const review = await as('tanto1', `staff/applications/${idOf('味坂夏まつり')}`);
    expect(review.text).toContain(
      '補助金審査会の第1回（令和8年6月10日）の結果は、30点満点で平均21.20点、4件のうち1位です。',
    );
    expect(review.text).toContain('審査会の結果');
    expect(await checkHtml(review.html)).toEqual([]);
    const short = await as('tanto1', `staff/applications/${idOf('三国歩こう会')}`);
    expect(short.text).toContain('基準に達していない');
  });

  it('is final: neither the table nor a tie that becomes known later changes it', async () => {
    await expect(web.sql(`UPDATE panel_cases SET comment = '別の講評'`)).rejects.toThrow('final');
    const before = (await as('tanto1', `${meetingPath}/results`)).texts('tbody tr');
    const kanri = await staffActor(web, towns.ogori, 'kanri');
    const { staffId } = await staffActor(web, towns.ogori, 'iin1');
    const organizationId = organizations[0]?.id ?? '';
    await web.get(Ties).record(kanri, { staffId, organizationId, kind: 'declared', note: '' });
    expect((await as('tanto1', `${meetingPath}/results`)).texts('tbody tr')).toEqual(before);
    expect((await as('iin1', 'panel')).texts('.task a')).not.toContain('味坂夏まつり');
  });

  it('is divided in three ways side by side, of which one is drafted, read by its approvers and decided', async () => {
    for (const title of ['御原見守り隊', '立石花いっぱい運動']) await passReview(web, clerk, idOf(title));
    const browser = await openBrowser();
    const findings = new Findings();
    const person = async (signInName: string): Promise<Person> =>
      (await Person.arrive(browser, `${web.url}/ogori`, findings)).signIn(signInName);
    try {
      const desk = await person('tanto1');
      await desk.open('staff/grants');
      expect(await desk.text()).toContain('令和8年度 事業補助金は予算残額6,000,000円に収まっています。');
      await desk.follow('配分を試す（令和8年度 事業補助金）');
      expect(await desk.text()).toContain('試案はまだありません。');
      const compared = desk.path;
      const attempt = async (name: string, method: string, more: () => Promise<void> = () => Promise.resolve()) => {
        await desk.open(compared);
        if (!(await desk.field('試案の名前').isVisible())) await desk.unfold('新しい試案を計算する');
        await desk.fill({ 試案の名前: name, 配分の上限: '1,300,000', 上限の説明: '後期の募集分を除いた額（見本）' });
        await desk.choose('配分の方法', method);
        await more();
        await desk.press('試案を計算する');
        expect(await desk.text()).toContain('試案を計算しました。');
      };
      await attempt('順位で切る', '順位による切捨て', async () => {
        await desk.choose('上限に届かない最初の申請', '残りの額まで減らして交付する');
        await desk.select('端数の処理', '千円未満切捨て');
      });
      const first = desk.path;
      await passReview(web, clerk, idOf('三国歩こう会'));
      await attempt('同じ割合', '按分', () => desk.select('端数の処理', '千円未満切捨て'));
      await attempt('同じ上限', '上限一律', () => desk.select('端数の処理', '千円未満切捨て'));

      await desk.open(first);
      expect(await desk.text()).toContain('三国校区の会「三国歩こう会」：新しく配分の対象になりました。');
      expect(await desk.main.getByRole('button', { name: 'この試案で起案する' }).count()).toBe(0);
      await desk.press('同じ条件で計算し直す');
      const chosen = desk.path;
      await desk.open(compared);
      const cells = async (heading: string): Promise<string[]> =>
        (
          await desk.main
            .locator('tr', { has: desk.page.getByRole('rowheader', { name: heading }) })
            .last()
            .locator('td')
            .allInnerTexts()
        ).map((cell) => cell.trim());
      expect(await cells('味坂夏まつり')).toEqual([
        'R8-0001',
        '1位',
        '630,000円',
        '630,000円',
        '435,000円',
        '433,000円',
      ]);
      expect(await cells('御原見守り隊')).toEqual([
        'R8-0002',
        '2位',
        '600,000円',
        '600,000円',
        '414,000円',
        '433,000円',
      ]);
      expect(await cells('立石花いっぱい運動')).toEqual([
        'R8-0003',
        '3位',
        '650,000円',
        '70,000円',
        '449,000円',
        '433,000円',
      ]);
      expect(await cells('三国歩こう会')).toEqual(['R8-0004', '基準に達しない', '610,000円', '0円', '0円', '0円']);
      expect(await desk.text()).toMatch(/残り0円.*残り2,000円.*残り1,000円/);

      await desk.open(chosen);
      const csv = (await desk.fetch('CSVで取り出す')).toString('utf8');
      expect(csv).toContain('R8-0003,立石校区の会,立石花いっぱい運動,3位,650000,70000,-580000,"3位。残り70');
      await desk.press('この試案で起案する');
      expect(await desk.text()).toContain('配分額が0円の申請をどうするか選んでください。');
      await desk.choose('配分額が0円の申請', '不交付として一緒に起案する');
      await desk.press('この試案で起案する');
      const draft = desk.path;
      for (const [signInName, act] of [
        ['kakaricho', '承認する'],
        ['kacho', '決裁する'],
      ] as const) {
        const approver = await person(signInName);
        await approver.open(draft);
        const shown = await approver.text();
        expect(shown).toContain('別表 配分の表：順位で切る');
        expect(shown).toMatch(
          /立石校区の会 立石花いっぱい運動3位650,000円70,000円3位。残り70,000円まで（千円未満切捨て）/,
        );
        expect(shown).toContain('配分額の合計1,300,000円（残り0円）');
        await approver.press(act);
      }
      await desk.open(chosen);
      expect(await desk.text()).toContain('この試案で起案しています');
      expect(findings.report).toEqual([]);
      await web.drainOutbox();
      const decided = await web.sql<{ name: string; amount: string; outcome: string; reason: string }>(
        `SELECT organization_name AS name, amount, outcome, reason FROM grants WHERE state = 'decided' ORDER BY amount DESC`,
      );
      expect(decided.map(({ name, amount, outcome }) => [name, amount, outcome])).toEqual([
        ['味坂校区の会', '630000', 'granted'],
        ['御原校区の会', '600000', 'granted'],
        ['立石校区の会', '70000', 'reduced'],
        ['三国校区の会', '0', 'refused'],
      ]);
      expect(decided[2]?.reason).toContain(
        '交付規則第7条（見本）に基づく順位による切捨て（審査会の順位）により配分したため',
      );
      await desk.open(draft);
      const { text } = await readPdf(await desk.fetch('決裁文書（PDF）'));
      expect(text.replace(/\s/g, '')).toContain('別表配分の表：順位で切る');
      expect(text.replace(/\s/g, '')).toContain('2位。ここまでの累計1,230,000円');
    } finally {
      await browser.close();
    }
  });

  it('tells the applicant the comment with the letter of the decision, not before, and nothing else', async () => {
    const [organization] = organizations;
    if (!organization) throw new Error('there are four');
    await anOfficerAccount(web, organization, 'ajisaka');
    const path = `committee/applications/${idOf('味坂夏まつり')}`;
    expect((await as('ajisaka', path)).text).not.toContain('講評');
    const grant = await grantOf(web, clerk, idOf('味坂夏まつり'));
    await issueLetters(web, clerk, [grant.id], '2026-04-20');
    const told = await as('ajisaka', path);
    expect(told.text).toContain('住民の参加をさらに広げてください。');
    expect(told.text).not.toContain('21.20');
    expect(await checkHtml(told.html)).toEqual([]);
  });

  it('reads well for everybody, on a phone and on a desk, and saves a sheet while it is filled in', async () => {
    const panelPath = (await web.sql<{ id: string }>('SELECT id FROM panels'))[0]?.id ?? '';
    const called = await (
      await as('tanto1', `staff/panels/${panelPath}`)
    )
      .form('開催を決める')
      .fill({ heldOn: '2026/6/20', place: '市役所' })
      .submit();
    const extra = organizations[1];
    if (!extra) throw new Error('there are four');
    await aSubmittedProject(web, extra.officer, program, '御原子ども食堂');
    const open = await (
      await as('tanto1', called.path.replace('/ogori/', ''))
    )
      .form('議題に加える')
      .tickAll('subjectIds[]')
      .submit();
    const caseId = await caseIdOf('御原子ども食堂');
    const browser = await openBrowser();
    try {
      const faults: string[] = [];
      const desks = {
        tanto1: [
          open.path,
          `/ogori/${meetingPath}/results`,
          `/ogori/${meetingPath}/record`,
          `/ogori/staff/panels/${panelPath}`,
        ],
        iin2: [`/ogori/panel/cases/${caseId}`, '/ogori/panel'],
      };
      for (const [who, paths] of Object.entries(desks)) {
        const person = await browser.person();
        await person.goto(`${web.url}/ogori/sign-in`);
        await person.fill('[name=signInName]', who);
        await person.fill('[name=password]', DEMO_PASSWORD);
        await person.click('button:has-text("ログイン")');
        for (const path of paths) {
          await person.goto(`${web.url}${path}`);
          for (const width of [1280, 360]) {
            await person.setViewportSize({ width, height: 900 });
            const wide = await person.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            if (wide > 0) faults.push(`${path} is ${String(wide)} wider than ${String(width)}`);
            faults.push(...(await checkAxe(person)).map((fault) => `${path} ${String(width)}: ${fault}`));
          }
        }
        if (who !== 'iin2') continue;
        await person.click('a:has-text("御原子ども食堂")');
        await person.selectOption('[name="points[public]"]', '9');
        await person.waitForSelector('[data-autosave-state][data-tone=saved]');
        await person.reload();
        expect(await person.inputValue('[name="points[public]"]')).toBe('9');
      }
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
