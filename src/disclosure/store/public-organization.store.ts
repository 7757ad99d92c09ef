import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { In, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PublicOrganization } from '../domain/public-organization.js';
import { UUID } from './public-grant.store.js';
import { PublicOrganizationRow } from './public-organization-row.js';

@Injectable()
export class PublicOrganizationStore {
  /** Whether anything reads otherwise now. */
  async put(tx: Transaction, organization: PublicOrganization): Promise<boolean> {
    const before = await tx.manager.findOneBy(PublicOrganizationRow, { id: organization.id });
    const row = { ...organization, municipalityId: tx.municipalityId };
    if (before && isDeepStrictEqual({ ...before }, { ...row, updatedAt: before.updatedAt })) return false;
    await tx.manager.upsert(PublicOrganizationRow, { ...row, updatedAt: tx.now } as never, ['municipalityId', 'id']);
    return true;
  }

  async removeOthers(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.manager.delete(PublicOrganizationRow, { id: Not(In([...ids])) });
  }

  /** Throws not-found for what is not public. */
  async get(tx: Transaction, id: string): Promise<PublicOrganization> {
    const row = UUID.test(id) ? await tx.manager.findOneBy(PublicOrganizationRow, { id }) : null;
    if (!row) throw DomainError.notFound();
    return toOrganization(row);
  }

  /** In the order of the districts, then by name; all, or those of one district. */
  async list(tx: Transaction, districtId?: string): Promise<PublicOrganization[]> {
    const rows = await tx.manager.find(PublicOrganizationRow, {
      ...(districtId !== undefined && { where: { districtId } }),
      order: { districtPosition: 'ASC', kana: 'ASC', id: 'ASC' },
    });
    return rows.map(toOrganization);
  }
}

const toOrganization = ({ municipalityId: _town, updatedAt: _at, ...row }: PublicOrganizationRow): PublicOrganization =>
  row;
