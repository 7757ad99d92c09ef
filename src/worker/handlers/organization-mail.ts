import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { MailTemplates, type TemplateData } from '../../notices/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Mailer } from '../../platform/mail/index.js';

/** A mail says that something waits at the organisation's desk, and where; what it is stays behind the sign-in. */
export interface OrganizationNote {
  /** The same id is the same mail: that of the event from which it follows, or of the letter it announces. */
  readonly id: string;
  readonly organizationId: string;
  /** Its wording: `templates/mails/<kind>.md`. */
  readonly kind: string;
  /** The page in the town to which it leads. */
  readonly path: string;
  /** Whom to ask; the section for grants unless given. */
  readonly sectionId?: string;
  readonly words?: TemplateData;
}

/**
 * Mails to organisations. One without an address gets none and finds everything at its desk. A mail leaves before the
 * commit of its handler: a worker killed in between sends it again under the same message id instead of never.
 */
@Injectable()
export class OrganizationMail {
  constructor(
    private readonly organizations: OrganizationDirectory,
    private readonly municipalities: Municipalities,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** Throws when the mail server did not take it. */
  async send(tx: Transaction, note: OrganizationNote): Promise<void> {
    const organization = await this.organizations.get(tx, note.organizationId);
    if (organization.mail === null) return;
    const town = await this.municipalities.of(tx);
    const section = note.sectionId
      ? await this.municipalities.sectionOf(tx, note.sectionId)
      : await this.municipalities.promotionSection(tx);
    const mail = await this.templates.render(tx, note.kind, {
      ...note.words,
      town: town.name,
      organization: organization.name,
      url: new URL(`/${town.slug}/${note.path}`, this.config.publicUrl).href,
      sender: `${town.name}${section.name}　電話 ${section.phone}`,
    });
    await this.mailer.send({ id: note.id, to: organization.mail, ...mail });
  }
}
