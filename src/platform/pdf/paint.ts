import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import { clustersOf, face, type FaceName, faceFor } from './face.js';
import { PAPER } from './layout/paper.js';
import type { Placed, PlacedMark, PlacedQr, PlacedRule, PlacedText, StructureNode } from './layout/placed.js';
import type { LaidOutSheet } from './layout/folio.js';

export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  /** Becomes the creation date: the same sheet drawn for the same instant is the same bytes. */
  readonly createdAt: Date;
}

type Pdf = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Pdf['struct']>;

/** Tagged PDF/A-2a with embedded fonts, document language and displayed title. */
export function paint(sheet: LaidOutSheet, properties: DocumentProperties): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: [PAPER.width, PAPER.height],
    margin: 0,
    autoFirstPage: false,
    // none: by default pdfkit reads the metrics of Helvetica for every document
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'ja-JP',
    displayTitle: true,
    info: {
      Title: plain(properties.title),
      Author: plain(properties.author),
      CreationDate: properties.createdAt,
    },
  });
  const bytes = collect(pdf);
  for (const name of ['serif', 'sans'] satisfies FaceName[]) {
    // pdfkit takes a parsed font as well as a file; its types know only the file
    pdf.registerFont(name, face(name).embeddable as unknown as Buffer);
  }
  const elements = new Map<StructureNode, Element>();
  pdf.addPage();
  pdf.addStructure(build(pdf, sheet.root, elements));
  sheet.pages.forEach((page, index) => {
    if (index > 0) pdf.addPage();
    paintPage(pdf, page, elements);
  });
  elements.get(sheet.root)?.end();
  pdf.end();
  return bytes;
}

/** pdfkit writes title and author into XML as they are: the three characters that would break it become full-width. */
const plain = (text: string): string =>
  text.replace(/[&<>\n]/g, (character) => ({ '&': '＆', '<': '＜', '>': '＞' })[character] ?? ' ');

function collect(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    pdf.on('error', reject);
  });
}

function build(pdf: Pdf, node: StructureNode, elements: Map<StructureNode, Element>): Element {
  const element = pdf.struct(node.tag as 'P', {
    ...(node.actual ? { actual: node.actual } : {}),
    ...(node.scope ? { scope: node.scope } : {}),
  });
  elements.set(node, element);
  for (const child of node.children) element.add(build(pdf, child, elements));
  return element;
}

/** A mark first, then shades, rules and text: what decorates is one artifact, what is said belongs to its element. */
function paintPage(pdf: Pdf, page: readonly Placed[], elements: ReadonlyMap<StructureNode, Element>): void {
  const drawings = page.filter((placed) => placed.kind !== 'text');
  const texts = page.filter((placed) => placed.kind === 'text');
  if (drawings.length > 0) {
    artifact(pdf, 'Layout', () => {
      for (const placed of drawings) if (placed.kind === 'mark') paintMark(pdf, placed);
      for (const placed of drawings) if (placed.kind === 'box') paintBox(pdf, placed);
      for (const placed of drawings) if (placed.kind === 'qr') paintQr(pdf, placed);
      const rules = drawings.filter((placed) => placed.kind === 'rule');
      strokeRules(
        pdf,
        rules.filter(({ look }) => look === 'to-write-on'),
        '#999999',
      );
      strokeRules(
        pdf,
        rules.filter(({ look }) => look === undefined),
        '#000000',
      );
    });
  }
  let from = 0;
  while (from < texts.length) {
    const node = texts[from]?.node ?? null;
    let to = from + 1;
    while (to < texts.length && texts[to]?.node === node) to++;
    const run = texts.slice(from, to);
    const draw = (): void => {
      for (const text of run) paintText(pdf, text);
    };
    if (node) elements.get(node)?.add(draw);
    else artifact(pdf, 'Pagination', draw);
    from = to;
  }
}

function strokeRules(pdf: Pdf, rules: readonly PlacedRule[], colour: string): void {
  for (const { x1, y1, x2, y2 } of rules) pdf.moveTo(x1, y1).lineTo(x2, y2);
  if (rules.length > 0) pdf.lineWidth(0.5).strokeColor(colour).stroke();
}

function artifact(pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

function paintBox(pdf: Pdf, box: Extract<Placed, { kind: 'box' }>): void {
  if (box.look === 'shade') {
    pdf.rect(box.x, box.y, box.width, box.height).fill('#eeeeee');
    return;
  }
  pdf.lineWidth(0.5).dash(3, { space: 2 }).strokeColor('#777777').rect(box.x, box.y, box.width, box.height).stroke();
  pdf.undash();
  const size = 8;
  pdf.font('sans').fontSize(size).fillColor('#777777');
  pdf.text('公印', box.x + box.width / 2 - size, box.y + box.height / 2 + size * 0.38, {
    lineBreak: false,
    baseline: 0,
  });
  pdf.fillColor('#000000');
}

/** Runs of dark modules as one path; 15 of 100 may be lost to a fold or a stain (error correction M). */
function paintQr(pdf: Pdf, { reads, x, y, side }: PlacedQr): void {
  const modules = encodeQR(reads, 'raw', { ecc: 'medium', border: 1 });
  const size = side / modules.length;
  modules.forEach((row, line) => {
    for (let from = row.indexOf(true); from >= 0;) {
      const end = row.indexOf(false, from);
      const to = end < 0 ? row.length : end;
      pdf.rect(x + from * size, y + line * size, (to - from) * size, size);
      from = row.indexOf(true, to);
    }
  });
  pdf.fill('#000000');
}

/** So pale that the words before it stay easy to read, on a copy in black and white, too. */
function paintMark(pdf: Pdf, { text, x, baseline, size }: PlacedMark): void {
  pdf.font('sans').fontSize(size).fillColor('#e2e2e2');
  pdf.text(text, x, baseline, { lineBreak: false, baseline: 0 });
  pdf.fillColor('#000000');
}

/** One text in one line, in as many pieces as it takes fonts. */
function paintText(pdf: Pdf, placed: PlacedText): void {
  const wanted = face(placed.face);
  let x = placed.x;
  let run = '';
  let runFace = wanted;
  const flush = (): void => {
    if (run === '') return;
    pdf.font(runFace.name).fontSize(placed.size).fillColor('#000000');
    pdf.text(run, x, placed.baseline, { lineBreak: false, baseline: 0, characterSpacing: placed.spacing });
    for (const cluster of clustersOf(run)) x += runFace.advance(cluster) * placed.size + placed.spacing;
    run = '';
  };
  for (const cluster of clustersOf(placed.text)) {
    const next = faceFor(cluster, wanted);
    if (next !== runFace) flush();
    runFace = next;
    run += cluster;
  }
  flush();
}
