import type { CastOrganization } from '../../../src/demo/story/cast.js';
import { bylawsOf, passbookImage } from '../../../src/demo/story/papers.js';
import { DEMO_PASSWORD } from '../../../src/demo/towns/index.js';
import type { Person } from './person.js';

const CODE = /[0-9A-Z]{4}(-[0-9A-Z]{4})+/;

const TERM = { 任期の開始日: '令和8年4月1日', 任期の終了日: '令和10年3月31日' };

/** 担当 opens the organisation; returns the code that stands on the printed sheet. */
export async function openOrganization(clerk: Person, cast: CastOrganization): Promise<string> {
  await clerk.open('staff/organizations');
  await clerk.follow('校区を加える');
  await clerk.fill({ 校区の名前: cast.district });
  await clerk.press('加える');
  await clerk.open('staff/organizations');
  await clerk.follow('団体を加える');
  await clerk.fill({ 団体名: cast.name, 最初の役員の役職: '会長', 最初の役員の氏名: cast.chair.name });
  await clerk.select('校区', cast.district);
  await clerk.press('加えてコードを発行する');
  const code = CODE.exec(await clerk.text())?.[0];
  if (code === undefined) throw new Error('the sheet shows no code');
  return code;
}

/** The officer types the code as people do, in small letters and without hyphens, and chooses name and password. */
export async function acceptCode(officer: Person, code: string, signInName: string): Promise<void> {
  await officer.open('');
  await officer.follow('招待の紙をお持ちの方');
  await officer.fill({ 利用開始コード: code.toLowerCase().replaceAll('-', '') });
  await officer.press('次へ進む');
  const password = DEMO_PASSWORD;
  await officer.fill({ 利用者名: signInName, パスワード: password, 'パスワード（もう一度）': password });
  await officer.press('登録してログインする');
}

/** Every part of the registration, then the submission. */
export async function fillRegistration(officer: Person, cast: CastOrganization): Promise<void> {
  const part = async (name: string): Promise<void> => {
    await officer.open('committee/organization');
    await officer.follow(name);
  };
  await part('団体の名前と連絡先');
  await officer.fill({ 団体名のフリガナ: cast.kana, 郵便番号: cast.postalCode, 住所: cast.address });
  await officer.fill({ 電話番号: cast.phone, メールアドレス: cast.mail ?? '' });
  await officer.choose('通知書の受け取り方', cast.mail === null ? '紙で受け取る' : 'この画面で受け取る');
  await officer.press('保存する');
  await part('行政区の一覧');
  await officer.fill({ 行政区: cast.wards.join('\n') });
  await officer.press('保存する');
  await part('規約');
  await officer.attach('規約のファイル', await bylawsOf(cast.name));
  await officer.press('保存する');
  await part('役員の名簿');
  await enterOfficers(officer, cast);
  await part('振込先の口座');
  await enterAccount(officer, cast);
  await part('内容を確かめて提出する');
  await officer.press('この内容で提出する');
}

async function enterOfficers(officer: Person, { chair, treasurer, phone }: CastOrganization): Promise<void> {
  await officer.follow(chair.name);
  await officer.fill({ ...TERM, 電話番号: phone });
  await officer.field('この人を代表者にする').check();
  await officer.press('保存する');
  await officer.follow('役員を加える');
  await officer.fill({ ...TERM, 役職: '会計', 氏名: treasurer.name });
  await officer.press('保存する');
}

/** Bank → branch → number, each found by what the officer types. */
async function enterAccount(officer: Person, { account }: CastOrganization): Promise<void> {
  if (account.kind === 'yucho') throw new Error('this walk takes an organisation with an ordinary bank');
  await officer.fill({ 銀行の名前: account.bank.search });
  await officer.press('探す');
  await officer.go(() => officer.main.locator(`a[href$="=${account.bank.code}"]`).click());
  await officer.fill({ 支店の名前: account.branch.search });
  await officer.press('探す');
  await officer.go(() => officer.main.locator(`a[href$="=${account.branch.code}"]`).click());
  await officer.choose('預金の種目', '普通');
  await officer.fill({ 口座番号: account.number, '口座名義（カナ）': account.holderKana });
  await officer.attach('通帳の写し', passbookImage(1));
  await officer.press('保存する');
}

/** 担当 compares the passbook, confirms the 振込用カナ, ticks the checklist and registers. */
export async function register(clerk: Person, cast: CastOrganization): Promise<void> {
  await clerk.open('staff/organizations');
  await clerk.follow(cast.name);
  await clerk.follow('通帳の写しを見て確認する');
  await clerk.press('通帳と合っているので確認する');
  await clerk.open('staff/organizations');
  await clerk.follow(cast.name);
  await clerk.tickAll();
  await clerk.press('登録する');
}
