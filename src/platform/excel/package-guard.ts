import { inflateRawSync } from 'node:zlib';
import { DomainError } from '../../kernel/domain-error.js';

const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;
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

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Refuses a workbook that would fill the memory when unpacked: first by what its directory declares, then by
 * unpacking each entry no further than declared, because a directory can lie. Throws DomainError `excel.*`.
 * (A zip bomb of 295 KB took a gigabyte in every spreadsheet library tried.)
 */
export function refuseUnsafePackage(bytes: Buffer): void {
  if (bytes.subarray(0, OLE_SIGNATURE.length).equals(OLE_SIGNATURE))
    throw new DomainError('excel.password-or-old-format');
  const entries = readDirectory(bytes);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (unpacked > MAX_UNPACKED_BYTES || unpacked > packed * MAX_RATIO) throw new DomainError('excel.too-large-unpacked');
  for (const entry of entries) refuseLyingEntry(bytes, entry);
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let position = bytes.readUInt32LE(end + 16);
  if (count === 0 || count > MAX_ENTRIES) throw unreadable();
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (position + DIRECTORY_ENTRY_BYTES > end || bytes.readUInt32LE(position) !== DIRECTORY_ENTRY) throw unreadable();
    if ((bytes.readUInt16LE(position + 8) & 1) === 1) throw new DomainError('excel.password-or-old-format');
    entries.push({
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

function refuseLyingEntry(bytes: Buffer, { method, packed, unpacked, offset }: Entry): void {
  if (offset + LOCAL_HEADER_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw unreadable();
  const start = offset + LOCAL_HEADER_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length || (method !== STORED && method !== DEFLATED)) throw unreadable();
  if (method === STORED) {
    if (packed !== unpacked) throw unreadable();
    return;
  }
  try {
    inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(unpacked, 1) });
  } catch {
    throw unreadable();
  }
}

const unreadable = (): DomainError => new DomainError('excel.unreadable');
