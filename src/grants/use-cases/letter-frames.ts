import { Injectable } from '@nestjs/common';
import { Municipalities, type Municipality, type Section } from '../../municipalities/index.js';
import type { Letter } from '../../notices/index.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { GrantView } from './grant-directory.js';

/** What every letter about a grant has besides its words: to whom, from whom, and how it is delivered. */
export interface LetterFrame {
  readonly frame: Pick<Letter, 'addressee' | 'sender' | 'contact'>;
  /** The section whose series gives the number. */
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** Addressed to whoever represents the organisation on the day of the letter, not of the application. */
@Injectable()
export class LetterFrames {
  constructor(
    private readonly organizations: OrganizationDirectory,
    private readonly municipalities: Municipalities,
  ) {}

  async of(
    tx: Transaction,
    grant: Pick<GrantView, 'organizationId' | 'organizationName' | 'document'>,
  ): Promise<LetterFrame> {
    const organization = await this.organizations.get(tx, grant.organizationId);
    const town = await this.municipalities.of(tx);
    const { letters, handledBy } = grant.document;
    const section = await this.municipalities.sectionOf(tx, handledBy);
    return {
      frame: {
        addressee: addresseeOf(grant, organization),
        sender: senderOf(town, letters.decision.seal),
        contact: contactOf(town, section),
      },
      sectionId: section.id,
      consentsToElectronicDelivery: organization.consentsToElectronicDelivery,
    };
  }
}

const addresseeOf = (
  { organizationName }: Pick<GrantView, 'organizationName'>,
  { postalCode, address, representative }: OrganizationProfile,
): Letter['addressee'] => ({
  lines: [`〒${postalCode}`, address],
  organization: organizationName,
  person: representative ? `${representative.role}　${fullWidthSpaces(representative.name)}` : '',
  honorific: representative ? '様' : '御中',
});

/** While the office of the head is vacant, the 職務代理者 signs, whose title and name are printed as recorded. */
const senderOf = (town: Municipality, seal: 'space' | 'omitted' | 'none'): Letter['sender'] =>
  town.headVacantActing === null
    ? { title: town.headTitle, name: fullWidthSpaces(town.headName), seal }
    : { title: fullWidthSpaces(town.headVacantActing), name: '', seal };

const contactOf = (town: Municipality, section: Section): Letter['contact'] => ({
  section: `${town.name}${section.name}${section.unit}`,
  person: null,
  phone: section.phone,
  mail: section.mail,
});

const fullWidthSpaces = (name: string): string => name.replace(/[ \u{3000}]+/gu, '　');
