import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';

import { passbookImage } from '../../../src/demo/story/papers.js';
import { point } from './applying.js';
import { CHAPTER_MS, openBook } from './chapters.js';
import { Findings } from './findings.js';
import { AT_A_DESK, Person } from './person.js';
import { enterCost, openWorkbook, paste, signInBeside, textsOf } from './project-pages.js';
import { openProjectStage, type ProjectStage } from './project-stage.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const PURPOSE = '行政区ごとの訓練では、避難所を開く経験が積めません。（見本）';
const REWRITTEN = '夜のあいだに書き直した内容です。（見本）';
const PROJECT = {
  事業の名称: '校区合同防災訓練（見本）',
  地域の課題と事業の目的: PURPOSE,
  事業の内容: '避難所の受付、炊き出し、応急手当を班に分かれて体験します。（見本）',
  始まりの日: '令和8年8月1日',
  終わりの日: '令和８年１０月３１日',
  場所の名前: '小郡小学校 体育館',
  住所: '小郡市小郡（見本）',
  参加する人の見込み: '４００人',
};

const POINTS = {
  事業の内容: 'けが人が出たときの連絡のしかたを書き加えてください。',
  '支出：消耗品費': '枚数を確かめてください。',
  見積書: '店の印がある見積書に替えてください。',
};

/** What differs between a phone with and without JavaScript. */
interface Way {
  readonly name: string;
  readonly scripts: boolean;
  readonly signInName: string;
  readonly organization: string;
  readonly opens: string;
  /** The day after, when the session has ended. */
  readonly returns: string;
}

const WAYS: readonly Way[] = [
  {
    ...{ name: 'without JavaScript', scripts: false },
    ...{ signInName: 'mihara', organization: '御原校区まちづくり協議会', opens: '2026-04-20', returns: '2026-04-21' },
  },
  {
    ...{ name: 'with JavaScript', scripts: true },
    ...{ signInName: 'mikuni', organization: '三国校区まちづくり協議会', opens: '2026-04-27', returns: '2026-04-28' },
  },
];

describe('a project subsidy on a phone', () => {
  const findings = { scripted: new Findings(), plain: new Findings(false) };
  let stage: ProjectStage;

  beforeAll(async () => {
    stage = await openProjectStage('2026-04-20');
  }, CHAPTER_MS);

  afterAll(() => stage.close());

  describe.each(WAYS)('$name', (way) => {
    const window = { ...PHONE, javaScriptEnabled: way.scripts };
    let officer: Person;
    let colleague: Person;
    let clerk: Person;
    let application: string;

    const chapter = openBook();
    const arrive = (signInName: string, seat: BrowserContextOptions): Promise<Person> =>
      Person.arrive(
        stage.chromium,
        `${stage.web.url}/ogori`,
        seat === AT_A_DESK || way.scripts ? findings.scripted : findings.plain,
        seat,
      ).then((person) => person.signIn(signInName));

    const attach = async (officer: Person, fileName: string, seed: number): Promise<void> => {
      await officer.attach('見積書', { ...passbookImage(seed), fileName });
      if (!way.scripts) await officer.press(/^選んだ書類を添える.*：見積書/);
      const added = officer.main.getByRole('group', { name: '添えた書類（見積書）' });
      await added.getByRole('link', { name: fileName }).first().waitFor();
    };

    chapter('the project is described, and the question about the fee comes when it is wanted', async () => {
      stage.web.clock.at(way.opens);
      await stage.organization(way.signInName, way.organization);
      officer = await arrive(`${way.signInName}-1`, window);
      await officer.open('committee');
      await officer.follow(/事業補助金を申請する/);
      await officer.press('申請を始める');
      application = officer.path;
      await officer.follow('事業の内容');
      await officer.fill({ ...PROJECT, 終わりの日: '' });
      await officer.press('保存して次へ');
      expect(await officer.text()).toContain('終わりの日');
    });

    chapter('rows are added, and a question that a choice brings is asked', async () => {
      await officer.fill(PROJECT);
      await officer.choose('事業の分野', '防災');
      await officer.fill({ 日程1行目の日: '令和8年10月4日', 日程1行目のすること: '訓練の当日' });
      await officer.press(/^行を足す/);
      expect(await officer.main.getByLabel(/^日程\d行目の日/).count()).toBe(4);
      const fee = officer.field('1人あたりの参加費');
      await officer.choose('参加費を集めますか', '集める');
      expect(await fee.isVisible()).toBe(way.scripts);
      if (!way.scripts) {
        await officer.press('保存して次へ');
        expect(await officer.text()).toContain('質問が増えました');
        expect(await officer.text()).not.toContain('入力を確かめてください');
      }
      await officer.fill({ '1人あたりの参加費': '２００' });
      await officer.press('保存して次へ');
      expect(await officer.heading()).toBe('収支予算書');
    });

    chapter('the budget is written line by line and works itself out', async () => {
      const grant = officer.main.locator('dd[data-figure=grant]');
      await enterCost(officer, 1, '講師謝礼', '応急手当の指導', '４０，０００', '2');
      await officer.choose('補助金にかかる消費税', 'なし');
      if (way.scripts) {
        expect(await grant.innerText()).toBe('53,000円');
        await paste(officer, '支出の部2行目の科目', ['消耗品費\t看板\t5,000\t4\t枚', '保険料\t行事保険\t100\t400\t人']);
        expect(await grant.innerText()).toBe('93,000円');
        await officer.main.getByText(/^保存しました/).waitFor();
        await officer.reload();
      } else {
        await enterCost(officer, 2, '消耗品費', '看板', '5,000', '4');
        await enterCost(officer, 3, '保険料', '行事保険', '100', '400');
        await officer.press('支出の部に行を足す');
        expect(await officer.main.getByLabel(/^支出の部\d行目の科目/).count()).toBe(6);
        await officer.press('保存して計算し直す');
      }
      expect(await grant.innerText()).toBe('93,000円');
      expect(await officer.text()).toContain('「講師への謝礼」の単価の目安は、1人あたり30,000円です');
      await officer.press('保存して次へ');
      expect(await officer.text()).toContain('「自己資金（会費・繰越金）」を47,000円ふやすと一致します');
    });

    chapter(
      'the budget goes home as a workbook: a faulty cell is named, then its lines are seen and taken over',
      async () => {
        await officer.press('保存して、Excelのファイルで続ける');
        const book = await openWorkbook(officer);
        book.sheet.getRow(6).values = ['収入', '参加費', '', 200, '四百', '人'];
        book.sheet.getRow(7).values = ['支出', '食糧費・懇親会費', '炊き出し', '', '', '', 50_000];
        await book.send();
        expect(await officer.text()).toContain('E6（数量）：数量は数字で入力してください');
        book.sheet.getRow(6).getCell(5).value = 400;
        book.sheet.getRow(8).values = ['収入', '自己資金（会費・繰越金）', '', '', '', '', 70_000];
        await book.send();
        expect(await officer.heading()).toBe('Excelの内容を確かめる');
        expect(await officer.text()).toContain('収入と支出が一致しています');
        await officer.press('この内容に入れ替える');
        await officer.press('保存して次へ');
        expect(await officer.heading()).toBe('添付書類');
      },
    );

    chapter('an estimate is added, and every pledge is given', async () => {
      await attach(officer, '見積書.png', 2);
      await officer.press('保存して次へ');
      await officer.tickAll();
      await officer.press('保存して次へ');
      expect(await officer.heading()).toBe('内容を確かめて提出する');
    });

    chapter('two officers write at once: the second sees both texts, and nothing is lost', async () => {
      const section = `${application}/form/project`;
      colleague = await arrive(`${way.signInName}-2`, window);
      await colleague.open(section);
      await officer.open(section);
      await officer.fill({ 地域の課題と事業の目的: `${PURPOSE}花子が書き足しました。` });
      await officer.press('保存して一覧に戻る');
      await colleague.fill({ 地域の課題と事業の目的: `${PURPOSE}太郎も書きました。`, 参加する人の見込み: '450' });
      if (way.scripts) await colleague.main.getByText('ほかの役員').first().waitFor();
      await colleague.press('保存して次へ');
      expect(await colleague.text()).toContain('あなたが同時に入力した内容');
      expect(await colleague.text()).toContain('太郎も書きました。');
      expect(await colleague.field('地域の課題と事業の目的').inputValue()).toContain('花子が書き足しました。');
      expect(await colleague.field('参加する人の見込み').inputValue()).toBe('450');
      await colleague.fill({ 地域の課題と事業の目的: `${PURPOSE}花子が書き足し、太郎も書きました。` });
      await colleague.main.getByLabel('確かめたので、この表示を消す').check();
      await colleague.press('保存して一覧に戻る');
      await officer.open(section);
      expect(await officer.field('地域の課題と事業の目的').inputValue()).toContain(
        '花子が書き足し、太郎も書きました。',
      );
      expect(await officer.text()).not.toContain('同時に入力した内容');
    });

    chapter('the session ends while somebody writes: after signing in again the text is there', async () => {
      stage.web.clock.at(way.returns);
      await officer.fill({ 事業の内容: REWRITTEN });
      if (way.scripts) await officer.main.getByText('ログインの期限が切れました').waitFor();
      else await officer.press('保存して次へ');
      await signInBeside(officer, `${way.signInName}-1`);
      await officer.press(way.scripts ? '保存して次へ' : '入力した内容を送り直す');
      await officer.open(`${application}/form/project`);
      expect(await officer.field('事業の内容').inputValue()).toBe(REWRITTEN);
    });

    chapter('it is sent once and received', async () => {
      await officer.open(`${application}/check`);
      for (const file of ['規約.png', '見積書.png'])
        expect((await officer.fetch(file)).subarray(1, 4).toString()).toBe('PNG');
      await officer.press('この内容で提出する');
      expect(await officer.text()).toContain('申請を受け付けました');
      await stage.web.drainOutbox();
    });

    chapter('staff return it with points at a field, a budget line and a file', async () => {
      clerk = await arrive('tanto1', AT_A_DESK);
      await clerk.open('staff/queue');
      await clerk.follow(way.organization);
      for (const [place, text] of Object.entries(POINTS)) await point(clerk, place, text);
      await clerk.press('指摘を送って差し戻す');
      expect(await clerk.text()).toContain('差し戻しました');
      await stage.web.drainOutbox();
    });

    chapter('the officers find each point where it belongs, answer and send again', async () => {
      await officer.open('committee');
      await officer.follow(/を直す/);
      expect(await officer.text()).toContain('担当課から3件の指摘があります');
      await officer.follow('事業の内容');
      expect(await officer.text()).toContain(`担当課からの指摘（事業の内容）${POINTS.事業の内容}`);
      await officer.fill({ 事業の内容: 'けが人の手当ても体験します。（見本）', この指摘への回答: '書き加えました。' });
      await officer.press('保存して次へ');
      expect(await officer.text()).toContain(`担当課からの指摘（支出：消耗品費）${POINTS['支出：消耗品費']}`);
      await officer.fill({ 支出の部2行目の摘要: '看板とのぼり', この指摘への回答: 'のぼりを含みます。' });
      await officer.press('保存して次へ');
      expect(await officer.text()).toContain(`担当課からの指摘（見積書）${POINTS.見積書}`);
      await officer.press(/^外す.*：見積書.png/);
      await attach(officer, '印のある見積書.png', 3);
      await officer.press('保存して次へ');
      await officer.open(`${application}/check`);
      await officer.press('この内容で提出する');
      expect(await officer.text()).toContain('補正した申請を受け付けました');
      await stage.web.drainOutbox();
    });

    chapter('staff see what was before and what is now', async () => {
      await clerk.open('staff/queue');
      await clerk.follow(way.organization);
      const changes = clerk.main.getByRole('table', { name: '直されたところ' }).getByRole('row');
      expect(await textsOf(changes)).toEqual([
        ['欄', '前', '後'],
        ['事業の内容', REWRITTEN, 'けが人の手当ても体験します。（見本）'],
        ['支出：消耗品費', expect.stringContaining('（看板、'), expect.stringContaining('（看板とのぼり、')],
        ['見積書', expect.stringContaining('見積書.png'), expect.stringContaining('印のある見積書.png')],
      ]);
      expect(await clerk.text()).toContain('回答：（内容を直しました）');
    });
  });

  it('every page on the way is sound, accessible and fits a phone', () => {
    for (const { pages, report } of Object.values(findings)) {
      expect(pages).toBeGreaterThan(20);
      expect(report).toEqual([]);
    }
  });
});
