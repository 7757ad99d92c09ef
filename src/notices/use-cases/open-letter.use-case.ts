import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { LetterView } from '../domain/issued-letter.js';
import { LetterStore } from '../store/letter.store.js';
import { Letters } from './letters.js';

/** An officer opens a letter of the inbox; the first opening is recorded with its time. Staff only look. */
@Injectable()
export class OpenLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LetterStore,
    private readonly letters: Letters,
  ) {}

  /** Throws not-found for a letter that is not in the officer's inbox. */
  async execute(actor: Actor, letterId: string): Promise<LetterView> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    return this.unitOfWork.run(actor, async (tx) => {
      const seen = await this.letters.get(tx, letterId);
      if (seen.openedAt) return seen;
      const row = await this.store.findForUpdate(tx, letterId);
      if (row.openedAt) return { ...seen, openedAt: row.openedAt };
      await this.store.change(tx, letterId, { openedAt: tx.now, openedBy: actor.officerId });
      tx.audit({
        action: 'letter.opened',
        subjectKind: 'letter',
        subjectId: letterId,
        organizationId: row.organizationId,
      });
      return { ...seen, openedAt: tx.now };
    });
  }
}
