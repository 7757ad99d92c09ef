import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { letterMachine } from '../domain/letter-state.js';
import { LetterStore } from '../store/letter.store.js';

export interface VoidLetterCommand {
  readonly letterId: string;
  readonly reason: string;
}

/**
 * 欠番: the number stays in the register with its reason and is never given again. Only while the letter has reached
 * nobody; what was delivered is taken back by another letter. Announces LetterVoided.
 */
@Injectable()
export class VoidLetter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LetterStore,
  ) {}

  async execute(actor: Actor, command: VoidLetterCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = command.reason.trim();
    if (reason === '') throw DomainError.invalid([{ pointer: 'reason', code: 'notices.void-reason-missing' }]);
    return this.unitOfWork.run(actor, (tx) => this.within(tx, { letterId: command.letterId, reason }));
  }

  /** The same in the transaction of a stage whose letter must not go out any more. */
  async within(tx: Transaction, { letterId, reason }: VoidLetterCommand): Promise<void> {
    const row = await this.store.findForUpdate(tx, letterId);
    const state = nextState(letterMachine, 'notices.already-void', row.state, 'void');
    if (row.openedAt ?? row.dispatchedOn) throw new DomainError('notices.already-delivered', 'conflict');
    await this.store.change(tx, row.id, { state, voidedAt: tx.now, voidedBy: tx.actor.name, voidReason: reason });
    tx.audit({
      action: 'letter.voided',
      subjectKind: 'letter',
      subjectId: row.id,
      organizationId: row.organizationId,
      detail: { number: row.number },
    });
    tx.announce({
      type: 'LetterVoided',
      subjectId: row.id,
      data: { subjectKind: row.subjectKind, subjectId: row.subjectId },
    });
  }
}
