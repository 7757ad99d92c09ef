import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { StaffActor } from '../../../src/kernel/actor.js';
import { approveByAll } from '../../support/builders/approvals.js';
import { answerLetters, answerOpinions, askForOpinions, writeToMayor } from '../../../src/demo/story/kotake/voices.js';
import { Troupe } from '../../../src/demo/story/troupe.js';
import { openTowns, signIn, staffActor, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../../support/index.js';

const SENDER = { name: '見本 花代', mail: 'hanayo@example.invalid', address: '' };
const LETTER = {
  topic: '道路・交通',
  subject: '駅前の歩道について',
  body: '駅前の歩道に段差があり、車いすで通れません。赤地の見本より',
  wantsAnswer: 'yes',
  mayPublish: 'yes',
  ...SENDER,
};
const ANSWER = {
  answer: '見本 花代様のご指摘のとおり、歩道の段差を来月直します。',
  publishes: 'yes',
  publicSubject: '駅前の歩道の段差',
  publicBody: '駅前の歩道に段差があり、車いすで通れない。',
  publicAnswer: 'ご指摘の段差を、来月直します。',
};

describe('what residents say without an account', () => {
  let web: Web;
  let towns: Towns;
  let approvers: readonly StaffActor[];

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-20' });
    towns = await openTowns(web);
    approvers = await Promise.all(
      ['kakaricho', 'kacho', 'fukuchocho', 'chocho'].map((name) => staffActor(web, towns.kotake, name)),
    );
  });

  afterAll(() => web.close());

  const clerk = async (): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.kotake, 'tanto');
    return visitor;
  };

  const decide = async (draft: Page): Promise<void> => {
    await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...approvers);
    await web.drainOutbox();
  };

  const letterForm = async (visitor: Visitor, fields: Record<string, string> = {}) =>
    (await visitor.get('/kotake/mayor-letters/new')).form('内容を確かめる').fill({ ...LETTER, ...fields });

  const send = async (visitor: Visitor, fields: Record<string, string> = {}): Promise<Page> =>
    (await (await letterForm(visitor, fields)).submit('内容を確かめる'))
      .form('この内容で送る')
      .submit('この内容で送る');

  describe('letters to the mayor', () => {
    let code = '';
    let desk = '';

    it('are written without an account, told what is missing, read once more, and taken once', async () => {
      const resident = web.visitor();
      const front = await resident.get('/kotake/mayor-letters');
      expect(front.heading).toBe('町長への手紙');
      expect(await checkHtml(front.html)).toEqual([]);
      expect((await resident.get('/ogori/mayor-letters')).heading).toBe('市長への手紙');

      const missing = await (await letterForm(resident, { name: '', mail: '', subject: '' })).submit('内容を確かめる');
      expect(missing.errors).toEqual([
        '件名を入力してください。',
        '回答がほしいときは、氏名を入力してください。',
        '回答がほしいときは、メールアドレスか住所のどちらかを入力してください。回答をお送りする先です。',
      ]);
      expect(missing.form('内容を確かめる').value('body')).toBe(LETTER.body);
      expect(await checkHtml(missing.html)).toEqual([]);

      const check = await missing.form('内容を確かめる').fill(LETTER).submit('内容を確かめる');
      expect(await checkHtml(check.html)).toEqual([]);
      const again = await check.form('この内容で送る').submit('書き直す');
      expect(again.form('内容を確かめる').value('body')).toBe(LETTER.body);
      const sent = await check.form('この内容で送る').submit('この内容で送る');
      expect(sent.path).toBe('/kotake/mayor-letters/mine');
      expect(sent.headers.get('cache-control')).toContain('no-store');
      expect(await checkHtml(sent.html)).toEqual([]);
      expect(sent.text).toContain('R8-1');
      code = sent.texts('.return-code')[0] ?? '';
      expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);

      // Pressed twice, or sent again from the page before: the same letter with the same code.
      const twice = await check.form('この内容で送る').submit('この内容で送る');
      expect(twice.texts('.return-code')).toEqual([code]);
      expect(await web.sql('SELECT number FROM mayor_letters')).toEqual([{ number: 1 }]);
      const [kept] = await web.sql<{ row: string }>('SELECT mayor_letters::text AS row FROM mayor_letters');
      expect(kept?.row).not.toContain(code);
    });

    it('are given to a section, answered by 決裁, mailed, and published in the approved words without names', async () => {
      const staff = await clerk();
      const list = await staff.get('/kotake/staff/voices/letters');
      expect(await checkHtml(list.html)).toEqual([]);
      const unread = await list.click(LETTER.subject);
      expect(unread.text).toContain(SENDER.mail);
      expect(await checkHtml(unread.html)).toEqual([]);
      desk = unread.path;
      const section = unread.form('担当を決めて検討を始める');
      const charge = await section
        .fill({ sectionId: section.offered('sectionId', 'まちづくり推進課') })
        .submit('担当を決めて検討を始める');
      expect(charge.text).toContain('検討中');
      const stale = charge.form('回答の案を保存する').fill({ ...ANSWER, answer: '古い画面から' });
      const incomplete = await charge
        .form('回答の案を保存する')
        .fill({ ...ANSWER, publicBody: '' })
        .submit('回答の案を保存する');
      expect(incomplete.errors).toEqual(['公表する手紙の要旨を入力してください。']);
      const saved = await incomplete.form('回答の案を保存する').fill(ANSWER).submit('回答の案を保存する');
      expect(await checkHtml(saved.html)).toEqual([]);
      expect((await stale.submit('回答の案を保存する')).errors.join()).toContain('ほかの人が先に保存しました');
      const draft = await saved.form('回答を起案する').submit('回答を起案する');
      expect(draft.text).toContain(ANSWER.publicAnswer);
      expect(draft.text).not.toContain(SENDER.mail);

      // Read by those who deal with it, and by nobody else of the hall.
      for (const [name, status] of [
        ['fukuchocho', 200],
        ['kansa', 200],
        ['kaikei-kanrisha', 403],
      ] as const) {
        const reader = web.visitor();
        await signIn(reader, towns.kotake, name);
        const read = await reader.get(desk);
        expect([name, read.status, read.text.includes(LETTER.body)]).toEqual([name, status, status === 200]);
        const listed = await reader.get('/kotake/staff/voices/letters');
        expect([name, listed.text.includes(LETTER.subject)]).toEqual([name, name === 'kansa']);
      }

      const waiting = await web.visitor().get('/kotake/mayor-letters');
      expect(waiting.text).not.toContain(ANSWER.publicSubject);
      const id = desk.split('/').at(-1) ?? '';
      expect((await web.visitor().get(`/kotake/mayor-letters/${id}`)).status).toBe(404);
      await decide(draft);

      const answered = await staff.get(desk);
      expect(answered.text).toContain('メールで送りました');
      const open = await (await web.visitor().get('/kotake/mayor-letters')).click(ANSWER.publicSubject);
      expect(open.text).toContain(ANSWER.publicAnswer);
      expect(await checkHtml(open.html)).toEqual([]);
      for (const secret of [SENDER.name, SENDER.mail, '赤地', LETTER.body]) expect(open.html).not.toContain(secret);
      expect((await web.visitor().get(`/ogori/mayor-letters/${id}`)).status).toBe(404);
      const trail = await web.sql<{ detail: string }>('SELECT detail::text, actor_name FROM audit_entries');
      expect(JSON.stringify(trail)).not.toContain(SENDER.name);

      const reasonless = await answered.form('公表をやめる').submit('公表をやめる');
      expect(reasonless.errors).toEqual(['公表をやめる理由を入力してください。職員の画面と操作の記録に残ります。']);
      const withReason = reasonless.form('公表をやめる').fill({ takenDownReason: '差出人から申し出があったため' });
      expect((await withReason.submit('公表をやめる')).text).toContain('差出人から申し出があったため');
      expect((await web.visitor().get(`/kotake/mayor-letters/${id}`)).status).toBe(404);
    });

    it('are read again by the code alone', async () => {
      const later = web.visitor();
      const ask = await later.get('/kotake/mayor-letters/mine');
      expect(await checkHtml(ask.html)).toEqual([]);
      expect((await ask.form().fill({ code: '1234' }).submit()).errors).toEqual([
        'コードに打ち間違いがあるようです。控えのコードと1文字ずつ比べてください。',
      ]);
      const mine = await ask
        .form()
        .fill({ code: code.toLowerCase().replaceAll('-', '') })
        .submit();
      expect(mine.text).toContain(ANSWER.answer);
      await mine.form('閲覧を終わる').submit();
      expect((await later.get('/kotake/mayor-letters/mine')).text).not.toContain(ANSWER.answer);
      const elsewhere = await web.visitor().get('/ogori/mayor-letters/mine');
      expect((await elsewhere.form().fill({ code }).submit()).errors).toEqual([
        'このコードで届いたものは見つかりませんでした。控えのコードを確かめてください。',
      ]);
    });

    it('that want no answer need no name; who wants no publication is not published', async () => {
      const shy = { name: '', mail: '', wantsAnswer: 'no', mayPublish: 'no', subject: 'ありがとう' };
      const sender = web.visitor();
      expect((await send(sender, shy)).text).toContain('R8-2');
      const staff = await clerk();
      const unread = await (await staff.get('/kotake/staff/voices/letters')).click('ありがとう');
      const closed = await unread.form('読みました').submit('読みました');
      expect(closed.text).toContain('読んだことを記録しました。');
      expect((await staff.get(unread.path)).text).toContain('令和8年5月20日に読みました。');
      expect((await unread.form('読みました').submit('読みました')).errors.join()).toContain('先に次へ進めました');
      const told = await sender.get('/kotake/mayor-letters/mine');
      expect(told.text).toContain('令和8年5月20日に読みました。');
    });

    it('are held back when they flood in, with what was typed', async () => {
      const busy = web.visitor();
      for (let number = 3; number <= 5; number += 1) await send(busy, { subject: `続けて${String(number)}` });
      const refused = await send(busy, { subject: '多すぎる手紙' });
      expect([refused.status, refused.heading]).toEqual([429, '続けて送ることができません']);
      expect(refused.form().value('subject')).toBe('多すぎる手紙');
      expect(refused.form().value('body')).toBe(LETTER.body);
      web.clock.pass(3600);
      expect((await refused.form().submit()).text).toContain('R8-6');
    });

    it('show when they are overdue, and lose names and addresses once their time is over', async () => {
      web.clock.at('2026-06-10');
      const staff = await clerk();
      const list = await staff.get('/kotake/staff/voices/letters');
      expect(list.text).toContain('期限を過ぎた手紙が4件あります');
      expect((await staff.get('/kotake/staff/queue')).text).toContain('期限を過ぎたもの4件');
      web.clock.at('2027-05-21');
      const { EraseWriters } = await import('../../../src/consultations/index.js');
      const { UnitOfWork } = await import('../../../src/platform/database/index.js');
      const { systemActor } = await import('../../../src/kernel/actor.js');
      await web.get(UnitOfWork).run(systemActor(towns.kotake.id, 'test'), (tx) => web.get(EraseWriters).execute(tx));
      const kept = await web.sql<{ number: number }>(
        'SELECT number FROM mayor_letters WHERE name IS NOT NULL ORDER BY 1',
      );
      expect(kept.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
    });
  });

  describe('public comment', () => {
    const COMMENT = { body: '第5条の「住民」に、通勤する人も入れてください。', mayPublish: 'yes', name: '見本 次郎' };
    const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
    let desk = '';
    let open = '';

    it('is written by staff with the draft as PDF, looked at, and published', async () => {
      web.clock.at('2026-06-01');
      const staff = await clerk();
      const form = await staff.get('/kotake/staff/voices/consultations/new');
      expect(await checkHtml(form.html)).toEqual([]);
      const filled = form.form('下書きを保存する').fill({
        title: '小竹町まちづくり基本条例（案）',
        about: 'まちづくりの基本となる決まりの案です。',
        parts: '第1条（目的）\n第5条（住民）',
        commenters: '町内に住む方、通勤・通学する方',
        sectionId: form.form('下書きを保存する').offered('sectionId', 'まちづくり推進課'),
        opens: '令和8年6月1日',
        closes: '令和8年6月30日',
        nameRule: 'optional',
        addressRule: 'none',
      });
      const bare = await filled.submit('下書きを保存する');
      const refused = await bare.form('公開する').submit('公開する');
      expect(refused.errors).toEqual(['案の文書（PDF）を、1つ以上添えてください。']);
      desk = bare.path;
      const hidden = `/kotake/consultations/${desk.split('/').at(-1) ?? ''}`;
      expect((await web.visitor().get(hidden)).status).toBe(404);
      const file = { bytes: PDF, fileName: '条例案.pdf', mediaType: 'application/pdf' };
      const edited = await (
        await staff.get(`${desk}/edit`)
      )
        .form('下書きを保存する')
        .fill({ files: file })
        .submit('下書きを保存する');
      const preview = await edited.click('下見をする');
      expect(preview.text).toContain('条例案.pdf');
      expect(await checkHtml(preview.html)).toEqual([]);
      const published = await edited.form('公開する').submit('公開する');
      expect(published.text).toContain('公開しました');
      open = hidden;
      const shown = await (await web.visitor().get('/kotake')).click('を読んで意見を送る');
      expect(shown.path).toBe(open);
      expect(await checkHtml(shown.html)).toEqual([]);
      expect((await shown.click('条例案.pdf')).bytes.equals(PDF)).toBe(true);
      expect((await web.visitor().get(open.replace('kotake', 'ogori'))).status).toBe(404);
    });

    it('takes a comment once, keeps what was typed, and shows it again by its code', async () => {
      const resident = web.visitor();
      const form = await (await resident.get(open)).click('意見を書く');
      expect(await checkHtml(form.html)).toEqual([]);
      const missing = await form.form('内容を確かめる').fill({ name: COMMENT.name }).submit('内容を確かめる');
      expect(missing.errors).toEqual(['意見を入力してください。', '公表してよいかどうかを選んでください。']);
      expect(missing.form('内容を確かめる').value('name')).toBe(COMMENT.name);
      const check = await missing
        .form('内容を確かめる')
        .fill({ ...COMMENT, part: '第5条（住民）' })
        .submit('内容を確かめる');
      const sent = await check.form('この内容で送る').submit('この内容で送る');
      await check.form('この内容で送る').submit('この内容で送る');
      expect(await web.sql('SELECT number FROM public_comments')).toEqual([{ number: 1 }]);
      expect(await checkHtml(sent.html)).toEqual([]);
      const code = sent.texts('.return-code')[0] ?? '';
      const ask = await web.visitor().get('/kotake/consultations/mine');
      expect((await ask.form().fill({ code }).submit()).text).toContain(COMMENT.body);
    });

    it('is sorted with what came on paper, answered by 決裁, and published without names', async () => {
      let staff = await clerk();
      const paper = (await staff.get(`${desk}/comments/new`)).form('登録する').fill({
        source: 'fax',
        receivedOn: '令和8年6月1日',
        body: '分かりやすい言葉にしてください。',
        mayPublish: 'no',
      });
      await paper.submit('登録する');
      const extended = await (
        await staff.get(desk)
      )
        .form('期間を延ばす')
        .fill({ until: '令和8年7月10日', extensionReason: '説明会を開くため' })
        .submit('期間を延ばす');
      expect((await web.visitor().get(open)).text).toContain('説明会を開くため');
      expect(await checkHtml(extended.html)).toEqual([]);
      web.clock.at('2026-07-11');
      staff = await clerk();
      expect((await web.visitor().get(open)).text).not.toContain('意見を書く');

      const closing = await (await staff.get(desk)).form('結果を起案する').submit('結果を起案する');
      expect(closing.errors[0]).toContain('まとまりに入っていない意見が2件あります');
      const sorted = await (
        await staff.get(desk)
      )
        .form('選んだ意見をまとまりに入れる')
        .tickAll('commentIds[]')
        .fill({ into: 'new', newGroup: '住民の範囲と言葉' })
        .submit('選んだ意見をまとまりに入れる');
      expect(sorted.text).toContain('住民の範囲と言葉（2件）');
      const group = sorted.form('このまとまりを保存する');
      const [id = ''] = group.fields.filter((name) => name.startsWith('summary-')).map((name) => name.slice(8));
      const answered = await group
        .fill({
          [`summary-${id}`]: '通勤する人も住民に含めてほしい。',
          [`townView-${id}`]: '通勤・通学する方も含めます。',
          [`outcome-${id}`]: 'changed',
          [`change-${id}`]: '第5条に通勤・通学する者を加えました。',
        })
        .submit('このまとまりを保存する');
      expect(await checkHtml(answered.html)).toEqual([]);
      const csv = await staff.get(`${desk}/comments.csv`);
      expect(csv.html).toContain('分かりやすい言葉にしてください。');
      expect(csv.html).not.toContain(COMMENT.name);
      const draft = await answered.form('結果を起案する').submit('結果を起案する');
      expect(draft.text).not.toContain(COMMENT.name);
      expect((await web.visitor().get(open)).text).not.toContain('通勤・通学する方も含めます。');
      await approveByAll(web, draft.path.split('/').at(-1) ?? '', ...approvers.slice(0, 3));
      const result = await web.visitor().get(open);
      expect(result.text).toContain('2件の意見をいただきました');
      expect(result.text).toContain('町の考え方通勤・通学する方も含めます。');
      expect(await checkHtml(result.html)).toEqual([]);
      for (const secret of [COMMENT.name, COMMENT.body, '分かりやすい言葉']) expect(result.html).not.toContain(secret);
      const feed = (await web.visitor().get('/kotake/feed.xml')).html;
      for (const what of ['意見募集', '意見募集の結果']) {
        expect(feed).toContain(`<title>${what}：小竹町まちづくり基本条例（案）</title>`);
      }
      expect(feed).not.toContain('手紙への回答');
    });
  });

  it('are played by the demonstration: five comments answered, two letters answered, one of them published', async () => {
    const hall = {
      clerk: 'tanto',
      approvers: ['kakaricho', 'kacho', 'fukuchocho', 'chocho'],
      checker: '',
      treasurer: '',
    };
    web.clock.at('2026-08-03');
    const period = { opens: '令和8年8月3日', closes: '令和8年9月2日', pdf: Buffer.from('%PDF-1.7\n%%EOF') };
    await askForOpinions(new Troupe(web.url, 'kotake'), hall, period);
    await writeToMayor(new Troupe(web.url, 'kotake'));
    await answerLetters(new Troupe(web.url, 'kotake'), hall);
    web.clock.at('2026-09-07');
    await answerOpinions(new Troupe(web.url, 'kotake'), hall);
    const result = await (
      await web.visitor().get('/kotake/consultations')
    ).click('小竹町まちづくり基本条例（案）（見本）');
    expect(result.text).toContain('5件の意見をいただきました');
    const letters = await web.visitor().get('/kotake/mayor-letters');
    expect(letters.text).toContain('駅前の歩道について（見本）');
    expect(letters.text).not.toContain('父の見守り');
  });
});
