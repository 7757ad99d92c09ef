import { sumYen } from '../../../kernel/yen.js';
import { encodeJisX0201 } from './jis-x-0201.js';
import type { Transfer, TransferLine, TransferSender } from './transfer.js';

export const RECORD_BYTES = 120;
const END_OF_FILE = 0x1a;
const CRLF = [0x0d, 0x0a];

/** N項目: digits, aligned right, zeros before. RangeError when it is not digits or too long: never cut. */
function digits(value: string | bigint | number, width: number): string {
  const text = String(value);
  if (!/^\d+$/.test(text) || text.length > width) throw new RangeError(`not ${width} digits: ${text}`);
  return text.padStart(width, '0');
}

/** C項目: characters of one byte each, aligned left, spaces behind. RangeError when too long: never cut. */
function characters(text: string, width: number): string {
  if (text.length > width) throw new RangeError(`longer than ${width} bytes: ${text}`);
  return text.padEnd(width, ' ');
}

const blank = (width: number): string => ' '.repeat(width);

/** 総合振込, 種別コード 21; character code 0 = JIS. */
function headerRecord(sender: TransferSender, monthAndDay: string): string {
  return [
    '1',
    '21',
    '0',
    digits(sender.consignorCode, 10),
    characters(sender.consignorKana, 40),
    digits(monthAndDay, 4),
    digits(sender.bankCode, 4),
    characters(sender.bankKana, 15),
    digits(sender.branchCode, 3),
    characters(sender.branchKana, 15),
    digits(sender.accountKind, 1),
    digits(sender.accountNumber, 7),
    blank(17),
  ].join('');
}

function dataRecord(line: TransferLine, transferType: '7' | '8'): string {
  const clearingHouse = '0000';
  const newCode = '0';
  const secondReference = digits(0, 10);
  const noEdi = ' ';
  return [
    '2',
    digits(line.bankCode, 4),
    characters(line.bankKana, 15),
    digits(line.branchCode, 3),
    characters(line.branchKana, 15),
    clearingHouse,
    digits(line.accountKind, 1),
    digits(line.accountNumber, 7),
    characters(line.transferKana, 30),
    digits(line.amount, 10),
    newCode,
    digits(line.reference, 10),
    secondReference,
    transferType,
    noEdi,
    blank(7),
  ].join('');
}

const trailerRecord = (count: number, total: bigint): string => `8${digits(count, 6)}${digits(total, 12)}${blank(101)}`;

const endRecord = (): string => `9${blank(119)}`;

/**
 * The 総合振込 file of the 全国銀行協会 format: header, one record a payment, trailer, end; 120 bytes each.
 * Ask `findTransferFaults` first: here a value that does not fit is a RangeError, because nothing is ever cut.
 */
export function writeTransferFile({ sender, paymentDate, lines, format }: Transfer): Uint8Array {
  if (lines.length === 0) throw new RangeError('a transfer file without payments');
  const records = [
    headerRecord(sender, paymentDate.slice(5).replace('-', '')),
    ...lines.map((line) => dataRecord(line, format.transferType)),
    trailerRecord(lines.length, sumYen(lines.map((line) => line.amount))),
    endRecord(),
  ];
  const bytes: number[] = [];
  for (const record of records) {
    const encoded = encodeJisX0201(record);
    if (encoded.length !== RECORD_BYTES) throw new RangeError(`a record of ${encoded.length} bytes`);
    bytes.push(...encoded);
    if (format.lineEnd === 'crlf') bytes.push(...CRLF);
  }
  if (format.endOfFile) bytes.push(END_OF_FILE);
  return Uint8Array.from(bytes);
}
