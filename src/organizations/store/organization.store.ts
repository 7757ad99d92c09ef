import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Officer } from '../domain/officer.js';
import type { OrganizationDetails } from '../domain/organization.js';
import type { KeptDocument, OrganizationFile } from '../domain/organization-file.js';
import { BankAccountStore } from './bank-account.store.js';
import { DistrictRow } from './district-row.js';
import { isUuid } from './uuid.js';
import { OfficerRow } from './officer-row.js';
import { OrganizationRow } from './organization-row.js';
import { RemarkRow } from './remark-row.js';
import { WardRow } from './ward-row.js';

export interface OrganizationOpening {
  readonly id: string;
  readonly name: string;
  readonly districtId: string;
}

type Changes = Partial<Omit<OrganizationRow, 'municipalityId' | 'id' | 'version'>>;

@Injectable()
export class OrganizationStore {
  constructor(private readonly accounts: BankAccountStore) {}

  /** The organisation as this actor may see it; another one's does not exist for an officer. */
  async find(tx: Transaction, id: string): Promise<OrganizationFile> {
    const row = await this.row(tx, id);
    const organizationId = row.id;
    const [district, wards, officers, account, remarks] = [
      await tx.manager.findOneByOrFail(DistrictRow, { id: row.districtId }),
      await tx.manager.find(WardRow, { where: { organizationId }, order: { position: 'ASC' } }),
      await this.officerRows(tx, organizationId),
      await this.accounts.inUse(tx, organizationId),
      await tx.manager.find(RemarkRow, {
        where: { organizationId },
        order: { round: 'ASC', madeAt: 'ASC', id: 'ASC' },
      }),
    ];
    return {
      id: organizationId,
      state: row.state,
      details: toDetails(row),
      detailsComplete: row.detailsComplete,
      districtName: district.name,
      wards: wards.map(({ name }) => name),
      bylaws: toDocument(row.bylawsSha256, row.bylawsName, row.bylawsMediaType),
      officers: officers.map(toOfficer),
      account,
      remarks,
      round: row.round,
      version: row.version,
      detailsVersion: row.detailsVersion,
      wardsVersion: row.wardsVersion,
      bylawsVersion: row.bylawsVersion,
      submittedAt: row.submittedAt,
      registeredOn: row.registeredOn,
    };
  }

  /** As `find`, after everyone else who is changing this organisation has finished. */
  async lock(tx: Transaction, id: string): Promise<OrganizationFile> {
    if (!isUuid(id)) throw DomainError.notFound();
    await tx.query('SELECT 1 FROM organizations WHERE municipality_id = $1 AND id = $2 FOR UPDATE', [
      tx.municipalityId,
      id,
    ]);
    return this.find(tx, id);
  }

  async insert(tx: Transaction, { id, name, districtId }: OrganizationOpening): Promise<void> {
    await refusingTakenName(
      tx.manager.insert(OrganizationRow, {
        ...{ municipalityId: tx.municipalityId, id, name, districtId, state: 'draft', openedAt: tx.now },
        ...{ kana: '', postalCode: '', address: '', phone: '', mail: null, consentsToElectronicDelivery: false },
        ...{ detailsComplete: false, round: 1, version: 1, detailsVersion: 1, wardsVersion: 1, bylawsVersion: 1 },
      }),
    );
  }

  async saveDetails(tx: Transaction, file: OrganizationFile, details: OrganizationDetails): Promise<void> {
    await this.save(tx, file.id, { ...details, detailsComplete: true, detailsVersion: file.detailsVersion + 1 });
  }

  async saveWards(tx: Transaction, file: OrganizationFile, wards: readonly string[]): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.delete(WardRow, { organizationId: file.id });
    await tx.manager.insert(
      WardRow,
      wards.map((name, position) => ({ municipalityId, organizationId: file.id, position, name })),
    );
    await this.save(tx, file.id, { wardsVersion: file.wardsVersion + 1 });
  }

  async saveBylaws(tx: Transaction, file: OrganizationFile, { sha256, name, mediaType }: KeptDocument): Promise<void> {
    await this.save(tx, file.id, {
      bylawsSha256: sha256,
      bylawsName: name,
      bylawsMediaType: mediaType,
      bylawsVersion: file.bylawsVersion + 1,
    });
  }

  /** Also the way to count a change of officers or accounts: the version goes up with every save. */
  async save(tx: Transaction, id: string, changes: Changes): Promise<void> {
    await refusingTakenName(
      tx.manager
        .createQueryBuilder()
        .update(OrganizationRow)
        .set({ ...changes, version: () => 'version + 1' })
        .where({ id })
        .execute(),
    );
  }

  async nameExists(tx: Transaction, name: string): Promise<boolean> {
    return tx.manager.existsBy(OrganizationRow, { name });
  }

  /** Wards of this organisation that another one of the town also names: each ward should count once. */
  async wardsNamedElsewhere(tx: Transaction, id: string): Promise<{ ward: string; organizationName: string }[]> {
    return tx.query(
      `SELECT mine.name AS ward, other_organization.name AS "organizationName"
         FROM organization_wards mine
         JOIN organization_wards other USING (municipality_id, name)
         JOIN organizations other_organization
           ON other_organization.municipality_id = other.municipality_id AND other_organization.id = other.organization_id
        WHERE mine.municipality_id = $1 AND mine.organization_id = $2 AND other.organization_id <> $2
        ORDER BY mine.position`,
      [tx.municipalityId, id],
    );
  }

  private async row(tx: Transaction, id: string): Promise<OrganizationRow> {
    requireOwnOrganization(tx.actor, id);
    const row = isUuid(id) ? await tx.manager.findOneBy(OrganizationRow, { id }) : null;
    if (!row) throw DomainError.notFound();
    return row;
  }

  private officerRows(tx: Transaction, organizationId: string): Promise<OfficerRow[]> {
    return tx.manager.find(OfficerRow, { where: { organizationId, removedAt: IsNull() }, order: { position: 'ASC' } });
  }
}

const toDetails = (row: OrganizationRow): OrganizationDetails => ({
  name: row.name,
  kana: row.kana,
  districtId: row.districtId,
  postalCode: row.postalCode,
  address: row.address,
  phone: row.phone,
  mail: row.mail,
  consentsToElectronicDelivery: row.consentsToElectronicDelivery,
});

export const toDocument = (
  sha256: string | null,
  name: string | null,
  mediaType: string | null,
): KeptDocument | null => (sha256 !== null && name !== null && mediaType !== null ? { sha256, name, mediaType } : null);

const toOfficer = ({ id, role, name, phone, termFrom, termUntil, isRepresentative, version }: OfficerRow): Officer => ({
  id,
  role,
  name,
  phone,
  termFrom,
  termUntil,
  isRepresentative,
  version,
});

/** Two organisations of one town cannot share a name; the database knows even when two people open at once. */
async function refusingTakenName<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Error && error.message.includes('organizations_name')) {
      throw DomainError.invalid([{ pointer: 'name', code: 'organizations.name-taken' }]);
    }
    throw error;
  }
}
