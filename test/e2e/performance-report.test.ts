import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';

import type { StaffActor } from '../../src/kernel/actor.js';
import { anOfficerAccount, type TestProgram } from '../support/builders/applications.js';
import { approveByAll } from '../support/builders/approvals.js';
import { theMorningOf } from '../support/builders/grants.js';
import { aRegisteredOrganization, type TestOrganization } from '../support/builders/organizations.js';
import { aGrantedProject, aSettledProgram, reportOf } from '../support/builders/reports.js';
import { addReceipt, picture, writeReport } from '../support/builders/report-pages.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { ViewClaims } from '../../src/payments/index.js';
import { confirmClaim, orderPayment, paymentPeople } from '../support/builders/payments.js';
import { mailsOf } from '../support/mails.js';
import { inExcel, rowOf } from '../support/workbooks.js';
import { aMorning } from '../support/morning.js';
import { Findings } from './story/findings.js';
import { Person } from './story/person.js';
import { checkHtml } from '../support/html-check.js';
import { publicRecordTwice } from '../support/public-record.js';
import { openBrowser, openWeb, type Page, type Visitor, type Web } from '../support/index.js';

describe('the report in March', () => {
  let web: Web;
  let towns: Towns;
  let clerk: StaffActor;
  let approvers: readonly StaffActor[];
  let ours: TestOrganization;
  let program: TestProgram;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-20' });
    towns = await openTowns(web);
    clerk = await staffActor(web, towns.ogori, 'tanto1');
    approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    ours = await aRegisteredOrganization(web, clerk, { name: '東野校区協働のまちづくり協議会', district: '東野校区' });
    await anOfficerAccount(web, ours, 'higashino-hanako');
    const theirs = await aRegisteredOrganization(web, clerk, {
      name: '三国校区まちづくり協議会',
      district: '三国校区',
    });
    await anOfficerAccount(web, theirs, 'mikuni-taro');
    program = await aSettledProgram(web, clerk);
  });

  afterAll(() => web.close());

  const as = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.ogori, signInName);
    return visitor;
  };

  const granted = async (title: string): Promise<{ applicationId: string; reportId: string }> => {
    web.clock.at('2026-05-20');
    const period = ['2026-10-01', '2027-03-10'] as const;
    const { applicationId } = await aGrantedProject(web, clerk, approvers, ours, program, { title, period });
    return { applicationId, reportId: (await reportOf(web, clerk, applicationId)).id };
  };

  /** Results, account and one receipt for each expenditure, as an officer types them. */
  const write = (officer: Visitor, reportId: string, amounts: Record<string, string>): Promise<Page> =>
    writeReport(officer, `/ogori/committee/reports/${reportId}`, amounts);

  it('is written by a committee without scripts: results, account line by line, receipts, photographs', async () => {
    const { reportId } = await granted('校区合同防災訓練');
    const before = await as('higashino-hanako');
    expect((await before.get('/ogori/committee')).text).not.toContain('校区合同防災訓練の実績報告');

    await theMorningOf(web, towns.ogori, '2027-03-11');
    const officer = await as('higashino-hanako');
    const home = await officer.get('/ogori/committee');
    expect(home.text).toContain('提出の期限：令和9年4月9日24時まで');
    const tasks = await home.click('校区合同防災訓練の実績報告を書く');
    expect(await checkHtml(tasks.html)).toEqual([]);
    expect(tasks.texts('.task-name')).toEqual([
      '事業の実績',
      'ふりかえり',
      '収支決算書',
      '領収書',
      '写真',
      '確かめて提出する',
    ]);
    expect(tasks.text).toContain('交付決定額300,000円');

    // 260,000 + 130,000 = 390,000; two thirds are 260,000; the committee bears 130,000.
    const short = await write(officer, reportId, {
      'line-own': '120,000',
      'line-supplies': '２６０，０００',
      'line-printing': '130000',
    });
    expect(await checkHtml(short.html)).toEqual([]);
    expect(short.errors).toEqual([
      '収入の合計（380,000円）が、支出の合計（390,000円）より10,000円少なくなっています。団体の負担した額を、収入の部に書いてください。',
    ]);
    // the treasurer of the committee goes on in Excel: a cell that cannot be read is named, then the rest is taken over
    const unread = await inExcel(short, '収支決算書', (sheet) => {
      expect((rowOf(sheet, 'line-own').values as unknown[]).slice(1, 6)).toEqual([
        ...['収入', '自己資金（会費・繰越金）', 150_000, 120_000, '会費から'],
      ]);
      rowOf(sheet, 'line-supplies').getCell(2).value = '備品費';
      rowOf(sheet, 'line-own').getCell(4).value = '約13万';
    });
    expect(await checkHtml(unread.html)).toEqual([]);
    expect(unread.texts('.notice-danger li')).toEqual([
      'D3（決算額）：「自己資金（会費・繰越金）」の金額を、数字で入力してください。例：12,000',
      'B4（科目）：予算にある行の科目は変えられません。新しい行に書き、行の記号を空欄にしてください。',
    ]);
    const compared = await inExcel(await officer.get(`${tasks.path}/account`), '収支決算書', (sheet) => {
      rowOf(sheet, 'line-own').getCell(4).value = 130_000;
    });
    expect(compared.texts('tbody tr')).toEqual([
      '収入の部自己資金（会費・繰越金） 決算額 120,000円 会費から自己資金（会費・繰越金） 決算額 130,000円 会費から',
    ]);
    expect(compared.text).toContain('収入と支出が一致しています。');
    const taken = await compared.form().submit('この内容に入れ替える');
    const list = await taken.form('保存して次へ').submit('保存して次へ');
    expect([list.heading, list.errors]).toEqual(['領収書', []]);
    expect(list.text).toContain('決算額260,000円領収書の合計0円 あと260,000円');

    const food = { 'paid-on': '令和9年3月5日', payee: '見本青果店', amount: '200,000', purpose: '炊き出しの材料' };
    const one = await addReceipt(list, '消耗品費', food, picture('材料'));
    expect(one.text).toContain('領収書の合計200,000円 あと60,000円');
    const rest = { ...food, amount: '60,000', purpose: '炊き出しの鍋' };
    const two = await addReceipt(one, '消耗品費', rest, picture('鍋'));
    expect(two.text).toContain('領収書の合計260,000円 一致');
    const flyers = { 'paid-on': '2027/2/1', payee: '見本印刷', amount: '130,000', purpose: 'ちらし' };
    const three = await addReceipt(two, '印刷製本費', flyers, picture('ちらし'));
    expect(three.texts('.tag')).toEqual(['一致', '一致']);
    expect(await checkHtml(three.html)).toEqual([]);

    const again = await addReceipt(three, '印刷製本費', flyers, picture('もう一枚'));
    expect(again.text).toContain('同じかもしれない領収書が1枚あります');
    const doubtful = await again.click('4枚目');
    expect(doubtful.text).toContain('3枚目：見本印刷 130,000円）と、支払った日・支払先・金額が同じです。');
    const gone = await doubtful.form('この領収書を消す').submit('この領収書を消す');
    expect(gone.text).not.toContain('同じかもしれない領収書');

    const photos = await gone.form('保存して次へ').submit('保存して次へ');
    expect(photos.heading).toBe('写真');
    const added = await photos
      .form('選んだ写真を添える')
      .fill({ photos: picture('当日') })
      .submit('選んだ写真を添える');
    const [caption = ''] = added.form('保存して次へ').fields.filter((name) => name.startsWith('photos[photo-'));
    const check = await added
      .form('保存して次へ')
      .fill({ [caption]: '炊き出しの様子' })
      .submit('保存して次へ');
    expect(check.heading).toBe('内容を確かめて提出する');
    expect(await checkHtml(check.html)).toEqual([]);
    expect(check.texts('.photo-grid figcaption')).toEqual(['炊き出しの様子']);

    const form = check.form('この内容で提出する');
    const sent = await form.submit();
    expect(sent.text).toContain('実績報告を受け付けました');
    const [number] = sent.texts('.receipt-number strong');
    expect((await form.submit()).texts('.receipt-number strong')).toEqual([number]);
    await web.drainOutbox();
    const letter = await (await officer.get(`/ogori/committee/reports/${reportId}`)).click('受付票（PDF）を見る');
    expect(letter.text).toContain('実績報告受付票');
  });

  it('is written on a phone: totals follow every key, nothing typed is lost, a photographed receipt; inspected at a desk', async () => {
    const findings = new Findings();
    const chromium = await openBrowser();
    try {
      const { reportId } = await granted('もちつき大会');
      web.clock.at('2027-03-20');
      const home = `${web.url}/ogori`;
      const phone = await Person.arrive(chromium, home, findings, { viewport: { width: 360, height: 740 } });
      const writer = await as('higashino-hanako');
      await write(writer, reportId, {});
      await phone.signIn('higashino-hanako');
      await phone.follow(/もちつき大会/);
      await phone.follow('収支決算書');
      const figure = (name: string): Promise<string> =>
        phone.page.locator(`[data-figure="${name}"]`).first().innerText();
      const amount = (line: string) => phone.page.locator(`[name="account[${line}][amount]"]`);
      await amount('line-supplies').fill('２６００００');
      expect(await figure('expenditure')).toBe('260,000円');
      await amount('line-printing').fill('130,000');
      await amount('line-own').fill('130,000');
      // two thirds of 390,000円; what the town pays and what came in make what was spent
      expect([await figure('expenditure'), await figure('income'), await figure('grant')]).toEqual([
        ...['390,000円', '390,000円', '260,000円'],
      ]);
      expect(await phone.page.getAttribute('[data-balance]', 'data-balanced')).toBe('yes');
      await phone.main.getByText(/^保存しました/).waitFor();
      await phone.reload();
      expect(await amount('line-printing').inputValue()).toBe('130,000');
      await phone.press('保存して次へ');
      await phone.press(/^領収書を足す.*消耗品費/);
      await phone.attach('領収書の写真', picture('もち米'));
      await phone.main.getByRole('link', { name: 'もち米.png' }).waitFor();
      await phone.fill({ 支払った日: '令和9年3月5日', 支払先: '見本青果店', 金額: '260,000', 内容: 'もち米' });
      await phone.press('保存して領収書の一覧へ');
      expect(await phone.text()).toContain('見本青果店');
      await phone.open(`committee/reports/${reportId}/check`);
      await phone.press('この内容で提出する');
      expect(await phone.text()).toContain('実績報告');

      const inspector = await (await Person.arrive(chromium, home, findings)).signIn('tanto1');
      await inspector.open('staff/reports');
      await inspector.follow('東野校区協働のまちづくり協議会');
      expect(await inspector.text()).toContain('見本青果店');
      for (const item of ['交付決定の内容', '支出の日が', '領収書の宛名', '同じ経費に'])
        await inspector.choose(item, 'はい');
      await inspector.press('検査を終える');
      expect(await inspector.text()).toContain('検査を終えました。');
      expect(findings.report).toEqual([]);
    } finally {
      await chromium.close();
    }
  }, 120_000);

  it('keeps what two officers type at once, and sends nothing that somebody changed after the check', async () => {
    const { reportId } = await granted('花いっぱい運動');
    web.clock.at('2027-03-20');
    const [one, other] = [await as('higashino-hanako'), await as('higashino-hanako')];
    const url = `/ogori/committee/reports/${reportId}/form/evaluation`;
    const [mine, theirs] = [await one.get(url), await other.get(url)];
    await mine.form('保存して次へ').fill({ 'form[lessons]': '花が咲きました。' }).submit('保存して一覧に戻る');
    const met = await theirs
      .form('保存して次へ')
      .fill({ 'form[lessons]': '水やりが大変でした。', 'form[achieved]': 'partly' })
      .submit('保存して一覧に戻る');
    expect(met.status).toBe(409);
    expect(met.form('保存して次へ').value('form[lessons]')).toBe('花が咲きました。');
    expect(met.text).toContain('水やりが大変でした。');
  });

  it('is nobody else’s business', async () => {
    const { reportId } = await granted('通学路の見守り');
    const stranger = await as('mikuni-taro');
    for (const part of ['', '/account', '/receipts', '/photos', '/check', '/receipt', '/form/results']) {
      expect((await stranger.get(`/ogori/committee/reports/${reportId}${part}`)).status).toBe(404);
    }
    // Staff read what was sent; what is being written is the organisation's.
    expect((await (await as('tanto1')).get(`/ogori/staff/reports/paper/${reportId}`)).status).toBe(404);
  });

  it('is asked for again when its day is over, and stands in the list of late reports', async () => {
    await web.sql(`UPDATE organizations SET mail = 'higashino@example.jp' WHERE id = $1`, [ours.id]);
    await granted('夜間パトロール');
    await theMorningOf(web, towns.ogori, '2027-03-12');
    await theMorningOf(web, towns.ogori, '2027-04-10');
    const [mail] = mailsOf(web).filter(({ subject }) => subject.includes('締切が近い手続'));
    expect(mail?.text).toContain('夜間パトロールの実績報告');
    expect(mail?.text).toContain('令和9年4月9日24時（過ぎています）');
    const desk = await (await as('tanto1')).get('/ogori/staff/reports');
    expect(desk.texts('[aria-label="期限を過ぎた実績報告"] tbody td')).toContain(
      '夜間パトロール（令和8年度 事業補助金）',
    );
    expect((await (await as('higashino-hanako')).get('/ogori/committee')).text).toContain('期限切れ');
  });

  describe('the inspection and what is determined', () => {
    /** Written and sent by an officer: 260,000 and 130,000 spent, of which two thirds are 260,000. */
    const sent = async (
      title: string,
      amounts: Record<string, string>,
      meanwhile: (applicationId: string) => Promise<void> = () => Promise.resolve(),
    ): Promise<{ reportId: string; applicationId: string }> => {
      const project = await granted(title);
      await meanwhile(project.applicationId);
      web.clock.at('2027-03-20');
      const officer = await as('higashino-hanako');
      await write(officer, project.reportId, amounts);
      const url = `/ogori/committee/reports/${project.reportId}`;
      const opened = await officer.get(`${url}/receipts`);
      const bought = {
        'paid-on': '令和9年3月5日',
        payee: `見本青果店 ${title}`,
        amount: '1000',
        purpose: '炊き出しの材料',
      };
      await addReceipt(opened, '消耗品費', bought, picture(title));
      await (await officer.get(`${url}/check`)).form('この内容で提出する').submit();
      await web.drainOutbox();
      return project;
    };
    const DOWN = { 'line-own': '130,000', 'line-supplies': '260,000', 'line-printing': '130,000' };

    const ALL_WELL = Object.fromEntries(
      ['as-decided', 'in-period', 'receipts', 'no-other-grant'].map((item) => [`answers[${item}]`, 'yes']),
    );

    const approveDraft = async (path: string): Promise<void> => {
      const draftId = path.split('/').at(-1) ?? '';
      await approveByAll(web, draftId, ...approvers);
      await web.drainOutbox();
    };

    /** Two pictures, of which the committee lets the town publish the first. */
    const addPhotographs = async (officer: Visitor, reportId: string): Promise<void> => {
      let page = await officer.get(`/ogori/committee/reports/${reportId}/photos`);
      for (const name of ['やぐら', 'こども']) {
        page = await page
          .form('選んだ写真を添える')
          .fill({ photos: picture(name) })
          .submit('選んだ写真を添える');
      }
      expect(await checkHtml(page.html)).toEqual([]);
      const form = page.form('保存して次へ');
      const [first = '', second = ''] = form.fields.filter((name) => /^photos\[photo-[0-9a-f]+\]$/.test(name));
      const consent = first.replace(']', '-public]');
      await form.fill({ [first]: 'やぐらを囲んで', [second]: 'こどもの顔', [consent]: 'yes' }).submit('保存して次へ');
    };

    /** Staff take one answer and the photograph off the public page, and show the answer again. */
    const keptBack = async (path: string, photograph: string): Promise<void> => {
      const resident = web.visitor();
      const csv = (): Promise<Page> => resident.get('/ogori/open-data/grants.csv');
      const before = await csv();
      const staff = await as('tanto1');
      const review = await (await staff.get(path)).click('載せる内容を見直す（職員）');
      expect(await checkHtml(review.html)).toEqual([]);
      const answer = /^団体の報告：(.+)$/.exec(
        review.texts('h3').find((words) => words.startsWith('団体の報告')) ?? '',
      );
      const label = answer?.[1] ?? '';
      expect(before.html).toContain(label);
      const takeOff = (page: Page, what: string, reason: string): Promise<Page> => {
        const form = page.form(`公開ページから外す：${what}`);
        const [field = ''] = form.fields.filter((name) => name.startsWith('reason-'));
        return form.fill({ [field]: reason }).submit();
      };
      const reasonless = await takeOff(review, '写真1', ' ');
      expect(reasonless.errors).toEqual(['載せない理由を入力してください。職員の画面と操作の記録に残ります。']);
      expect(await checkHtml(reasonless.html)).toEqual([]);
      const pictureless = await takeOff(reasonless, '写真1', '写った方から申し出があったため');
      const less = await takeOff(pictureless, label, '個人が分かるため');
      const seen = await resident.get(path);
      expect([seen.$('.photo-grid').length, (await resident.get(photograph)).status]).toEqual([0, 404]);
      const after = await csv();
      expect([after.headers.get('etag') === before.headers.get('etag'), after.html.includes(label)]).toEqual([
        false,
        false,
      ]);
      expect(seen.text).not.toContain(label);
      const list = await staff.get('/ogori/staff/public-face/withholdings');
      expect(await checkHtml(list.html)).toEqual([]);
      // Both were taken off in one moment of the test's clock.
      expect(list.texts('tbody th').sort()).toEqual([`団体の報告：${label}`, '写真：写真1'].sort());

      await less.form(`もう一度載せる：${label}`).submit();
      await web.drainOutbox();
      expect((await resident.get(path)).text).toContain(label);
      const trail = await web.sql(`SELECT action FROM audit_entries WHERE action LIKE 'disclosure.%'`);
      expect(trail).toHaveLength(3);
      // An administrator has everything built anew: what is kept back stays so.
      const jobs = await (await as('kanri')).get('/ogori/admin/jobs');
      expect((await jobs.form('公表の記録を作り直す').submit()).text).toContain('作り直しを始めました');
      await web.drainOutbox();
      expect([(await resident.get(path)).$('.photo-grid').length, (await resident.get(photograph)).status]).toEqual([
        0, 404,
      ]);
    };

    const seenByEveryone = async (title: string): Promise<void> => {
      const resident = web.visitor();
      const list = await resident.get('/ogori/grants');
      const page = await list.click(title);
      expect(await checkHtml(page.html)).toEqual([]);
      expect(page.text).toContain('事業が終わり、交付する額が確定しました。');
      for (const words of [
        '87,000円',
        '決定時は300,000円',
        'おおむね計画どおりにできた',
        '若い世帯の参加が増えました。',
      ]) {
        expect(page.text).toContain(words);
      }
      expect(page.texts('.photo-grid figcaption')).toEqual(['やぐらを囲んで']);
      const address = page.$('.photo-grid img').attr('src') ?? '';
      const photograph = await resident.get(address);
      expect([photograph.status, photograph.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=86400, immutable, s-maxage=60, proxy-revalidate',
      ]);
      const other = createHash('sha256').update(picture('こども').bytes).digest('hex');
      expect((await resident.get(address.replace(/[0-9a-f]{64}/, other))).status).toBe(404);
      await keptBack(page.path, address);
      const { byEvents, rebuilt } = await publicRecordTwice(web, towns.ogori);
      expect(rebuilt).toEqual(byEvents);
      expect(byEvents.public_grants.length).toBeGreaterThan(0);
    };

    it('returns the report with a point, which the committee answers; then ends it with a cost that does not count', async () => {
      const { reportId, applicationId } = await sent('夏まつり', DOWN);
      const staff = await as('tanto1');
      const desk = await staff.get('/ogori/staff/reports');
      expect(desk.texts('[aria-label="検査する実績報告"] tbody th')).toContain('東野校区協働のまちづくり協議会');
      expect(await checkHtml(desk.html)).toEqual([]);
      const page = await staff.get(`/ogori/staff/reports/${reportId}`);
      expect(await checkHtml(page.html)).toEqual([]);
      expect(page.text).toContain('決算額260,000円領収書の合計1,000円 決算額と違う');
      const returned = await page
        .form('指摘を付けて差し戻す')
        .fill({
          'points[account][line-supplies]': '領収書が足りません。残りを添えてください。',
          correctBy: '令和9年3月31日',
        })
        .submit('指摘を付けて差し戻す');
      expect(returned.text).toContain('指摘を付けて差し戻しました。');
      await web.drainOutbox();

      const officer = await as('higashino-hanako');
      const tasks = await (await officer.get('/ogori/committee')).click('夏まつりの実績報告を直す');
      expect(tasks.text).toContain('担当課から1件の指摘があります');
      const account = await tasks.click('収支決算書');
      const [answer = ''] = account.form('保存して次へ').fields.filter((name) => name.startsWith('pointAnswers['));
      await account
        .form('保存して次へ')
        .fill({ [answer]: '残りは紛失しました。' })
        .submit('保存して一覧に戻る');
      await addPhotographs(officer, reportId);
      await (await officer.get(`/ogori/committee/reports/${reportId}/check`)).form('この内容で提出する').submit();
      await web.drainOutbox();

      const again = await staff.get(`/ogori/staff/reports/${reportId}`);
      const unfinished = await again
        .form('検査を終える')
        .fill({ 'lines[line-supplies][judged]': 'part', 'lines[line-supplies][amount]': '259,000' })
        .submit('検査を終える');
      expect(unfinished.errors).toEqual(['「消耗品費」を対象にしない理由を入力してください。通知書に書かれます。']);
      const open = await unfinished
        .form('検査を終える')
        .fill({ 'lines[line-supplies][reason]': '領収書がないため' })
        .submit('検査を終える');
      expect(open.errors).toHaveLength(4);
      const ended = await open.form('検査を終える').fill(ALL_WELL).submit('検査を終える');
      expect(ended.text).toContain('検査を終えました。');
      // (260,000 − 259,000) + 130,000 = 131,000; two thirds, cut to thousands, are 87,000.
      expect(ended.texts('[aria-label="算定の内訳"] tfoot .money')).toEqual(['87,000円']);

      const draft = await (
        await staff.get('/ogori/staff/reports')
      )
        .form('選んだ報告の額の確定を起案する')
        .fill({ 'reportIds[]': [reportId] })
        .submit();
      expect(await checkHtml(draft.html)).toEqual([]);
      expect(draft.text).toContain('300,000円');
      expect(draft.text).toContain('消耗品費（炊き出しの材料）260,000円のうち259,000円：領収書がないため');
      await approveDraft(draft.path);

      const toIssue = await staff.get('/ogori/staff/reports');
      expect(toIssue.text).toContain('支払 87,000円');
      const [determination = ''] = toIssue.form('選んだ額の確定通知書を施行する').choices('determinationIds[]');
      const applicationPath = `/ogori/committee/applications/${applicationId}`;
      const issueFor = async (issuedOn: string): Promise<Page> => {
        const issued = await (
          await staff.get('/ogori/staff/reports')
        )
          .form('選んだ額の確定通知書を施行する')
          .fill({ 'determinationIds[]': [determination], issuedOn })
          .submit();
        await web.drainOutbox();
        return issued;
      };
      const late = await issueFor('令和9年4月20日');
      expect(late.errors).toEqual(['施行日は今日から14日以内の日を入力してください。']);
      await issueFor('令和9年3月22日');
      const numbered = await staff.get('/ogori/staff/reports');
      expect(numbered.text).toContain('施行予定（1件）');
      expect((await (await as('higashino-hanako')).get(applicationPath)).text).not.toContain('確定額87,000円');
      // a slip in the letter: its number is void, and the determination waits for another
      const [number = ''] = numbered.texts('a').filter((words) => words.includes('小コ'));
      const letter = await numbered.click(number);
      await letter.form('欠番にする').fill({ reason: '施行日を誤ったため' }).submit();
      await web.drainOutbox();
      expect((await staff.get('/ogori/staff/reports')).text).toContain('施行する額の確定（1件）');
      await issueFor('令和9年3月23日');
      await aMorning(web, towns.ogori, '2027-03-22');
      const [decision] = await web.sql<{ code: string }>(
        `SELECT check_code AS code FROM letters WHERE kind = 'grant-decision' AND subject_id =
          (SELECT id::text FROM grants WHERE application_id = $1)`,
        [applicationId],
      );
      const checkDecision = async (): Promise<string> =>
        (await web.visitor().get(`/ogori/check/${decision?.code ?? ''}`)).text;
      expect(await checkDecision()).toContain('いまも有効です');
      expect((await (await as('higashino-hanako')).get(applicationPath)).text).not.toContain('確定額87,000円');
      await aMorning(web, towns.ogori, '2027-03-23');
      const shown = await (await as('higashino-hanako')).get(applicationPath);
      expect(shown.text).toContain('確定額87,000円');
      const checked = await checkDecision();
      expect(checked).toMatch(/額は令和9年3月23日付け8小コ第\d+号で87,000円に確定しています。/);
      expect(checked).not.toContain('いまも有効です');
      const claims = await (await as('higashino-hanako')).get('/ogori/committee/claims');
      expect(claims.text).toContain('87,000円');
      const [commitment] = await web.sql<{ amount: string }>(
        `SELECT sum(p.amount) AS amount FROM ledger_postings p JOIN grants g ON g.id::text = p.cause_id
          WHERE g.application_id = $1 AND p.account = 'committed'`,
        [applicationId],
      );
      expect(commitment?.amount).toBe('87000');
      await seenByEveryone('夏まつり');
    });

    /** Inspected without a remark, drafted, approved and issued; what the letter says. */
    const settle = async (reportId: string): Promise<string> => {
      const staff = await as('tanto1');
      const page = await staff.get(`/ogori/staff/reports/${reportId}`);
      await page.form('検査を終える').fill(ALL_WELL).submit('検査を終える');
      const draft = await (
        await staff.get('/ogori/staff/reports')
      )
        .form('選んだ報告の額の確定を起案する')
        .fill({ 'reportIds[]': [reportId] })
        .submit();
      await approveDraft(draft.path);
      const form = (await staff.get('/ogori/staff/reports')).form('選んだ額の確定通知書を施行する');
      await form.submit();
      await web.drainOutbox();
      const issued = await staff.get(`/ogori/staff/reports/${reportId}`);
      const [number = ''] = issued.texts('a').filter((words) => words.includes('小コ'));
      return (await issued.click(number)).text;
    };
    const phaseOf = async (applicationId: string): Promise<string | undefined> => {
      const [item] = await web.sql<{ phase: string }>('SELECT phase FROM cases WHERE id = $1', [applicationId]);
      return item?.phase;
    };

    it('asks money back that was paid before and not spent, and closes the case where both are equal', async () => {
      const people = await paymentPeople(web, towns.ogori, {
        ...{ clerk: 'tanto1', checker: 'kaikei-shinsa', treasurer: 'kaikei-kanrisha' },
      });
      const payment = { method: 'estimate', methodLabel: '概算払', settlement: true } as const;
      program = await aSettledProgram(web, clerk, { name: '令和8年度 概算払の補助金', payment });
      const paidBefore = async (title: string, amounts: Record<string, string>) => {
        const project = await sent(title, amounts, async (applicationId) => {
          const claims = await web.get(ViewClaims).ofOwnOrganization(ours.officer);
          const claimId = claims.find(({ claim }) => claim.applicationId === applicationId)?.claim.id ?? '';
          await confirmClaim(web, { organization: ours, claimId });
          await orderPayment(web, people, [claimId]);
        });
        return { ...project, letter: await settle(project.reportId) };
      };

      const less = await paidBefore('少なく使った', DOWN);
      expect(less.letter).toContain('確定額 金260,000円');
      expect(less.letter).toContain('返還していただく額 金40,000円');
      expect(await phaseOf(less.applicationId)).toBe('determined');
      const [event] = await web.sql<{ data: Record<string, string> }>(
        `SELECT data FROM outbox_events WHERE type = 'GrantDetermined' AND data->>'applicationId' = $1`,
        [less.applicationId],
      );
      expect(event?.data).toMatchObject({ paidBefore: '300000', determined: '260000', rest: '0', over: '40000' });

      const all = await paidBefore('残さず使った', {
        ...{ 'line-own': '150,000', 'line-supplies': '310,000', 'line-printing': '140,000' },
      });
      expect(all.letter).toContain('確定額 金300,000円');
      expect(await phaseOf(all.applicationId)).toBe('settled');
    });
  });
});
