const FIRST_KANA = 0xff61;
const LAST_KANA = 0xff9f;
const KANA_SHIFT = 0xff61 - 0xa1;

/** One byte a character: printable ASCII as it is, half-width katakana as 0xA1–0xDF (JIS X 0201). Null when there is none. */
function byteOf(code: number): number | null {
  if (code >= 0x20 && code <= 0x7e) return code;
  return code >= FIRST_KANA && code <= LAST_KANA ? code - KANA_SHIFT : null;
}

/** RangeError names the first character that the code has no byte for. */
export function encodeJisX0201(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = byteOf(text.charCodeAt(index));
    if (byte === null) throw new RangeError(`no JIS X 0201 byte for U+${(text.codePointAt(index) ?? 0).toString(16)}`);
    bytes[index] = byte;
  }
  return bytes;
}

/** Bytes outside the code are read as `?`, so that a reader shows a broken file instead of failing on it. */
export function decodeJisX0201(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    if (byte >= 0x20 && byte <= 0x7e) return String.fromCodePoint(byte);
    return byte >= 0xa1 && byte <= 0xdf ? String.fromCodePoint(byte + KANA_SHIFT) : '?';
  }).join('');
}
