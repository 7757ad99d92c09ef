import { Section, type Viewer } from '../../shared/index.js';

/** Whom to ask, and how; nothing while the town has no section for it. */
export function ContactSection({ viewer: { town, contact } }: { viewer: Viewer }) {
  if (!contact) return null;
  return (
    <Section title="お問い合わせ">
      <address class="contact">
        <p>
          {town.hallName}　{contact.name}　{contact.unit}
        </p>
        <p>
          電話 {contact.phone}
          {contact.fax && `　ファックス ${contact.fax}`}
        </p>
        {contact.mail && (
          <p>
            メール <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
          </p>
        )}
        <p>{contact.address}</p>
      </address>
    </Section>
  );
}
