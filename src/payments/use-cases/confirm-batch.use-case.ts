import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { Municipalities } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseUnlessProved } from '../domain/payment-batch.js';
import { BatchConfirmationStore } from '../store/batch-confirmation.store.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { BatchFile } from './batch-file.js';
import { bankOf } from './batch-rules.js';

export interface ConfirmBatchCommand {
  readonly batchId: string;
  /** The file that the page showed. */
  readonly sha256: string;
}

/**
 * 送付書: somebody of the treasury confirms count, total and hash of the file that a batch will be; the release asks for
 * two, and for this very file. Throws `payments.batch-sheet-changed` when the file would be another one by now.
 */
@Injectable()
export class ConfirmBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly batches: PaymentBatchStore,
    private readonly confirmations: BatchConfirmationStore,
    private readonly batchFile: BatchFile,
  ) {}

  execute(actor: Actor, { batchId, sha256 }: ConfirmBatchCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      if (tx.actor.kind !== 'staff') throw DomainError.forbidden();
      const batch = await this.batches.lock(tx, batchId);
      if (batch.state !== 'collected') throw new DomainError('payments.batch-state', 'conflict');
      const bank = bankOf(await this.municipalities.of(tx));
      refuseWhenFaulty(await this.batchFile.faults(tx, bank, batch), 'payments.batch-not-transferable');
      const sheet = await this.batchFile.make(tx, bank, batch);
      if (sheet.sha256 !== sha256) throw new DomainError('payments.batch-sheet-changed', 'conflict');
      refuseUnlessProved(batch, sheet);
      await this.confirmations.add(tx, batchId, tx.actor, sheet);
      const detail = { sha256, count: sheet.count, total: String(sheet.total) };
      tx.audit({ action: 'payment-batch.confirmed', subjectKind: 'payment-batch', subjectId: batchId, detail });
    });
  }
}
