import { Injectable } from '@nestjs/common';
import { type TemplateData, Wordings } from './wording.js';

/** The wording of mails, plain text, from `templates/mails/[<town>/]<kind>.md`. */
@Injectable()
export class MailTemplates {
  private readonly wordings = new Wordings('mails');

  /** Throws on a missing template, variable or subject. */
  render(kind: string, townSlug: string, data: TemplateData): { subject: string; text: string } {
    const { head, body } = this.wordings.render(kind, townSlug, data);
    const { subject } = head;
    if (!subject) throw new Error(`the mail ${kind} has no subject`);
    return { subject, text: body.trim() + '\n' };
  }
}
