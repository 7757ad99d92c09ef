import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../kernel/domain-error.js';

/** Rows of one sheet that are read; a sheet with more is refused before it is parsed. */
export const MAX_ROWS = 5_000;
const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;
/** Of the parts that are parsed; pictures are not. A parser takes about ten times as much. */
const MAX_PARSED_BYTES = 16 * 1024 * 1024;
const MAX_RATIO = 100;
const MAX_ENTRIES = 2_000;

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Old .xls files, and .xlsx files with a password, are OLE containers. */
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const ROW = Buffer.from('<row');

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Refuses a workbook that would fill the memory when unpacked: first by what its directory declares, then by
 * unpacking each entry no further than declared, because a directory can lie; then a sheet with more rows than
 * anybody fills in. Throws DomainError `excel.*`.
 * (A zip bomb of 295 KB took a gigabyte in every spreadsheet library tried.)
 */
export function refuseUnsafePackage(bytes: Buffer): void {
  if (bytes.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE))
    throw new DomainError('excel.password-or-old-format');
  const entries = readDirectory(bytes);
  const unpacked = sumOf(entries, 'unpacked');
  const parsed = sumOf(
    entries.filter(({ name }) => /\.(xml|rels|vml)$/i.test(name)),
    'unpacked',
  );
  const tooLarge = unpacked > MAX_UNPACKED_BYTES || parsed > MAX_PARSED_BYTES;
  if (tooLarge || unpacked > sumOf(entries, 'packed') * MAX_RATIO) throw new DomainError('excel.too-large-unpacked');
  for (const entry of entries) {
    const content = unpack(bytes, entry);
    if (SHEET.test(entry.name) && countRows(content) > MAX_ROWS) throw new DomainError('excel.too-many-rows');
  }
}

const sumOf = (entries: readonly Entry[], size: 'packed' | 'unpacked'): number =>
  entries.reduce((sum, entry) => sum + entry[size], 0);

function readDirectory(bytes: Buffer): Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let position = bytes.readUInt32LE(end + 16);
  if (count === 0 || count > MAX_ENTRIES) throw unreadable();
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (position + DIRECTORY_ENTRY_BYTES > end || bytes.readUInt32LE(position) !== DIRECTORY_ENTRY) throw unreadable();
    if ((bytes.readUInt16LE(position + 8) & 1) === 1) throw new DomainError('excel.password-or-old-format');
    const nameLength = bytes.readUInt16LE(position + 28);
    const name = position + DIRECTORY_ENTRY_BYTES;
    entries.push({
      name: bytes.toString('utf8', name, name + nameLength),
      method: bytes.readUInt16LE(position + 10),
      packed: bytes.readUInt32LE(position + 20),
      unpacked: bytes.readUInt32LE(position + 24),
      offset: bytes.readUInt32LE(position + 42),
    });
    const variable = [28, 30, 32].reduce((sum, field) => sum + bytes.readUInt16LE(position + field), 0);
    position += DIRECTORY_ENTRY_BYTES + variable;
  }
  return entries;
}

/** The directory's end stands at the end of the file, before a comment of at most 65,535 bytes. */
function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_OF_DIRECTORY_BYTES - 0xffff);
  for (let position = bytes.length - END_OF_DIRECTORY_BYTES; position >= earliest; position -= 1) {
    if (bytes.readUInt32LE(position) === END_OF_DIRECTORY) return position;
  }
  throw unreadable();
}

/** The entry's content; a directory that declared another size than it has is refused. */
function unpack(bytes: Buffer, { method, packed, unpacked, offset }: Entry): Buffer {
  if (offset + LOCAL_HEADER_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw unreadable();
  const start = offset + LOCAL_HEADER_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length || (method !== STORED && method !== DEFLATED)) throw unreadable();
  if (method === STORED) {
    if (packed !== unpacked) throw unreadable();
    return bytes.subarray(start, start + packed);
  }
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(unpacked, 1) });
  } catch {
    throw unreadable();
  }
}

function countRows(sheet: Buffer): number {
  let count = 0;
  for (let at = sheet.indexOf(ROW); at >= 0 && count <= MAX_ROWS; at = sheet.indexOf(ROW, at + ROW.length)) count += 1;
  return count;
}

const unreadable = (): DomainError => new DomainError('excel.unreadable');
