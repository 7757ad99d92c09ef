import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { deflateRawSync } from 'node:zlib';
import { DomainError } from '../../kernel/domain-error.js';
import { columnName, readWorkbook, writeWorkbook } from './index.js';

const refusal = async (bytes: Buffer): Promise<string> =>
  readWorkbook(bytes).then(
    () => 'accepted',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

/** A zip of one entry whose directory may declare another size than the content has. */
function zipOf(content: Buffer, declared = content.length): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(declared, 8);
  const local = Buffer.concat([
    Buffer.from('504b030414000000080000000000', 'hex'),
    sizes,
    Buffer.from([name.length, 0, 0, 0]),
    name,
    packed,
  ]);
  const directory = Buffer.concat([
    Buffer.from('504b0102140014000000080000000000', 'hex'),
    sizes,
    Buffer.from([name.length, 0]),
    Buffer.alloc(16),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

describe('writeWorkbook', () => {
  it('is read by an independent reader with headings, text cells and leading zeros', async () => {
    const bytes = await writeWorkbook([
      {
        name: '口座',
        columns: [
          { heading: '銀行コード', width: 12 },
          { heading: '種目', width: 8, choices: ['普通', '当座'] },
        ],
        rows: [['0177', '普通']],
      },
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('口座');
    expect(sheet?.getCell('A1').value).toBe('銀行コード');
    expect(sheet?.getCell('A2').value).toBe('0177');
    expect(sheet?.getCell('A2').numFmt).toBe('@');
    expect(sheet?.getCell('B5').dataValidation?.formulae).toEqual(['"普通,当座"']);
    expect(await readWorkbook(bytes)).toMatchObject([
      {
        name: '口座',
        rows: [
          ['銀行コード', '種目'],
          ['0177', '普通'],
        ],
      },
    ]);
  });
});

describe('a workbook with a guide, amounts and many choices', () => {
  it('keeps them apart from what is filled in', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `長い名前の科目${String(index)}`);
    const bytes = await writeWorkbook([
      {
        name: '予算',
        guide: '3行目から書きます。',
        columns: [
          { heading: '科目', width: 20, choices: many },
          { heading: '金額', width: 12, kind: 'amount' },
        ],
        rows: [[many[39] ?? '', 12_000]],
      },
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('予算');
    expect([sheet?.getCell('A1').value, sheet?.getCell('A2').value, sheet?.getCell('B3').value]).toEqual([
      '3行目から書きます。',
      '科目',
      12_000,
    ]);
    expect(sheet?.getCell('B3').numFmt).toBe('#,##0');
    const [list = ''] = (sheet?.getCell('A9').dataValidation?.formulae ?? []) as string[];
    expect(list).toBe("'選択肢'!$A$1:$A$40");
    expect(workbook.getWorksheet('選択肢')?.getCell('A40').value).toBe(many[39]);
    expect(workbook.getWorksheet('選択肢')?.state).toBe('hidden');
  });
});

describe('readWorkbook', () => {
  it('reads what Excel writes: names outside Shift_JIS, days, results of formulas', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('役員');
    sheet.addRow(['髙﨑 𠮷', new Date(Date.UTC(2026, 3, 1)), { formula: '1+1', result: 2 }, true]);
    sheet.mergeCells('B2:C3');
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await readWorkbook(bytes)).toEqual([
      {
        name: '役員',
        rows: [
          ['髙﨑 𠮷', new Date(Date.UTC(2026, 3, 1)), 2, true],
          [null, null, null, null],
          [null, null, null, null],
        ],
        formulas: ['C1'],
        merged: ['B2:C3'],
      },
    ]);
  });

  it.each([
    ['no zip at all', Buffer.from('団体名,カナ\n'), 'excel.unreadable'],
    ['an empty file', Buffer.alloc(0), 'excel.unreadable'],
    ['a zip that is no workbook', zipOf(Buffer.from('hello')), 'excel.unreadable'],
    [
      'an old or locked workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'excel.password-or-old-format',
    ],
    ['a bomb that says what it is', zipOf(Buffer.alloc(60 * 1024 * 1024)), 'excel.too-large-unpacked'],
    [
      'more rows than anybody fills in',
      zipOf(
        Buffer.from(
          Array.from({ length: 5001 }, (_, row) => `<row r="${String(row)}">${String(row * 7919)}</row>`).join(''),
        ),
      ),
      'excel.too-many-rows',
    ],
    ['a bomb that says it is small', zipOf(Buffer.alloc(60 * 1024 * 1024), 4096), 'excel.unreadable'],
  ])('refuses %s', async (_, bytes, code) => expect(await refusal(bytes)).toBe(code));
});

it('names columns as Excel does', () => expect([0, 25, 26, 701].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ']));
