import encoding from 'encoding-japanese';

export interface ShiftJisText {
  readonly bytes: Buffer;
  /** Characters that Shift_JIS does not have, each once, in order of appearance; they stand as 〓. */
  readonly lost: readonly string[];
}

const GETA = '〓';
/** One character of Shift_JIS with two numbers in Unicode: what is written as one comes back as the other, in the same shape. */
const SAME = new Map([...'〜−—‖'].map((character, index) => [character, [...'～－―∥'][index] ?? character]));

/** A UTF-8 file for programs that only read Shift_JIS. 𠮷 and others have no place there: they are named, never dropped silently. */
export function toShiftJis(utf8: Uint8Array): ShiftJisText {
  const text = new TextDecoder('utf-8').decode(utf8);
  const characters = [...text];
  const lost = [...new Set(characters)].filter((character) => {
    const written = SAME.get(character) ?? character;
    return decode(encode(written)) !== written;
  });
  const missing = new Set(lost);
  const kept = characters
    .map((character) => (missing.has(character) ? GETA : (SAME.get(character) ?? character)))
    .join('');
  return { bytes: Buffer.from(encode(kept)), lost };
}

const encode = (text: string): number[] => encoding.convert(encoding.stringToCode(text), 'SJIS', 'UNICODE');
const decode = (codes: number[]): string => encoding.codeToString(encoding.convert(codes, 'UNICODE', 'SJIS'));
