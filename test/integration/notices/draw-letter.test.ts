import { describe, expect, test } from '@jest/globals';
import { drawLetter, type LetterSheet } from '../../../src/platform/pdf/index.js';
import { readPdf } from '../../support/pdf-check.js';

const ISSUED = new Date('2026-07-01T01:00:00Z');

const decision: LetterSheet = {
  formLabel: '様式第4号（第7条関係）',
  number: '8小コ第123号',
  date: '令和8年7月1日',
  addressee: {
    lines: ['〒838-0198', '小郡市小郡255番地1'],
    organization: '小郡校区協働のまちづくり協議会',
    person: '会長　髙﨑　𠮷子',
    honorific: '様',
  },
  sender: { lines: [], title: '小郡市長', name: '見本　一郎', seal: 'space' },
  title: '令和8年度小郡市協働のまちづくり推進事業支援金（運営交付金）交付決定通知書',
  titleNote: '通知',
  author: '小郡市',
  blocks: [
    {
      kind: 'paragraph',
      text: '令和8年4月10日付けで申請のあった運営交付金については、次のとおり決定したので通知します。',
    },
    { kind: 'keki' },
    {
      kind: 'items',
      items: [
        { label: '交付決定額', text: '金630,000円' },
        { label: '交付の条件', text: '', points: ['目的のとおり使用すること。', '帳簿を5年間保存すること。'] },
      ],
    },
    {
      kind: 'table',
      caption: '算定の内訳',
      columns: [
        { label: '区分', align: 'start' },
        { label: '算式', align: 'start' },
        { label: '金額', align: 'end' },
      ],
      rows: [
        ['均等割', '570,000円', '570,000円'],
        ['行政区割', '10,000円 × 6行政区', '60,000円'],
      ],
      totals: ['合計', '', '630,000円'],
    },
    { kind: 'end' },
  ],
  contact: { heading: '（担当）', lines: ['小郡市コミュニティ推進課', '電話 0942-72-2111'] },
};

describe('drawing a decision letter', () => {
  test('a reader finds every text in the order of a public document', async () => {
    const { text, pages } = await readPdf(await drawLetter(decision, ISSUED));
    expect(pages).toBe(1);
    const order = [
      '様式第4号（第7条関係）',
      '8小コ第123号',
      '令和8年7月1日',
      '小郡校区協働のまちづくり協議会',
      '会長髙﨑𠮷子様',
      '小郡市長見本一郎',
      '交付決定通知書（通知）',
      '次のとおり決定したので通知します。',
      '記',
      '交付決定額金630,000円',
      '(1)目的のとおり使用すること。',
      '算定の内訳',
      '10,000円×6行政区',
      '合計',
      '以上',
      '電話0942-72-2111',
    ];
    const found = order.map((part) => text.indexOf(part));
    expect(found).not.toContain(-1);
    expect([...found].sort((a, b) => a - b)).toEqual(found);
  });

  test('it is a tagged PDF/A-2a in Japanese that shows its title', async () => {
    const pdf = await readPdf(await drawLetter(decision, ISSUED));
    expect(pdf).toMatchObject({ tagged: true, displaysTitle: true, language: 'ja-JP', pdfA: '2A', author: '小郡市' });
    expect(pdf.title).toBe(`${decision.title}（通知）`);
    expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(pdf.roles.filter((role) => role === 'LI')).toHaveLength(4);
    const table = pdf.roles.slice(pdf.roles.indexOf('Table'));
    expect(table.slice(0, 6)).toEqual(['Table', 'Caption', 'THead', 'TR', 'TH', 'TH']);
    // three column headers and one row header for each of the three rows
    expect(table.filter((role) => role === 'TH')).toHaveLength(6);
  });

  test('drawn again it is the same to the byte, also after other letters', async () => {
    const first = await drawLetter(decision, ISSUED);
    await drawLetter({ ...decision, title: '高橋髙橋神神', blocks: [] }, ISSUED);
    expect((await drawLetter(decision, ISSUED)).equals(first)).toBe(true);
  });

  test('a compatibility form of a character stays what was typed', async () => {
    const named = { ...decision, addressee: { ...decision.addressee, person: '会長　神﨑　朗' } };
    expect((await readPdf(await drawLetter(named, ISSUED))).text).toContain('神﨑朗');
  });

  test('a character without a glyph is refused, not left blank', async () => {
    const lost = { ...decision, title: '約≒3割' };
    await expect(drawLetter(lost, ISSUED)).rejects.toThrow('≒');
  });

  test('a long table repeats its header on each page and numbers the pages', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`書類その${String(index + 1)}`, '会議の記録', '1円']);
    const [, , , table] = decision.blocks;
    const long = {
      ...decision,
      blocks: [{ ...table, rows } as LetterSheet['blocks'][number], { kind: 'end' } as const],
    };
    const pdf = await readPdf(await drawLetter(long, ISSUED));
    expect(pdf.pages).toBeGreaterThan(2);
    for (const [index, page] of pdf.pageTexts.entries()) {
      expect(page).toContain('区分算式金額');
      expect(page).toContain(`${String(index + 1)}/${String(pdf.pages)}`);
    }
    expect(pdf.text).toContain('書類その90');
  });

  test('very long names and titles wrap inside the page', async () => {
    const name = 'のぞみが丘小学校区協働のまちづくり協議会運営委員会及び地域づくり推進実行委員会連絡会議';
    const long = {
      ...decision,
      title: decision.title.repeat(3),
      addressee: {
        ...decision.addressee,
        organization: name,
        person: `事務局長兼会計責任者代理　${'見本'.repeat(12)}`,
      },
      sender: {
        ...decision.sender,
        seal: 'omitted' as const,
        title: '小郡市長職務代理者　小郡市副市長兼総務部長事務取扱',
      },
    };
    const { text } = await readPdf(await drawLetter(long, ISSUED));
    expect(text).toContain(name);
    expect(text).toContain('様');
    expect(text).toContain('（公印省略）');
  });
});
