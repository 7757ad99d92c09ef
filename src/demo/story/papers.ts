import { deflateSync, crc32 } from 'node:zlib';
import { drawLetter } from '../../platform/pdf/index.js';
import type { Upload } from '../visitor/parts.js';

const DRAWN = new Date('2026-04-01T00:00:00Z');

/** 規約 of an organisation: a real PDF with invented articles. */
export async function bylawsOf(organization: string): Promise<Upload> {
  const articles = [
    '第1条　この会は、校区の住民が協力して住みよい地域をつくることを目的とする。',
    '第2条　この会は、校区の行政区と各種団体をもって組織する。',
    '第3条　会計年度は、4月1日から翌年3月31日までとする。',
  ];
  return { ...(await sheetOf(organization, `${organization}規約（見本）`, articles)), fileName: '規約.pdf' };
}

/** A stand-in for the scan of an application that came as a paper. */
export async function scanOf(organization: string, project: string): Promise<Upload> {
  const lines = [`団体名　${organization}`, `事業の名称　${project}`];
  return { ...(await sheetOf(organization, '交付申請書の写し（見本）', lines)), fileName: '紙の申請書.pdf' };
}

async function sheetOf(author: string, title: string, lines: readonly string[]): Promise<Omit<Upload, 'fileName'>> {
  const bytes = await drawLetter(
    {
      formLabel: null,
      number: null,
      date: '令和8年4月1日',
      addressee: { lines: [], organization: author, person: '', honorific: '' },
      sender: { lines: [], title: '', name: '', seal: 'none' },
      title,
      titleNote: null,
      blocks: lines.map((text) => ({ kind: 'paragraph', text })),
      contact: null,
      author,
    },
    DRAWN,
  );
  return { bytes, mediaType: 'application/pdf' };
}

const WIDTH = 480;
const HEIGHT = 300;
const PAPER = [250, 248, 240] as const;
const INK = [60, 70, 110] as const;

/** A stand-in for the photograph of a passbook: ruled lines on paper, no real account. `seed` makes each one different. */
export function passbookImage(seed: number): Upload {
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x += 1) {
      const ruled = y % 40 < 2 || (y > 120 && y < 128 && x > 40 && x < 140 + ((seed * 37) % 260));
      row.set(ruled ? INK : PAPER, 1 + x * 3);
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a channel, red green blue.
  header.set([8, 2, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, fileName: '通帳.png', mediaType: 'image/png' };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
