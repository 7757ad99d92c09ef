import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { wordLetter, wordMail, type Inserts, type LetterSource } from '../../../src/notices/index.js';

const working = {
  lines: [
    { label: '均等割', article: '交付規則第5条', formula: '570,000円', yen: '570000' },
    { label: '行政区割', article: '交付規則第5条', formula: '10,000円 × 6行政区', yen: '60000' },
  ],
  total: '630000',
};
const side = (caption: string): Inserts[string] => ({
  kind: 'table',
  caption,
  columns: [{ label: '金額', align: 'end' }],
  rows: [['630,000円']],
});
const inserts: Inserts = {
  収入の部: side('収入の部'),
  支出の部: side('支出の部'),
  算定内訳: { kind: 'working', working },
  添付書類: {
    kind: 'table',
    caption: '提出した書類',
    columns: [{ label: '書類', align: 'start' }],
    rows: [['規約.pdf']],
  },
  別紙: { kind: 'table', caption: '', columns: [{ label: 'SHA-256', align: 'start' }], rows: [['0'.repeat(64)]] },
};
const decision = {
  program: '令和8年度運営交付金',
  organization: '小郡校区協働のまちづくり協議会',
  appliedOn: '2026-04-10',
  amount: '630000',
  ...{ appliedAmount: '630000', reduced: false, reductions: [], reason: '' },
  decisionArticle: '交付規則第7条',
  claimArticle: '交付規則第9条',
  paymentMethod: '通常払',
  conditions: ['目的のとおり使用すること。', '帳簿を5年間保存すること。'],
};
const receipt = {
  program: '令和8年度運営交付金',
  receivedNumber: '8小コ収第1号',
  receivedOn: '2026-04-10',
  submittedAt: '令和8年4月10日 9:00',
  organization: '小郡校区協働のまちづくり協議会',
  submittedBy: '会長　見本花子',
  amount: '630000',
  decisionBy: '2026-06-30',
  fileCount: 1,
};
const claim = {
  program: '令和8年度運営交付金',
  decidedOn: '2026-07-01',
  decisionNumber: '8小コ第1号',
  claimArticle: '交付規則第9条',
  amount: '630000',
  grantAmount: '630000',
  claimedBefore: '0',
  unclaimed: '0',
  paymentMethod: '通常払',
  account: { bank: '福岡銀行', branch: '小郡支店', kind: '普通', number: '1234567', holder: 'ﾐﾎﾝ' },
  responsible: { name: '会長　見本花子', phone: '0942-00-0000' },
  inCharge: { name: '会計　見本一郎', phone: '0942-00-0001' },
};

/** The template as it stands, without words of the programme's own. */
const house = (template: string): LetterSource => ({ template, wording: null });

/** What 小竹町 says in its own words. */
const inKotake = (kind: string): string => readFileSync(`templates/towns/kotake/letters/${kind}.md`, 'utf8');

describe('wording of letters', () => {
  test('the decision cites the application and its article, states the amount, and ends', () => {
    const letter = wordLetter(house('grant-decision'), null, decision, inserts);
    expect(letter.title).toBe('令和8年度運営交付金交付決定通知書');
    // 「通知書」 says it already; 「…について」 needs the bracket.
    expect(letter.titleNote).toBeNull();
    expect(letter.blocks.map((block) => block.kind)).toEqual(['paragraph', 'keki', 'items', 'working', 'end']);
    expect(letter.blocks[0]).toMatchObject({
      text: expect.stringContaining(
        '令和8年4月10日付けで申請のあった令和8年度運営交付金については、交付規則第7条の規定により',
      ),
    });
    const [, , items] = letter.blocks;
    expect(items).toMatchObject({
      items: expect.arrayContaining([
        { label: '交付決定額', text: '金630,000円' },
        { label: '交付の条件', text: '', points: decision.conditions },
      ]),
    });
  });

  test.each([null, { title: '校区合同防災訓練', period: '令和8年7月1日から令和8年11月30日まで' }])(
    'a refusal says what was applied for and why nothing is granted, for %j',
    (project) => {
      const refused = { ...decision, project, amount: '0', reason: '目的に合わないため' };
      const letter = wordLetter(house('grant-refusal'), null, refused, inserts);
      expect(letter.title).toBe('令和8年度運営交付金不交付決定通知書');
      expect(letter.blocks.map((block) => block.kind)).toEqual(['paragraph', 'keki', 'items', 'end']);
      expect(letter.blocks[2]).toMatchObject({
        items: expect.arrayContaining([
          { label: project ? '補助事業の名称' : '申請の内容', text: expect.any(String) },
          { label: '交付申請額', text: '金630,000円' },
          { label: '交付しない理由', text: '目的に合わないため' },
        ]),
      });
      expect(JSON.stringify(letter)).not.toContain('交付の条件');
    },
  );

  test.each([
    ['grant-decision of the house', 'grant-decision', null],
    ['project-decision of the house', 'project-decision', null],
    ['grant-decision of 小竹町', 'grant-decision', inKotake('grant-decision')],
  ])('%s says what was applied for and why less is granted, and only then', (_name, kind, town) => {
    const project = { title: '校区合同防災訓練', period: '令和8年7月1日から令和8年11月30日まで' };
    const reductions = [{ cost: '備品費（球）48,000円', judged: '対象外', reason: '大会の後も使うため' }];
    const less = { appliedAmount: '662000', reduced: true, reductions };
    const reduced = wordLetter(house(kind), town, { ...decision, project, ...less }, inserts);
    expect(reduced.blocks[0]).toMatchObject({ text: expect.stringContaining('減額して交付する') });
    expect(reduced.blocks[2]).toMatchObject({
      items: expect.arrayContaining([
        { label: '交付申請額', text: '金662,000円' },
        { label: '交付決定額', text: '金630,000円' },
        {
          ...{ label: '減額の理由', text: expect.any(String) },
          points: ['備品費（球）48,000円を対象外とする。大会の後も使うため'],
        },
        { label: '交付の条件', text: '', points: decision.conditions },
      ]),
    });
    const byHand = { ...less, reductions: [], reason: '前年度の繰越金が多いため' };
    expect(wordLetter(house(kind), town, { ...decision, project, ...byHand }, inserts).blocks[2]).toMatchObject({
      items: expect.arrayContaining([{ label: '減額の理由', text: '前年度の繰越金が多いため' }]),
    });
    const whole = wordLetter(house(kind), town, { ...decision, project }, inserts);
    expect(JSON.stringify(whole)).not.toMatch(/減額|申請額/);
  });

  test('the decision on a project names the project and its period', () => {
    const project = { title: '校区合同防災訓練', period: '令和8年7月1日から令和8年11月30日まで' };
    const [, , items] = wordLetter(house('project-decision'), null, { ...decision, project }, inserts).blocks;
    expect(items).toMatchObject({
      items: expect.arrayContaining([
        { label: '補助事業の名称', text: project.title },
        { label: '補助事業の期間', text: project.period },
      ]),
    });
  });

  test('a town that has its own wording gets its own', () => {
    const letter = wordLetter(house('grant-decision'), inKotake('grant-decision'), decision, inserts);
    expect([letter.title, letter.titleNote]).toEqual([expect.stringContaining('の交付決定について'), '通知']);
  });

  test('receipt and claim can be worded', () => {
    const annexes = (fileCount: number): number =>
      wordLetter(house('receipt'), null, { ...receipt, fileCount }, inserts).blocks.filter(
        ({ kind }) => kind === 'annex',
      ).length;
    // the budget always, the hashes where there are files
    expect([annexes(1), annexes(0)]).toEqual([2, 1]);
    const [, , items] = wordLetter(house('claim'), null, claim).blocks;
    expect(items).toMatchObject({ items: expect.arrayContaining([{ label: '請求金額', text: '金630,000円' }]) });
  });

  test('what people typed is text, never markup', () => {
    const organization = '*強い* 会 | [[算定内訳]] <b>1. # {{ amount }}';
    const letter = wordLetter(
      house('grant-decision'),
      null,
      { ...decision, organization, conditions: ['1. 一|二'] },
      inserts,
    );
    expect(JSON.stringify(letter.blocks)).toContain('*強い* 会 | [[算定内訳]] <b>1. # {{ amount }}の運営');
    expect(letter.blocks.filter((block) => block.kind === 'working')).toHaveLength(1);
  });

  test('a missing value stops the letter instead of leaving a blank', () => {
    const { amount: _amount, ...without } = decision;
    expect(() => wordLetter(house('grant-decision'), null, without, inserts)).toThrow('amount');
    expect(() => wordLetter(house('grant-decision'), null, decision)).toThrow('算定内訳');
    expect(() => wordLetter(house('../mails/letter-arrived'), null, decision)).toThrow('not a kind');
  });
});

test('the mail tells where the letter lies', () => {
  const mail = wordMail('letter-arrived', null, {
    town: '小郡市',
    organization: '小郡校区協働のまちづくり協議会',
    title: '交付決定通知書',
    number: '8小コ第1号',
    issuedOn: '2026-07-01',
    url: 'https://example.jp/ogori/committee/inbox/1',
    sender: '小郡市コミュニティ推進課',
  });
  expect(mail.subject).toBe('【小郡市】文書が届きました：交付決定通知書');
  expect(mail.text).toContain('https://example.jp/ogori/committee/inbox/1');
  expect(mail.text).toContain('令和8年7月1日');
});
