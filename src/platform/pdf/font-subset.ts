/** The tables that a TrueType font inside a PDF needs (ISO 32000-1, 9.9); they are copied but for the counts in them. */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const;

interface Metrics {
  readonly advance: number;
  readonly bearing: number;
}

/** A TrueType file, opened once: cuts the outlines of single glyphs out of the bytes without decoding them. */
export class FontFile {
  private readonly view: DataView;
  private readonly tables = new Map<string, { offset: number; length: number }>();
  private readonly longOffsets: boolean;
  private readonly metricsCount: number;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < this.view.getUint16(4); at++) {
      const entry = 12 + at * 16;
      const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
      this.tables.set(tag, { offset: this.view.getUint32(entry + 8), length: this.view.getUint32(entry + 12) });
    }
    this.longOffsets = this.view.getInt16(this.offsetOf('head') + 50) === 1;
    this.metricsCount = this.view.getUint16(this.offsetOf('hhea') + 34);
  }

  /** A fresh copy of a table; empty where the font has none. */
  copy(tag: string): Uint8Array<ArrayBuffer> {
    const table = this.tables.get(tag);
    return table ? new Uint8Array(this.bytes.subarray(table.offset, table.offset + table.length)) : new Uint8Array(0);
  }

  /** The bytes of one outline, filled up to four; empty for a blank. Throws for a glyph that is composed of others. */
  outline(glyph: number): Uint8Array {
    const loca = this.offsetOf('loca');
    const at = (index: number): number =>
      this.longOffsets ? this.view.getUint32(loca + index * 4) : this.view.getUint16(loca + index * 2) * 2;
    const glyf = this.offsetOf('glyf');
    const length = at(glyph + 1) - at(glyph);
    if (length === 0) return new Uint8Array(0);
    // neither of our fonts has any, so that no outline names another glyph by its number
    if (this.view.getInt16(glyf + at(glyph)) < 0) throw new Error(`glyph ${String(glyph)} is composed of others`);
    const padded = new Uint8Array(Math.ceil(length / 4) * 4);
    padded.set(this.bytes.subarray(glyf + at(glyph), glyf + at(glyph + 1)));
    return padded;
  }

  /** Glyphs past the last full entry share its advance and have only a bearing of their own. */
  metrics(glyph: number): Metrics {
    const hmtx = this.offsetOf('hmtx');
    const full = Math.min(glyph, this.metricsCount - 1);
    const bearing =
      glyph < this.metricsCount ? hmtx + glyph * 4 + 2 : hmtx + this.metricsCount * 4 + (glyph - this.metricsCount) * 2;
    return { advance: this.view.getUint16(hmtx + full * 4), bearing: this.view.getInt16(bearing) };
  }

  private offsetOf(tag: string): number {
    const table = this.tables.get(tag);
    if (!table) throw new Error(`the font has no table ${tag}`);
    return table.offset;
  }
}

/** The glyphs of one document. fontkit decodes every point of every outline to cut a subset; copying bytes suffices. */
export class FontSubset {
  private readonly glyphs = [0];
  private readonly renumbered = new Map([[0, 0]]);

  constructor(private readonly file: FontFile) {}

  /** The glyph's number within the subset. */
  includeGlyph(glyph: number | { id: number }): number {
    const id = typeof glyph === 'number' ? glyph : glyph.id;
    let known = this.renumbered.get(id);
    if (known === undefined) {
      known = this.glyphs.length;
      this.glyphs.push(id);
      this.renumbered.set(id, known);
    }
    return known;
  }

  /** The bytes of a font that holds only the included glyphs. */
  encode(): Uint8Array {
    return assemble(this.drawingTables());
  }

  /** The same as a browser wants it: it also says which character has which glyph. */
  encodeForScreen(glyphOf: ReadonlyMap<number, number>): Uint8Array {
    const groups = [...glyphOf].map(([codePoint, glyph]) => [codePoint, this.includeGlyph(glyph)] as const);
    // version 3: no names of glyphs
    const post = withUint32(this.file.copy('post').slice(0, 32), 0, 0x00030000);
    return assemble(
      [
        ...this.drawingTables(),
        ...(['OS/2', 'name'] as const).map((tag): [string, Uint8Array] => [tag, this.file.copy(tag)]),
        ['cmap', characterMap(groups)] as const,
        ['post', post] as const,
      ].sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }

  private drawingTables(): [string, Uint8Array][] {
    const outlines = this.glyphs.map((glyph) => this.file.outline(glyph));
    const loca = new DataView(new ArrayBuffer((outlines.length + 1) * 4));
    const hmtx = new DataView(new ArrayBuffer(outlines.length * 4));
    let offset = 0;
    outlines.forEach((outline, at) => {
      const { advance, bearing } = this.file.metrics(this.glyphs[at] ?? 0);
      hmtx.setUint16(at * 4, advance);
      hmtx.setInt16(at * 4 + 2, bearing);
      loca.setUint32(at * 4, offset);
      offset += outline.length;
    });
    loca.setUint32(outlines.length * 4, offset);
    return [
      ...COPIED.map((tag): [string, Uint8Array] => [tag, this.file.copy(tag)]),
      ['glyf', Buffer.concat(outlines)],
      ['head', withUint16(withUint32(this.file.copy('head'), 8, 0), 50, 1)],
      ['hhea', withUint16(this.file.copy('hhea'), 34, outlines.length)],
      ['hmtx', new Uint8Array(hmtx.buffer)],
      ['loca', new Uint8Array(loca.buffer)],
      ['maxp', withUint16(this.file.copy('maxp'), 4, outlines.length)],
    ];
  }
}

/** One subtable of format 12, each character a group of its own. */
function characterMap(glyphs: readonly (readonly [codePoint: number, glyph: number])[]): Uint8Array {
  const sorted = [...glyphs].sort(([one], [other]) => one - other);
  const table = Buffer.alloc(28 + sorted.length * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4); // Windows,
  table.writeUInt16BE(10, 6); // all of Unicode,
  table.writeUInt32BE(12, 8); // at byte 12:
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(sorted.length, 24);
  sorted.forEach(([codePoint, glyph], at) => {
    table.writeUInt32BE(codePoint, 28 + at * 12);
    table.writeUInt32BE(codePoint, 32 + at * 12);
    table.writeUInt32BE(glyph, 36 + at * 12);
  });
  return table;
}

function withUint16(table: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> {
  new DataView(table.buffer).setUint16(at, value);
  return table;
}

function withUint32(table: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> {
  new DataView(table.buffer).setUint32(at, value);
  return table;
}

/** A TrueType file of these tables, which come in the order of their tags, as the format wants. */
function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const present = tables.filter(([, bytes]) => bytes.length > 0);
  const directory = Buffer.alloc(12 + present.length * 16);
  const power = 2 ** Math.floor(Math.log2(present.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(present.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(present.length * 16 - power * 16, 10);
  const parts: Uint8Array[] = [directory];
  let offset = directory.length;
  present.forEach(([tag, bytes], at) => {
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    directory.write(tag, 12 + at * 16, 'latin1');
    directory.writeUInt32BE(checksum(padded), 16 + at * 16);
    directory.writeUInt32BE(offset, 20 + at * 16);
    directory.writeUInt32BE(bytes.length, 24 + at * 16);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
