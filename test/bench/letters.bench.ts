import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { drawLetter, type LetterSheet } from '../../src/platform/pdf/index.js';
import { rateOf, type Contest } from './compare.js';

const require = createRequire(import.meta.url);
const SERIF = require.resolve('@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf');
const SANS = require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
const ISSUED = new Date('2026-07-01T01:00:00Z');
const TURN_MS = 600;

/** A decision letter by the engine (tagged PDF/A-2a, laid out, tables) against the same words by plain pdfkit (untagged). */
export function lettersContest(): Contest {
  let number = 0;
  const drawing = (draw: (sheet: LetterSheet) => Promise<Buffer>) => () =>
    rateOf(() => draw(decision((number += 1))), TURN_MS);
  return {
    what: 'Letters',
    ours: { name: 'engine', turn: drawing((sheet) => drawLetter(sheet, ISSUED)) },
    peer: { name: 'plain pdfkit opening its fonts for each document', turn: drawing(drawPlainly) },
  };
}

const decision = (number: number): LetterSheet => ({
  formLabel: '様式第2号（第7条関係）',
  number: `8小コ第${String(number)}号`,
  date: '令和8年7月1日',
  addressee: {
    lines: ['〒838-0198', '福岡県小郡市小郡255番地1'],
    organization: '小郡校区協働のまちづくり協議会',
    person: '会長　見本　花子',
    honorific: '様',
  },
  sender: { lines: [], title: '小郡市長', name: '見本　一郎', seal: 'space' },
  title: '令和8年度運営交付金交付決定通知書',
  titleNote: '通知',
  author: '小郡市長',
  blocks: [
    {
      kind: 'paragraph',
      text: '令和8年4月10日付けで申請のあった令和8年度運営交付金については、小郡市協働のまちづくり推進事業支援金交付規則（平成26年規則第24号）第7条の規定により、下記のとおり交付することを決定したので通知します。',
    },
    { kind: 'keki' },
    {
      kind: 'items',
      items: [
        { label: '交付の対象', text: '小郡校区協働のまちづくり協議会の運営（申請書のとおり）' },
        { label: '交付決定額', text: '金630,000円' },
        { label: '支払の方法', text: '通常払' },
        {
          label: '交付の条件',
          text: '',
          points: [
            '交付金は、組織の運営に要する費用のほかに使用しないこと。',
            '交付金に係る収入と支出を明らかにした帳簿を備え、証拠書類とともに5年間保存すること。',
          ],
        },
      ],
    },
    {
      kind: 'table',
      caption: '算定の内訳',
      columns: [
        { label: '区分', align: 'start' },
        { label: '根拠', align: 'start' },
        { label: '算式', align: 'start' },
        { label: '金額', align: 'end' },
      ],
      rows: [
        ['均等割', '交付規則第5条', '570,000円', '570,000円'],
        ['行政区割', '交付規則第5条', '10,000円 × 6行政区', '60,000円'],
      ],
      totals: ['合計', '', '', '630,000円'],
    },
    { kind: 'end' },
  ],
  contact: { heading: '（担当）', lines: ['小郡市コミュニティ推進課', '電話　0942-72-2111'] },
});

/** The same words from top to bottom, as a first version of such a programme would draw them. */
function drawPlainly(sheet: LetterSheet): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 77, font: SERIF });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
  });
  const { addressee, sender, contact } = sheet;
  pdf.fontSize(10.5).text(sheet.formLabel ?? '');
  pdf.text(`${sheet.number ?? ''}\n${sheet.date}`, { align: 'right' });
  pdf.text([...addressee.lines, addressee.organization, `${addressee.person}　${addressee.honorific}`].join('\n'));
  pdf.text(`${sender.title}　${sender.name}`, { align: 'right' });
  pdf
    .fontSize(14)
    .text(`${sheet.title}（${sheet.titleNote ?? ''}）`, { align: 'center' })
    .fontSize(10.5);
  for (const block of sheet.blocks) {
    if (block.kind === 'paragraph') pdf.text(block.text);
    if (block.kind === 'keki') pdf.text('記', { align: 'center' });
    if (block.kind === 'end') pdf.text('以上', { align: 'right' });
    if (block.kind === 'items') {
      for (const item of block.items) pdf.text([`${item.label}　${item.text}`, ...(item.points ?? [])].join('\n'));
    }
    if (block.kind === 'table') {
      pdf.font(SANS).fontSize(9);
      const rows = [block.columns.map(({ label }) => label), ...block.rows, block.totals ?? []];
      for (const row of rows) pdf.text(row.join('　'));
    }
  }
  pdf.text([contact?.heading ?? '', ...(contact?.lines ?? [])].join('\n'));
  pdf.end();
  return done;
}
