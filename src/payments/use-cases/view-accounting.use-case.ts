import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { AccountingStore, type AccountingExport, type PaidList } from '../store/accounting.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

export interface AccountingDesk {
  readonly accepted: readonly PaymentOrder[];
  /** Handed to the accounting system and not yet reported as paid. */
  readonly waiting: readonly PaymentOrder[];
  readonly exports: readonly AccountingExport[];
  readonly paidLists: readonly PaidList[];
}

export interface ExportPage {
  readonly file: AccountingExport;
  readonly orders: readonly PaymentOrder[];
}

const SEES_EXPORTS = ['treasury-check', 'treasury-decide', 'audit'] as const;

/** What the treasury sees of the files between us and the financial accounting system. */
@Injectable()
export class ViewAccounting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly accounting: AccountingStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly files: FileStore,
  ) {}

  desk(actor: Actor): Promise<AccountingDesk> {
    requireDuty(actor, ...SEES_EXPORTS);
    return this.unitOfWork.read(actor, async (tx) => ({
      accepted: await this.orders.inStates(tx, ['accepted']),
      waiting: await this.orders.inStates(tx, ['instructed']),
      exports: await this.accounting.exports(tx),
      paidLists: await this.accounting.paidLists(tx),
    }));
  }

  one(actor: Actor, exportId: string): Promise<ExportPage> {
    requireDuty(actor, ...SEES_EXPORTS);
    return this.unitOfWork.read(actor, async (tx) => {
      const file = await this.accounting.findExport(tx, exportId);
      return {
        file,
        orders: await this.orders.inGivenOrder(tx, await this.instructions.orderIdsOfExport(tx, exportId)),
      };
    });
  }

  /** The bytes as they were made; each download is the same and stands in the audit trail. */
  download(actor: Actor, exportId: string): Promise<{ bytes: Buffer; fileName: string }> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const { fileSha256, fileName } = await this.accounting.findExport(tx, exportId);
      tx.audit({ action: 'accounting-export.downloaded', subjectKind: 'accounting-export', subjectId: exportId });
      return { bytes: (await this.files.read(tx, fileSha256)).bytes, fileName };
    });
  }
}
