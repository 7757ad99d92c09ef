import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LONGEST_REASON, textFaults } from '../domain/change-faults.js';
import { changeMachine } from '../domain/grant-change.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { GrantChanges } from './grant-changes.js';

export interface ReturnChangeCommand {
  readonly changeId: string;
  /** As the page showed it. */
  readonly version: number;
  readonly note: string;
  readonly correctBy: LocalDate;
  /** The notice is to come again as an application for approval. */
  readonly asApplication: boolean;
}

/** 差戻し with a note, the one answer that needs no draft. Throws `grant-changes.moved-on`. */
@Injectable()
export class AnswerChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantChangeStore,
    private readonly changes: GrantChanges,
  ) {}

  /** Announces GrantChangeReturned. Faults at `note`, `correctBy`. */
  return(actor: Actor, command: ReturnChangeCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const { changeId, version, correctBy, asApplication } = command;
    const note = command.note.trim();
    refuseWhenFaulty(textFaults('note', note, 'grant-changes.note-missing', LONGEST_REASON));
    return this.unitOfWork.run(actor, async (tx) => {
      const change = await this.changes.lock(tx, changeId);
      if (change.kind === 'revocation') throw DomainError.notFound();
      if (correctBy < tx.today) {
        throw DomainError.invalid([{ pointer: 'correctBy', code: 'grant-changes.correct-by-past' }]);
      }
      const state = nextState(changeMachine, 'grant-changes.moved-on', change.state, 'return');
      refuseUnlessAsShown(change, version);
      const approvalAsked = change.approvalAsked || (asApplication && change.kind === 'amendment');
      await this.store.change(tx, change, { state, returnNote: note, correctBy, approvalAsked });
      await this.store.note(tx, changeId, 'returned', note);
      const { organizationId } = change;
      tx.audit({ action: 'grant-change.returned', subjectKind: 'grant-change', subjectId: changeId, organizationId });
      tx.announce({ type: 'GrantChangeReturned', subjectId: changeId, organizationId });
    });
  }
}

/** What the organisation sent anew, or a colleague did, is looked at before it is answered. */
export function refuseUnlessAsShown({ version: now }: Change, shown: number): void {
  if (now !== shown) throw new DomainError('grant-changes.changed-by-another', 'stale');
}
