import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import { composeKana } from '../../kernel/kana.js';
import { FontFile, FontSubset } from './font-subset.js';

/** 明朝 for the body of a letter, ゴシック for tables, headings and the contact block. */
export type FaceName = 'serif' | 'sans';

interface FaceGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

const FILES: Readonly<Record<FaceName, string>> = {
  serif: '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  sans: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
};

/**
 * One font of the letters. It places each character by its own advance and asks for no shaping: Japanese set
 * horizontally needs none, the width of a text is then the sum of its characters, and the text that a reader
 * copies is the text that was drawn (fontkit remembers a glyph's first character for the life of the process,
 * so that 高 could come back as a compatibility character that another letter used before).
 */
export class Face {
  /** What pdfkit embeds: the parsed font with our own layout. */
  readonly embeddable: Font;
  private readonly unitsPerEm: number;
  private readonly glyphs = new Map<string, FaceGlyph>();
  private readonly covered = new Map<string, boolean>();

  constructor(
    readonly name: FaceName,
    private readonly font: Font,
    private readonly file: FontFile,
  ) {
    this.unitsPerEm = font.unitsPerEm;
    this.embeddable = Object.assign(Object.create(font) as Font, {
      layout: (text: string) => this.layout(text),
      createSubset: () => new FontSubset(file),
    });
  }

  /** A small font of these characters for the pages. */
  forScreen(characters: Iterable<string>): Uint8Array {
    const glyphOf = new Map(Array.from(characters, (each) => [each.codePointAt(0) ?? 0, this.glyph(each).id]));
    return new FontSubset(this.file).encodeForScreen(glyphOf);
  }

  covers(cluster: string): boolean {
    let known = this.covered.get(cluster);
    if (known === undefined) {
      known = this.font.hasGlyphForCodePoint(cluster.codePointAt(0) ?? 0);
      this.covered.set(cluster, known);
    }
    return known;
  }

  /** Width in ems of one character together with the marks that belong to it. */
  advance(cluster: string): number {
    return this.glyph(cluster).advanceWidth / this.unitsPerEm;
  }

  private layout(text: string): unknown {
    const glyphs = clustersOf(text).map((cluster) => this.glyph(cluster));
    return {
      glyphs,
      positions: glyphs.map(({ advanceWidth }) => ({
        xAdvance: advanceWidth,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
        advanceWidth,
      })),
      advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0),
    };
  }

  private glyph(cluster: string): FaceGlyph {
    let known = this.glyphs.get(cluster);
    if (!known) {
      const [glyph] = this.font.glyphsForString(cluster);
      if (!glyph) throw new RangeError('an empty text has no glyph');
      const codePoints = Array.from(cluster, (character) => character.codePointAt(0) ?? 0);
      known = { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints };
      this.glyphs.set(cluster, known);
    }
    return known;
  }
}

const requireFrom = createRequire(import.meta.url);
const faces = new Map<FaceName, Face>();

/** The font, read and parsed once for the life of the process. */
export function face(name: FaceName): Face {
  let known = faces.get(name);
  if (!known) {
    const bytes = readFileSync(requireFrom.resolve(FILES[name]));
    const parsed = fontkit.create(bytes);
    if (!('layout' in parsed)) throw new Error(`${FILES[name]} holds several fonts`);
    known = new Face(name, parsed, new FontFile(bytes));
    faces.set(name, known);
  }
  return known;
}

/** Variation selectors choose a form of the character before them (異体字セレクタ); alone they are nothing. */
const SELECTOR = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u;

/** The text cut into characters, each with its variation selector: the pieces between which spacing may go. */
export function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  for (const character of text) {
    if (SELECTOR.test(character) && clusters.length > 0) clusters[clusters.length - 1] += character;
    else clusters.push(character);
  }
  return clusters;
}

/** The font that draws this character: the wanted one, or the other where only that has it. */
export const faceFor = (character: string, wanted: Face): Face =>
  wanted.covers(character) ? wanted : face(wanted.name === 'serif' ? 'sans' : 'serif');

/**
 * The characters of a text that no font of the letters can show, each once, in order of appearance. Forms ask this
 * at input, so that a name is not discovered as a blank on a letter. Line breaks and selectors count as shown.
 */
export function uncoveredCharacters(text: string): string[] {
  const lost = new Set<string>();
  for (const character of composeKana(text)) {
    if (/[\n\r\t]/.test(character) || SELECTOR.test(character)) continue;
    if (!face('serif').covers(character) && !face('sans').covers(character)) lost.add(character);
  }
  return [...lost];
}
