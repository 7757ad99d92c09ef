import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Mailer, type Mail } from './mailer.js';

/** Writes each mail as `<id>.eml` into a folder: without a mail server nothing is lost and everything can be read. */
export class FolderMailer extends Mailer {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  override async send({ id, to, subject, text }: Mail): Promise<void> {
    if (!/^[\w-]+$/.test(id)) throw new Error('the id of a mail becomes a file name: letters, digits and hyphens only');
    const composed = await this.composer.sendMail({ from: this.from, to, subject, text, messageId: messageId(id) });
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, `${id}.eml`), composed.message as Buffer);
  }
}

export const messageId = (id: string): string => `<${id}@chiiki-grants>`;
