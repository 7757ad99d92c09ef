import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { TownWordingStore } from '../store/town-wording.store.js';
import { standingWordings } from './standing-wordings.js';
import type { TemplateData } from './wording.js';

/** A mail in the words of its town (`own`, null where it has none), else of the house. Throws on a missing template, variable or subject. */
export function wordMail(kind: string, own: string | null, data: TemplateData): { subject: string; text: string } {
  const { head, body } = standingWordings.mails.render(kind, own, data);
  const { subject } = head;
  if (!subject) throw new Error(`the mail ${kind} has no subject`);
  return { subject, text: body.trim() + '\n' };
}

/** The wording of mails, plain text, which a town may override one by one. */
@Injectable()
export class MailTemplates {
  constructor(private readonly towns: TownWordingStore) {}

  /** `wordMail` in the words of the town of this transaction. */
  async render(tx: Transaction, kind: string, data: TemplateData): Promise<{ subject: string; text: string }> {
    return wordMail(kind, await this.towns.find(tx, 'mails', kind), data);
  }
}
