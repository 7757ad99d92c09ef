import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxStore } from './outbox.store.js';

/** A member of staff starts a failed delivery again. */
@Injectable()
export class RestartDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: OutboxStore,
  ) {}

  execute(actor: Actor, command: { readonly eventId: string; readonly handler: string }): Promise<void> {
    requireDuty(actor, 'administer', 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.outbox.restart(tx, command.eventId, command.handler))) throw DomainError.stale();
      tx.audit({
        action: 'delivery-restarted',
        subjectKind: 'delivery',
        subjectId: command.eventId,
        detail: { handler: command.handler },
      });
    });
  }
}
