import { encodeJisX0201 } from './jis-x-0201.js';
import type { Transfer, TransferHead, TransferLine, TransferSender } from './transfer.js';

const RECORD_BYTES = 120;
const END_OF_FILE = 0x1a;
const CRLF = Uint8Array.of(0x0d, 0x0a);

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
 * Writes the 総合振込 file of the 全国銀行協会 format record by record: header, one record a payment, trailer, end; 120
 * bytes each. It keeps only the count and the total, so that a file of any length passes through. A value that does not
 * fit is a RangeError, because nothing is ever cut: ask `senderFaults` and `lineFaults` first.
 */
export class TransferWriter {
  private count = 0;
  private total = 0n;

  constructor(private readonly head: TransferHead) {}

  header(): Uint8Array {
    return this.encoded(headerRecord(this.head.sender, this.head.paymentDate.slice(5).replace('-', '')));
  }

  line(line: TransferLine): Uint8Array {
    this.count += 1;
    this.total += line.amount;
    return this.encoded(dataRecord(line, this.head.format.transferType));
  }

  /** Trailer, end record, and whatever the bank wants behind them. */
  end(): Uint8Array {
    if (this.count === 0) throw new RangeError('a transfer file without payments');
    const last = [this.encoded(trailerRecord(this.count, this.total)), this.encoded(endRecord())];
    return Buffer.concat(this.head.format.endOfFile ? [...last, Uint8Array.of(END_OF_FILE)] : last);
  }

  private encoded(record: string): Uint8Array {
    const encoded = encodeJisX0201(record);
    if (encoded.length !== RECORD_BYTES) throw new RangeError(`a record of ${encoded.length} bytes`);
    return this.head.format.lineEnd === 'crlf' ? Buffer.concat([encoded, CRLF]) : encoded;
  }
}

const BLOCK_BYTES = 64 * 1024;

/** The same in blocks of bytes, from lines that are read as they are needed. */
export async function* streamTransferFile(
  head: TransferHead,
  lines: AsyncIterable<TransferLine> | Iterable<TransferLine>,
): AsyncGenerator<Buffer> {
  const writer = new TransferWriter(head);
  let records = [writer.header()];
  let bytes = 0;
  for await (const line of lines) {
    const record = writer.line(line);
    records.push(record);
    bytes += record.length;
    if (bytes < BLOCK_BYTES) continue;
    yield Buffer.concat(records);
    [records, bytes] = [[], 0];
  }
  yield Buffer.concat([...records, writer.end()]);
}

/** The whole file at once, for one that is short. */
export function writeTransferFile({ lines, ...head }: Transfer): Uint8Array {
  const writer = new TransferWriter(head);
  const records = [writer.header(), ...lines.map((line) => writer.line(line)), writer.end()];
  return Uint8Array.from(Buffer.concat(records));
}
