import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTowns, signIn, type Towns } from '../../support/builders/staff.js';
import { checkHtml } from '../../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../../support/index.js';

const FACE = '/kotake/staff/public-face';

describe('what a town tells everyone', () => {
  let web: Web;
  let towns: Towns;
  let clerk: Visitor;
  let colleague: Visitor;
  let resident: Visitor;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-05-11' });
    towns = await openTowns(web);
    [clerk, colleague, resident] = [web.visitor(), web.visitor(), web.visitor()];
    await signIn(clerk, towns.kotake, 'tanto');
    await signIn(colleague, towns.kotake, 'kakaricho');
  });

  afterAll(() => web.close());

  /** The page, sound as HTML. */
  const sound = async (page: Page): Promise<Page> => {
    expect([page.path, await checkHtml(page.html)]).toEqual([page.path, []]);
    return page;
  };

  it('has neutral words until the town writes its own, which are looked at before they are out', async () => {
    const words = `${FACE}/words`;
    const about = await sound(await resident.get('/kotake/about'));
    expect(about.text).toContain('共助');
    expect((await sound(await clerk.get(FACE))).text).toContain('町の紹介文');

    const typed = {
      lead: '小竹町の話し合いの記録を載せています。',
      about:
        '■ 職員の勉強会から\n・町の課題を出し合う\nくわしくは https://example.jp/kyodo を見てください。<b>太字</b>',
    };
    const looked = await sound(await (await clerk.get(words)).form().fill(typed).submit('公開せずに見え方を確かめる'));
    expect(looked.texts('.preview h2')).toContain('職員の勉強会から');
    expect((await resident.get('/kotake/')).text).not.toContain('話し合いの記録を載せています');

    const others = await colleague.get(words);
    const out = await looked.form().submit('公開する');
    expect(out.text).toContain('町の紹介文を公開しました。');
    expect((await resident.get('/kotake/')).text).toContain('小竹町の話し合いの記録を載せています。');
    const told = await sound(await resident.get('/kotake/about'));
    expect(told.texts('main li')).toEqual(['町の課題を出し合う']);
    expect(told.$('main a[href="https://example.jp/kyodo"]').text()).toBe('https://example.jp/kyodo');
    expect([told.text.includes('太字'), told.$('main b').length]).toEqual([true, 0]);
    // What was left blank keeps the neutral words; the other town is not touched.
    expect((await resident.get('/kotake/')).text).toContain('共助');
    expect((await resident.get('/ogori/')).text).not.toContain('小竹町の話し合い');

    // Somebody who opened the form before sees both, and decides.
    const stale = await sound(await others.form().fill({ lead: '係長の文です。' }).submit('公開する'));
    expect([stale.status, stale.text]).toEqual([
      409,
      expect.stringContaining('ほかの方が、先にこの画面を保存しました'),
    ]);
    expect((await stale.form().submit('公開する')).text).toContain('町の紹介文を公開しました。');
    expect((await resident.get('/kotake/')).text).toContain('係長の文です。');
  });

  it('gives notice on the days that were decided, and no longer once it is taken down', async () => {
    const list = `${FACE}/bulletins`;
    const empty = await sound(await resident.get('/kotake/bulletins'));
    expect(empty.text).toContain('いま載せているお知らせはありません');
    const blank = await sound(await clerk.get(`${list}/new`));
    const faulty = await sound(
      await blank.form().fill({ title: '説明会', day: '5月のどこか' }).submit('下書きを保存する'),
    );
    expect([faulty.status, faulty.errors.length, faulty.form().value('title')]).toEqual([422, 2, '説明会']);
    const days = { day: '令和8年5月12日', shownFrom: '令和8年5月20日', shownUntil: '令和8年6月10日' };
    const filled = faulty.form().fill({ ...days, body: '日時：5月29日\n\n・どなたでも参加できます。' });
    const looked = await sound(await filled.submit('保存せずに見え方を確かめる'));
    expect(looked.texts('.preview li')).toEqual(['どなたでも参加できます。']);
    const draft = await sound(await looked.form().submit('下書きを保存する'));
    // A second press of the same button is the same bulletin.
    expect((await looked.form().submit('下書きを保存する')).path).toBe(draft.path);
    const id = draft.path.split('/').at(-1) ?? '';
    expect((await resident.get(`/kotake/bulletins/${id}`)).status).toBe(404);

    const published = await draft.form('公開する').submit();
    expect([published.texts('.publication-bar .tag'), published.text]).toEqual([
      ['公開中', '掲載前'],
      expect.stringContaining('公開しました。'),
    ]);
    expect((await resident.get(`/kotake/bulletins/${id}`)).status).toBe(404);
    web.clock.at('2026-05-20');
    const shown = await sound(await (await resident.get('/kotake/')).click('説明会'));
    expect([shown.heading, shown.text]).toEqual(['説明会', expect.stringContaining('令和8年5月12日')]);
    expect((await resident.get(`/ogori/bulletins/${id}`)).status).toBe(404);
    web.clock.at('2026-06-11');
    expect((await resident.get('/kotake/bulletins')).text).not.toContain('説明会');
    expect((await resident.get(`/kotake/bulletins/${id}`)).status).toBe(404);
    web.clock.at('2026-06-01');

    await signIn(clerk, towns.kotake, 'tanto');
    const open = await clerk.get(`${list}/${id}`);
    const reasonless = await sound(await open.form('取り下げる').submit());
    expect(reasonless.errors).toEqual([expect.stringContaining('取り下げる理由')]);
    const down = await reasonless.form('取り下げる').fill({ reason: '会場が変わったため' }).submit();
    expect(down.text).toContain('会場が変わったため');
    expect((await resident.get(`/kotake/bulletins/${id}`)).status).toBe(404);
    expect((await sound(await clerk.get(list))).text).toContain('取り下げ済み');
    // What was public once stays; only the page offers no deletion, the act refuses it as well.
    const refused = await clerk.submit(`${list}/${id}/publication`, { act: 'discard', version: '3' });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('一度公開したものは削除できません')]);
    const secondDraft = { title: '書きかけ', day: '2026/6/1', body: '書きかけです。' };
    const thrownAway = await (await clerk.get(`${list}/new`)).form().fill(secondDraft).submit('下書きを保存する');
    expect((await thrownAway.form('削除する').submit()).text).toContain('下書きを削除しました。');
    expect((await clerk.get(list)).text).not.toContain('書きかけ');
  });
});
