import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { DomainError } from '../../kernel/domain-error.js';
import { writeWorkbook } from '../excel/index.js';
import { acceptUpload, MAX_UPLOAD_BYTES } from './accept-upload.js';

type Kinds = Parameters<typeof acceptUpload>[1];

const DOCUMENTS: Kinds = ['pdf', 'image', 'excel', 'word'];

const verdict = async (name: string, bytes: Buffer, kinds = DOCUMENTS): Promise<string> =>
  acceptUpload({ name, bytes }, kinds, 'form.plan').then(
    ({ mediaType }) => mediaType,
    (error: unknown) => (error instanceof DomainError ? (error.faults[0]?.code ?? '') : String(error)),
  );

const aPdf = (options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> =>
  new Promise((resolve) => {
    const document = new PDFDocument(options);
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.text('見本').end();
  });

/** A package as far as its names go: local headers of empty, stored entries. */
const aPackage = (...names: readonly string[]): Buffer =>
  Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50);
      header.writeUInt16LE(Buffer.byteLength(name), 26);
      return Buffer.concat([header, Buffer.from(name)]);
    }),
  );

const aBox = (brand: string): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`)]);
const ole = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(stream, 'utf16le')]);

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const WEBP = Buffer.from('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0', 'latin1');

describe('what may be uploaded', () => {
  it('is what its name says, proven by its bytes', async () => {
    const workbook = await writeWorkbook([{ name: '収支', columns: [{ heading: '科目', width: 10 }], rows: [] }]);
    expect(await verdict('計画.PDF', await aPdf())).toBe('application/pdf');
    expect(await verdict('会場.jfif', JPEG)).toBe('image/jpeg');
    expect(await verdict('会場.webp', WEBP)).toBe('image/webp');
    expect(await verdict('収支.xlsx', workbook)).toContain('spreadsheetml.sheet');
    expect(await verdict('規約.docx', aPackage('[Content_Types].xml', 'word/document.xml'))).toContain(
      'wordprocessing',
    );
    expect(await verdict('名簿.csv', Buffer.from('番号,氏名'), ['csv'])).toBe('text/csv');
  });

  it('is refused for what is wrong with it, each with its own way out', async () => {
    const cases: readonly (readonly [string, Buffer, string])[] = [
      ['空.pdf', Buffer.alloc(0), 'files.empty'],
      ['大.jpg', Buffer.concat([JPEG, Buffer.alloc(MAX_UPLOAD_BYTES)]), 'files.too-big'],
      ['計画.pdf', JPEG, 'files.content-differs'],
      ['計画.pdf', Buffer.from('MZ\x90\0'), 'files.content-differs'],
      ['道具.exe', Buffer.from('MZ\x90\0'), 'files.type-not-accepted'],
      ['名前だけ', JPEG, 'files.type-not-accepted'],
      ['名簿.csv', Buffer.from('番号,氏名'), 'files.type-not-accepted'],
      ['IMG_0001.HEIC', aBox('heic'), 'files.heic'],
      ['IMG_0001.jpg', aBox('heic'), 'files.heic'],
      ['看板.bmp', Buffer.from('BM'), 'files.other-picture'],
      ['収支.xls', ole('Workbook'), 'files.old-office'],
      ['収支.xlsx', ole('Workbook'), 'files.old-office'],
      ['収支.xlsx', ole('EncryptedPackage'), 'files.password'],
      ['収支.xlsm', aPackage('xl/workbook.xml'), 'files.macro'],
      ['規約.docx', aPackage('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'files.macro'],
      ['規約.docx', aPackage('[Content_Types].xml', 'xl/workbook.xml'), 'files.content-differs'],
      ['一式.zip', aPackage('計画.pdf'), 'files.archive'],
      ['計画.jtd', ole('JSRV'), 'files.save-as-pdf'],
      ['当日.mp4', aBox('isom'), 'files.film'],
    ];
    for (const [name, bytes, code] of cases) expect([name, await verdict(name, bytes)]).toEqual([name, code]);
  });

  it('names the endings that the field takes', async () => {
    await expect(
      acceptUpload({ name: '図.svg', bytes: Buffer.from('<svg/>') }, ['pdf', 'word'], 'bylaws'),
    ).rejects.toMatchObject({ faults: [{ pointer: 'bylaws', params: { name: '図.svg', accepted: '.pdf .docx' } }] });
  });

  it('keeps the last part of its name, visible and in one direction', async () => {
    const { name } = await acceptUpload(
      { name: 'C:\\書類\\計画\u202efdp.jpg\u0000', bytes: JPEG },
      ['image'],
      'form.plan',
    );
    expect(name).toBe('計画fdp.jpg');
    // As a Mac sends it, か + ゛; the compatibility form of 神 is somebody's name and stays.
    const fromMac = await acceptUpload({ name: '\ufa19社か\u3099.jpg', bytes: JPEG }, ['image'], 'form.plan');
    expect(fromMac.name).toBe('\ufa19社が.jpg');
  });
});

describe('a PDF that is encrypted', () => {
  it('is refused only when it does not open without a password', async () => {
    for (const pdfVersion of ['1.3', '1.4', '1.7', '1.7ext3'] as const) {
      const locked = await aPdf({ pdfVersion, userPassword: 'himitsu', ownerPassword: 'owner' });
      expect([pdfVersion, await verdict('通帳.pdf', locked)]).toEqual([pdfVersion, 'files.password']);
      const onlyAgainstChanges = await aPdf({
        pdfVersion,
        ownerPassword: 'owner',
        permissions: { printing: 'lowResolution' },
      });
      expect([pdfVersion, await verdict('通帳.pdf', onlyAgainstChanges)]).toEqual([pdfVersion, 'application/pdf']);
    }
  });

  it('of the newest kind is told apart as well', async () => {
    // The entries U of two files that qpdf 11 encrypted with AES-256: without and with a user's password.
    const open = 'eb5f9c9e41c0000bc04e62783f075b82cb8f585189b2125fc445375fb08d985c1376d320e69ba6e0f67a08334601aea8';
    const locked = '3cb7ff11d50f57221f1d67d6daecaeef8e7cb8d9d371e69e64b977f40ac15a9f40c5d8e987af64275c71568f7069adad';
    const encryptedBy = (entry: string): Buffer =>
      Buffer.from(
        `%PDF-2.0\n9 0 obj\n<< /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 >> >> /Filter /Standard\n/O (a\\)b) /P -4 /R 6 /V 5 /U <${entry}> >>\nendobj\ntrailer << /Size 10 /Encrypt 9 0 R >>\n%%EOF`,
      );
    expect(await verdict('計画.pdf', encryptedBy(open))).toBe('application/pdf');
    expect(await verdict('計画.pdf', encryptedBy(locked))).toBe('files.password');
  });

  it('that cannot be made out counts as locked, however hostile it is', async () => {
    const nested = `/Encrypt ${'<</A'.repeat(100_000)}`;
    for (const text of [
      '/Encrypt 7 0 R',
      '/Encrypt << /Filter /Other /U (x) >>',
      '/Encrypt << /Filter /Standard /R 3 /U (',
      nested,
    ]) {
      expect(await verdict('計画.pdf', Buffer.from(`%PDF-1.7\n${text}`))).toBe('files.password');
    }
  });
});
