import { clustersOf, type Face, faceFor } from './face.js';

/** Width in points. Text is cut in clusters so that characters of two fonts may stand in one line. */
export function widthOf(text: string, face: Face, size: number): number {
  let ems = 0;
  for (const cluster of clustersOf(text)) ems += faceFor(cluster, face).advance(cluster);
  return ems * size;
}

/** 行頭禁則: these never begin a line (JIS X 4051). */
const NEVER_FIRST = new Set(
  '、。，．・：；？！)）」』】〕〉》］｝}]”’゛゜ー―‐…‥々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%℃',
);
/** 行末禁則: these never end a line. */
const NEVER_LAST = new Set('(（「『【〔〈《［｛{[“‘￥¥＄$№〒');
const WORD = /[A-Za-z0-9À-ɏ.,'@_+:#&-]/;
const DIGIT = /[0-9０-９]/;

function mayBreakBetween(before: string, after: string): boolean {
  if (NEVER_FIRST.has(after) || NEVER_LAST.has(before)) return false;
  if (after === ' ' || after === '\u{a0}' || before === '\u{a0}') return false;
  if (WORD.test(before) && WORD.test(after)) return false;
  return !(DIGIT.test(before) && (DIGIT.test(after) || after === '円'));
}

export interface BrokenLine {
  readonly text: string;
  readonly width: number;
  /** The last line of its paragraph is not spread to the margins. */
  readonly last: boolean;
}

/**
 * Breaks a text into lines no wider than `width` points; `firstIndent` shortens the first line of each paragraph.
 * `\n` begins a new paragraph. A word or number longer than a line is cut where the line ends.
 */
export function breakLines(text: string, face: Face, size: number, width: number, firstIndent = 0): BrokenLine[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, face, size, width, firstIndent));
}

function breakParagraph(text: string, face: Face, size: number, width: number, firstIndent: number): BrokenLine[] {
  const clusters = clustersOf(text);
  const advances = clusters.map((cluster) => faceFor(cluster, face).advance(cluster) * size);
  const lines: BrokenLine[] = [];
  let start = 0;
  while (start < clusters.length) {
    const room = width - (lines.length === 0 ? firstIndent : 0);
    const end = endOfLine(clusters, advances, start, room);
    lines.push(lineOf(clusters.slice(start, end), advances.slice(start, end), end === clusters.length));
    start = end;
    while (start < clusters.length && clusters[start] === ' ') start++;
  }
  return lines.length > 0 ? lines : [{ text: '', width: 0, last: true }];
}

/** Tolerates a rounding error of a thousandth of a point: a text that was measured to fit its box fits it. */
const TOLERANCE = 0.001;

function endOfLine(clusters: readonly string[], advances: readonly number[], start: number, room: number): number {
  let used = 0;
  let end = start;
  while (end < clusters.length) {
    used += advances[end] ?? 0;
    if (used > room + TOLERANCE && !isSpace(clusters[end] ?? '')) break;
    end++;
  }
  if (end === clusters.length) return end;
  for (let at = end; at > start; at--) {
    if (mayBreakBetween(clusters[at - 1] ?? '', clusters[at] ?? '')) return at;
  }
  return Math.max(end, start + 1);
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** The text cut where a title may break: between words, and never before a closing or after an opening bracket. */
export function wordsOf(text: string): string[] {
  const parts: string[] = [];
  for (const { segment } of words.segment(text)) {
    const before = clustersOf(parts[parts.length - 1] ?? '').pop();
    if (before !== undefined && !mayBreakBetween(before, clustersOf(segment)[0] ?? '')) {
      parts[parts.length - 1] += segment;
    } else {
      parts.push(segment);
    }
  }
  return parts;
}

const isSpace = (cluster: string): boolean => cluster === ' ' || cluster === '\u{3000}';

function lineOf(clusters: readonly string[], advances: readonly number[], last: boolean): BrokenLine {
  let length = clusters.length;
  while (length > 0 && isSpace(clusters[length - 1] ?? '')) length--;
  const width = advances.slice(0, length).reduce((sum, advance) => sum + advance, 0);
  return { text: clusters.slice(0, length).join(''), width, last };
}
