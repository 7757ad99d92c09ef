import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { GrantPaperRow } from './grant-paper-row.js';

/** A file that goes with a change or a report. */
export interface GrantPaper {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Date;
  readonly addedBy: string;
}

@Injectable()
export class GrantPaperStore {
  async add(
    tx: Transaction,
    ownerId: string,
    file: Pick<GrantPaper, 'name' | 'mediaType' | 'size' | 'sha256'>,
  ): Promise<void> {
    const { name, mediaType, size, sha256 } = file;
    const added = { addedAt: tx.now, addedBy: tx.actor.name, removedAt: null };
    await tx.manager.insert(GrantPaperRow, {
      ...{ id: randomUUID(), ownerId, name, mediaType, size, sha256, ...added },
      municipalityId: tx.municipalityId,
    });
  }

  /** In the order in which they were added. */
  async of(tx: Transaction, ownerId: string): Promise<GrantPaper[]> {
    const where = { ownerId, removedAt: IsNull() };
    const rows = await tx.manager.find(GrantPaperRow, { where, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map(({ municipalityId: _town, removedAt: _removed, ...paper }) => paper);
  }

  /** The changes and reports with which these bytes go. */
  async ownersWith(tx: Transaction, sha256: string): Promise<string[]> {
    const rows = await tx.manager.findBy(GrantPaperRow, { sha256, removedAt: IsNull() });
    return [...new Set(rows.map(({ ownerId }) => ownerId))];
  }

  /** The row stays, so that it can be named later. Throws not-found. */
  async remove(tx: Transaction, ownerId: string, id: string): Promise<void> {
    const where = { ownerId, id, removedAt: IsNull() };
    const { affected } = await tx.manager.update(GrantPaperRow, where, { removedAt: tx.now });
    if (affected !== 1) throw DomainError.notFound();
  }
}
