import { Injectable } from '@nestjs/common';
import { Municipalities, type Municipality, type Section } from '../../municipalities/index.js';
import type { Letter } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { OrganizationProfiles, type OrganizationProfile } from '../store/organization-profiles.store.js';

/** What every letter to an organisation has besides its words: to whom, from whom, and how it is delivered. */
export interface OrganizationFrame {
  readonly frame: Pick<Letter, 'addressee' | 'sender' | 'contact'>;
  /** The section whose series gives the number. */
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

interface FrameWishes {
  readonly organizationId: string;
  /** As a decision names it; the name of today unless given. */
  readonly organizationName?: string;
  /** The section for organisations and grants unless given. */
  readonly sectionId?: string;
  readonly seal: Letter['sender']['seal'];
}

/** Addressed to whoever represents the organisation on the day of the letter. */
@Injectable()
export class OrganizationFrames {
  constructor(
    private readonly profiles: OrganizationProfiles,
    private readonly municipalities: Municipalities,
  ) {}

  async of(
    tx: Transaction,
    { organizationId, organizationName, sectionId, seal }: FrameWishes,
  ): Promise<OrganizationFrame> {
    const organization = await this.profiles.get(tx, organizationId);
    const town = await this.municipalities.of(tx);
    const section = sectionId
      ? await this.municipalities.sectionOf(tx, sectionId)
      : await this.municipalities.promotionSection(tx);
    return {
      frame: {
        addressee: addresseeOf(organizationName ?? organization.name, organization),
        sender: senderOf(town, seal),
        contact: contactOf(town, section),
      },
      sectionId: section.id,
      consentsToElectronicDelivery: organization.consentsToElectronicDelivery,
    };
  }
}

const addresseeOf = (
  organization: string,
  { postalCode, address, representative }: OrganizationProfile,
): Letter['addressee'] => ({
  lines: [`〒${postalCode}`, address],
  organization,
  person: representative ? `${representative.role}　${fullWidthSpaces(representative.name)}` : '',
  honorific: representative ? '様' : '御中',
});

/** While the office of the head is vacant, the 職務代理者 signs, whose title and name are printed as recorded. */
const senderOf = (town: Municipality, seal: Letter['sender']['seal']): Letter['sender'] =>
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
