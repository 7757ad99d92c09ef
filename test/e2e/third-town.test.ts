import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import encoding from 'encoding-japanese';
import { readFileSync } from 'node:fs';
import { beginApplication, fillApplication } from '../../src/demo/story/apply.js';
import { KOTAKE_CAST, type CastOrganization } from '../../src/demo/story/cast.js';
import { decide, issue, pass, type Hall } from '../../src/demo/story/decide.js';
import { openOrganization, register, submitRegistration } from '../../src/demo/story/register.js';
import { Troupe, went } from '../../src/demo/story/troupe.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import { faultsInWords, laidInWords } from '../../src/start/town-words.js';
import { filesIn, inviteAdministrator, layTown, townIn, TownFolderError } from '../../src/town-folder/index.js';
import { openTowns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import { openWeb, type Page, type Visitor, type Web } from '../support/index.js';
import { readPdf } from '../support/pdf-check.js';

const MIHON = filesIn('templates/towns/mihon');
const PROGRAM = '地区活動交付金';
const HALL: Hall = { clerk: 'tanto', approvers: ['kakaricho', 'kacho'], checker: 'shinsa', treasurer: 'kaikei' };
const CAST: CastOrganization = { ...KOTAKE_CAST[0]!, district: '見本東小学校区', name: '見本東地区の会' };

const SECOND_MEETING = {
  ...{ number: '第2回', heldOn: '令和8年3月28日', title: '店をめぐる', body: '歩いて店を見ました。' },
  photos: [{ file: 'table.jpg', description: '机を囲む人たち（見本の絵）' }],
};

type Changes = Readonly<Record<string, string | Buffer | null | ((text: string) => string)>>;

/** The sample folder with other files in the place of some; null: without it. */
function folderWith(changes: Changes): ReadonlyMap<string, Buffer> {
  const files = new Map(MIHON);
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) files.delete(name);
    else if (typeof change === 'function') files.set(name, Buffer.from(change(files.get(name)!.toString('utf8'))));
    else files.set(name, Buffer.from(change as string));
  }
  return files;
}

const told = async (read: () => unknown): Promise<string[]> => {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof TownFolderError)) throw error;
    return faultsInWords(error.faults).split('\n').slice(1);
  }
};

describe('a third town', () => {
  let web: Web;
  let troupe: Troupe;

  beforeAll(async () => {
    web = await openWeb({ at: '2026-04-10' });
    await openTowns(web);
    troupe = new Troupe(web.url, 'mihon');
  });
  afterAll(() => web.close());

  const lay = async (changes: Changes = {}, options = {}): Promise<string> =>
    laidInWords(await layTown(web, townIn(folderWith(changes)), options), false);
  const accept = async (code: string, signInName: string): Promise<Visitor> => {
    const newcomer = web.visitor();
    const welcome = went(await (await newcomer.get('/mihon/invitation')).form().fill({ code }).submit());
    const choice = { signInName, password: DEMO_PASSWORD, passwordAgain: DEMO_PASSWORD };
    went(await welcome.form().fill(choice).submit());
    return newcomer;
  };
  const codeOn = (page: Page): string => /[0-9A-Z]{4}(-[0-9A-Z]{4})+/.exec(page.text)?.[0] ?? '';

  it('is one folder of data: looked at first, then laid whole, and everyone finds its page', async () => {
    expect(await lay({}, { check: true })).toContain('作成  town.json　見本町');
    expect((await web.visitor().get('/mihon/')).status).toBe(404);
    expect(await lay()).toContain('作成  programs/katsudo-2026.json　令和8年度 地区活動交付金（見本）');
    const home = await web.visitor().get('/mihon/');
    expect(home.text).toContain('見本町では、地区ごとの話し合いから、まちづくりを進めています。');
    expect(home.text).toContain('地区活動交付金の申請を受け付けています');
    expect((await web.visitor().get('/mihon/records')).text).toContain('地区の話し合い');
    expect((await web.visitor().get('/mihon/calls')).text).toContain('令和8年度 住民提案');
    expect((await web.visitor().get('/mihon/districts')).text).toContain('見本西小学校区');
    expect(await checkHtml(home.html)).toEqual([]);
  });

  it('is administered by whoever has the printed code, and neighbours see nothing of it', async () => {
    const { code } = (await inviteAdministrator(web, townIn(MIHON)))!;
    const administrator = await accept(code, 'kanri');
    const staff = went(await administrator.get('/mihon/admin/staff'));
    const people = { 見本太郎: 'chocho', 見本三郎: 'kacho', 見本四郎: 'kakaricho', 見本春子: 'tanto' };
    for (const [name, signInName] of Object.entries(people)) {
      const person = went(await staff.click(`${name.slice(0, 2)} ${name.slice(2)}`));
      await accept(codeOn(went(await person.form('利用開始コードを発行する').submit())), signInName);
    }
    expect(await inviteAdministrator(web, townIn(MIHON))).toBeNull();
    const others = new Troupe(web.url, 'ogori');
    expect((await (await others.as('kanri')).get('/ogori/admin/staff')).text).not.toContain('見本 春子');
    expect((await (await others.as('tanto1')).get('/mihon/staff/queue')).url.pathname).toBe('/mihon/sign-in');
  });

  it('takes an application for its programme and answers with a letter in its own words', async () => {
    await openOrganization(troupe, HALL.clerk, CAST);
    await submitRegistration(troupe, CAST, 1);
    await register(troupe, HALL, CAST);
    const application = await beginApplication(troupe, CAST, PROGRAM);
    await fillApplication(troupe, CAST, application);
    const officer = await troupe.as(CAST.signInName);
    const check = went(await officer.get(`${application}/check`));
    went(await check.form(`${application}/submission`).submit());
    await web.drainOutbox();
    await pass(troupe, HALL, CAST, PROGRAM);
    await decide(troupe, HALL);
    await issue(troupe, HALL);
    await web.drainOutbox();

    // On paper: the town has named no rule for electronic delivery.
    const clerk = await troupe.as(HALL.clerk);
    const numbered = went(await clerk.get('/mihon/staff/letters?only=numbered'));
    const letter = went(await numbered.click('8見地第1号'));
    const { text } = await readPdf((await clerk.get(`${letter.url.pathname}/pdf`)).bytes);
    const wards = CAST.wards.length;
    expect(text).toContain(`金${(200_000 + 15_000 * wards).toLocaleString('ja-JP')}円`);
    expect(text).toContain('交付することに決めましたので、お知らせします。');
    expect(text).toContain('見本町長');
  });

  it('is brought up to date by its folder; what is published, decided or written by somebody stays and says why', async () => {
    expect(await lay()).toContain('変えるところはありません');
    const clerk = await troupe.as('tanto');
    const words = went(await clerk.get('/mihon/staff/public-face/words'));
    went(await words.form().fill({ lead: '画面で書き直した文です。' }).submit('公開する'));
    const report = await lay({
      'town.json': (text) => text.replace('"headName": "見本 太郎"', '"headName": "見本 五郎"'),
      'districts.csv': (text) => `${text}見本南小学校区\r\n`,
      'programs/katsudo-2026.json': (text) => text.replace('"200000"', '"220000"'),
      'budget.csv': (text) => text.replace('"1,000,000"', '"2,000,000"'),
      'authority.csv': (text) => text.replace('500000', '300000'),
      'letters/grant-decision.md': null,
      'page/lead.txt': 'ファイルで書き直した文です。',
      'records/hanashiai.json': (text) =>
        text.replace('"meetings": [', `"meetings": [${JSON.stringify(SECOND_MEETING)},`),
      'records/photos/table.jpg': readFileSync('templates/towns/kotake/records/photos/round-table.jpg'),
    });
    expect(report.split('\n').slice(1)).toEqual([
      expect.stringContaining('更新  town.json　見本町'),
      expect.stringContaining('更新  letters/grant-decision.md'),
      expect.stringMatching(/そのまま {2}authority\.csv.*専決規程の案として入れました/),
      expect.stringContaining('作成  districts.csv　見本南小学校区'),
      expect.stringMatching(/そのまま {2}budget\.csv.*補正や流用/),
      expect.stringMatching(/そのまま {2}programs\/katsudo-2026\.json.*公開した版は変えません/),
      expect.stringMatching(/そのまま {2}page.*画面で書き直されている/),
      expect.stringMatching(/作成 {2}records\/hanashiai\.json.*第2回　店をめぐる/),
    ]);
    expect((await web.visitor().get('/mihon/')).text).toContain('画面で書き直した文です。');
    const series = went(await (await web.visitor().get('/mihon/records')).click('地区の話し合い（見本）'));
    const meeting = went(await series.click('第2回'));
    const photo = meeting.$('main img').attr('src') ?? '';
    expect((await web.visitor().get(photo)).headers.get('content-type')).toContain('image/');
    expect(meeting.$('main img').attr('alt')).toContain('机を囲む人たち');
  });

  it('writes nothing where the stages refuse one part, and tells every one of them', async () => {
    const faults = await told(() =>
      lay({
        'districts.csv': (text) => `${text}見本北小学校区\r\n`,
        'people.csv': (text) => `${text}見本 九郎,九郎,会計管理者\r\n`,
        'bulletins.json': (text) => text.replace('（見本）",', '（見本・その2）",').replace('令和8年4月1日', 'いつか'),
        'letters/grant-decision.md': (text) => text.replace('{{ amount | yen }}', 'いくらか'),
      }),
    );
    expect(faults).toEqual([expect.stringContaining('bulletins.json　[0].day：')]);
    const later = await told(() =>
      lay({
        'districts.csv': (text) => `${text}見本北小学校区\r\n`,
        'people.csv': (text) => `${text}見本 九郎,九郎,会計管理者\r\n`,
        'letters/grant-decision.md': (text) => text.replace('{{ amount | yen }}', 'いくらか'),
      }),
    );
    expect(later).toEqual([
      expect.stringContaining('people.csv　見本 九郎 › kana：'),
      expect.stringMatching(/letters\/grant-decision\.md：.*\{\{ amount \| yen \}\}/),
    ]);
    expect((await web.visitor().get('/mihon/districts')).text).not.toContain('見本北小学校区');
  });

  it("keeps its own address, and takes nobody's", async () => {
    const moved = await told(() => lay({ 'town.json': (text) => text.replace('"mihon"', '"mihoncho"') }));
    expect(moved).toEqual([expect.stringMatching(/town\.json　slug：見本町のアドレスは.*変えられません/)]);
    const taken = await told(() =>
      lay({ 'town.json': (text) => text.replace('"mihon"', '"ogori"').replace('999997', '999989') }),
    );
    expect(taken).toEqual([expect.stringMatching(/town\.json　slug：.*小郡市が使っています/)]);
  });
});

describe("a town's folder", () => {
  const toldOf = (changes: Changes): Promise<string[]> => told(() => townIn(folderWith(changes)));

  it('tells the faults of every file at once, each with its place', async () => {
    expect(
      await toldOf({
        'town.json': (text) => text.replace('"headName"', '"headNmae"').replace('"bank-file"', '"bank"'),
        'posts.csv': (text) => text.replace('地域づくり課 担当,地域づくり課', '地域づくり課 担当,地いきづくり課'),
        'people.csv': (text) => text.replace('みほん さぶろう,', 'みほん さぶろう,課長代理、'),
        'authority.csv': (text) => text.replace('（合議）', '（相談）').replace('支出命令', '支出'),
        'budget.csv': (text) => text.replace('令和8年度,02', '8,02'),
        'programs/katsudo-2026.json': (text) => text.replace('"yen": "200000"', '"yen": "十万"'),
        'calls/r8.json': (text) => text.replace('"closes"', '"closse"'),
        'letters/grant-decison.md': '---\ntitle: 決定\n---\n本文\n',
        'letters/grant-decision.md': (text) => text.replace('{{ paymentMethod }}', '{{ payment }}'),
        'district.csv': '校区\n東\n',
      }),
    ).toEqual([
      expect.stringMatching(/town\.json　headName：長の氏名/),
      expect.stringMatching(/town\.json　paymentMode：.*accounting-file、bank-file/),
      expect.stringContaining('town.json　headNmae：この項目は使われません'),
      expect.stringMatching(/budget\.csv　2行目「年度」：/),
      expect.stringMatching(/posts\.csv　5行目「課」：「地いきづくり課」は town\.json の sections にありません/),
      expect.stringMatching(/people\.csv　3行目「職」：「課長代理」は posts\.csv にありません/),
      expect.stringMatching(/authority\.csv　3行目「決裁の順」：.*合議、供覧/),
      expect.stringMatching(/authority\.csv　4行目「決裁の種類」：.*支出命令/),
      expect.stringMatching(/letters\/grant-decision\.md：14行目：「payment」/),
      expect.stringMatching(/letters\/grant-decison\.md：.*grant-decision/),
      expect.stringMatching(/programs\/katsudo-2026\.json　rule\.terms\[0\]\.yen：/),
      expect.stringMatching(/calls\/r8\.json　closes：/),
      expect.stringMatching(/district\.csv：この名前のファイルは使われません/),
    ]);
  });

  it('may come from Excel and Notepad: Shift_JIS, BOM and line ends of Windows', async () => {
    const sjis = (name: string): Buffer =>
      Buffer.from(
        encoding.convert(
          encoding.stringToCode(MIHON.get(name)!.toString('utf8').replace('\ufeff', '')),
          'SJIS',
          'UNICODE',
        ),
      );
    const folder = townIn(
      folderWith({
        'people.csv': sjis('people.csv'),
        'page/about.txt': sjis('page/about.txt'),
        'town.json': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
        'letters/grant-decision.md': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
      }),
    );
    expect(folder).toEqual(townIn(MIHON));
  });

  it('says in which line a JSON file breaks off, and that it needs town.json', async () => {
    expect(await toldOf({ 'bulletins.json': '[\n  { "title": "a" }\n  { "title": "b" }\n]\n' })).toEqual([
      expect.stringContaining('bulletins.json　3行目：JSONとして読めません'),
    ]);
    expect(await toldOf({ 'town.json': null })).toContainEqual(
      expect.stringContaining('town.json：ファイルがありません'),
    );
  });
});
