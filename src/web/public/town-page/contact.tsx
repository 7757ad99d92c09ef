import type { Municipality, Section as TownSection } from '../../../municipalities/index.js';
import { Section, type Viewer } from '../../shared/index.js';

/** Whom to ask, and how; nothing while the town has no section for it. */
export const ContactSection = ({ viewer: { town, contact } }: { viewer: Viewer }) =>
  contact && <ContactOf town={town} section={contact} />;

/** How a section is reached. */
export const ContactOf = ({ town, section }: { town: Municipality; section: TownSection }) => (
  <Section title="お問い合わせ">
    <address class="contact">
      <p>
        {town.hallName}　{section.name}　{section.unit}
      </p>
      <p>
        電話 {section.phone}
        {section.fax && `　ファックス ${section.fax}`}
      </p>
      {section.mail && (
        <p>
          メール <a href={`mailto:${section.mail}`}>{section.mail}</a>
        </p>
      )}
      <p>{section.address}</p>
    </address>
  </Section>
);
