import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { OGORI_CAST } from '../../../src/demo/story/cast.js';
import { readPdf } from '../../support/pdf-check.js';
import { doubleClick, enterLine, point, totalOf } from './applying.js';
import { CHAPTER_MS, openBook } from './chapters.js';
import { Findings } from './findings.js';
import { acceptCode, fillRegistration, openOrganization, register } from './registering.js';
import { openStage, type Stage } from './stage.js';

const PAID_ON = '2026-05-29';
const POINT = '行政区の防災訓練をどのように行うか、書いてください。';
const ANSWER = '秋に12の行政区が合同で行います。';

const [cast] = OGORI_CAST;
if (!cast) throw new Error('the story has no organisation');

/** 570,000円 for every organisation and 10,000円 for each of its twelve wards (交付規則第5条). */
const GRANT = '690,000円';

describe('one organisation, one year, each person at a browser of their own', () => {
  const findings = new Findings();
  let stage: Stage;
  /** Inside the town, e.g. `committee/applications/<id>`. */
  let application: string;
  let batch: string;

  const approve = async (draft: string): Promise<void> => {
    for (const [approver, verb] of [
      [stage.sectionChief, '承認'],
      [stage.divisionHead, '決裁'],
    ] as const) {
      await approver.open(draft);
      expect(await approver.text()).toContain(GRANT);
      await approver.press(`${verb}する`);
      expect(await approver.text()).toContain(`${verb}しました。`);
    }
  };

  const chapter = openBook();

  beforeAll(async () => {
    stage = await openStage('2026-05-11', findings);
  }, CHAPTER_MS);

  afterAll(() => stage.close());

  chapter('1: the officer comes with a printed code and registers, staff confirm the kana and register', async () => {
    const { resident, officer, clerk } = stage;
    await resident.open('grants');
    expect(await resident.text()).toContain('令和8年度の交付はまだありません。');
    const code = await openOrganization(clerk, cast);
    await acceptCode(officer, code, cast.signInName);
    await fillRegistration(officer, cast);
    expect(await officer.text()).toContain('担当課が内容を確認しています');
    await register(clerk, cast);
    expect(await clerk.text()).toContain('団体を登録しました。');
    await officer.open('committee/organization');
    expect(await officer.text()).toContain('登録した日：令和8年5月11日');
    expect(await officer.text()).toContain('行政区（12）');
  });

  chapter('2–3: the programme works out the amount; what is typed is kept without any button', async () => {
    const { officer, clerk } = stage;
    await clerk.open('staff/programs');
    expect(await clerk.text()).toContain('令和8年度 運営交付金');
    await clerk.follow(/運営交付金/);
    expect(await clerk.text()).toContain('交付規則第5条');
    await officer.open('committee');
    await officer.follow(/令和8年度 運営交付金を申請する/);
    expect(await officer.text()).toContain(GRANT);
    expect(await officer.text()).toContain('10,000円 × 12行政区');
    await officer.press('申請を始める');
    application = officer.path;
    await officer.follow('年間の計画');
    await officer.fill({ 今年度に目ざすこと: 'だれもが顔見知りで安心して暮らせる地域をめざします。' });
    await officer.fill({ 主な会議と活動: '総会（4月）、役員会（毎月）、校区だより（年4回）。' });
    await officer.main.getByText(/^保存しました/).waitFor();
    await officer.reload();
    expect(await officer.field('今年度に目ざすこと').inputValue()).toContain('だれもが顔見知りで');
    expect(await officer.field('主な会議と活動').inputValue()).toContain('校区だより（年4回）');
    await officer.press('保存して次へ');
  });

  chapter('3: the totals follow every key, the budget balances, and a double click submits once', async () => {
    const { web, officer } = stage;
    expect(await officer.heading()).toBe('収支予算書');
    expect(await totalOf(officer, 'income')).toBe(GRANT);
    await enterLine(officer, '収入の部1行目', '会費・負担金', '会員負担金（見本）', '60,000');
    expect(await totalOf(officer, 'income')).toBe('750,000円');
    await enterLine(officer, '支出の部1行目', '会議費', '会場の使用料（見本）', '１２００００');
    expect(await totalOf(officer, 'expenditure')).toBe('120,000円');
    expect(await officer.text()).toContain('630,000円');
    await enterLine(officer, '支出の部2行目', '事務費', '事務局の運営（見本）', '630,000');
    expect(await totalOf(officer, 'expenditure')).toBe('750,000円');
    expect(await officer.page.getAttribute('[data-balance]', 'data-balanced')).toBe('yes');
    await officer.press('保存して次へ');
    await officer.press('保存して次へ');
    await officer.tickAll();
    await officer.press('保存して次へ');
    expect(await officer.heading()).toBe('内容を確かめて提出する');
    expect(await doubleClick(officer, 'この内容で提出する')).toBe(1);
    expect(await officer.text()).toContain('申請を受け付けました');
    expect(await officer.text()).toContain('R8-0001');
    await web.drainOutbox();
    await officer.open('committee/letters');
    expect(await officer.main.getByRole('link', { name: '受付票' }).count()).toBe(1);
    await officer.follow('受付票');
    expect((await readPdf(await officer.fetch('PDFを開く'))).text).toContain('R8-0001');
  });

  chapter('4: staff return it with a point at a field, the officer answers there, staff pass it', async () => {
    const { web, officer, clerk } = stage;
    await clerk.open('staff/queue');
    await clerk.follow(cast.name);
    await point(clerk, '今年度に目ざすこと', POINT);
    await clerk.press('指摘を送って差し戻す');
    expect(await clerk.text()).toContain('差し戻しました');
    await web.drainOutbox();

    await officer.open('committee');
    await officer.follow(/を直す/);
    expect(await officer.text()).toContain('担当課から1件の指摘があります');
    await officer.follow('年間の計画');
    expect(await officer.text()).toContain(POINT);
    await officer.fill({ この指摘への回答: ANSWER });
    await officer.press('保存して一覧に戻る');
    await officer.follow('確かめて提出する');
    await officer.press('この内容で提出する');
    expect(await officer.text()).toContain('補正した申請を受け付けました');

    await clerk.open('staff/queue');
    await clerk.follow(cast.name);
    expect(await clerk.text()).toContain(`回答：${ANSWER}`);
    for (const question of ['営利・宗教・政治', '年間の計画が', '支出の科目が']) await clerk.choose(question, 'はい');
    await clerk.press('審査を終える');
    expect(await clerk.text()).toContain('審査を終えました');
  });

  chapter('5–6: the drafter cannot approve, two posts do, and the grant is decided', async () => {
    const { clerk } = stage;
    await clerk.open('staff/grants');
    await clerk.press('選んだ申請の交付決定を起案する');
    const draft = clerk.path;
    expect(await clerk.text()).toContain('交付決定を起案しました。');
    expect(await clerk.main.getByRole('button', { name: '承認する' }).count()).toBe(0);
    await stage.sectionChief.open('staff/approvals');
    expect(await stage.sectionChief.text()).toContain('運営交付金の交付決定について');
    await approve(draft);
    await clerk.open(draft);
    expect(await clerk.text()).toContain('令和8年5月11日決裁');
    await clerk.open('staff/budget');
    expect(await clerk.text()).toContain(GRANT);
  });

  chapter('7: the letter is drawn while staff watch, lies in the inbox and is opened', async () => {
    const { web, officer, clerk } = stage;
    await clerk.open('staff/grants');
    await clerk.press('選んだ交付決定の通知書を施行する');
    const drawn = clerk.main.getByText('1通のうち1通を作成しました。');
    await Promise.all([drawn.first().waitFor(), web.drainOutbox()]);
    await officer.open('committee/letters');
    await officer.follow('令和8年度運営交付金交付決定通知書');
    expect(await officer.text()).toContain('8小コ第1号');
    const letter = await readPdf(await officer.fetch('PDFを開く'));
    expect(letter).toMatchObject({ tagged: true, pdfA: '2A', language: 'ja-JP' });
    for (const words of ['8小コ第1号', cast.name, '金690,000円', '髙﨑𠮷子']) expect(letter.text).toContain(words);
    await clerk.open('staff/letters');
    expect(await clerk.text()).toContain('開封済み');
  });

  chapter('8: the claim is confirmed, ordered, checked by the treasury and decided', async () => {
    const { web, officer, clerk, checker, treasurer } = stage;
    await officer.open('committee/claims');
    await officer.follow('令和8年度 運営交付金');
    expect(await officer.text()).toContain(GRANT);
    await officer.fill({ 発行責任者の氏名: cast.chair.name, 発行責任者の電話番号: cast.phone });
    await officer.fill({ 担当者の氏名: cast.treasurer.name, 担当者の電話番号: cast.phone });
    await officer.press('この内容で請求する');
    expect(await officer.text()).toContain('請求書を提出しました');
    await web.drainOutbox();

    await clerk.open('staff/payments');
    await clerk.press('選んだ請求の支出命令を起案する');
    await approve(clerk.path);

    await checker.open('treasury/orders');
    await checker.tickAll();
    await checker.unfold('選んだ支出命令に同じ審査結果を記録する');
    for (const question of ['法令・予算', '支出負担行為', '債権者']) await checker.choose(question, '適正');
    await checker.press('選んだ支出命令の審査結果を記録する');
    expect(await checker.text()).toContain('1件の審査結果を記録しました。');
    await treasurer.open('treasury/orders');
    await treasurer.tickAll();
    await treasurer.press('選んだ支出命令の支払を決定する');
    expect(await treasurer.text()).toContain('1件の支払を決定しました。');
  });

  chapter('8: the batch is released into one file that the bank can read, and paid', async () => {
    const { web, officer, checker, treasurer } = stage;
    await checker.open('treasury/batches');
    await checker.fill({ 振込日: '令和8年5月29日' });
    await checker.press('選んだ支出命令を束にする');
    batch = checker.path;
    expect(await checker.text()).toContain('束と一致');
    // the dry run: each record as the bank will read it, before anything may leave
    await checker.follow('銀行が読む内容を1件ずつ見る');
    expect(await checker.text()).toContain('試しに作った内容です');
    expect(await checker.text()).toContain('0000690000');
    await checker.open(batch);
    const cover = (await readPdf(await checker.fetch('送付書（PDF）を開く'))).text;
    for (const words of ['1件', GRANT, 'まだ確認されていません']) expect(cover).toContain(words);
    // nobody releases alone: the 会計管理者 waits for the checker's confirmation, who has no button to release
    await treasurer.open(batch);
    expect(await treasurer.main.getByRole('button', { name: '承認して振込データを作る' }).count()).toBe(0);
    await checker.press('件数・金額・照合コードを確認した');
    expect(await checker.main.getByRole('button', { name: '承認して振込データを作る' }).count()).toBe(0);
    await treasurer.open(batch);
    await treasurer.press('承認して振込データを作る');
    const file = await treasurer.download('ダウンロードする');
    expect(file.name).toBe('zengin-ogori-20260529-1.txt');
    const records = recordsOf(file.bytes);
    expect(records.map(({ length }) => length)).toEqual([120, 120, 120, 120]);
    expect(records.map(([kind]) => kind).join('')).toBe('1289');
    // The amount of a data record stands in columns 81–90.
    expect(Number(records[1]?.slice(80, 90))).toBe(690_000);

    web.clock.at(PAID_ON);
    await treasurer.signIn('kaikei-kanrisha');
    await treasurer.open(batch);
    await treasurer.press('支払済として記録する');
    expect(await treasurer.text()).toContain('支払済として記録しました。');
    await web.drainOutbox();
    await officer.signIn(cast.signInName);
    await officer.open('committee/claims');
    expect(await officer.text()).toContain('振込済み');
    await officer.open(application);
    expect(await officer.text()).toContain('R8-0001');
  });

  chapter('9: the resident sees to whom, for what and how much', async () => {
    const { resident } = stage;
    await resident.open('');
    await resident.follow('交付の一覧');
    const text = await resident.text();
    for (const words of [cast.district, cast.name, '令和8年度 運営交付金', GRANT]) expect(text).toContain(words);
    await resident.follow('令和8年度 運営交付金');
    expect(await resident.text()).toContain('令和8年5月29日');
    for (const secret of [cast.chair.name, cast.phone]) {
      expect(text).not.toContain(secret);
      expect(await resident.text()).not.toContain(secret);
    }
  });

  it('every page on the way is sound, accessible and fits a phone', () => {
    expect(findings.pages).toBeGreaterThan(40);
    expect(findings.report).toEqual([]);
  });
});

/** 小郡市's bank takes lines that end in CRLF, one byte a character. */
const recordsOf = (file: Buffer): string[] =>
  file
    .toString('latin1')
    .split('\r\n')
    .filter((line) => line !== '');
