import { decodeJisX0201 } from './jis-x-0201.js';

/** One field as the bank's manual counts it: columns from 1, first and last inclusive. */
export interface ReadField {
  readonly label: string;
  readonly first: number;
  readonly last: number;
  /** What stands there, blanks included. */
  readonly text: string;
}

export type RecordKind = 'header' | 'data' | 'trailer' | 'end' | 'unknown';

/** One record of 120 bytes, cut out of the file by what stands there. */
export interface ReadRecord {
  readonly number: number;
  readonly kind: RecordKind;
  readonly fields: readonly ReadField[];
}

/** What stands between the records and behind them. */
export interface FileShape {
  readonly bytes: number;
  readonly records: number;
  readonly lineEnd: 'crlf' | 'none' | 'mixed';
  readonly endOfFile: boolean;
  /** Bytes that belong to no record. */
  readonly rest: number;
}

type Layout = readonly (readonly [label: string, width: number])[];

/** Typed from the bank's manual once more, not taken from the writer: the two must agree without knowing each other. */
const HEADER: Layout = [
  ['データ区分', 1],
  ['種別コード', 2],
  ['コード区分', 1],
  ['依頼人コード', 10],
  ['依頼人名', 40],
  ['取組日', 4],
  ['仕向銀行番号', 4],
  ['仕向銀行名', 15],
  ['仕向支店番号', 3],
  ['仕向支店名', 15],
  ['預金種目', 1],
  ['口座番号', 7],
  ['ダミー', 17],
];
const DATA: Layout = [
  ['データ区分', 1],
  ['被仕向銀行番号', 4],
  ['被仕向銀行名', 15],
  ['被仕向支店番号', 3],
  ['被仕向支店名', 15],
  ['手形交換所番号', 4],
  ['預金種目', 1],
  ['口座番号', 7],
  ['受取人名', 30],
  ['振込金額', 10],
  ['新規コード', 1],
  ['顧客コード1', 10],
  ['顧客コード2', 10],
  ['振込指定区分', 1],
  ['識別表示', 1],
  ['ダミー', 7],
];
const TRAILER: Layout = [
  ['データ区分', 1],
  ['合計件数', 6],
  ['合計金額', 12],
  ['ダミー', 101],
];
const END: Layout = [
  ['データ区分', 1],
  ['ダミー', 119],
];

const LAYOUTS: Readonly<Record<string, readonly [RecordKind, Layout]>> = {
  '1': ['header', HEADER],
  '2': ['data', DATA],
  '8': ['trailer', TRAILER],
  '9': ['end', END],
};

const RECORD_BYTES = 120;

function readRecord(record: Uint8Array, number: number): ReadRecord {
  const text = decodeJisX0201(record);
  const [kind, layout] = LAYOUTS[text.charAt(0)] ?? (['unknown', [['読み取れない記録', RECORD_BYTES]]] as const);
  let first = 1;
  const fields = layout.map(([label, width]) => {
    const field = { label, first, last: first + width - 1, text: text.slice(first - 1, first - 1 + width) };
    first += width;
    return field;
  });
  return { number, kind, fields };
}

/**
 * Reads the records of a 総合振込 file as a bank's machine does, block by block, and says at the end how the file is
 * shaped. `onRecord` sees each in its turn; nothing of the file is kept.
 */
export class RecordReader {
  private left: Buffer = Buffer.alloc(0);
  private position = 0;
  private records = 0;
  private lineEnds = 0;

  constructor(private readonly onRecord: (record: ReadRecord) => void) {}

  block(block: Uint8Array): void {
    const bytes = this.left.length === 0 ? Buffer.from(block) : Buffer.concat([this.left, block]);
    this.position += block.length;
    let at = 0;
    // Two more bytes show whether a line end follows.
    while (at + RECORD_BYTES + 2 <= bytes.length) at = this.take(bytes, at);
    this.left = bytes.subarray(at);
  }

  end(): FileShape {
    let at = 0;
    const endOfFile = this.left.at(-1) === 0x1a;
    const bytes = endOfFile ? this.left.subarray(0, -1) : this.left;
    while (at + RECORD_BYTES <= bytes.length) at = this.take(bytes, at);
    return {
      bytes: this.position,
      records: this.records,
      lineEnd: this.lineEnds === 0 ? 'none' : this.lineEnds === this.records ? 'crlf' : 'mixed',
      endOfFile,
      rest: bytes.length - at,
    };
  }

  private take(bytes: Buffer, at: number): number {
    this.records += 1;
    this.onRecord(readRecord(bytes.subarray(at, at + RECORD_BYTES), this.records));
    const end = at + RECORD_BYTES;
    if (bytes[end] !== 0x0d || bytes[end + 1] !== 0x0a) return end;
    this.lineEnds += 1;
    return end + 2;
  }
}
