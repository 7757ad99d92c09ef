import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import sharp from 'sharp';

import { seedBusiness } from '../../../src/demo/seed-towns.js';
import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import { openTowns, signIn, type Towns } from '../../support/builders/staff.js';
import { checkAxe } from '../../support/axe-check.js';
import { openBrowser } from '../../support/browser.js';
import { checkHtml } from '../../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../../support/index.js';

const FACE = '/kotake/staff/public-face';

/** As a phone keeps it: lying on its side, with the place where it was taken. */
const photoWithPosition = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 500, channels: 3, background } })
    .withExif({ IFD0: { Artist: 'Mihon Taro' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 41/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const jpeg = (bytes: Buffer) => ({ bytes, fileName: 'IMG_0001.jpg', mediaType: 'image/jpeg' });

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

  it('says of each district what it is like, at once, and of two who write the second decides', async () => {
    await seedBusiness(web, towns.kotake.id, ['districts']);
    await web.drainOutbox();
    const path = `${FACE}/districts`;
    const [mine, others] = [await sound(await clerk.get(path)), await colleague.get(path)];
    const field = mine.form().fields.find((name) => name.startsWith('about-')) ?? '';
    const before = await (await resident.get('/kotake/districts')).click('勝野');
    expect(before.text).toContain('町役場（大字勝野）のある校区です。');

    const tooLong = await sound(
      await mine
        .form()
        .fill({ [field]: 'あ'.repeat(601) })
        .submit('公開する'),
    );
    expect([tooLong.status, tooLong.errors]).toEqual([422, [expect.stringContaining('600文字以内')]]);
    const out = await tooLong
      .form()
      .fill({ [field]: '■ 駅のまち\n商店と田があります。' })
      .submit('公開する');
    expect(out.text).toContain('校区の紹介を公開しました。');
    await web.drainOutbox();
    const shown = await sound(await resident.get(before.path));
    expect(shown.texts('main h3')).toContain('駅のまち');
    expect(shown.text).not.toContain('大字勝野');
    expect(shown.headers.get('etag')).not.toBe(before.headers.get('etag'));

    const stale = await sound(
      await others
        .form()
        .fill({ [field]: '係長の文です。' })
        .submit('公開する'),
    );
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('商店と田があります。')]);
    expect((await stale.form().submit('公開する')).text).toContain('校区の紹介を公開しました。');
    await web.drainOutbox();
    expect((await resident.get(before.path)).text).toContain('係長の文です。');
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

  it('records what was done, meeting by meeting, in order, with photographs that tell nothing but what they show', async () => {
    colleague = web.visitor();
    await signIn(colleague, towns.kotake, 'kakaricho');
    expect((await sound(await resident.get('/kotake/records'))).text).toContain('公開している記録はまだありません');
    const begin = async (title: string): Promise<Page> =>
      (await clerk.get(`${FACE}/records/new`)).form().fill({ title, lead: '職員の会です。' }).submit('保存する');
    await begin('職員研修会');
    const series = await sound(await begin('協働のまちづくり勉強会'));
    const seriesId = series.path.split('/').at(-1) ?? '';
    // Residents see the series in the order that staff give them.
    const listed = await sound(await clerk.get(`${FACE}/records`));
    await listed.form(`${FACE}/records/${seriesId}/order`).submit('上へ：協働のまちづくり勉強会');
    const order = (await clerk.get(`${FACE}/records`)).texts('tbody th');
    expect(order).toEqual(['協働のまちづくり勉強会', '職員研修会']);

    const write = async (fields: Record<string, string>): Promise<Page> =>
      (await sound(await clerk.get(`${FACE}/records/${seriesId}/meetings/new`)))
        .form()
        .fill(fields)
        .submit('下書きを保存する');
    const first = await write({
      number: '第１回',
      heldOn: '平成24年4月25日',
      body: '課題を出し合いました。\n・交通\n・ごみ',
    });
    const third = await write({
      number: '3',
      heldOn: 'H24.5.25',
      title: '研修会を振り返る',
      body: '意見を交わしました。',
    });
    const taken = await sound(await write({ number: '3', heldOn: 'H24.5.8', body: '進め方を考えました。' }));
    expect([taken.status, taken.errors]).toEqual([422, [expect.stringContaining('第3回は、すでにこの会にあります')]]);
    const second = await taken.form().fill({ number: '2' }).submit('下書きを保存する');

    const enclosures = await sound(await first.click('写真と資料（写真0枚・資料0件）'));
    const photosForm = (page: Page) => page.form('写真を加える');
    const wordless = await sound(
      await photosForm(enclosures)
        .fill({ photo1: jpeg(await photoWithPosition('#3366cc')), description2: '黒板の写真' })
        .submit(),
    );
    expect(wordless.errors).toEqual([
      expect.stringContaining('写真の説明を入力してください'),
      expect.stringContaining('写真を1枚以上選んでください'),
    ]);
    expect(photosForm(wordless).value('description2')).toBe('黒板の写真');
    const pictures = {
      photo1: jpeg(await photoWithPosition('#3366cc')),
      description1: '机を囲む職員',
      photo2: jpeg(await photoWithPosition('#cc6633')),
      description2: '黒板に貼った付箋',
    };
    const pictured = await sound(await photosForm(wordless).fill(pictures).submit());
    expect(pictured.text).toContain('写真を2枚加えました。');
    expect((await photosForm(enclosures).fill(pictures).submit()).text).toContain('すでに入っています');
    const pdf = { bytes: Buffer.from('%PDF-1.7\n%%EOF'), fileName: '次第.pdf', mediaType: 'application/pdf' };
    await pictured.form('資料を加える').fill({ fileTitle: '当日の次第', file: pdf }).submit();
    await (await clerk.get(enclosures.path)).form('写真の説明を保存する').submit('下へ：写真1');

    expect((await sound(await clerk.get(FACE))).text).toContain('2の会、公開中の記録 0回下書き 3件');
    // A draft has no page, no picture and no file for anybody outside.
    const draft = await sound(await clerk.get(first.path));
    const drawn = draft.$('.preview img').attr('src') ?? '';
    expect((await clerk.get(drawn)).headers.get('cache-control')).toContain('no-store');
    expect((await resident.get(drawn)).heading).toBe('ログイン');
    for (const page of [first, second, third]) await (await clerk.get(page.path)).form('公開する').submit();
    for (const path of ['', '/2', '/2/1'])
      expect((await resident.get(`/kotake/records${path}`)).text).not.toContain('課題');
    const publicSeries = await (await clerk.get(series.path)).form('公開する').submit();
    const shown = await sound(await publicSeries.click('公開されているページを見る'));
    expect(shown.texts('tbody th')).toEqual(['第1回', '第2回', '第3回']);
    expect(shown.texts('tbody td')[0]).toBe('平成24年4月25日');
    expect((await sound(await resident.get('/kotake/records'))).text).toContain('3回の記録');
    expect((await clerk.get(FACE)).text).toContain('2の会、公開中の記録 3回下書きはありません');

    const meeting = await sound(await (await resident.get('/kotake/records/2')).click('第1回'));
    expect(meeting.texts('main .plain-text li')).toEqual(['交通', 'ごみ']);
    const pictureAddresses = meeting.$('main .photos a, main .photos img').toArray();
    expect(
      meeting
        .$('main .photos img')
        .toArray()
        .map((img) => img.attribs['alt']),
    ).toEqual(['黒板に貼った付箋', '机を囲む職員']);
    for (const { attribs } of pictureAddresses) {
      const picture = await resident.get(attribs['href'] ?? attribs['src'] ?? '');
      expect(picture.headers.get('cache-control')).toBe(
        'public, max-age=86400, immutable, s-maxage=60, proxy-revalidate',
      );
      const { exif, xmp, orientation, width = 0, height = 0 } = await sharp(picture.bytes).metadata();
      expect([exif, xmp, orientation, width < height]).toEqual([undefined, undefined, undefined, true]);
      expect(picture.bytes.includes('Mihon')).toBe(false);
    }
    const paper = await meeting.click('当日の次第');
    expect([paper.bytes.equals(pdf.bytes), paper.headers.get('content-type')]).toEqual([true, 'application/pdf']);
    expect((await meeting.click('次の記録：第2回')).heading).toBe('協働のまちづくり勉強会 第2回');

    // Two people on one meeting: the second sees both versions before anything is replaced.
    const edit = `${first.path}/edit`;
    const [mine, theirs] = [await clerk.get(edit), await colleague.get(edit)];
    await mine.form().fill({ body: '課題を三つに分けました。' }).submit('保存して公開に反映する');
    const stale = await sound(await theirs.form().fill({ body: '別の文です。' }).submit('保存して公開に反映する'));
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('課題を三つに分けました。')]);
    expect((await resident.get(meeting.path)).text).toContain('課題を三つに分けました。');

    // One photograph is taken off: its address is gone. Then the meeting is taken down with all that hangs on it.
    const photo = meeting.$('main .photos a').attr('href') ?? '';
    await (await clerk.get(enclosures.path)).form('写真の説明を保存する').submit('外す：写真1');
    expect((await resident.get(photo)).status).toBe(404);
    const left = meeting.$('main .photos a').last().attr('href') ?? '';
    expect((await resident.get(left)).status).toBe(200);
    await (await clerk.get(first.path)).form('取り下げる').fill({ reason: '写真の方から申し出' }).submit();
    for (const gone of [meeting.path, left, paper.path]) expect((await resident.get(gone)).status).toBe(404);
    expect((await resident.get('/kotake/records/2')).texts('tbody th')).toEqual(['第2回', '第3回']);
    const trail = await web.sql<{ detail: { reason?: string } }>(
      `SELECT detail FROM audit_entries WHERE action = 'record-meeting.taken-down'`,
    );
    expect(trail.map(({ detail }) => detail.reason)).toEqual(['写真の方から申し出']);
  });

  it('shows another town, and those who may not write, nothing of it', async () => {
    const elsewhere = web.visitor();
    await signIn(elsewhere, towns.ogori, 'tanto1');
    const [{ id } = { id: '' }] = await web.sql<{ id: string }>(
      'SELECT id FROM record_meetings ORDER BY number LIMIT 1',
    );
    for (const path of [`/ogori/staff/public-face/meetings/${id}`, `/ogori/staff/public-face/meetings/${id}/edit`]) {
      expect((await elsewhere.get(path)).status).toBe(404);
    }
    for (const path of ['/ogori/records/2', '/kotake/records/2/1', '/kotake/records/9', '/kotake/records/x/1']) {
      expect((await resident.get(path)).status).toBe(404);
    }
    const chief = web.visitor();
    await signIn(chief, towns.kotake, 'kacho');
    expect((await sound(await chief.get(`${FACE}/meetings/${id}`))).$('main form').length).toBe(0);
    expect((await chief.get(`${FACE}/records/new`)).status).toBe(403);
    expect((await chief.submit(`${FACE}/meetings/${id}/publication`, { act: 'publish', version: '1' })).status).toBe(
      403,
    );
    const treasurer = web.visitor();
    await signIn(treasurer, towns.kotake, 'kaikei');
    expect((await treasurer.get(FACE)).status).toBe(403);
  });

  it('is accessible, and fits a phone', async () => {
    const browser = await openBrowser();
    try {
      const person = await browser.person({ viewport: { width: 360, height: 740 } });
      const faults: string[] = [];
      for (const path of [
        '/kotake/',
        '/kotake/about',
        '/kotake/bulletins',
        '/kotake/records',
        '/kotake/records/2',
        '/kotake/records/2/2',
      ]) {
        await person.goto(`${web.url}${path}`);
        const wide = await person.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) faults.push(`${path} is ${String(wide)} wider than the screen`);
        faults.push(...(await checkAxe(person)).map((fault) => `${path}: ${fault}`));
      }
      await person.goto(`${web.url}/kotake/sign-in`);
      await person.fill('[name=signInName]', 'tanto');
      await person.fill('[name=password]', DEMO_PASSWORD);
      await person.click('button:has-text("ログイン")');
      const [{ id } = { id: '' }] = await web.sql<{ id: string }>(
        'SELECT id FROM record_meetings ORDER BY number LIMIT 1',
      );
      const desk = ['', '/words', '/records', '/bulletins/new', `/meetings/${id}`, `/meetings/${id}/enclosures`];
      for (const path of desk) {
        await person.goto(`${web.url}${FACE}${path}`);
        faults.push(...(await checkAxe(person)).map((fault) => `${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
