import { crc32, deflateRawSync } from 'node:zlib';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook put together by hand, whose one sheet may be anything. */
export const aWorkbook = (sheet: Buffer): Buffer =>
  zipOf([
    [
      '[Content_Types].xml',
      Buffer.from(
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
    ],
    ['_rels/.rels', relations(`${RELATIONS}/officeDocument`, 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      Buffer.from(
        `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets><sheet name="収支予算書" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ],
    ['xl/_rels/workbook.xml.rels', relations(`${RELATIONS}/worksheet`, 'worksheets/sheet1.xml')],
    ['xl/worksheets/sheet1.xml', sheet],
  ]);

/** A sheet with as many rows as Excel can hold, each with a number. */
export function aSheetOf(rows: number): Buffer {
  const parts = [`<worksheet xmlns="${NAMESPACE}"><sheetData>`];
  for (let row = 1; row <= rows; row += 1) parts.push(`<row><c><v>${String((row * 7919) % 1_000_003)}</v></c></row>`);
  parts.push('</sheetData></worksheet>');
  return Buffer.from(parts.join(''));
}

/** A cell with a text of fifteen megabytes, just below what is read at all. */
export function aSheetOfOneCell(): Buffer {
  const text = Array.from({ length: 1_500_000 }, (_, index) => String((index * 7919) % 1_000_003).padStart(10, 'あ'));
  const inside = Buffer.from(text.join(''))
    .subarray(0, 15 * 1024 * 1024)
    .toString();
  return Buffer.from(
    `<worksheet xmlns="${NAMESPACE}"><sheetData><row><c t="inlineStr"><is><t>${inside}</t></is></c></row></sheetData></worksheet>`,
  );
}

/** Nothing but blanks: sixty megabytes that fit into sixty kilobytes. */
export const aBomb = (): Buffer => aWorkbook(Buffer.alloc(60 * 1024 * 1024, ' '));

const relations = (type: string, target: string): Buffer =>
  Buffer.from(
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`,
  );

function zipOf(entries: readonly (readonly [string, Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [entry, content] of entries) {
    const name = Buffer.from(entry);
    const packed = deflateRawSync(content, { level: 1 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, name, packed]);
    const line = Buffer.alloc(42);
    line.writeUInt16LE(20, 0);
    head.copy(line, 2, 0, 24);
    line.writeUInt32LE(offset, 38);
    locals.push(local);
    directory.push(Buffer.concat([Buffer.from('504b0102', 'hex'), line, name]));
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}
