import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { OpenBudgetLine } from '../../../src/budgets/index.js';
import { fiscalYear } from '../../../src/kernel/fiscal-year.js';
import { yen } from '../../../src/kernel/yen.js';
import { signIn, openTowns, staffActor, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { mailsOf } from '../../support/mails.js';
import { aMorning } from '../../support/morning.js';
import { tablesThatHold } from '../../support/whole-database.js';
import { openWeb, type Page, type Visitor, type Web } from '../../support/index.js';

const BASICS = { kind: 'resident', name: '見本 花子', publicName: 'no', contact: '0949-00-0000（見本）' };
/** Who does not want to be named, and is forgotten after the town's time. */
const UNNAMED = '埋名 花子';
const ANSWERS = { 'form[aim]': '一人で過ごす人が増えています。', 'form[activities]': '月に2回、お茶の会を開きます。' };

describe('what becomes of proposals', () => {
  let web: Web;
  let towns: Towns;
  let clerk: Visitor;
  let resident: Visitor;
  /** The resident's page of the first proposal. */
  let own: string;
  /** Who proposes what is merged into it, and that page. */
  let farmer: Visitor;
  let farm: string;
  /** The board before anything is decided. */
  let undecided: Page;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-10' });
    towns = await openTowns(web);
    await seedBusiness(web, towns.kotake.id, ['calls']);
    await web.get(OpenBudgetLine).execute(await staffActor(web, towns.kotake, 'tanto'), {
      ...{ fiscalYear: fiscalYear(2026), code: '02-01-07', name: '見本モデル事業補助金' },
      ...{ ceiling: yen(1_000_000), source: '見本' },
    });
    clerk = web.visitor();
    await signIn(clerk, towns.kotake, 'tanto');
    resident = web.visitor();
    // A browser keeps the code of one proposal at a time.
    own = await propose(resident, '空き家を集いの場に', 'community', UNNAMED);
    farmer = web.visitor();
    farm = await propose(farmer, '農園の開放', 'environment', '見本 太郎', 'taro@example.jp');
    await propose(web.visitor(), '朝市', 'commerce');
  });

  afterAll(() => web.close());

  const propose = async (
    visitor: Visitor,
    title: string,
    field: string,
    name = '見本 花子',
    mail = '',
  ): Promise<string> => {
    const call = await (await visitor.get('/kotake/calls')).click('協働のまちづくり事業企画提案');
    const begun = await (
      await call.click('この募集に提案する')
    )
      .form()
      .fill({ ...BASICS, title, field, name, mail })
      .submit();
    const filled = await begun.form().fill(ANSWERS).submit('保存して次へ');
    return (await filled.form('この内容で提出する').submit()).path;
  };
  const desk = async (link: string): Promise<Page> =>
    (await (await clerk.get('/kotake/staff/proposals')).click('協働のまちづくり事業企画提案')).click(link);
  const received = async (title: string): Promise<Page> => (await desk('届いた提案')).click(title);
  /** Field names of the board by proposal, in the order of the page: `sorting[<id>]`. */
  const idsOn = (board: Page): string[] => [
    ...new Set([...board.html.matchAll(/name="sorting\[([^\]]+)\]"/g)].map(([, id]) => id ?? '')),
  ];

  it('a proposal is found needed or not, and its proposer reads why', async () => {
    const one = await received('空き家を集いの場に');
    expect(await checkHtml(one.html)).toEqual([]);
    const refused = await one.form('必要性の確認を保存する').fill({ outcome: 'relevant' }).submit();
    expect(refused.errors[0]).toContain('理由を入力してください');
    const found = await refused
      .form('必要性の確認を保存する')
      .fill({ reason: '一人暮らしの方が増え、集う場が求められています。' })
      .submit();
    expect(await checkHtml(found.html)).toEqual([]);
    const theirs = await resident.get(own);
    expect(theirs.text).toContain('一人暮らしの方が増え、集う場が求められています。');
    expect(theirs.text).not.toContain('赤地');
    expect(await checkHtml(theirs.html)).toEqual([]);

    const stale = await one.form('必要性の確認を保存する').fill({ outcome: 'set-aside', reason: '重なる' }).submit();
    expect(stale.status).toBe(409);
    expect((await resident.get(own)).text).not.toContain('重なる');
    await (
      await received('朝市')
    )
      .form('必要性の確認を保存する')
      .fill({ outcome: 'set-aside', reason: '民間の朝市があります。' })
      .submit();
    const narrowed = await (await desk('届いた提案')).form('絞り込む').fill({ state: 'set-aside' }).submit();
    expect(narrowed.text).toContain('朝市');
    expect(narrowed.text).not.toContain('農園の開放');
  });

  it('one form sorts all of them, also one set aside; the counts follow, and nobody writes over another', async () => {
    const unread = await desk('提案の仕分け');
    expect(unread.text).toContain('必要性の確認がまだのため、仕分けられません。');
    expect(idsOn(unread)).toHaveLength(2);
    const read = await unread.click('第2号の必要性を確かめる');
    const needed = { outcome: 'relevant', reason: '休耕地が増えています。' };
    await read.form('必要性の確認を保存する').fill(needed).submit();
    const board = await desk('提案の仕分け');
    expect(await checkHtml(board.html)).toEqual([]);
    expect(board.text).toContain('未分類（3件）');
    const [first = '', second = '', third = ''] = idsOn(board);
    const unreasoned = await board
      .form('仕分けを保存する')
      .fill({
        [`sorting[${first}]`]: 'together',
        [`why[${first}]`]: '場所は町が、運営は住民が受け持つため',
        [`sorting[${second}]`]: 'residents',
        [`sorting[${third}]`]: 'town',
        [`why[${third}]`]: '道を使うため',
        meeting: '準備委員会　第10回（見本）',
        metOn: '令和8年5月11日',
      })
      .submit();
    expect(unreasoned.errors).toEqual([
      '仕分けた会議の開催日は、今日までの日を入力してください。',
      '第2号の理由を入力してください。なぜそう仕分けたかを、記録に残します。',
    ]);
    expect(await checkHtml(unreasoned.html)).toEqual([]);
    expect((await desk('提案の仕分け')).text).toContain('未分類（3件）');
    const done = await unreasoned
      .form('仕分けを保存する')
      .fill({ [`why[${second}]`]: '地域で続けられるため', metOn: '令和8年5月9日' })
      .submit();
    expect(done.text).toContain('準備委員会 第10回（見本）（令和8年5月9日）で仕分け 記入：');
    expect(done.text).toContain('場所は町が、運営は住民が受け持つため');
    expect(done.text).toContain('3件を仕分けました');
    expect(done.text).toContain('協働で行うもの（1件）');
    expect(done.text).not.toContain('未分類（');
    expect(await checkHtml(done.html)).toEqual([]);

    const late = await board
      .form('仕分けを保存する')
      .fill({ [`sorting[${second}]`]: 'town' })
      .submit();
    expect(late.status).toBe(409);
    expect(late.text).toContain('第2号は、この画面を開いたあとに');
    expect((await desk('提案の仕分け')).text).toContain('住民が行うもの（1件）');
    // What was typed stands there still: saved once more, it holds.
    expect(
      (
        await late
          .form('仕分けを保存する')
          .fill({ [`why[${second}]`]: '休耕地は町が借りるため' })
          .submit()
      ).text,
    ).toContain('町が行うもの（2件）');
    undecided = await desk('提案の仕分け');
    // What a proposal was sorted as is told when the town has done with it.
    expect((await resident.get(own)).text).not.toContain('運営は住民が受け持つため');
  });

  it('one is merged into another and keeps its name there, which is adopted by a draft', async () => {
    const merging = await (await received('農園の開放')).click('結果を決める');
    expect(await checkHtml(merging.html)).toEqual([]);
    const into = /<option value="([^"]+)">第1号/.exec(merging.html)?.[1] ?? '';
    const silent = await merging.form('統合する').fill({ into }).submit();
    expect(silent.errors[0]).toContain('コメントを入力してください');
    const unlooked = await silent.form('統合する').fill({ mergerComment: '同じ場所で行えるためです。' }).submit();
    expect(unlooked.errors).toEqual([expect.stringContaining('統合する先とコメントを確かめて、印を付けてください')]);
    const merged = await unlooked.form('統合する').fill({ mergerConfirmed: 'yes' }).submit();
    expect(merged.text).toContain('ほかの提案と統合');
    const joined = await farmer.get(farm);
    expect(joined.text).toContain('第1号「空き家を集いの場に」と1つにして検討します');
    expect(joined.text).not.toContain(UNNAMED);
    expect(await checkHtml(joined.html)).toEqual([]);

    const deciding = await (await received('空き家を集いの場に')).click('結果を決める');
    expect(deciding.text).toContain(`${UNNAMED}、見本 太郎`);
    const unready = await deciding.form('採択を起案する').fill({ amount: '0', comment: '進めましょう。' }).submit();
    expect(unready.errors).toHaveLength(2);
    const line = /<option value="([^"]+)">[^<]*見本モデル事業/.exec(deciding.html)?.[1] ?? '';
    const drafted = await unready.form('採択を起案する').fill({ amount: '300,000', budgetLineId: line }).submit();
    expect(drafted.text).toContain('300,000円');
    expect((await clerk.get(deciding.path)).text).toContain('採択の起案が回っています');
    for (const [name, act] of [
      ['kakaricho', '承認する'],
      ['kacho', '承認する'],
      ['fukuchocho', '決裁する'],
    ] as const) {
      const approver = web.visitor();
      await signIn(approver, towns.kotake, name);
      await (await approver.get(drafted.path)).form(act).submit(act);
    }
    const theirs = await resident.get(own);
    expect(theirs.text).toContain('予算の額：300,000円');
    expect(theirs.text).toContain('進めましょう。');
    expect(theirs.text).toContain('運営は住民が受け持つため');
  });

  it('proposers hear of it: by mail, or as a task of the section that says how and when it was done', async () => {
    await web.drainOutbox();
    const mails = mailsOf(web).filter(({ to }) => to === 'taro@example.jp');
    expect(mails.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('企画提案を受け付けました：農園の開放'),
        expect.stringContaining('企画提案第2号「農園の開放」についてのお知らせ'),
        expect.stringContaining('企画提案第2号「農園の開放」の結果のお知らせ'),
      ]),
    );
    const texts = mails.map(({ text }) => text).join();
    expect(texts).toContain('休耕地が増えています。');
    expect(texts).toContain('同じ場所で行えるためです。');
    // What became of the one that it is part of.
    expect(texts).toContain('第1号「空き家を集いの場に」と1つにして検討してきました');
    expect(texts).toContain('進めましょう。');
    expect((await received('農園の開放')).text).toContain('統合した先の結果：令和8年5月10日にメールで知らせました');

    const list = await desk('届いた提案');
    expect(list.text).toContain('提案者に知らせていない提案が、2件あります');
    const untold = await list.click('知らせていない提案を見る');
    expect(untold.text).not.toContain('農園の開放');
    expect(await checkHtml(untold.html)).toEqual([]);
    const task = await untold.click('朝市');
    expect(task.text).toContain('必要性の確認の結果を、郵送・電話でお知らせしてください');
    expect(task.text).toContain(BASICS.contact);
    expect(await checkHtml(task.html)).toEqual([]);
    const paper = await task.click('お知らせの文を見る・印刷する');
    expect(paper.text).toContain('今回は、検討の対象としないことにしました。');
    expect(paper.text).toContain('民間の朝市があります。');
    expect(await checkHtml(paper.html)).toEqual([]);
    const early = await task
      .form('知らせたことを記録する')
      .fill({ how: 'phone', toldOn: '令和8年5月1日', note: 'ご本人' })
      .submit();
    expect(early.errors).toEqual(['知らせた日は、令和8年5月10日から今日までの日を入力してください。']);
    const told = await early.form('知らせたことを記録する').fill({ toldOn: '令和8年5月10日' }).submit();
    expect(told.text).toContain('令和8年5月10日に電話で知らせました');
    expect(told.text).toContain('ご本人');
    expect((await desk('届いた提案')).text).toContain('提案者に知らせていない提案が、1件あります');
  });

  it('whoever is tied to a proposal does not sort it, and goes on with the others', async () => {
    await propose(web.visitor(), '花の道', 'environment');
    const flowers = (await received('花の道')).form('必要性の確認を保存する');
    await flowers.fill({ outcome: 'relevant', reason: '道が明るくなります。' }).submit();
    const before = await desk('提案の仕分け');
    const [third = '', fourth = ''] = idsOn(before);
    const declaring = await (await received('朝市')).click('利害関係を届け出てください');
    await declaring.form('利害関係を届け出る').fill({ reason: '朝市の世話人をしているため' }).submit();
    const board = await desk('提案の仕分け');
    expect(board.text).toContain('あなたと利害関係があるため、選べません');
    expect(idsOn(board)).not.toContain(third);
    expect(idsOn(board)).toEqual([fourth]);
    expect(await checkHtml(board.html)).toEqual([]);
    // From a page of before, or made by hand.
    const sent = await before
      .form('仕分けを保存する')
      .fill({
        ...{ [`sorting[${fourth}]`]: 'together', [`why[${fourth}]`]: '一緒に行うため' },
        ...{ [`sorting[${third}]`]: 'together', [`why[${third}]`]: '一緒に行うため' },
      })
      .submit();
    expect(sent.status).toBe(403);
    expect(sent.text).toContain('第3号は、あなたと利害関係があるため、あなたは仕分けられません');
    expect(sent.text).toContain('協働で行うもの（2件）');
    expect(sent.text).toContain('町が行うもの（2件）');
  });

  it('what is decided keeps the sorting that it was decided with', async () => {
    const board = await desk('提案の仕分け');
    expect(board.text).toContain(
      'もう結果が決まったため、仕分けは変えられません。いまの仕分け：協働で行うもの（場所は町が、運営は住民が受け持つため）',
    );
    // From a page of before the decision.
    const [first = ''] = idsOn(undecided);
    const late = await undecided
      .form('仕分けを保存する')
      .fill({ [`sorting[${first}]`]: 'town', [`why[${first}]`]: '町が行うため' })
      .submit();
    expect(late.status).toBe(409);
    expect(late.text).toContain('第1号は、もう結果が決まっているため、仕分けを変えられません');
    expect((await desk('提案の仕分け')).text).toContain('協働で行うもの（2件）');
  });

  it('proposers are told once how theirs is sorted, when the section has settled it, and anew of what changes afterwards', async () => {
    const jiro = web.visitor();
    const page = await propose(jiro, '見守りの輪', 'community', '見本 次郎', 'jiro@example.jp');
    const open = await desk('提案の仕分け');
    expect(open.html).not.toContain('仕分けを確定して知らせる');
    const early = await clerk.request('POST', `${open.path}/settlement`, { body: new URLSearchParams() });
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('第5号が、まだ仕分けられていません')]);
    const watch = (await received('見守りの輪')).form('必要性の確認を保存する');
    await watch.fill({ outcome: 'relevant', reason: '子どもの通る道のため' }).submit();
    const sort = async (kind: string, why: string): Promise<Page> => {
      const board = await desk('提案の仕分け');
      const id = idsOn(board).at(-1) ?? '';
      return board
        .form('仕分けを保存する')
        .fill({ [`sorting[${id}]`]: kind, [`why[${id}]`]: why })
        .submit();
    };
    const sorted = await sort('residents', '近所で続けられるため');
    expect((await jiro.get(page)).text).not.toContain('近所で続けられるため');
    const settled = await sorted.form('仕分けを確定して知らせる').submit();
    expect(settled.text).toContain('仕分けを確定しました');
    expect(await checkHtml(settled.html)).toEqual([]);
    await clerk.request('POST', `${open.path}/settlement`, { body: new URLSearchParams() });
    await web.drainOutbox();
    const toJiro = () =>
      mailsOf(web).filter(({ to, subject }) => to === 'jiro@example.jp' && subject.includes('仕分け'));
    expect(
      toJiro().map(({ text }) => ['住民が行うもの', '近所で続けられるため'].every((each) => text.includes(each))),
    ).toEqual([true]);
    const own = await jiro.get(page);
    for (const text of ['住民が行うもの', '近所で続けられるため', '令和8年5月10日に仕分けました'])
      expect(own.text).toContain(text);
    expect((await received('花の道')).text).toContain('仕分けの結果（令和8年5月10日）：まだ知らせていません');

    await sort('together', '町の職員も回るため');
    await web.drainOutbox();
    expect(toJiro()).toHaveLength(2);
    expect(toJiro().filter(({ text }) => text.includes('町の職員も回るため'))).toHaveLength(1);
  });

  it('belongs to the town and its promotion section', async () => {
    const board = await desk('提案の仕分け');
    expect(board.$('.site-navigation a[aria-current]').text()).toBe('企画提案');
    expect(board.$('.breadcrumb').text()).not.toContain('公開ページ');
    const neighbour = web.visitor();
    await signIn(neighbour, towns.ogori, 'tanto1');
    expect((await neighbour.get(board.path.replace('/kotake/', '/ogori/'))).status).toBe(404);
    const chief = web.visitor();
    await signIn(chief, towns.kotake, 'kacho');
    const read = await chief.get(board.path);
    expect(read.text).toContain('町が行うもの');
    expect(read.html).not.toContain('仕分けを保存する');
  });

  it('everybody reads into which proposal another was merged, once the call is over', async () => {
    web.clock.at('2026-06-01');
    const page = await web.visitor().get('/kotake/proposals');
    expect(page.text).toContain('統合先：第1号 空き家を集いの場に');
    // The fields stand as the call lists them, whichever came in first; a field of which nothing came in is left out.
    expect(page.texts('[aria-label="分野と仕分けごとの件数"] tbody th')).toEqual([
      ...['コミュニティ', '環境・農業', '商業', '計'],
    ]);
    expect(await checkHtml(page.html)).toEqual([]);
    const { data } = (await web.visitor().get('/kotake/open-data/proposals.json')).json<{
      data: { id: string; title: string; mergedInto: string | null }[];
    }>();
    const titles = new Map(data.map(({ id, title }) => [id, title]));
    expect(data.map(({ title, mergedInto }) => [title, titles.get(mergedInto ?? '') ?? null])).toEqual([
      ['空き家を集いの場に', null],
      ['農園の開放', '空き家を集いの場に'],
      ...['朝市', '花の道', '見守りの輪'].map((title) => [title, null]),
    ]);
  });

  it('a name that was not to be published is nowhere in the database once the town’s time is over', async () => {
    expect(await tablesThatHold(web, UNNAMED)).toEqual(['proposals']);
    expect(await tablesThatHold(web, '見本 太郎')).toEqual(['proposals']);
    await aMorning(web, towns.kotake, '2027-05-12');
    expect([await tablesThatHold(web, UNNAMED), await tablesThatHold(web, '見本 太郎')]).toEqual([[], []]);
  });
});
