import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { aPicture } from '../../support/builders/organizations.js';
import { openTowns, signIn, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { aMorning } from '../../support/morning.js';
import { tablesThatHold } from '../../support/whole-database.js';
import { openWeb, type Page, type Visitor, type Web } from '../../support/index.js';
import { mailsOf } from '../../support/mails.js';

const BASICS = { kind: 'resident', name: '見本 花子', publicName: 'no', contact: '0949-00-0000（見本）' };
const ANSWERS = { 'form[aim]': '一人で過ごす人が増えています。', 'form[activities]': '月に2回、お茶の会を開きます。' };

describe('聞き取り of proposals', () => {
  let web: Web;
  let towns: Towns;
  let clerk: Visitor;
  let resident: Visitor;
  /** The resident's page of the first proposal. */
  let own: string;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-06-10' });
    towns = await openTowns(web);
    await seedBusiness(web, towns.kotake.id, ['calls'], { closes: '2026-06-30' });
    clerk = await as('tanto');
    resident = web.visitor();
    own = await propose(resident, '空き家を集いの場に', { mail: 'hanako@mihon.example.jp' });
    await propose(web.visitor(), '農園の開放', { field: 'environment', name: '見本 太郎' });
    await proposeOnPaper('朝市', { field: 'commerce', kind: 'staff', name: '山崎　見本' });
    for (const title of ['空き家を集いの場に', '農園の開放', '朝市']) {
      const reason = '地域で求められています。';
      await (await received(title)).form('必要性の確認を保存する').fill({ outcome: 'relevant', reason }).submit();
    }
  });

  afterAll(() => web.close());

  const as = async (name: string, town: 'ogori' | 'kotake' = 'kotake'): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns[town], name);
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
  const received = async (title: string, visitor = clerk): Promise<Page> => {
    const call = await (await visitor.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案');
    return (await call.click('届いた提案')).click(title);
  };

  it('the day is told by mail where an address is known, and by telephone or letter where none is', async () => {
    const blank = await (await received('空き家を集いの場に')).click('聞き取りの日を決める');
    expect(await checkHtml(blank.html)).toEqual([]);
    const past = await blank.form('聞き取りの日を知らせる').fill({ heldOn: '令和8年6月9日' }).submit();
    expect([past.status, past.errors]).toEqual([
      422,
      [
        '聞き取りの日は、今日か、それより後の日を入力してください。終わった聞き取りは、「聞き取りを記録する」から書きます。',
        '場所を入力してください。電話で聞くときは「電話」と書きます。',
      ],
    ]);
    const filled = past.form('聞き取りの日を知らせる').fill({
      ...{ heldOn: '令和8年6月20日', startsAt: '14時', place: '役場2階 会議室', people: '山崎、担当' },
      words: '空き家の写真があれば、お持ちください。',
    });
    const planned = await filled.submit();
    expect(await checkHtml(planned.html)).toEqual([]);
    expect(planned.text).toContain('提案者にメールで知らせます。');
    expect(planned.text).toContain('令和8年6月20日 14:00から、役場2階 会議室');
    // A second click plans nothing more.
    await filled.submit();
    expect(planned.text).not.toContain('聞き取りの日の経過');
    await web.drainOutbox();
    const [mail] = mailsOf(web).filter(({ subject }) => subject.includes('うかがう日'));
    expect(mail?.to).toBe('hanako@mihon.example.jp');
    expect(mail?.text).toContain('令和8年6月20日');
    expect(mail?.text).toContain('空き家の写真があれば、お持ちください。');
    const theirs = await resident.get(own);
    expect(await checkHtml(theirs.html)).toEqual([]);
    expect(theirs.text).toContain('令和8年6月20日 14:00から、役場2階 会議室');
    expect(theirs.text).not.toContain('山崎、担当');

    const byHand = await (await received('農園の開放')).click('聞き取りの日を決める');
    expect(byHand.text).toContain('電話か手紙で見本 太郎さんに知らせてください。連絡先：0949-00-0000（見本）');
    const told = await byHand.form('聞き取りの日を知らせる').fill({ heldOn: '令和8年6月21日', place: '電話' }).submit();
    expect(told.text).toContain('聞き取りの日（令和8年6月10日）：まだ知らせていません');
  });

  it('the day is moved with a reason, which the proposer reads; a page opened before is refused; it is called off', async () => {
    const opened = await (await received('空き家を集いの場に')).click('聞き取りの日を変える・取りやめる');
    const unsaid = await opened.form('新しい日を知らせる').fill({ heldOn: '令和8年6月22日' }).submit();
    expect(unsaid.errors).toEqual(['理由を入力してください。提案者に知らせます。']);
    const moved = await unsaid.form('新しい日を知らせる').fill({ reason: '会場の都合' }).submit();
    expect(moved.text).toContain('令和8年6月22日 14:00から');
    const stale = await opened.form('聞き取りを取りやめる').fill({ callOffReason: '都合' }).submit();
    expect(stale.status).toBe(409);
    await web.drainOutbox();
    const again = mailsOf(web).filter(({ subject }) => subject.includes('変わりました'));
    expect(again.map(({ text }) => text.includes('理由：会場の都合'))).toEqual([true]);

    const calling = await (await received('農園の開放')).click('聞き取りの日を変える・取りやめる');
    const off = await calling
      .form('聞き取りを取りやめる')
      .fill({ callOffReason: '見本さんから資料が届いたため' })
      .submit();
    expect(off.text).toContain('聞き取りを取りやめました。');
    expect(off.text).toContain('聞き取りの日は、まだ決まっていません。');
  });

  it('is written down with its people, questions, answers and photographs, and corrected with a trail', async () => {
    web.clock.at('2026-06-22T15:00');
    clerk = await as('tanto');
    const blank = await (await received('空き家を集いの場に')).click('聞き取りを記録する');
    expect(await checkHtml(blank.html)).toEqual([]);
    const form = blank.form('記録を保存する');
    expect([form.value('heldOn'), form.value('place'), form.value('people[p2][name]')]).toEqual([
      '令和8年6月22日',
      '役場2階 会議室',
      '見本 花子',
    ]);
    const picture = aPicture();
    const note = await form
      .fill({
        found: '問　場所は決まっていますか。\n答　公民館の隣の空き家を考えています。',
        photos: { fileName: '空き家.png', mediaType: 'image/png', bytes: picture.bytes },
      })
      .submit('記録を保存する');
    expect(note.heading).toBe('聞き取り（令和8年6月22日）');
    expect(note.text).toContain('見本 花子（提案者）');
    expect(await checkHtml(note.html)).toEqual([]);
    const corrected = await (
      await note.click('記録を訂正する')
    )
      .form('訂正を保存する')
      .fill({ found: '問　場所は。\n答　公民館の向かいの空き家。', reason: '場所の聞き違い' })
      .submit('訂正を保存する');
    expect(corrected.text).toContain('理由：場所の聞き違い');
    expect(corrected.text).toContain('公民館の隣の空き家');

    const back = await corrected.click('提案に戻る');
    expect(back.heading).toBe('空き家を集いの場に');
    expect(back.text).toContain('聞き取り（1件）');
    expect(back.text).toContain('検討中');
    expect(back.text).not.toContain('聞き取りの日は、まだ決まっていません。');
    const theirs = await resident.get(own);
    expect(theirs.text).toContain('令和8年6月22日に話をうかがいました。');
    expect(theirs.text).not.toContain('公民館の向かい');
  });

  it('nobody who is tied hears it: who proposed it, and who says so; another town finds nothing', async () => {
    const chief = await as('kakaricho');
    const theirOwn = await received('朝市', chief);
    expect(theirOwn.text).toContain('あなたはこの提案と利害関係があります');
    const declaring = await (await received('農園の開放')).click('利害関係を届け出てください');
    expect(await checkHtml(declaring.html)).toEqual([]);
    const silent = await declaring.form('利害関係を届け出る').submit();
    expect(silent.errors).toEqual(['届出の理由を入力してください。']);
    const { path: page } = await received('農園の開放');
    const about = page.replace('/staff/proposals/received/', '/staff/visits/about/proposal/');
    expect((await clerk.get(about)).status).toBe(200);
    const screening = (await received('農園の開放')).form('必要性の確認を保存する');
    const written = (await clerk.get(about)).form('記録を保存する');
    const tied = await silent.form('利害関係を届け出る').fill({ reason: '提案者と同居しているため' }).submit();
    expect(tied.text).toContain('あなたはこの提案と利害関係があります');
    expect(tied.text).not.toContain('聞き取りを記録する');
    expect(tied.text).not.toContain('結果を決める');
    const screened = await screening.fill({ outcome: 'set-aside', reason: '重なる' }).submit();
    expect(screened.text).not.toContain('対象外');
    expect((await clerk.get(about)).status).toBe(403);
    expect((await clerk.get(`${page}/hearing`)).status).toBe(403);
    const refused = await written
      .fill({ heldOn: '令和8年6月22日', place: '電話', found: '問と答' })
      .submit('記録を保存する');
    expect(refused.status).toBe(403);

    const other = await as('tanto1', 'ogori');
    const there = (address: string): string => address.replace('/kotake/', '/ogori/');
    expect((await other.get(there(about))).status).toBe(404);
    expect((await other.get(there(`${page}/hearing`))).status).toBe(404);
  });

  it('who was met is forgotten with the proposer, once the town’s time is over; the rest of the note stays as it was', async () => {
    await (
      await received('空き家を集いの場に')
    )
      .form('必要性の確認を保存する')
      .fill({ outcome: 'set-aside', reason: '取りやめになったため' })
      .submit();
    expect(await tablesThatHold(web, BASICS.name)).toEqual(['proposals', 'visit_note_versions']);
    await aMorning(web, towns.kotake, '2027-06-30');
    expect(await tablesThatHold(web, BASICS.name)).toEqual([]);
    expect(await tablesThatHold(web, '公民館の向かいの空き家')).toEqual(['visit_note_versions']);
    await expect(web.sql(`UPDATE visit_note_versions SET found = 'x'`)).rejects.toThrow(/append-only|permission/);
  });
});
