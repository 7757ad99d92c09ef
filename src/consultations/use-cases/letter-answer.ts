import { Injectable } from '@nestjs/common';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import { letterMachine, readyFaults, type MayorLetter } from '../domain/mayor-letter.js';
import { MayorLetterStore } from '../store/mayor-letter.store.js';

/** The answer to a letter, in the transaction of whoever may give it: promotion staff, or the last approval. */
@Injectable()
export class LetterAnswer {
  constructor(private readonly letters: MayorLetterStore) {}

  /** Locked and complete. Throws what keeps it from being decided. */
  async ready(tx: Transaction, id: string, version?: number): Promise<MayorLetter> {
    const letter = await this.letters.lock(tx, id);
    nextState(letterMachine, 'consultations.letter-moved-on', letter.state, 'decide');
    if (version !== undefined && letter.version !== version) throw DomainError.stale();
    refuseWhenFaulty(readyFaults(letter));
    return letter;
  }

  /** The sender can read it by their code from now on. Announces MayorLetterAnswered, from which the mail follows. */
  async give(tx: Transaction, letter: MayorLetter): Promise<void> {
    const state = nextState(letterMachine, 'consultations.letter-moved-on', letter.state, 'decide');
    await this.letters.change(tx, letter, { state, closedOn: tx.today });
    const detail = { published: letter.publishes };
    tx.audit({ action: 'mayor-letter.answered', subjectKind: 'mayor-letter', subjectId: letter.id, detail });
    tx.announce({ type: 'MayorLetterAnswered', subjectId: letter.id });
  }

  async move(tx: Transaction, id: string, action: 'propose' | 'draft' | 'release'): Promise<void> {
    const letter = await this.letters.lock(tx, id);
    const state = nextState(letterMachine, 'consultations.letter-moved-on', letter.state, action);
    if (state !== letter.state) await this.letters.change(tx, letter, { state });
  }
}
