import { Injectable } from '@nestjs/common';
import { hasDuty, requireDuty, type Actor } from '../../kernel/actor.js';
import { LaterPaymentsPort, type LaterPaymentOfGrant } from '../../grants/index.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Proof } from '../domain/proof.js';
import { ANSWERS_FOR_BOOKS, READS_BOOKS } from '../domain/readers.js';
import { BookProofStore, type KeptProof } from '../store/book-proof.store.js';
import { TownBooks } from './town-books.js';

export interface ProofPage {
  /** As the books stand now. */
  readonly proof: Proof;
  readonly newest: KeptProof | null;
}

/** 照合: the proof of all books, to read. */
@Injectable()
export class ViewProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: TownBooks,
    private readonly proofs: BookProofStore,
    private readonly later: LaterPaymentsPort,
  ) {}

  now(actor: Actor): Promise<ProofPage> {
    requireDuty(actor, ...READS_BOOKS);
    return this.unitOfWork.read(actor, async (tx) => ({
      proof: await this.books.prove(tx),
      newest: await this.proofs.newest(tx),
    }));
  }

  /** What later years paid of the grants of this one, beside the ledger, whose year is closed; by day. */
  laterPayments(actor: Actor, year: FiscalYear): Promise<readonly LaterPaymentOfGrant[]> {
    requireDuty(actor, ...READS_BOOKS);
    return this.unitOfWork.read(actor, (tx) => this.later.ofYear(tx, year));
  }

  /** The last kept proof where it found a difference: for those who answer for the books, until one balances again. */
  async alarm(actor: Actor): Promise<KeptProof | null> {
    if (![...ANSWERS_FOR_BOOKS, 'audit' as const].some((duty) => hasDuty(actor, duty))) return null;
    const newest = await this.unitOfWork.read(actor, (tx) => this.proofs.newest(tx));
    return newest?.balanced === false ? newest : null;
  }

  kept(tx: Transaction, id: string): Promise<KeptProof> {
    return this.proofs.find(tx, id);
  }
}
