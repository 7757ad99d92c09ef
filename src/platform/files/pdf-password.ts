import { createCipheriv, createHash } from 'node:crypto';
import { readDictionary, readString, type PdfDictionary } from './pdf-dictionary.js';

/** ISO 32000-1, 7.6.3.3: what fills up a password that is too short, here all of it. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * True when a PDF does not open without a password. Many offices and banks lock their papers against changes only:
 * those are encrypted too, but with an empty password, and open for everyone. What cannot be made out counts as locked.
 */
export function needsPassword(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  // The newest trailer stands last; it names the same dictionary as those before it.
  const reference = [...text.matchAll(/\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|(?=<<))/g)].at(-1);
  if (!reference) return false;
  const encryption = dictionaryOf(text, reference);
  return encryption === null || !opensWithoutPassword(encryption, documentId(text));
}

/** The encryption dictionary never lies in a compressed part of the file (ISO 32000-1, 7.5.7). */
function dictionaryOf(text: string, reference: RegExpExecArray): PdfDictionary | null {
  const [whole, number, generation] = reference;
  if (number === undefined || generation === undefined) return readDictionary(text, reference.index + whole.length);
  const object = new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\s*(?=<<)`).exec(text);
  return object && readDictionary(text, object.index + object[0].length);
}

function documentId(text: string): Buffer {
  const found = /\/ID\s*\[\s*(?=[(<])/.exec(text);
  return found ? readString(text, found.index + found[0].length) : Buffer.alloc(0);
}

function opensWithoutPassword(encryption: PdfDictionary, id: Buffer): boolean {
  const user = encryption.get('U');
  if (encryption.get('Filter') !== 'Standard' || !Buffer.isBuffer(user)) return false;
  const revision = numberIn(encryption, 'R') ?? 0;
  if (revision >= 5) return provesNewer(revision, user);
  return revision >= 2 && provesOlder(revision, encryption, user, id);
}

/** Algorithms 4 and 5: the entry U, made from the key of an empty password. */
function provesOlder(revision: number, encryption: PdfDictionary, user: Buffer, id: Buffer): boolean {
  const key = keyOf(revision, encryption, id);
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, PADDING.length));
  let proof = rc4(key, digest('md5', PADDING, id));
  for (let round = 1; round <= 19; round += 1)
    proof = rc4(
      key.map((byte) => byte ^ round),
      proof,
    );
  return proof.equals(user.subarray(0, proof.length));
}

/** Algorithm 2. */
function keyOf(revision: number, encryption: PdfDictionary, id: Buffer): Buffer {
  const owner = encryption.get('O');
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberIn(encryption, 'P') ?? 0) | 0);
  const parts = [PADDING, Buffer.isBuffer(owner) ? owner.subarray(0, 32) : PADDING, permissions, id];
  if (revision >= 4 && encryption.get('EncryptMetadata') === 'false') parts.push(Buffer.alloc(4, 0xff));
  const length = lengthOfKey(revision, encryption);
  let key = digest('md5', ...parts);
  for (let round = 0; revision >= 3 && round < 50; round += 1) key = digest('md5', key.subarray(0, length));
  return key.subarray(0, length);
}

/** In bytes; the entry counts bits, though some programmes write bytes. */
function lengthOfKey(revision: number, encryption: PdfDictionary): number {
  if (revision === 2 || encryption.get('V') === '1') return 5;
  const length = numberIn(encryption, 'Length') ?? (revision === 4 ? 128 : 40);
  return length < 40 ? length : length / 8;
}

/** ISO 32000-2, algorithm 11: U begins with the hash of the password and the eight bytes that follow it. */
function provesNewer(revision: number, user: Buffer): boolean {
  const salt = user.subarray(32, 40);
  const hash = revision === 5 ? digest('sha256', salt) : hardenedHash(salt);
  return hash.equals(user.subarray(0, 32));
}

/** ISO 32000-2, algorithm 2.B, for an empty user's password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = digest('sha256', salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const scrambled = cipher.update(Buffer.concat(Array<Buffer>(64).fill(key)));
    const rest = scrambled.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = digest(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512', scrambled);
    last = scrambled.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

function numberIn(dictionary: PdfDictionary, name: string): number | null {
  const value = dictionary.get(name);
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : null;
}

function digest(name: string, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Node's cryptography no longer offers this old cipher; PDF needs it to prove an empty password. */
function rc4(key: Uint8Array, data: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => box[index & 0xff] ?? 0;
  const swap = (one: number, other: number): void => {
    [box[one], box[other]] = [at(other), at(one)];
  };
  for (let one = 0, other = 0; one < 256; one += 1) {
    other = (other + at(one) + (key[one % key.length] ?? 0)) & 0xff;
    swap(one, other);
  }
  let [one, other] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      one = (one + 1) & 0xff;
      other = (other + at(one)) & 0xff;
      swap(one, other);
      return byte ^ at(at(one) + at(other));
    }),
  );
}
