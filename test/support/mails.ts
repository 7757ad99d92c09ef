import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { House } from './house.js';

/** A mail as its reader sees it. */
export interface SeenMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Every mail that left a house without a mail server. */
export function mailsOf(house: Pick<House, 'config'>): SeenMail[] {
  const folder = path.join(house.config.dataDir, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => readMail(readFileSync(path.join(folder, file), 'utf8')));
}

/** Reads what nodemailer composes: one part, its head folded and encoded. */
export function readMail(raw: string): SeenMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]/g, ' ');
  const line = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = raw.slice(end + 4);
  const encoding = line('Content-Transfer-Encoding').toLowerCase();
  return {
    messageId: line('Message-ID'),
    to: line('To'),
    subject: wordsOf(line('Subject')),
    text:
      encoding === 'base64'
        ? Buffer.from(body, 'base64').toString('utf8')
        : encoding === 'quoted-printable'
          ? quoted(body.replace(/=\r\n/g, ''))
          : body,
  };
}

/** `=?UTF-8?B?…?= =?UTF-8?Q?…?=` as text (RFC 2047). */
const wordsOf = (encoded: string): string =>
  encoded
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replace(/_/g, ' ')),
    );

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
