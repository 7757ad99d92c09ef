import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { letterMachine } from '../domain/letter-state.js';
import { LetterStore } from '../store/letter.store.js';

/** Staff have a letter drawn that could not be drawn before. Announces LetterIssued anew; a drawn letter refuses. */
@Injectable()
export class RedrawLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LetterStore,
  ) {}

  async execute(actor: Actor, letterId: string): Promise<void> {
    requireDuty(actor, 'promotion', 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await this.store.findForUpdate(tx, letterId);
      nextState(letterMachine, 'notices.drawn-once', row.state, 'draw');
      tx.audit({ action: 'letter.redrawn', subjectKind: 'letter', subjectId: letterId });
      tx.announce({ type: 'LetterIssued', subjectId: letterId, data: { kind: row.kind } });
    });
  }
}
