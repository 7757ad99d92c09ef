import { describe, expect, it } from '@jest/globals';
import { readCsv, toShiftJis, writeCsv } from './index.js';

const columns = [{ header: '団体', cell: (row: { name: string }) => row.name }];

describe('a table in Shift_JIS', () => {
  it('says what it says in UTF-8, as other programs read it', () => {
    const names = ['のぞみが丘校区まちづくり協議会', '髙木・﨑', '①〜②'];
    const { bytes, lost } = toShiftJis(
      writeCsv(
        columns,
        names.map((name) => ({ name })),
      ),
    );
    expect(lost).toEqual([]);
    // 「団体」: 92 63 91 cc, without a mark of the byte order before it.
    expect(bytes.subarray(0, 4).toString('hex')).toBe('926391cc');
    expect(readCsv(bytes, ['団体']).map(({ cells }) => cells.団体)[0]).toBe('のぞみが丘校区まちづくり協議会');
  });

  it('names each character that it does not have, once, and leaves 〓 in its place', () => {
    const { bytes, lost } = toShiftJis(writeCsv(columns, [{ name: '𠮷田と𠮷野' }, { name: '森鷗外' }]));
    expect(lost).toEqual(['𠮷', '鷗']);
    const read = new TextDecoder('shift_jis').decode(bytes);
    expect(read).toBe('団体\r\n〓田と〓野\r\n森〓外\r\n');
  });
});
