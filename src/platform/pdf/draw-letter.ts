import { composeKana } from '../../kernel/kana.js';
import { uncoveredCharacters } from './face.js';
import { layoutLetter } from './layout/layout-letter.js';
import type { LetterSheet } from './letter-sheet.js';
import { paint } from './paint.js';

/**
 * Draws a letter as tagged PDF/A-2a. The bytes depend on nothing but the sheet and `createdAt`.
 * Throws RangeError when a character has no glyph: a letter with a blank in a name must not leave the house.
 */
export async function drawLetter(sheet: LetterSheet, createdAt: Date): Promise<Buffer> {
  const text = JSON.parse(composeKana(JSON.stringify(sheet))) as LetterSheet;
  const lost = uncoveredCharacters(textOf(text));
  if (lost.length > 0) throw new RangeError(`no font shows ${lost.join(' ')}`);
  const title = text.titleNote ? `${text.title}（${text.titleNote}）` : text.title;
  return paint(layoutLetter(text), { title, author: text.author, createdAt });
}

/** The value with 〓, as printers mark a type that they lack, for each character that no font of the letters can show. */
export function withGeta<T>(value: T): T {
  const lost = new Set(uncoveredCharacters(textOf(value)));
  if (lost.size === 0) return value;
  const shown = Array.from(JSON.stringify(value), (character) => (lost.has(character) ? '〓' : character)).join('');
  return JSON.parse(shown) as T;
}

/** Every text of a value, whatever its shape, one after the other. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (value !== null && typeof value === 'object') return Object.values(value).map(textOf).join('');
  return '';
}
