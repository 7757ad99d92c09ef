import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { retentionFaults, type Retention } from '../domain/retention.js';
import { RetentionStore } from '../store/retention.store.js';

/** What a town decides about how long it keeps who proposed. */
@Injectable()
export class RetentionDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RetentionStore,
  ) {}

  /** For everyone: whoever proposes is told. */
  of(tx: Transaction): Promise<Retention> {
    return this.store.read(tx);
  }

  /** Faults at the fields; stale when somebody else has saved since. */
  save(actor: Actor, retention: Retention): Promise<void> {
    requireDuty(actor, 'promotion');
    refuseWhenFaulty(retentionFaults(retention));
    return this.unitOfWork.run(actor, async (tx) => {
      await this.store.save(tx, retention);
      const { draftDays, contactDays } = retention;
      const subject = { subjectKind: 'proposal-settings', subjectId: tx.municipalityId };
      tx.audit({ action: 'proposal-settings.saved', ...subject, detail: { draftDays, contactDays } });
    });
  }
}
