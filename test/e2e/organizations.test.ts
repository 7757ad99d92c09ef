import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { Page as BrowserPage } from 'playwright-core';

import type { OfficerActor } from '../../src/kernel/actor.js';
import { PLAIN, UNADJUSTED } from '../support/builders/rule-parts.js';
import { DEMO_PASSWORD } from '../../src/demo/towns/index.js';
import {
  CloseAccountChange,
  ListOrganizations,
  RequestAccountChange,
  ReturnRegistration,
} from '../../src/organizations/index.js';
import { Letters } from '../../src/notices/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { approveByAll } from '../support/builders/approvals.js';
import { readPdf } from '../support/pdf-check.js';
import { checkAxe } from '../support/axe-check.js';
import { anOfficerAccount, aPublishedProgram } from '../support/builders/applications.js';
import {
  anOpenedOrganization,
  aPicture,
  aRegisteredOrganization,
  fillRegistration,
  SAMPLE_ACCOUNT,
  see,
  submitRegistration,
} from '../support/builders/organizations.js';
import { openTowns, signIn, staffActor, type Towns } from '../support/builders/staff.js';
import { checkHtml } from '../support/html-check.js';
import {
  openBrowser,
  openWeb,
  type Page,
  type TestBrowser,
  type Upload,
  type Visitor,
  type Web,
} from '../support/index.js';

let web: Web;
let towns: Towns;
let chromium: TestBrowser;
const ORGANIZATION = '/ogori/committee/organization';
const ORGANIZATIONS = '/ogori/staff/organizations';
const CLASSES = [
  { id: 'first', label: '第1区分' },
  { id: 'second', label: '第2区分' },
];

beforeAll(async () => {
  web = await openWeb({ at: '2026-04-20' });
  towns = await openTowns(web);
  chromium = await openBrowser();
});
afterAll(async () => {
  await chromium.close();
  await web.close();
});

const someone = async (signInName: string): Promise<Visitor> => {
  const visitor = web.visitor();
  await signIn(visitor, towns.ogori, signInName);
  return visitor;
};

const picture = (fileName: string): Upload => ({ fileName, mediaType: 'image/png', bytes: aPicture().bytes });

const statusOf = (page: Page): string[] => page.texts('.task-status');

describe('an organisation, from the printed code to the register', () => {
  let clerk: Visitor;
  let officer: Visitor;
  let organizationPath: string;

  it('is opened by staff, who print the first officer’s code, with which the officer comes in', async () => {
    clerk = await someone('tanto1');
    let page = await clerk.get(`${ORGANIZATIONS}/districts`);
    page = await page.form('加える').fill({ name: '三国校区' }).submit();
    expect(page.text).toContain('三国校区を加えました。');

    page = await clerk.get(`${ORGANIZATIONS}/new`);
    const blank = await page.form('加えてコードを発行する').fill({ officerRole: '' }).submit();
    expect(blank.status).toBe(422);
    expect(blank.errors).toEqual([
      '団体名を入力してください。',
      '校区を一覧から選んでください。',
      '役職を入力してください。',
      '役員の氏名を入力してください。',
    ]);
    const form = blank.form('加えてコードを発行する');
    const typed = { name: '三国校区まちづくり協議会', districtId: form.offered('districtId', '三国校区') };
    page = await form.fill({ ...typed, officerRole: '会長', officerName: '乙隈 見本' }).submit();
    expect(page.text).toContain('三国校区まちづくり協議会 会長 乙隈 見本 様');
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(page.text)?.[0] ?? '';
    organizationPath = (await clerk.get(ORGANIZATIONS)).$('a:contains(三国校区まちづくり協議会)').attr('href') ?? '';

    officer = web.visitor();
    page = await (await officer.get('/ogori/invitation')).form().fill({ code }).submit();
    const account = { signInName: 'mikuni', password: DEMO_PASSWORD, passwordAgain: DEMO_PASSWORD };
    await page.form().fill(account).submit();
    page = await officer.get(ORGANIZATION);
    expect(page.heading).toBe('団体の登録');
    expect(statusOf(page)).toEqual(['未入力', '未入力', '未入力', '未入力', '未入力', 'まだ提出できません']);
  });

  it('keeps what was typed and names each fault at its field', async () => {
    const page = await officer.get(`${ORGANIZATION}/details`);
    const faulty = { kana: '三国', postalCode: '838', address: '小郡市三沢1', phone: '72-2111', mail: 'mikuni' };
    const answer = await page.form('保存する').fill(faulty).submit();
    expect([answer.status, answer.title.startsWith('エラー：')]).toEqual([422, true]);
    expect(answer.errors).toEqual([
      '団体名のフリガナは、カタカナかひらがなで入力してください。',
      '郵便番号は7桁の数字で入力してください（例：838-0100）。',
      '電話番号は市外局番から、10桁か11桁の数字で入力してください（例：0942-00-0000）。',
      'メールアドレスは「名前@例.jp」の形で入力してください。お持ちでないときは空欄にしてください。',
      '通知書の受け取り方を選んでください。',
    ]);
    for (const [name, value] of Object.entries(faulty)) expect(answer.form('保存する').value(name)).toBe(value);
  });

  it('is filled in part by part, the bank found by name and kana without scripts', async () => {
    const save = async (part: string, fields: Record<string, string | Upload>): Promise<Page> =>
      (await officer.get(`${ORGANIZATION}/${part}`)).form('保存する').fill(fields).submit();
    const contact = { postalCode: '８３８－０１００', address: '小郡市三沢1', phone: '0942-00-0000' };
    await save('details', { ...contact, kana: 'みくにこうく', consent: 'yes' });
    const twice = await save('wards', { wards: '三沢\n津古\n三沢' });
    expect(twice.errors).toEqual(['行政区「三沢」が2回入力されています。どちらかを消してください。']);
    await save('wards', { wards: '三沢\n津古\n\n横隈' });
    await save('bylaws', { bylaws: picture('規約.png') });

    let page = await (await officer.get(`${ORGANIZATION}/officers`)).click('乙隈 見本');
    const term = { termFrom: '令和8年4月1日', termUntil: '2028/3/31', phone: '0942-00-0000', isRepresentative: 'yes' };
    await page.form('保存する').fill(term).submit();

    page = await officer.get(`${ORGANIZATION}/account`);
    page = await page.form('探す').fill({ q: '福岡銀行' }).submit();
    page = await page.click('福岡');
    page = await page.form('探す').fill({ q: 'おごおり' }).submit();
    page = await page.click('小郡');
    expect(page.text).toContain('ステップ3／3');
    const holderKana = 'ミクニコウク マチヅクリキョウギカイ カイチョウ オトクマミホン';
    page = await page.form('保存する').fill({ accountKind: '1', accountNumber: '123456', holderKana }).submit();
    expect(page.errors).toEqual([
      '口座番号は7桁の数字で入力してください。6桁以下のときは、先頭に0を付けて7桁にしてください。',
    ]);
    expect(page.form('保存する').value('holderKana')).toBe(holderKana);
    page = await page
      .form('保存する')
      .fill({ accountNumber: '0123456', passbook: picture('通帳.png') })
      .submit();
    expect(statusOf(page)).toEqual(['入力済み', '入力済み', '入力済み', '入力済み', '入力済み', '提出できます']);

    page = await page.click('内容を確かめて提出する');
    expect(page.text).toContain('行政区（3）三沢、津古、横隈');
    page = await page.form('この内容で提出する').submit();
    expect(page.text).toContain('団体の登録を提出しました。');
    expect(page.text).toContain('担当課が内容を確認しています');
  });

  it('comes back with a remark at its field, is answered there, and is registered', async () => {
    let page = await clerk.get(organizationPath);
    page = await page.form('登録する').submit();
    expect(page.errors[0]).toBe(
      '確認項目「規約があり、目的・区域・会計・役員の定めがある」を確かめて、印を付けてください。',
    );
    page = await page
      .form('登録する')
      .fill({ 'remarks[wards]': '力武が抜けていませんか。' })
      .submit('指摘を付けて差し戻す');
    expect(page.text).toContain('指摘を付けて差し戻しました。');

    page = await officer.get(ORGANIZATION);
    expect(statusOf(page)).toEqual([
      '入力済み',
      '回答が必要',
      '入力済み',
      '入力済み',
      '入力済み',
      'まだ提出できません',
    ]);
    page = await page.click('行政区の一覧');
    expect(page.text).toContain('力武が抜けていませんか。');
    const answer = page.form('保存する').fields.find((name) => name.startsWith('answers[')) ?? '';
    page = await page
      .form('保存する')
      .fill({ wards: '三沢\n津古\n横隈\n力武', [answer]: '力武を加えました。' })
      .submit();
    await (await page.click('内容を確かめて提出する')).form('この内容で提出する').submit();

    page = await clerk.get(organizationPath);
    expect(page.text).toContain('回答：力武を加えました。');
    page = await page.click('通帳の写しを見て確認する');
    expect(page.$('.passbook img').length).toBe(1);
    const kana = page.form('通帳と合っているので確認する');
    expect(kana.value('transferKana')).toBe('ﾐｸﾆｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ ｶｲﾁﾖｳ ｵﾄｸ');
    page = await kana.fill({ transferKana: 'ﾐｸﾆｺｳｸ ﾏﾁﾂﾞｸﾘ協議会' }).submit();
    expect(page.errors[0]).toContain('銀行が受け付けない文字「協 議 会」');
    page = await page.form('この振込用カナで確認する').fill({ transferKana: 'ﾐﾂｻﾜ ｺｳｸ' }).submit();
    expect(page.text).toContain('通帳の名義ﾐｸﾆｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ ｶｲﾁﾖｳ ｵﾄｸ');
    expect(page.text).toContain('振込用カナﾐﾂｻﾜ ｺｳｸ');
    expect(page.errors).toEqual([
      '振込用カナ「ﾐﾂｻﾜ ｺｳｸ」は、通帳の名義の先頭と違います。直すか、通帳と見比べたことに印を付けて、違う理由を書いてください。',
      '通帳の名義と違う理由を入力してください（例：通帳が旧名のまま）。',
    ]);
    page = await page.form('この振込用カナで確認する').fill({ unlikeReason: '旧名の通帳' }).submit();
    expect(page.form('この振込用カナで確認する').value('unlikeReason')).toBe('旧名の通帳');
    page = await page.form('この振込用カナで確認する').fill({ transferKana: 'ﾐｸﾆｺｳｸ ﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ' }).submit();
    expect(page.text).toContain('振込用カナを確認しました。');
    page = await (await clerk.get(organizationPath)).form('登録する').tickAll('checklist[]').submit('登録する');
    expect(page.text).toContain('団体を登録しました。');
    expect((await officer.get(ORGANIZATION)).text).toContain('登録した日：令和8年4月20日');
    // Lists show the last three digits only.
    expect((await clerk.get(ORGANIZATIONS)).text).toContain('••••456');
    expect((await clerk.get(ORGANIZATIONS)).text).not.toContain('0123456');
  });

  it('changes its account only when two staff have looked at the new passbook', async () => {
    let page = await officer.get(`${ORGANIZATION}/account/change?bank=9900`);
    const yucho = { yuchoSymbol: '14030', yuchoNumber: '12345671', holderKana: 'ミクニコウク', reason: '会長交代' };
    page = await page
      .form('口座の変更を届ける')
      .fill({ ...yucho, passbook: picture('新しい通帳.png') })
      .submit();
    expect(page.text).toContain('確認した職員：0人／2人');
    expect(page.text).toContain('四〇八（408）種目・口座番号普通 1234567');

    const account = `${organizationPath}/account`;
    page = await (await clerk.get(account)).form('1人目として確認する').submit();
    expect(page.text).toContain('もう1人の職員の確認を待ちます。');
    expect(page.texts('button')).not.toContain('2人目として確認する');
    expect(page.text).toContain('ほかの職員がもう1人');
    page = await (await (await someone('tanto2')).get(account)).form('2人目として確認する').submit();
    expect(page.text).toContain('決裁を受けると新しい口座に変わります。');
    page = await (await (await clerk.get(account)).click('口座の変更を起案する')).form('口座の変更を起案する').submit();
    const approvers = [await staffActor(web, towns.ogori, 'kakaricho'), await staffActor(web, towns.ogori, 'kacho')];
    await approveByAll(web, page.path.split('/').at(-1) ?? '', ...approvers);
    expect((await officer.get(`${ORGANIZATION}/account`)).text).toContain('四〇八（408）');

    // the organisation is told by a letter, in which the number stands by its last three digits
    page = await (await clerk.get(account)).click('届への通知書');
    expect(await checkHtml(page.html)).toEqual([]);
    await page.form('通知書を施行する').submit();
    await web.drainOutbox();
    const [letter] = await web.sql<{ id: string }>(`SELECT id FROM letters WHERE kind = 'account-change'`);
    const staff = await staffActor(web, towns.ogori, 'tanto1');
    const bytes = await web.get(UnitOfWork).read(staff, (tx) => web.get(Letters).pdfOf(tx, letter?.id ?? ''));
    const text = (await readPdf(bytes)).text.replace(/\s+/g, '');
    expect(text).toContain('振込先口座変更登録確認通知書');
    expect(text).toContain('様式第22号');
    expect(text).toContain('567');
    expect(text).not.toContain('1234567');
  });
});

describe('a town that decides registrations and accounts by a draft', () => {
  const at = async (signInName: string): Promise<Visitor> => {
    const visitor = web.visitor();
    await signIn(visitor, towns.kotake, signInName);
    return visitor;
  };
  const approveAs = async (signInName: string, draft: Page): Promise<Page> =>
    (await (await at(signInName)).get(draft.url.pathname)).form(`${draft.url.pathname}/approval`).submit();

  it('registers after the last approval, and puts a confirmed account into use only then', async () => {
    const staff = await staffActor(web, towns.kotake, 'tanto');
    const wishes = { name: '新多の協議会', district: '新多' };
    const organization = await anOpenedOrganization(web, staff, wishes);
    await fillRegistration(web, organization, wishes);
    await submitRegistration(web, organization);
    const path = `/kotake/staff/organizations/${organization.id}`;
    const clerk = await at('tanto');
    await (await clerk.get(`${path}/account`)).form('通帳と合っているので確認する').submit();

    let page = await (await clerk.get(path)).form('登録を起案する').submit('登録を起案する');
    expect(page.errors[0]).toContain('を確かめて、印を付けてください。');
    page = await page.form('登録を起案する').tickAll('checklist[]').submit('登録を起案する');
    expect(page.heading).toBe('新多の協議会の登録について');
    expect(page.text).toContain('6行政区（一区、二区、三区、四区、五区、六区）');
    expect(page.text).toContain('規約があり、目的・区域・会計・役員の定めがある：確認済み');
    expect(page.text).not.toContain('0円');
    expect(page.text).not.toContain('0942-00-0000');
    const draft = page;
    page = await clerk.get(path);
    expect(page.text).toContain('登録の決裁を待っています');
    expect(page.texts('button')).not.toContain('登録を起案する');

    page = await approveAs('kacho', draft);
    expect(page.text).toContain('決裁しました。');
    page = await clerk.get(path);
    expect(page.text).toContain('良津 見本が登録しました');

    const { changeId } = await web.get(RequestAccountChange).execute(organization.officer, {
      ...SAMPLE_ACCOUNT,
      ...{ branchCode: '001', accountNumber: '7654321', reason: '会長が替わったため' },
      ...{ organizationId: organization.id, passbook: aPicture('新しい通帳.png') },
    });
    await (await clerk.get(`${path}/account`)).form('1人目として確認する').submit();
    page = await (await (await at('kaikei')).get(`${path}/account`)).form('2人目として確認する').submit();
    expect(page.text).toContain('決裁を受けると新しい口座に変わります。');
    expect((await clerk.get(path)).text).toContain('支払は止まります');
    page = await (await clerk.get(`${path}/account`)).click('口座の変更を起案する');
    expect(page.url.pathname).toBe(`${path}/account/change/${changeId}/draft`);
    page = await page.form('口座の変更を起案する').submit();
    expect(page.texts('table:has(caption:contains("変わるところ")) tbody tr')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^種目・口座番号普通 1234567普通 7654321$/)]),
    );
    expect((await clerk.get(`${path}/account`)).texts('button')).not.toContain('変更を差し戻す');
    expect(await checkHtml(page.html)).toEqual([]);

    const change = page;
    await approveAs('kakaricho', change);
    expect((await clerk.get(path)).text).toContain('支払は止まります');
    page = await approveAs('kacho', change);
    expect(page.text).toContain('決裁しました。');
    page = await clerk.get(path);
    expect(page.text).not.toContain('支払は止まります');
    expect(
      (await clerk.get(`${path}/account`)).texts('section:has(h2:contains("いま使っている口座"))').join(),
    ).toContain('7654321');
  });

  it('leaves a change to the organisation until it is decided: taken back, its draft can only be sent back', async () => {
    const staff = await staffActor(web, towns.kotake, 'tanto');
    const { rows } = await web.get(ListOrganizations).execute(staff);
    const organizationId = rows.find(({ name }) => name === '新多の協議会')?.id ?? '';
    const clerk = await at('tanto');
    const path = `/kotake/staff/organizations/${organizationId}`;
    const officer: OfficerActor = {
      ...{ kind: 'officer', municipalityId: towns.kotake.id, accountId: randomUUID(), officerId: randomUUID() },
      ...{ organizationId, name: '見本 花子' },
    };
    const { changeId } = await web.get(RequestAccountChange).execute(officer, {
      ...SAMPLE_ACCOUNT,
      ...{ accountNumber: '1111111', reason: '合併', organizationId, passbook: aPicture('通帳.png') },
    });
    await (await clerk.get(`${path}/account`)).form('1人目として確認する').submit();
    await (await (await at('kaikei')).get(`${path}/account`)).form('2人目として確認する').submit();
    let page = await clerk.get(`${path}/account/change/${changeId}/draft`);
    const draft = await page.form('口座の変更を起案する').submit();
    await web.get(CloseAccountChange).execute(officer, { organizationId, changeId, how: 'withdraw', reason: '' });
    page = await (await at('kakaricho')).get(draft.url.pathname);
    expect(page.text).toContain('団体が取り下げました');
    expect(page.texts('button')).not.toContain('承認する');
    expect(page.text).toContain('起案の後に内容が変わりました');
  });
});

describe('what is registered', () => {
  it('is put right by staff with a reason, which stands in the record with before and after', async () => {
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const { id } = await aRegisteredOrganization(web, clerk, { name: '規約の協議会' });
    const staff = await someone('tanto1');
    const organization = await staff.get(`${ORGANIZATIONS}/${id}`);
    const bylaws = { ...picture('改正後の規約.png'), bytes: Buffer.concat([aPicture().bytes, Buffer.from('改正')]) };
    const page = await organization.click('規約を差し替える');
    const unreasoned = await page.form('保存する').fill({ bylaws }).submit();
    expect(unreasoned.errors).toEqual(['登録した内容を直す理由を入力してください（例：総会の議決による規約の改正）。']);
    const form = unreasoned.form('保存する').fill({ bylaws, correctionReason: '総会で改正されたため' });
    const saved = await form.submit();
    expect(saved.text).toContain('職権で直した内容を保存しました。');
    expect(saved.text).toContain('改正後の規約.png');
    const record = (await (await someone('kanri')).get('/ogori/admin/audit')).texts('tbody tr').join();
    expect(record).toContain('規約を保存');
    expect(record).toContain('後 改正後の規約.png');
    expect(record).toContain('理由 総会で改正されたため');
  });
});

describe('two officers at one form', () => {
  it('see both versions, and the second saves knowingly', async () => {
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const organization = await anOpenedOrganization(web, clerk, { name: '二人の協議会', district: '大原校区' });
    await anOfficerAccount(web, organization, 'futari');
    const [first, second] = [await someone('futari'), await someone('futari')];
    const [one, other] = [await first.get(`${ORGANIZATION}/wards`), await second.get(`${ORGANIZATION}/wards`)];
    await one.form('保存する').fill({ wards: '一区\n二区' }).submit();
    let page = await other.form('保存する').fill({ wards: '一区\n三区' }).submit();
    expect(page.status).toBe(422);
    expect(page.text).toContain('ほかの方が、先にこの画面を保存しました');
    expect(page.texts('table td')).toEqual(['一区 二区', '一区 三区']);
    expect(page.form('保存する').value('wards')).toBe('一区\n三区');
    page = await page.form('保存する').submit();
    expect(page.heading).toBe('団体の登録');
    expect((await first.get(`${ORGANIZATION}/wards`)).form('保存する').value('wards')).toBe('一区\n三区');
  });
});

describe('import from Excel', () => {
  it('names the cell and what to do, and takes the mended file', async () => {
    const clerk = await someone('tanto1');
    const template = await clerk.get(`${ORGANIZATIONS}/import/template`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(template.bytes as unknown as ArrayBuffer);
    const row = workbook.getWorksheet('団体')!.getRow(3);
    const send = async (values: string[]): Promise<Page> => {
      row.values = values;
      const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
      const file = { fileName: '団体.xlsx', mediaType: 'application/octet-stream', bytes };
      return (await clerk.get(`${ORGANIZATIONS}/import`)).form('取り込む').fill({ workbook: file }).submit();
    };
    const good = [
      'のぞみが丘校区協議会',
      'ノゾミガオカ',
      '大原校区',
      '一区、二区',
      '838-0100',
      '小郡市1',
      '0942-00-0000',
      '',
      '',
    ];
    let page = await send(good.with(2, '無い校区'));
    expect(page.status).toBe(422);
    expect(page.texts('table :is(th, td)').slice(-4)).toEqual(['団体', 'C3', '校区', '校区を一覧から選んでください。']);
    page = await send(good);
    expect(page.text).toContain('1団体を取り込みました。');
    expect((await send(good)).text).toContain('すでにあるため、変えなかった団体：のぞみが丘校区協議会');
  });

  it('answers a file that is no workbook at its field', async () => {
    const clerk = await someone('tanto1');
    const file = { fileName: '団体.xlsx', mediaType: 'application/octet-stream', bytes: Buffer.from('団体名') };
    const page = await (await clerk.get(`${ORGANIZATIONS}/import`)).form('取り込む').fill({ workbook: file }).submit();
    expect(page.errors).toEqual([expect.stringContaining('中身が、名前の末尾（拡張子）と合っていません。')]);
  });
});

describe('the figures of a year', () => {
  const FIGURES = `${ORGANIZATIONS}/figures`;

  it('stand in one table for all organisations, are pasted from Excel and saved with their day and source', async () => {
    const clerk = await someone('tanto1');
    let page = await clerk.get(`${FIGURES}?year=2026`);
    expect(page.text).toContain('この年度に登録する数値はありません。');

    const staff = await staffActor(web, towns.ogori, 'tanto1');
    const organization = await anOpenedOrganization(web, staff, { name: '数値の協議会', district: '立石校区' });
    await aPublishedProgram(web, staff, {
      rule: {
        ...UNADJUSTED,
        facts: [
          { id: 'households', label: '世帯数', unitLabel: '世帯', source: 'figure' },
          { id: 'class', label: '団体の区分', unitLabel: '', source: 'figure', options: CLASSES },
        ],
        terms: [{ ...PLAIN, kind: 'flat', label: '均等割', article: '第5条', yen: '570000' }],
      },
    });
    const field = (column: string, part: string): string => `figures[${column}][${part}]`;
    const households = `${field('households', 'values')}[${organization.id}]`;
    page = await clerk.get(FIGURES);
    page = await page
      .form('保存する')
      .fill({ [households]: '千', [field('households', 'asOf')]: '4月' })
      .submit();
    expect([page.status, page.errors]).toEqual([
      422,
      [
        '数値の協議会の世帯数は、0以上の整数で入力してください（例：1,250）。',
        '世帯数の基準日は「令和8年4月1日」または「2026/4/1」のように入力してください。',
        '世帯数の出典を入力してください（例：住民基本台帳）。',
      ],
    ]);
    expect(page.form('保存する').value(households)).toBe('千');

    const paste = (text: string): Promise<Page> =>
      page.form('保存する').fill({ pasted: text }).submit('欄に入れて確かめる');
    expect((await paste('数値の協議会\t1,250')).errors).toEqual([
      '貼り付けた表の1行目に、「団体名」と数値の名前（世帯数、団体の区分）を見出しとして入れてください。',
    ]);
    expect((await paste('団体名\t世帯数\n無い協議会\t1,250')).errors).toEqual([
      '貼り付けた表の2行目の「無い協議会」という団体はありません。団体の一覧にある名前と同じに直してください。',
    ]);
    page = await paste('団体名\t世帯数\t団体の区分\n数値の協議会\t1,250\t第2区分\n');
    expect(page.text).toContain('まだ保存していません');
    expect(page.form('保存する').value(households)).toBe('1,250');
    const basis = ['households', 'class'].flatMap((column) => [
      [field(column, 'asOf'), '令和8年4月1日'],
      [field(column, 'source'), '住民基本台帳'],
    ]);
    page = await page.form('保存する').fill(Object.fromEntries(basis)).submit('保存する');
    expect(page.text).toContain('2件の数値を登録しました。');
    expect(page.form('保存する').value(households)).toBe('1250');
    expect(page.texts('table').at(-1)).toMatch(/数値の協議会.*1,250.*令和8年4月1日.*住民基本台帳/);

    const approver = await (await someone('kacho')).get(FIGURES);
    expect(approver.text).toMatch(/数値の協議会1,250第2区分/);
    expect(approver.$('form input[name^="figures"]')).toHaveLength(0);
    expect(await problemsOf('tanto1', [FIGURES])).toEqual([]);
  });
});

describe('every page', () => {
  it('is clean for axe and html-validate and fits a phone', async () => {
    const clerk = await staffActor(web, towns.ogori, 'tanto1');
    const opened = (name: string) => anOpenedOrganization(web, clerk, { name, district: '御原校区' });
    const [draft, submitted] = [await opened('記入中の協議会'), await opened('確認中の協議会')];
    await anOfficerAccount(web, draft, 'kinyuchu');
    for (const each of [submitted]) {
      await fillRegistration(web, each);
      await submitRegistration(web, each);
    }
    const returned = await opened('差戻しの協議会');
    await fillRegistration(web, returned);
    await submitRegistration(web, returned);
    await web.get(ReturnRegistration).execute(clerk, {
      ...{ organizationId: returned.id, version: (await see(web, returned)).file.version, checked: [] },
      remarks: ['wards', 'passbook', 'officers'].map((field) => ({ field, text: '確かめてください。' })),
    });
    await anOfficerAccount(web, returned, 'sashimodoshi');
    const registered = await aRegisteredOrganization(web, clerk, { name: '登録済みの協議会', district: '御原校区' });
    await anOfficerAccount(web, registered, 'torokuzumi');
    const changing = await aRegisteredOrganization(web, clerk, { name: '変更中の協議会', district: '御原校区' });
    await anOfficerAccount(web, changing, 'henkochu');
    const newAccount = { ...SAMPLE_ACCOUNT, organizationId: changing.id, reason: '会長交代', passbook: aPicture() };
    await web.get(RequestAccountChange).execute(changing.officer, newAccount);

    const officerPage = `officers/${draft.officer.officerId}`;
    const search = [
      'account',
      'account?q=%E7%A6%8F%E5%B2%A1',
      'account?bank=0177&q=%E5%B0%8F%E9%83%A1',
      'account?bank=0177&branch=636',
    ];
    const committee: readonly (readonly [string, readonly string[]])[] = [
      [
        'kinyuchu',
        ['', 'details', 'wards', 'bylaws', 'officers', 'officers/new', officerPage, ...search, 'account?bank=9900'],
      ],
      ['sashimodoshi', ['', 'wards', 'account', 'officers', 'check']],
      ['torokuzumi', ['', 'details', 'account', 'officers', 'account/change?bank=0190&branch=058']],
      ['henkochu', ['account']],
    ];
    const staffPages = [
      ...['', '/new', '/districts', '/import', `/${draft.id}`, `/${submitted.id}`, `/${submitted.id}/account`],
      ...[
        `/${registered.id}`,
        `/${registered.id}/details`,
        `/${registered.id}/wards`,
        `/${registered.id}/bylaws/replacement`,
      ],
      `/${changing.id}/account`,
    ];
    const problems: string[] = [];
    for (const [who, paths] of committee) {
      problems.push(
        ...(await problemsOf(
          who,
          paths.map((path) => `${ORGANIZATION}/${path}`.replace(/\/$/, '')),
        )),
      );
    }
    problems.push(
      ...(await problemsOf(
        'tanto1',
        staffPages.map((path) => ORGANIZATIONS + path),
      )),
    );
    expect(problems).toEqual([]);
  }, 300_000);
});

async function problemsOf(who: string, paths: readonly string[]): Promise<string[]> {
  const page: BrowserPage = await chromium.person({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${web.url}/ogori/sign-in`);
  await page.fill('input[name=signInName]', who);
  await page.fill('input[name=password]', DEMO_PASSWORD);
  await page.click('main button[type=submit]');
  const problems: string[] = [];
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 900 });
    const answer = await page.goto(`${web.url}${path}`);
    if (answer?.status() !== 200) problems.push(`${path}: ${String(answer?.status())}`);
    const found = [...(await checkAxe(page)), ...(await checkHtml((await answer?.text()) ?? ''))];
    await page.setViewportSize({ width: 360, height: 740 });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) found.push(`${String(beyond)} px wider than a phone`);
    problems.push(...found.map((problem) => `${path}: ${problem}`));
  }
  await page.context().close();
  return problems;
}
