/**
 * 振込用カナ: the one-byte kana of JIS X 0201 in which banks exchange names. A voiced sound takes two bytes
 * (ｶﾞ), small kana do not exist, and ヲ is written ｵ (全銀協規定形式; bank notices differ on symbols only).
 */

const FULL_WIDTH = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン'];
const HALF_WIDTH = [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ'];

/** Kana that the bank's file writes with another: small ones as large ones, and three that it does not have. */
const SUBSTITUTES = new Map(zip([...'ァィゥェォッャュョヮヵヶヰヱヲ'], [...'アイウエオツヤユヨワカケイエオ']));

const MARKS: readonly (readonly [string, string])[] = [
  ['\u3099', 'ﾞ'],
  ['\u309a', 'ﾟ'],
];
const SYMBOLS: readonly (readonly [string, string])[] = [
  ['・', '.'],
  ['。', '.'],
  ['、', ','],
  ['「', '｢'],
  ['」', '｣'],
];

const TRANSFER_CHARACTER = new Map<string, string>([
  ...zip(FULL_WIDTH, HALF_WIDTH),
  ...[...SUBSTITUTES].map(([small, large]) => [small, HALF_WIDTH[FULL_WIDTH.indexOf(large)] ?? large] as const),
  ...MARKS,
  ...SYMBOLS,
]);

/** Every dash that keyboards and Excel produce for the long sound, including ー itself. */
const DASHES = /[ー‐‑‒–—―−⁃﹣－ｰ]/g;
const VOICED_MARK = /[ﾞﾟ]/;
/** Letters that every bank accepts; symbols beyond these are the bank's own choice. */
const PERMITTED_EVERYWHERE = /[0-9A-Zｱ-ﾝﾞﾟ() -]/;

/**
 * Kana as banks exchange it: half-width, large kana, ﾞ and ﾟ as characters of their own, Latin in capitals.
 * What has no such form (kanji, emoji) stays as it was, for `findForbiddenCharacters` to name. A bank whose permitted
 * symbols name ｦ or ｰ takes ヲ and ー as they are.
 */
export function toTransferKana(text: string, permittedSymbols = ''): string {
  const keeps = (character: string): boolean => permittedSymbols.includes(character);
  const folded = toKatakana(text).replace(DASHES, (dash) => (dash === 'ー' && keeps('ｰ') ? 'ｰ' : '-'));
  return [...folded.toUpperCase().normalize('NFD')]
    .map((character) => (character === 'ヲ' && keeps('ｦ') ? 'ｦ' : (TRANSFER_CHARACTER.get(character) ?? character)))
    .join('')
    .trim();
}

/**
 * か + ゛ (two characters, as a Mac has them) becomes が. Nothing else is normalised: NFC would turn the 神 or 福 of
 * somebody's name into another form of it.
 */
export const composeKana = (text: string): string =>
  text.replace(/[\u3041-\u30fe][\u3099\u309a]/g, (pair) => pair.normalize('NFC'));

/** Full-width katakana with single-width Latin and digits; hiragana and half-width kana are folded, kanji stay. */
export function toKatakana(text: string): string {
  return text
    .replace(/\u309b|ﾞ/g, '\u3099')
    .replace(/\u309c|ﾟ/g, '\u309a')
    .normalize('NFKC')
    .replace(/[ぁ-ゖゝゞ]/g, (hiragana) => String.fromCodePoint((hiragana.codePointAt(0) ?? 0) + 0x60))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for a reading (フリガナ): katakana, long sounds, ・, spaces, Latin and digits after folding, and not blank. */
export const isReading = (text: string): boolean => /^[ァ-ヺーA-Za-z0-9・ .,()&'-]+$/.test(toKatakana(text));

/** Bytes of the transfer kana in the bank's file: one for each character, so ｶﾞ counts two. */
export const transferKanaBytes = (transferKana: string): number => [...transferKana].length;

/**
 * The leading `maxBytes` of the passbook's name as transfer kana. A voiced sound is never cut in half:
 * when its mark does not fit, its base letter goes too. Blanks at the end are dropped (the file pads with blanks).
 */
export function proposeTransferKana(passbookKana: string, maxBytes = 30, permittedSymbols = ''): string {
  const characters = [...toTransferKana(passbookKana, permittedSymbols)];
  let end = Math.min(maxBytes, characters.length);
  while (end > 0 && VOICED_MARK.test(characters[end] ?? '')) end -= 1;
  return characters.slice(0, end).join('').trimEnd();
}

/**
 * Characters that the bank would refuse, each once, in order of appearance. `permittedSymbols` are those that
 * this town's bank takes beyond digits, capitals, kana, brackets, hyphen and blank.
 */
export function findForbiddenCharacters(transferKana: string, permittedSymbols = ''): string[] {
  const permitted = (character: string): boolean =>
    PERMITTED_EVERYWHERE.test(character) || permittedSymbols.includes(character);
  return [...new Set([...transferKana].filter((character) => !permitted(character)))];
}

function zip(from: readonly string[], to: readonly string[]): [string, string][] {
  return from.map((character, index) => [character, to[index] ?? character]);
}
