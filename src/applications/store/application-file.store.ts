import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { SubmittedFile } from '../../forms/index.js';
import { ApplicationFileRow } from './application-file-row.js';

/** A file that lies in the draft. */
export interface ApplicationFile extends SubmittedFile {
  readonly id: string;
  readonly addedAt: Date;
  readonly addedBy: string;
}

@Injectable()
export class ApplicationFileStore {
  async add(tx: Transaction, applicationId: string, file: SubmittedFile): Promise<string> {
    const id = randomUUID();
    const added = { addedAt: tx.now, addedBy: tx.actor.name, removedAt: null };
    await tx.manager.insert(ApplicationFileRow, {
      ...file,
      ...added,
      id,
      applicationId,
      municipalityId: tx.municipalityId,
    });
    return id;
  }

  async of(tx: Transaction, applicationId: string): Promise<ApplicationFile[]> {
    const where = { applicationId, removedAt: IsNull() };
    const rows = await tx.manager.find(ApplicationFileRow, { where, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map(({ municipalityId: _town, applicationId: _application, removedAt: _removed, ...file }) => file);
  }

  /** Ids of the applications in which these bytes lie, removed files left out. */
  async applicationsWith(tx: Transaction, sha256: string): Promise<string[]> {
    const rows = await tx.manager.findBy(ApplicationFileRow, { sha256, removedAt: IsNull() });
    return [...new Set(rows.map(({ applicationId }) => applicationId))];
  }

  /** The row stays, so that an earlier round can still name it. Returns its kind; throws not-found. */
  async remove(tx: Transaction, applicationId: string, id: string): Promise<string> {
    const where = { applicationId, id, removedAt: IsNull() };
    const row = await tx.manager.findOneBy(ApplicationFileRow, where);
    if (!row) throw DomainError.notFound();
    await tx.manager.update(ApplicationFileRow, where, { removedAt: tx.now });
    return row.kind;
  }
}
