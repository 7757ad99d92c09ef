import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import encoding from 'encoding-japanese';
import fc from 'fast-check';
import { DomainError } from '../../kernel/domain-error.js';
import { readCsv, writeCsv } from './index.js';

interface Grant {
  name: string;
  amount: bigint;
}

const columns = [
  { header: '団体名', cell: (grant: Grant) => grant.name },
  { header: '金額', cell: (grant: Grant) => grant.amount },
];

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
  }
  return 'accepted';
};

describe('writeCsv', () => {
  it('writes a BOM, a heading, CRLF line ends and bare numbers', () => {
    const text = writeCsv(columns, [{ name: '三国校区', amount: 690000n }]).toString('utf8');
    expect(text).toBe('\uFEFF団体名,金額\r\n三国校区,690000\r\n');
  });

  it('keeps a spreadsheet from running a name as a formula, and quotes what needs quotes', () => {
    const text = writeCsv(columns, [
      { name: '=1+1', amount: 1n },
      { name: 'a,"b"\nc', amount: 2n },
    ]).toString('utf8');
    expect(text).toContain("\r\n'=1+1,1\r\n");
    expect(text).toContain('"a,""b""\nc",2');
  });

  it('is read the same by a strict reader that knows only RFC 4180, line breaks of any kind in a cell included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('味', 'a', '\n', '\r', ',', '"', ' ')), { minLength: 1 }),
        (names) => {
          const rows = names.map((letters) => ({ name: `味${letters.join('')}`, amount: 1n }));
          const read = parse(writeCsv(columns, rows), { bom: true, record_delimiter: ['\r\n', '\n', '\r'] });
          expect(read.slice(1)).toEqual(rows.map(({ name }) => [name, '1']));
        },
      ),
    );
  });

  it('writes the heading of an empty table', () => {
    expect(writeCsv(columns, []).toString('utf8')).toBe('\uFEFF団体名,金額\r\n');
  });

  it('is read back by readCsv, whatever the text holds', () => {
    const word = fc
      .string()
      .map((text) => text.normalize('NFKC').replace(/^'/, '').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (names) => {
        const bytes = writeCsv(
          columns,
          names.map((name) => ({ name, amount: 1n })),
        );
        expect(readCsv(bytes, ['団体名']).map((line) => line.cells.団体名)).toEqual(names);
      }),
    );
  });
});

describe('readCsv', () => {
  it('leaves names and words as they were typed, and folds what is counted', () => {
    const typed = '㈱髙﨑①ﾊﾝｶｸ';
    const bytes = Buffer.from(`団体名,番号\r\n${typed},①２－ｱ\r\n`);
    expect(readCsv(bytes, ['団体名', '番号'], [], { words: ['団体名'] })[0]?.cells).toEqual({
      団体名: typed,
      番号: '12-ア',
    });
  });

  it('reads Shift_JIS too, in any column order, and counts lines as the file does', () => {
    const bytes = encoding.convert(
      encoding.stringToCode('備考,金額,団体名\r\nx,１２,味坂\r\n\r\ny,3,御原\r\n'),
      'SJIS',
      'UNICODE',
    );
    expect(readCsv(Uint8Array.from(bytes), ['団体名', '金額'])).toEqual([
      { line: 2, cells: { 団体名: '味坂', 金額: '12' } },
      { line: 4, cells: { 団体名: '御原', 金額: '3' } },
    ]);
  });

  it.each([
    ['', 'csv.empty'],
    ['団体名\n味坂', 'csv.heading-missing'],
    ['団体名,金額\n"味坂,1', 'csv.cannot-read'],
  ])('refuses %j with %s', (text, code) => {
    expect(refusal(() => readCsv(Buffer.from(text), ['団体名', '金額']))).toBe(code);
  });

  it('refuses bytes in neither encoding', () => {
    expect(refusal(() => readCsv(Uint8Array.from([0xff, 0xfe, 0x00, 0x81]), ['金額']))).toBe('csv.encoding-unknown');
  });

  it('refuses a table that is too long to hand in, never reads a part of it, and reads it whole where it is kept', () => {
    const table = (lines: number) => Buffer.from(`金額\n${'1\n'.repeat(lines)}`);
    expect(readCsv(table(20_000), ['金額'])).toHaveLength(20_000);
    expect(refusal(() => readCsv(table(20_001), ['金額']))).toBe('csv.too-many-lines');
    expect(readCsv(table(50_000), ['金額'], [], { most: Number.POSITIVE_INFINITY })).toHaveLength(50_000);
  });
});
