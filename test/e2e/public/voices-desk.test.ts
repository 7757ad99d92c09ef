import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';

import type { StaffActor } from '../../../src/kernel/actor.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { openTowns, signIn, staffActor, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../../support/index.js';
import { mailsOf } from '../../support/mails.js';
import { aMorning } from '../../support/morning.js';
import { tablesThatHold } from '../../support/whole-database.js';
import { addressOf, readLines } from '../isolation/matrix.js';

const DESK = '/kotake/staff/voices';
const MANY = 10_000;
const WRITER = { name: '見本 花代', mail: 'hanayo@example.invalid' };

describe('the desk of letters and comments', () => {
  let web: Web;
  let towns: Towns;
  let staff: Visitor;
  let approvers: readonly StaffActor[];
  let consultation = '';
  let answerDraft = '';

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-20' });
    towns = await openTowns(web);
    approvers = await Promise.all(
      ['kakaricho', 'kacho', 'fukuchocho', 'chocho'].map((name) => staffActor(web, towns.kotake, name)),
    );
    staff = web.visitor();
    await signIn(staff, towns.kotake, 'tanto');
  });

  afterAll(() => web.close());

  const sound = async (page: Page): Promise<Page> => {
    expect([page.path, await checkHtml(page.html)]).toEqual([page.path, []]);
    return page;
  };

  it('what the town decides about both is kept, refused where it is no number of days, and told to residents', async () => {
    const form = await sound(await staff.get(`${DESK}/settings`));
    expect(form.text).toContain('いまは見本の値です');
    const words = { topics: '道路\n福祉\n道路\n', invitation: 'お考えを聞かせてください。', basis: '見本要綱' };
    const refused = await sound(
      await form
        .form()
        .fill({ ...words, answerDays: '二週間', retentionDays: '0' })
        .submit(),
    );
    expect(refused.errors).toHaveLength(2);
    expect(refused.form().value('invitation')).toBe(words.invitation);
    const saved = await refused.form().fill({ answerDays: '２１', retentionDays: '90' }).submit();
    expect(saved.text).toContain('決まりを保存しました。');
    const stale = await form
      .form()
      .fill({ ...words, answerDays: '5', retentionDays: '5' })
      .submit();
    expect(stale.errors.join()).toContain('ほかの人が先に保存しました');
    const told = await web.visitor().get('/kotake/mayor-letters');
    for (const text of ['お考えを聞かせてください。', '届いてから21日', '90日たつと', '見本要綱'])
      expect(told.text).toContain(text);
    const letter = (await web.visitor().get('/kotake/mayor-letters/new')).form('内容を確かめる');
    expect(letter.offered('topic', '福祉')).toBe('福祉');
  });

  it('a letter on paper counts from the day on which it came; its answer is mailed in the words that were approved', async () => {
    const form = await sound(await staff.get(`${DESK}/letters/new`));
    const content = {
      topic: '福祉',
      subject: '買い物の足',
      body: '店まで遠くて困っています。',
      wantsAnswer: 'yes',
      mayPublish: 'no',
      ...WRITER,
    };
    const early = await form
      .form()
      .fill({ ...content, receivedOn: '令和8年5月21日' })
      .submit();
    expect(early.errors).toEqual([expect.stringContaining('令和8年5月20日')]);
    const page = await sound(await early.form().fill({ receivedOn: '令和8年5月1日' }).submit());
    expect(page.text).toContain('令和8年5月22日');
    const charge = page.form('担当を決めて検討を始める');
    const taken = await charge
      .fill({ sectionId: charge.offered('sectionId', 'まちづくり推進課') })
      .submit('担当を決めて検討を始める');
    const ANSWER = '来月から、週に一度、乗り合いの車を走らせます。';
    const written = await taken
      .form('回答の案を保存する')
      .fill({ answer: ANSWER, publishes: 'no' })
      .submit('回答の案を保存する');
    const draft = await written.form('回答を起案する').submit('回答を起案する');
    answerDraft = draft.path;
    await approveByAll(web, answerDraft.split('/').at(-1) ?? '', ...approvers);
    await web.drainOutbox();
    const [mail, ...others] = mailsOf(web).filter(({ to }) => to === WRITER.mail);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('【小竹町】小竹町長への手紙 R8-1 への回答');
    for (const text of [`${WRITER.name}　様`, '令和8年5月1日にいただいた手紙', ANSWER, '/kotake/mayor-letters/mine']) {
      expect(mail?.text).toContain(text);
    }
    const printed = await sound(await staff.get(`${page.path}/paper`));
    expect(printed.text).toContain(ANSWER);
    expect((await web.visitor().get(`/kotake/mayor-letters/${page.path.split('/').at(-1) ?? ''}`)).status).toBe(404);
  });

  it('what a letter says is read by those who deal with it: its draft is not there for the rest of the hall, by any address', async () => {
    const as = async (name: string): Promise<Visitor> => {
      const visitor = web.visitor();
      await signIn(visitor, towns.kotake, name);
      return visitor;
    };
    const routes = readLines().filter((line) => line.path.startsWith('/:town/staff/approvals/:draftId'));
    const [id = ''] = answerDraft.split('/').slice(-1);
    for (const name of ['kaikei', 'kaikei-kanrisha', 'kanri']) {
      const stranger = await as(name);
      const answers = [];
      for (const line of routes.filter(({ method }) => method === 'GET')) {
        const { status } = await stranger.get(addressOf(line, 'kotake', () => id));
        answers.push([line.name, status]);
      }
      expect(answers).toEqual(answers.map(([route]) => [route, 404]));
      const book = await sound(await stranger.get('/kotake/staff/drafts'));
      expect(book.text).toContain('手紙への回答（関係する職員だけが開けます）');
      expect(book.html).not.toMatch(/買い物の足|staff\/approvals\/[0-9a-f-]{36}/);
      const remark = await stranger.request('POST', `${answerDraft}/acts/remark`, {
        body: new URLSearchParams({ remark: '読みました。' }),
      });
      expect(remark.status).toBe(404);
    }
    for (const name of ['tanto', 'kacho', 'chocho', 'kansa']) {
      const reader = await as(name);
      const file = await reader.get(`${answerDraft}/file`);
      expect([name, (await reader.get(answerDraft)).text.includes('店まで遠く'), file.status]).toEqual([
        name,
        true,
        200,
      ]);
      expect((await reader.get('/kotake/staff/drafts')).text).toContain('買い物の足');
    }
  });

  it('ten thousand letters and comments come in pages, for staff and for residents', async () => {
    const form = (await staff.get(`${DESK}/consultations/new`)).form('下書きを保存する');
    const pdf = { bytes: Buffer.from('%PDF-1.7\n%%EOF'), fileName: '計画案.pdf', mediaType: 'application/pdf' };
    const draft = await form
      .fill({
        ...{ title: '地域づくり計画（案）', about: '計画の案です。', commenters: '町内に住む方', files: pdf },
        ...{ sectionId: form.offered('sectionId', 'まちづくり推進課'), nameRule: 'optional', addressRule: 'none' },
        ...{ opens: '令和8年5月20日', closes: '令和8年6月30日' },
      })
      .submit('下書きを保存する');
    consultation = (await draft.form('公開する').submit('公開する')).path;
    const id = consultation.split('/').at(-1) ?? '';
    await web.sql(
      `INSERT INTO public_comments (municipality_id, id, consultation_id, number, part, body, may_publish, name, source,
                                    received_on, sent_at, code_hash)
       SELECT $1, gen_random_uuid(), $2, n, '', '意見その' || n, true, '見本 次郎', 'online', '2026-05-20', now(),
              encode(sha256(('c' || n)::bytea), 'hex')
         FROM generate_series(1, $3::int) n`,
      [towns.kotake.id, id, MANY],
    );
    await web.sql(
      `INSERT INTO mayor_letters (municipality_id, id, fiscal_year, number, topic, subject, body, wants_answer, may_publish,
                                  name, source, received_on, sent_at, due_on, code_hash, state, version, answer,
                                  closing_reason, publishes, public_subject, public_body, public_answer, taken_down_reason, closed_on)
       SELECT $1, gen_random_uuid(), 2026, n + 1, CASE WHEN n % 2 = 0 THEN '道路' ELSE '福祉' END, '手紙その' || n, '本文', true, true,
              '見本 三郎', 'online', '2026-05-02', now(), '2026-05-23', encode(sha256(('l' || n)::bytea), 'hex'),
              CASE WHEN n % 2 = 0 THEN 'answered' ELSE 'unread' END, 1, '答え', '', n % 2 = 0, '公表' || n, '要旨', '答え', '',
              CASE WHEN n % 2 = 0 THEN date '2026-05-20' END
         FROM generate_series(1, $2::int) n`,
      [towns.kotake.id, MANY],
    );
    const desk = await sound(await staff.get(consultation));
    expect(desk.text).toContain('届いた意見（10,000件）');
    expect(desk.$('input[type=checkbox][name^=commentIds]').length).toBe(100);
    const second = await sound(await desk.click('次の100件'));
    expect(second.text).toContain('101～200件（全10,000件）');
    const sorted = await second
      .form('選んだ意見をまとまりに入れる')
      .tickAll('commentIds[]')
      .fill({ into: 'new', newGroup: '進め方' })
      .submit('選んだ意見をまとまりに入れる');
    expect([sorted.text.includes('進め方（100件）'), sorted.text.includes('101～200件')]).toEqual([true, true]);
    const loose = await sound(await sorted.click('まとまりに入っていない意見だけを見る（9,900件）'));
    expect(loose.text).toContain('1～100件（全9,900件）');

    const letters = await sound(await staff.get(`${DESK}/letters`));
    expect(letters.text).toContain('対応が終わっていない手紙（5,000件）');
    expect(letters.$('tbody tr').length).toBe(200);
    const further = await staff.get(`${DESK}/letters?closed=5000`);
    expect(further.text).toContain('5,001～5,001件（全5,001件）');
    const residents = await sound(await web.visitor().get('/kotake/mayor-letters'));
    expect(residents.text).toContain('1～50件（全5,000件）');
    const roads = await residents.form('この条件で見る').fill({ topic: '福祉' }).submit();
    expect(roads.text).toContain('公表している手紙はありません。');
    const feed = (await web.visitor().get('/kotake/feed.xml')).html;
    expect(feed).toContain('<title>手紙への回答：公表10000</title>');
    expect(feed).not.toContain('見本 三郎');
  });

  it('everything that came is taken away as a workbook without names', async () => {
    const file = await staff.get(`${consultation}/comments.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.bytes as never);
    const cells = JSON.stringify(book.worksheets[0]?.getSheetValues());
    const kept = ['意見その1', '意見その10000', '進め方', '令和8年5月20日', '見本 次郎'].filter((text) =>
      cells.includes(text),
    );
    expect(kept).toEqual(['意見その1', '意見その10000', '進め方', '令和8年5月20日']);
    const chief = web.visitor();
    await signIn(chief, towns.kotake, 'kacho');
    expect((await chief.get(`${consultation}/comments.xlsx`)).status).toBe(403);
  });

  it('a consultation that is taken back says why, takes no more comments, and its writers are forgotten in time', async () => {
    const open = consultation.replace('staff/voices/', '');
    const withdraw = (await staff.get(consultation)).form('意見募集を取りやめる');
    const reasonless = await withdraw.submit('意見募集を取りやめる');
    expect(reasonless.errors).toEqual([expect.stringContaining('取りやめる理由')]);
    const reason = '計画を見直すことになったため';
    await reasonless.form('意見募集を取りやめる').fill({ withdrawalReason: reason }).submit('意見募集を取りやめる');
    const told = await sound(await web.visitor().get(open));
    expect([told.text.includes(reason), told.text.includes('意見を書く')]).toEqual([true, false]);
    expect((await web.visitor().get('/kotake/feed.xml')).html).not.toContain('意見募集：地域づくり計画');
    const named = async (): Promise<number[]> =>
      (
        await web.sql<{ count: number }>(
          `SELECT count(name)::int AS count FROM public_comments
           UNION ALL SELECT count(coalesce(name, mail))::int FROM mayor_letters WHERE closed_on IS NOT NULL`,
        )
      ).map(({ count }) => count);
    await aMorning(web, towns.kotake, '2026-08-18');
    expect(await named()).toEqual([MANY, MANY / 2 + 1]);
    // Ninety days after the end, as the town decided.
    await aMorning(web, towns.kotake, '2026-08-19');
    expect(await named()).toEqual([0, 0]);
    for (const text of [WRITER.name, WRITER.mail, '見本 次郎']) {
      expect([text, await tablesThatHold(web, text)]).toEqual([text, []]);
    }
    const trail = await web.sql<{ detail: object }>(
      `SELECT detail FROM audit_entries WHERE action = 'voices.writers-erased'`,
    );
    expect(trail).toEqual([{ detail: { letters: MANY / 2 + 1, comments: MANY } }]);
  });
});
