import { decodeJisX0201 } from './jis-x-0201.js';

/** One data record as the bank's machine will read it. */
export interface ReadPayment {
  readonly bankCode: string;
  readonly bankKana: string;
  readonly branchCode: string;
  readonly branchKana: string;
  readonly accountKind: string;
  readonly accountNumber: string;
  readonly transferKana: string;
  readonly amount: bigint;
  readonly reference: string;
  readonly transferType: string;
}

/** What a bank reads from the file. `faults` is empty when the file keeps the format and its trailer agrees with its lines. */
export interface ReadTransfer {
  readonly consignorCode: string;
  readonly consignorKana: string;
  /** `MMDD` as the format has it: no year. */
  readonly monthAndDay: string;
  readonly bankCode: string;
  readonly branchCode: string;
  readonly accountKind: string;
  readonly accountNumber: string;
  readonly payments: readonly ReadPayment[];
  readonly count: number;
  readonly total: bigint;
  readonly faults: readonly string[];
}

/** Cuts the bytes into records by what stands there: 120 bytes, then perhaps CR LF, at the very end perhaps 0x1A. */
function cutRecords(bytes: Uint8Array): { records: Uint8Array[]; rest: number } {
  const end = bytes.at(-1) === 0x1a ? bytes.length - 1 : bytes.length;
  const records: Uint8Array[] = [];
  let position = 0;
  while (position + 120 <= end) {
    records.push(bytes.subarray(position, position + 120));
    position += 120;
    if (bytes[position] === 0x0d && bytes[position + 1] === 0x0a) position += 2;
  }
  return { records, rest: end - position };
}

/** Columns counted from 1, first and last inclusive, as the bank's manual prints them. */
const columns = (record: Uint8Array, first: number, last: number): string =>
  decodeJisX0201(record.subarray(first - 1, last));

const words = (record: Uint8Array, first: number, last: number): string => columns(record, first, last).trimEnd();

const number = (record: Uint8Array, first: number, last: number): bigint => {
  const text = columns(record, first, last);
  return /^\d+$/.test(text) ? BigInt(text) : -1n;
};

function readPayment(record: Uint8Array): ReadPayment {
  return {
    bankCode: columns(record, 2, 5),
    bankKana: words(record, 6, 20),
    branchCode: columns(record, 21, 23),
    branchKana: words(record, 24, 38),
    accountKind: columns(record, 43, 43),
    accountNumber: columns(record, 44, 50),
    transferKana: words(record, 51, 80),
    amount: number(record, 81, 90),
    reference: columns(record, 92, 101),
    transferType: columns(record, 112, 112),
  };
}

/**
 * Reads a 総合振込 file the way a bank does, by byte columns of its own: it shares no layout with the writer,
 * so that a file we wrote is proved by a second pair of eyes before anyone hands it over.
 */
export function readTransferFile(bytes: Uint8Array): ReadTransfer {
  const { records, rest } = cutRecords(bytes);
  const empty = new Uint8Array(120).fill(0x20);
  const header = records[0] ?? empty;
  const trailer = records.at(-2) ?? empty;
  const payments = records.slice(1, -2).map(readPayment);
  const count = Number(number(trailer, 2, 7));
  const total = number(trailer, 8, 19);
  const kinds = records.map((record) => columns(record, 1, 1)).join('');
  const faults = [
    ...(rest === 0 ? [] : ['length']),
    ...(/^12+89$/.test(kinds) ? [] : ['record-order']),
    ...(columns(header, 2, 4) === '210' ? [] : ['kind-of-transfer']),
    ...(count === payments.length ? [] : ['count']),
    ...(total === payments.reduce((sum, payment) => sum + payment.amount, 0n) ? [] : ['total']),
    ...(payments.every((payment) => payment.amount > 0n) ? [] : ['amount']),
  ];
  return {
    consignorCode: columns(header, 5, 14),
    consignorKana: words(header, 15, 54),
    monthAndDay: columns(header, 55, 58),
    bankCode: columns(header, 59, 62),
    branchCode: columns(header, 78, 80),
    accountKind: columns(header, 96, 96),
    accountNumber: columns(header, 97, 103),
    payments,
    count,
    total,
    faults,
  };
}
