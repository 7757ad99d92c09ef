import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { BookProofRow } from './book-proof-row.js';

/** A proof as it was kept: whether the books agreed at that moment, and where not. */
export type KeptProof = Omit<BookProofRow, 'municipalityId' | 'number'>;

@Injectable()
export class BookProofStore {
  async add(tx: Transaction, findings: readonly string[]): Promise<KeptProof> {
    const kept = {
      id: randomUUID(),
      provedAt: tx.now,
      provedBy: tx.actor.name,
      balanced: findings.length === 0,
      findings,
    };
    await tx.manager.insert(BookProofRow, { ...kept, municipalityId: tx.municipalityId } as never);
    return kept;
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<KeptProof> {
    const row = await tx.manager.findOneBy(BookProofRow, { id });
    if (!row) throw DomainError.notFound();
    return row;
  }

  /** null before the first. */
  async newest(tx: Transaction): Promise<KeptProof | null> {
    const [row] = await tx.manager.find(BookProofRow, { order: { number: 'DESC' }, take: 1 });
    return row ?? null;
  }
}
