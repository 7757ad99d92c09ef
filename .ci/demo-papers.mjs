import { Buffer } from 'node:buffer';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where the demonstration left its papers. */
const folder = process.argv[2];

export const read = (name) => readFileSync(path.join(folder, name));

export const namesOf = (lines) => lines.map(({ organization }) => organization).sort();

export const sumOf = (amounts) => amounts.reduce((sum, yen) => sum + yen, 0n);

export function inspectPdf(paper) {
  inspectHash(paper);
  const text = read(paper.file).toString('latin1');
  assert.ok(text.startsWith('%PDF-'), `${paper.file} is no PDF`);
  for (const mark of ['/StructTreeRoot', '/Marked true', '/Lang', 'pdfaid:part']) {
    assert.ok(text.includes(mark), `${paper.file} lacks ${mark}`);
  }
}

/** Rows of a table that this house wrote, under their headings. */
export const tableOf = (bytes) => parse(Buffer.from(bytes), { bom: true, columns: true });

/** Every list that the demonstration left, also those inside its ZIP files. */
export function everyCsv() {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const lists = names.filter((name) => name.endsWith('.csv')).map((name) => [name, read(name)]);
  const packed = names
    .filter((name) => name.endsWith('.zip'))
    .flatMap((zip) =>
      Object.entries(unzipSync(read(zip)))
        .filter(([name]) => name.endsWith('.csv'))
        .map(([name, bytes]) => [`${zip}/${name}`, Buffer.from(bytes)]),
    );
  return [...lists, ...packed];
}

/**
 * As a program reads that knows nothing of this house: every kind of line end outside quotes ends a row, and every row has as
 * many cells as the headings. Throws otherwise.
 */
export function readStrictly(bytes) {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let text;
  try {
    text = utf8.decode(bytes);
  } catch {
    text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  }
  return parse(text, { bom: true, record_delimiter: ['\r\n', '\n', '\r'] });
}

/** One of the books that a town's treasury took out: `payouts`, `ledger`, `journal` or `advances`. */
export const bookOf = (books, town, name) =>
  tableOf(read(books.find((each) => each.town === town && each.book === name).table.file));

/** 証拠書類: every file is listed with its hash; the tables under their names, empty where there is none. */
export function evidenceIn(paper) {
  inspectHash(paper);
  const files = unzipSync(read(paper.file));
  const listed = tableOf(files['目録.csv']);
  assert.deepEqual(
    listed.map((row) => row['ファイル']).sort(),
    Object.keys(files)
      .filter((name) => name !== '目録.csv')
      .sort(),
  );
  for (const { ファイル: name, 'SHA-256': hash } of listed) {
    assert.equal(createHash('sha256').update(files[name]).digest('hex'), hash, `${paper.file} ${name}`);
  }
  return (name) => (files[`記録/${name}.csv`] ? tableOf(files[`記録/${name}.csv`]) : []);
}

/** The text of each page. */
export async function textsOf(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent();
    return bare(items.map(({ str }) => str ?? '').join(''));
  });
  return Promise.all(pages);
}

/** Without white space, which a PDF sets as it likes. */
export function bare(text) {
  return text.replace(/\s/g, '');
}

export function inspectHash({ file, sha256 }) {
  assert.equal(createHash('sha256').update(read(file)).digest('hex'), sha256, file);
}

/** The rows of a CSV with its heading first, each a list of cells. */
export const cellsOf = (bytes) => parse(bytes, { bom: true });

/** 120-byte records, with or without line ends, one byte a character. */
export function recordsOf(bytes) {
  const lineEndsAndEof = [0x0d, 0x0a, 0x1a];
  const text = Buffer.from(bytes.filter((byte) => !lineEndsAndEof.includes(byte))).toString('latin1');
  assert.equal(text.length % 120, 0, 'the bank file is not made of 120-byte records');
  const records = text.match(/.{120}/gs) ?? [];
  const kind = (digit) => records.filter((record) => record.startsWith(digit));
  return { header: kind('1'), data: kind('2'), trailer: kind('8'), end: kind('9') };
}
