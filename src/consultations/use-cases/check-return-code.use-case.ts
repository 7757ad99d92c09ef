import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { FloodGate } from '../../platform/flood/index.js';
import { MayorLetterStore } from '../store/mayor-letter.store.js';
import { PublicCommentStore } from '../store/public-comment.store.js';
import { ReturnCodes } from './return-codes.js';

/** Slow for whoever guesses, enough for whoever mistypes. */
const LIMIT = { most: 20, minutes: 60 };

/** Lets the writer of a letter or a comment back in by the code that they noted down. */
@Injectable()
export class CheckReturnCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: MayorLetterStore,
    private readonly comments: PublicCommentStore,
    private readonly codes: ReturnCodes,
    private readonly gate: FloodGate,
  ) {}

  /** The code as it was given out. Faults at `code`; throws `common.too-many`. */
  async execute(actor: Actor, kind: 'letter' | 'comment', typed: string, sender: string): Promise<string> {
    const { code, hash } = this.codes.read(typed);
    // A try in vain counts too, so the count is committed before the answer is known.
    await this.unitOfWork.run(actor, (tx) => this.gate.admit(tx, 'return-code', sender, LIMIT));
    const store = kind === 'letter' ? this.letters : this.comments;
    if (await this.unitOfWork.read<object | null>(actor, (tx) => store.byCode(tx, hash))) return code;
    throw DomainError.invalid([{ pointer: 'code', code: 'consultations.code-unknown' }]);
  }
}
