import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any, In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Delegation, DelegationState } from '../domain/delegation.js';
import { DelegationRow } from './delegation-row.js';

const LIVE: readonly DelegationState[] = ['proposed', 'confirmed'];

type NewDelegation = Pick<
  Delegation,
  'claimId' | 'organizationId' | 'delegateName' | 'reason' | 'account' | 'file' | 'proposedBy'
>;
type DelegationChange = Partial<Pick<Delegation, 'state' | 'transferKana' | 'confirmedBy' | 'confirmedAt' | 'refusal'>>;

/** 委任状 of claims. */
@Injectable()
export class DelegationStore {
  async insert(tx: Transaction, { file, account, ...delegation }: NewDelegation): Promise<string> {
    const id = randomUUID();
    await tx.manager.insert(DelegationRow, {
      ...delegation,
      ...{ id, municipalityId: tx.municipalityId, account: { ...account }, state: 'proposed', version: 1 },
      ...{ fileSha256: file.sha256, fileName: file.name, fileMediaType: file.mediaType, proposedAt: tx.now },
    });
    return id;
  }

  async find(tx: Transaction, id: string): Promise<Delegation> {
    const row = await tx.manager.findOneBy(DelegationRow, { id });
    if (!row) throw DomainError.notFound();
    return toDelegation(row);
  }

  /** Proposed or confirmed, by claim; there is at most one. */
  async liveOf(tx: Transaction, claimIds: readonly string[]): Promise<ReadonlyMap<string, Delegation>> {
    const rows = await tx.manager.findBy(DelegationRow, { claimId: Any([...claimIds]), state: In([...LIVE]) });
    return new Map(rows.map((row) => [row.claimId, toDelegation(row)]));
  }

  /** Newest first, refused and withdrawn ones included. */
  async ofClaim(tx: Transaction, claimId: string): Promise<Delegation[]> {
    const rows = await tx.manager.find(DelegationRow, { where: { claimId }, order: { place: 'DESC' } });
    return rows.map(toDelegation);
  }

  async change(tx: Transaction, delegation: Delegation, change: DelegationChange): Promise<void> {
    const { id, version } = delegation;
    const done = await tx.manager.update(DelegationRow, { id, version }, { ...change, version: version + 1 });
    if (done.affected !== 1) throw DomainError.stale();
  }
}

function toDelegation(row: DelegationRow): Delegation {
  const { municipalityId: _town, fileSha256, fileName, fileMediaType, ...delegation } = row;
  return { ...delegation, file: { sha256: fileSha256, name: fileName, mediaType: fileMediaType } };
}
