import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { totalOf } from '../domain/payment-batch.js';
import type { OrderState, PaymentOrder } from '../domain/payment-order.js';
import { AccountingStore, type AccountingExport, type PaidList } from '../store/accounting.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { OrderSetStore } from '../store/order-sets.store.js';
import { PaymentOrderStore, type PartOfOrders } from '../store/payment-order.store.js';
import type { Listed } from './view-orders.use-case.js';

export interface AccountingDesk {
  readonly accepted: Listed<PaymentOrder>;
  /** Handed to the accounting system and not yet reported as paid. */
  readonly waiting: Listed<PaymentOrder>;
  readonly exports: readonly AccountingExport[];
  readonly paidLists: readonly PaidList[];
}

export interface ExportPage {
  readonly file: AccountingExport;
  /** One page of them, in the order of their lines. */
  readonly orders: readonly PaymentOrder[];
}

/** Which page of each list is looked at. */
export interface AccountingParts {
  readonly accepted: PartOfOrders;
  readonly waiting: PartOfOrders;
}

const FIRST_PAGE: PartOfOrders = { from: 0, most: 200 };

const SEES_EXPORTS = ['treasury-check', 'treasury-decide', 'audit'] as const;

/** What the treasury sees of the files between us and the financial accounting system. */
@Injectable()
export class ViewAccounting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly sets: OrderSetStore,
    private readonly accounting: AccountingStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly files: FileStore,
  ) {}

  desk(actor: Actor, parts: AccountingParts = { accepted: FIRST_PAGE, waiting: FIRST_PAGE }): Promise<AccountingDesk> {
    requireDuty(actor, ...SEES_EXPORTS);
    return this.unitOfWork.read(actor, async (tx) => ({
      accepted: await this.listed(tx, 'accepted', parts.accepted),
      waiting: await this.listed(tx, 'instructed', parts.waiting),
      exports: await this.accounting.exports(tx),
      paidLists: await this.accounting.paidLists(tx),
    }));
  }

  one(actor: Actor, exportId: string, { from, most } = FIRST_PAGE): Promise<ExportPage> {
    requireDuty(actor, ...SEES_EXPORTS);
    return this.unitOfWork.read(actor, async (tx) => {
      const file = await this.accounting.findExport(tx, exportId);
      const ids = await this.instructions.orderIdsOfExport(tx, exportId);
      return { file, orders: await this.orders.inGivenOrder(tx, ids.slice(from, from + most)) };
    });
  }

  private async listed(tx: Transaction, state: OrderState, part: PartOfOrders): Promise<Listed<PaymentOrder>> {
    const total = (await this.sets.totals(tx, [state])).get(state) ?? totalOf([]);
    return { rows: await this.orders.page(tx, [state], part), ...total };
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
