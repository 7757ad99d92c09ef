import { Injectable } from '@nestjs/common';
import { MailTemplates } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Mailer } from '../../../platform/mail/index.js';
import type { Viewer } from '../viewer.js';

/** What became of the mail. */
export type CodeMailing = 'sent' | 'failed' | 'no-address';

interface CodeNote {
  /** Of the proposal. */
  readonly id: string;
  /** Blank: there is no address. */
  readonly to: string;
  /** Of the call. */
  readonly title: string;
  readonly code: string;
  readonly link: string;
}

/** Sends the code to whoever gave an address. The code is kept nowhere, so it goes off at once and not by the worker. */
@Injectable()
export class CodeMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
  ) {}

  /** The page shows the code either way; who calls makes a failure seen. */
  async send({ town, contact, actor }: Viewer, { id, to, title, code, link }: CodeNote): Promise<CodeMailing> {
    if (to === '') return 'no-address';
    const sender = `${town.name}${contact ? `${contact.name}　電話 ${contact.phone}` : ''}`;
    const words = { town: town.name, title, code, url: link, sender };
    const mail = await this.unitOfWork.read(actor, (tx) => this.templates.render(tx, 'proposal-code', words));
    try {
      await this.mailer.send({ id: `proposal-${id}`, to, ...mail });
      return 'sent';
    } catch {
      return 'failed';
    }
  }
}
