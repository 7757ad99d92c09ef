import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { SubmittedFile } from '../../forms/index.js';
import { ProposalFileRow } from './proposal-file-row.js';

/** A file that lies in the draft. */
export interface ProposalFile extends SubmittedFile {
  readonly id: string;
  readonly addedAt: Date;
  readonly addedBy: string;
}

@Injectable()
export class ProposalFileStore {
  async add(tx: Transaction, proposalId: string, file: SubmittedFile): Promise<string> {
    const id = randomUUID();
    const added = { addedAt: tx.now, addedBy: tx.actor.name, removedAt: null };
    await tx.manager.insert(ProposalFileRow, {
      ...file,
      ...added,
      id,
      proposalId,
      municipalityId: tx.municipalityId,
    });
    return id;
  }

  async of(tx: Transaction, proposalId: string): Promise<ProposalFile[]> {
    const where = { proposalId, removedAt: IsNull() };
    const rows = await tx.manager.find(ProposalFileRow, { where, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map(({ municipalityId: _town, proposalId: _proposal, removedAt: _removed, ...file }) => file);
  }

  /** Ids of the proposals in which these bytes lie, removed files left out. */
  async proposalsWith(tx: Transaction, sha256: string): Promise<string[]> {
    const rows = await tx.manager.findBy(ProposalFileRow, { sha256, removedAt: IsNull() });
    return [...new Set(rows.map(({ proposalId }) => proposalId))];
  }

  /** The row stays, so that an earlier round can still name it. Returns its kind; throws not-found. */
  async remove(tx: Transaction, proposalId: string, id: string): Promise<string> {
    const where = { proposalId, id, removedAt: IsNull() };
    const row = await tx.manager.findOneBy(ProposalFileRow, where);
    if (!row) throw DomainError.notFound();
    await tx.manager.update(ProposalFileRow, where, { removedAt: tx.now });
    return row.kind;
  }
}
