import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { differenceInWords } from '../domain/difference-words.js';
import { ANSWERS_FOR_BOOKS } from '../domain/readers.js';
import { BookProofStore, type KeptProof } from '../store/book-proof.store.js';
import { TownBooks } from './town-books.js';

/** Proves the books and keeps the result; where they differ, `BooksDiffer` raises the alarm. */
@Injectable()
export class KeepProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: TownBooks,
    private readonly proofs: BookProofStore,
  ) {}

  /** By hand, e.g. after a difference was mended, so that the alarm ends. */
  execute(actor: Actor): Promise<KeptProof> {
    requireDuty(actor, ...ANSWERS_FOR_BOOKS);
    return this.unitOfWork.run(actor, (tx) => this.keep(tx));
  }

  async keep(tx: Transaction): Promise<KeptProof> {
    await this.books.hold(tx);
    const { differences } = await this.books.prove(tx);
    const kept = await this.proofs.add(tx, differences.map(differenceInWords));
    if (!kept.balanced) tx.announce({ type: 'BooksDiffer', subjectId: kept.id });
    tx.audit({
      action: 'books.proved',
      subjectKind: 'book-proof',
      subjectId: kept.id,
      detail: { balanced: kept.balanced, differences: differences.length },
    });
    return kept;
  }
}
