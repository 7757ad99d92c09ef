import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toTransferKana } from '../../../kernel/kana.js';
import { addDays, localDate } from '../../../kernel/local-date.js';
import { sumYen, yen } from '../../../kernel/yen.js';
import { encodeJisX0201 } from './jis-x-0201.js';
import { readTransferFile } from './read-transfer-file.js';
import type { Transfer, TransferFormat, TransferLine } from './transfer.js';
import { findTransferFaults } from './transfer-faults.js';
import { writeTransferFile } from './write-transfer-file.js';

/** Invented: a town that does not exist pays two bodies that do not exist. */
const example: Transfer = {
  sender: {
    consignorCode: '1234567',
    consignorKana: 'ﾐﾎﾝｼ ｶｲｹｲｶﾝﾘｼﾔ',
    bankCode: '0177',
    bankKana: 'ﾌｸｵｶ',
    branchCode: '636',
    branchKana: 'ｵｺﾞｵﾘ',
    accountKind: '1',
    accountNumber: '0012345',
  },
  paymentDate: localDate('2026-05-29'),
  lines: [
    {
      bankCode: '0178',
      bankKana: 'ﾁｸﾎｳ',
      branchCode: '101',
      branchKana: 'ｵｺﾞｵﾘ',
      accountKind: '1',
      accountNumber: '0765432',
      transferKana: 'ﾐﾎﾝｺｳｸｷﾖｳﾄﾞｳﾉﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ',
      amount: yen(660000),
      reference: '2026000001',
    },
    {
      bankCode: '9900',
      bankKana: 'ﾕｳﾁﾖ',
      branchCode: '748',
      branchKana: 'ﾅﾅﾖﾝﾊﾁ',
      accountKind: '1',
      accountNumber: '1234567',
      transferKana: 'ﾀﾒｼ(ｶｲｹｲ)',
      amount: yen(9999999999),
      reference: '2026000002',
    },
  ],
  format: { lineEnd: 'crlf', endOfFile: true, permittedSymbols: '().-/ ', transferType: '7' },
};

const spaces = (count: number): string => ' '.repeat(count);

describe('the 総合振込 file', () => {
  it('is, byte by byte, what the format says', () => {
    // Written by hand from the format's table, field by field; no function of ours pads or counts here.
    const header = [
      '1', //                                   データ区分
      '21', //                                  種別コード 総合振込
      '0', //                                   コード区分 JIS
      '0001234567', //                          依頼人コード N10
      'ﾐﾎﾝｼ ｶｲｹｲｶﾝﾘｼﾔ' + spaces(26), //         依頼人名 C40 (14 bytes)
      '0529', //                                振込日
      '0177', //                                仕向銀行番号
      'ﾌｸｵｶ' + spaces(11), //                   仕向銀行名 C15
      '636', //                                 仕向支店番号
      'ｵｺﾞｵﾘ' + spaces(10), //                  仕向支店名 C15 (ｺﾞ is two bytes)
      '1', //                                   預金種目
      '0012345', //                             口座番号
      spaces(17), //                            ダミー
    ].join('');
    const first = [
      '2',
      '0178',
      'ﾁｸﾎｳ' + spaces(11),
      '101',
      'ｵｺﾞｵﾘ' + spaces(10),
      '0000', //                                手形交換所番号
      '1',
      '0765432',
      'ﾐﾎﾝｺｳｸｷﾖｳﾄﾞｳﾉﾏﾁﾂﾞｸﾘｷﾖｳｷﾞｶｲ' + spaces(4), // 受取人名 C30 (3+3+3+3+1+2+2+2+3+2+2 = 26 bytes)
      '0000660000', //                          振込金額 N10
      '0', //                                   新規コード その他
      '2026000001', //                          顧客コード1
      '0000000000', //                          顧客コード2
      '7', //                                   振込指定区分 電信
      ' ', //                                   識別表示
      spaces(7),
    ].join('');
    const second = [
      '2',
      '9900',
      'ﾕｳﾁﾖ' + spaces(11),
      '748',
      'ﾅﾅﾖﾝﾊﾁ' + spaces(9),
      '0000',
      '1',
      '1234567',
      'ﾀﾒｼ(ｶｲｹｲ)' + spaces(21),
      '9999999999',
      '0',
      '2026000002',
      '0000000000',
      '7',
      ' ',
      spaces(7),
    ].join('');
    const trailer = '8' + '000002' + '010000659999' + spaces(101);
    const end = '9' + spaces(119);
    const expected = [header, first, second, trailer, end].map((record) => record + '\r\n').join('') + '\x1a';

    const bytes = writeTransferFile(example);
    expect(Buffer.from(bytes).toString('latin1')).toBe(
      [...expected]
        .map((c) => (c < '\x80' ? c : String.fromCharCode((c.codePointAt(0) ?? 0) - 0xff61 + 0xa1)))
        .join(''),
    );
    expect(bytes.length).toBe(5 * 122 + 1);
  });

  it('starts with the bytes that a hex dump of it would show', () => {
    // ﾐ = D0, ﾎ = CE, ﾝ = DD, ｼ = BC in JIS X 0201.
    expect(Buffer.from(writeTransferFile(example)).subarray(0, 18).toString('hex')).toBe(
      '31' + '3231' + '30' + '30303031323334353637' + 'd0ceddbc',
    );
  });
});

const KANA_BYTES = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ().-/ '];
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...KANA_BYTES), { minLength: 1, maxLength: most })
    .map((letters) => letters.join('').trimEnd())
    .filter((text) => text.trim() !== '');
const numerals = (width: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }).map((figures) => figures.join(''));

const anyLine: fc.Arbitrary<TransferLine> = fc.record({
  bankCode: numerals(4),
  bankKana: words(15),
  branchCode: numerals(3),
  branchKana: words(15),
  accountKind: fc.constantFrom('1', '2', '4', '9'),
  accountNumber: numerals(7),
  transferKana: words(30),
  amount: fc.bigInt({ min: 1n, max: 9_999_999_999n }).map(yen),
  reference: numerals(10),
});
const anyFormat: fc.Arbitrary<TransferFormat> = fc.record({
  lineEnd: fc.constantFrom('crlf', 'none'),
  endOfFile: fc.boolean(),
  permittedSymbols: fc.constant('().-/ '),
  transferType: fc.constantFrom('7', '8'),
});
const anyTransfer: fc.Arbitrary<Transfer> = fc.record({
  sender: fc.record({
    consignorCode: numerals(10),
    consignorKana: words(40),
    bankCode: numerals(4),
    bankKana: words(15),
    branchCode: numerals(3),
    branchKana: words(15),
    accountKind: fc.constantFrom('1', '2'),
    accountNumber: numerals(7),
  }),
  paymentDate: fc.integer({ min: 0, max: 5000 }).map((days) => addDays(localDate('2026-01-01'), days)),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 40 }),
  format: anyFormat,
});

describe('for every transfer without a fault', () => {
  it('each record is 120 bytes and the length follows from the format', () => {
    fc.assert(
      fc.property(anyTransfer, (transfer) => {
        expect(findTransferFaults(transfer)).toEqual([]);
        const bytes = writeTransferFile(transfer);
        const recordBytes = transfer.format.lineEnd === 'crlf' ? 122 : 120;
        const records = transfer.lines.length + 3;
        expect(bytes.length).toBe(records * recordBytes + (transfer.format.endOfFile ? 1 : 0));
        const kinds = Array.from({ length: records }, (_, index) =>
          String.fromCharCode(bytes[index * recordBytes] ?? 0),
        );
        expect(kinds.join('')).toBe(`1${'2'.repeat(transfer.lines.length)}89`);
      }),
    );
  });

  it('the bank reads exactly the payments that were meant, and their count and total', () => {
    fc.assert(
      fc.property(anyTransfer, (transfer) => {
        const read = readTransferFile(writeTransferFile(transfer));
        expect(read.faults).toEqual([]);
        expect(read.payments).toEqual(
          transfer.lines.map((line) => ({ ...line, transferType: transfer.format.transferType })),
        );
        expect(read.count).toBe(transfer.lines.length);
        expect(read.total).toBe(sumYen(transfer.lines.map((line) => line.amount)));
        expect(read.monthAndDay).toBe(transfer.paymentDate.slice(5).replace('-', ''));
      }),
    );
  });

  it('gives the same bytes each time', () => {
    fc.assert(
      fc.property(anyTransfer, (transfer) => {
        expect(writeTransferFile(transfer)).toEqual(writeTransferFile(transfer));
      }),
    );
  });
});

describe('what the bank would refuse is named before a file exists', () => {
  const withLine = (line: Partial<TransferLine>): Transfer => ({
    ...example,
    lines: example.lines.map((each, index) => (index === 1 ? { ...each, ...line } : each)),
  });
  const faultsOf = (transfer: Transfer): string[] => findTransferFaults(transfer).map((f) => `${f.pointer} ${f.code}`);

  it.each([
    [{ transferKana: 'ﾀﾒｼ・ｶｲ' }, 'payments.transfer-characters'],
    [{ transferKana: 'ﾐﾖｰｶｲ' }, 'payments.transfer-characters'],
    [{ transferKana: '見本' }, 'payments.transfer-characters'],
    [{ transferKana: 'ｱ'.repeat(31) }, 'payments.transfer-too-long'],
    [{ transferKana: ' ' }, 'payments.transfer-text-missing'],
    [{ accountNumber: '123456' }, 'payments.transfer-digits'],
    [{ amount: yen(0) }, 'payments.transfer-amount'],
  ])('%j', (line, code) => {
    expect(faultsOf(withLine(line))).toEqual([`lines[1] ${code}`]);
  });

  it('follows the symbols of the bank at hand: some take no full stop', () => {
    const strict = { ...withLine({ transferKana: 'ﾀﾒｼ.ｶｲ' }), format: { ...example.format, permittedSymbols: '()- ' } };
    expect(faultsOf(strict)).toEqual(['lines[1] payments.transfer-characters']);
    expect(faultsOf(withLine({ transferKana: 'ﾀﾒｼ.ｶｲ' }))).toEqual([]);
  });

  it('writes nothing rather than cut', () => {
    expect(() => writeTransferFile(withLine({ transferKana: 'ｱ'.repeat(31) }))).toThrow(RangeError);
    expect(() => writeTransferFile({ ...example, lines: [] })).toThrow(RangeError);
    expect(() => encodeJisX0201('あ')).toThrow(RangeError);
  });

  it('accepts whatever kana our own normalisation makes of a name in kana', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'あがぱきゃっヴー・。ァヲＡb１'), { minLength: 1, maxLength: 8 }),
        (letters) => {
          const transferKana = toTransferKana(letters.join(''));
          const codes = faultsOf(withLine({ transferKana })).map((fault) => fault.split(' ')[1]);
          expect(codes.filter((code) => code === 'payments.transfer-characters')).toEqual([]);
        },
      ),
    );
  });
});

describe('the reader finds what is wrong with a file', () => {
  const good = (): Uint8Array =>
    writeTransferFile({ ...example, format: { ...example.format, lineEnd: 'none', endOfFile: false } });
  const overwrite = (offset: number, text: string): Uint8Array => {
    const bytes = good();
    bytes.set(encodeJisX0201(text), offset);
    return bytes;
  };

  it.each([
    ['an amount changed after writing', overwrite(120 + 80, '0000660001'), ['total']],
    ['a count that is not theirs', overwrite(360 + 1, '000003'), ['count']],
    ['a salary file', overwrite(1, '11'), ['kind-of-transfer']],
    ['letters in an amount', overwrite(120 + 80, '00006600OO'), ['total', 'amount']],
    ['a file cut short', good().subarray(0, 500), ['length', 'record-order', 'count', 'total']],
  ])('%s', (_, bytes, faults) => {
    expect(readTransferFile(bytes).faults).toEqual(expect.arrayContaining(faults));
  });

  it('reads an empty file as one without anything in it', () => {
    expect(readTransferFile(new Uint8Array()).faults).toContain('record-order');
  });
});
