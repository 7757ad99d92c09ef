import { describe, expect, test } from '@jest/globals';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FontFile, FontSubset } from './font-subset.js';

const path = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
);
const bytes = readFileSync(path);
const whole = fontkit.create(bytes) as Font;
const file = new FontFile(bytes);

describe('a subset of a font', () => {
  const texts = ['小郡市長　見本', '髙﨑𠮷', 'ÀÉñüŌ', 'がぱヴ', '①㈱Ⅲ', '1234567890,.', ' '];

  test.each(texts)('draws 「%s」 as the whole font does', (text) => {
    const subset = new FontSubset(file);
    const glyphs = whole.glyphsForString(text);
    const numbers = glyphs.map((glyph) => subset.includeGlyph(glyph));
    const cut = fontkit.create(Buffer.from(subset.encode())) as Font;
    glyphs.forEach((glyph, index) => {
      const found = cut.getGlyph(numbers[index] ?? 0);
      expect(found.path.toSVG()).toBe(glyph.path.toSVG());
      expect(found.advanceWidth).toBe(glyph.advanceWidth);
    });
  });

  test('is found by its characters when a browser asks for it', () => {
    const characters = ['ｶ', 'ﾞ', 'ﾟ', '𠮷'];
    const glyphOf = new Map(
      characters.map((each) => [each.codePointAt(0)!, whole.glyphForCodePoint(each.codePointAt(0)!).id]),
    );
    const cut = fontkit.create(Buffer.from(new FontSubset(file).encodeForScreen(glyphOf))) as Font;
    for (const [codePoint, glyph] of glyphOf) {
      expect(cut.glyphForCodePoint(codePoint).path.toSVG()).toBe(whole.getGlyph(glyph).path.toSVG());
    }
    expect(cut.hasGlyphForCodePoint('ｷ'.codePointAt(0)!)).toBe(false);
    expect(cut.familyName).toBe(whole.familyName);
  });

  test('holds each glyph once, the missing glyph first', () => {
    const subset = new FontSubset(file);
    const [glyph] = whole.glyphsForString('市');
    const number = subset.includeGlyph(glyph?.id ?? 0);
    expect(subset.includeGlyph(glyph?.id ?? 0)).toBe(number);
    expect(subset.includeGlyph(0)).toBe(0);
  });
});
