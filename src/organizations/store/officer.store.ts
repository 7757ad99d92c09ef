import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { OfficerRow } from './officer-row.js';
import { isUuid } from './uuid.js';

export interface OfficerEntry {
  readonly role: string;
  readonly name: string;
  readonly phone: string | null;
  readonly termFrom: LocalDate | null;
  readonly termUntil: LocalDate | null;
  readonly isRepresentative: boolean;
}

@Injectable()
export class OfficerStore {
  async insert(tx: Transaction, organizationId: string, id: string, entry: OfficerEntry): Promise<void> {
    if (entry.isRepresentative) await this.clearRepresentative(tx, organizationId);
    const position = await tx.manager.countBy(OfficerRow, { organizationId });
    await tx.manager.insert(OfficerRow, {
      municipalityId: tx.municipalityId,
      organizationId,
      id,
      ...entry,
      position,
      version: 1,
    });
  }

  /** Throws stale when someone else has changed or removed this officer since `version`. */
  async update(
    tx: Transaction,
    organizationId: string,
    id: string,
    version: number,
    entry: OfficerEntry,
  ): Promise<void> {
    if (entry.isRepresentative) await this.clearRepresentative(tx, organizationId, id);
    const where = { organizationId, id, version, removedAt: IsNull() };
    const { affected } = await tx.manager.update(OfficerRow, where, { ...entry, version: version + 1 });
    if (affected !== 1) throw DomainError.stale();
  }

  async remove(tx: Transaction, organizationId: string, id: string): Promise<void> {
    const { affected } = await tx.manager.update(
      OfficerRow,
      { organizationId, id, removedAt: IsNull() },
      { removedAt: tx.now, isRepresentative: false },
    );
    if (affected !== 1) throw DomainError.notFound();
  }

  /** Those who were taken off the list, the last one first. */
  async removed(
    tx: Transaction,
    organizationId: string,
  ): Promise<(OfficerEntry & { readonly removedAt: Date | null })[]> {
    const where = { organizationId, removedAt: Not(IsNull()) };
    return tx.manager.find(OfficerRow, { where, order: { removedAt: 'DESC', position: 'ASC' } });
  }

  /** Null for an unknown or removed officer. */
  async find(tx: Transaction, id: string): Promise<{ id: string; organizationId: string; name: string } | null> {
    return isUuid(id) ? tx.manager.findOneBy(OfficerRow, { id, removedAt: IsNull() }) : null;
  }

  /** Whoever was the representative no longer is: there is one at a time. */
  private async clearRepresentative(tx: Transaction, organizationId: string, exceptId?: string): Promise<void> {
    await tx.query(
      `UPDATE organization_officers SET is_representative = false, version = version + 1
        WHERE municipality_id = $1 AND organization_id = $2 AND is_representative AND id IS DISTINCT FROM $3`,
      [tx.municipalityId, organizationId, exceptId ?? null],
    );
  }
}
