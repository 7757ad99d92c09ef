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

  test('holds each glyph once, the missing glyph first', () => {
    const subset = new FontSubset(file);
    const [glyph] = whole.glyphsForString('市');
    const number = subset.includeGlyph(glyph?.id ?? 0);
    expect(subset.includeGlyph(glyph?.id ?? 0)).toBe(number);
    expect(subset.includeGlyph(0)).toBe(0);
  });
});
