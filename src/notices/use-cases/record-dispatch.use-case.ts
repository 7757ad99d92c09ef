import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, type Fault, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { DispatchWay } from '../domain/delivery.js';
import { LetterStore } from '../store/letter.store.js';

export interface RecordDispatchCommand {
  readonly letterIds: readonly string[];
  readonly on: LocalDate;
  readonly how: DispatchWay;
}

/** 発送簿: when and how letters on paper left the house. All of them or none. Faults at `on`, `letterIds`. */
@Injectable()
export class RecordDispatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LetterStore,
  ) {}

  async execute(actor: Actor, command: RecordDispatchCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const faults: Fault[] = [];
      if (command.on > tx.today) faults.push({ pointer: 'on', code: 'notices.dispatch-in-future' });
      if (command.letterIds.length === 0) faults.push({ pointer: 'letterIds', code: 'notices.nothing-to-dispatch' });
      refuseWhenFaulty(faults);
      for (const id of [...new Set(command.letterIds)].sort()) await this.record(tx, id, command);
    });
  }

  private async record(tx: Transaction, id: string, { on, how }: RecordDispatchCommand): Promise<void> {
    const row = await this.store.findForUpdate(tx, id);
    const params = { number: row.number ?? row.title };
    if (row.state !== 'drawn') throw new DomainError('notices.not-yet-drawn', 'conflict', params);
    if (row.delivery !== 'paper') throw new DomainError('notices.not-on-paper', 'conflict', params);
    if (row.dispatchedOn !== null) throw new DomainError('notices.already-dispatched', 'conflict', params);
    if (on < row.issuedOn) {
      throw DomainError.invalid([{ pointer: 'on', code: 'notices.dispatch-before-issue', params }]);
    }
    await this.store.change(tx, id, { dispatchedOn: on, dispatchedHow: how, dispatchedBy: tx.actor.name });
    tx.audit({
      action: 'letter.dispatched',
      subjectKind: 'letter',
      subjectId: id,
      organizationId: row.organizationId,
      detail: { on, how },
    });
  }
}
