import { Injectable } from '@nestjs/common';
import type { BudgetLine } from '../../budgets/index.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { readCsv } from '../../platform/csv/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import type { BatchTotal } from '../domain/payment-batch.js';
import {
  bankReference,
  isPaidInBooks,
  LIVE_STATES,
  orderNumberText,
  parseOrderNumber,
  type PaymentOrder,
} from '../domain/payment-order.js';
import { readTransferFile } from '../domain/zengin/read-transfer-file.js';
import { AccountingStore } from '../store/accounting.store.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

/** One order as the payments know it: what should stand in the ledger for it. */
export interface OrderInBooks {
  readonly id: string;
  /** `R8-S0012 大原校区まちづくり協議会`. */
  readonly label: string;
  readonly lineId: string;
  readonly grantId: string;
  readonly claimId: string;
  readonly applicationId: string;
  readonly fiscalYear: FiscalYear;
  readonly amount: Yen;
  readonly ordered: Yen;
  readonly paid: Yen;
}

/** A file that left the house or came back, as its kept bytes read today. */
export interface FileInBooks {
  /** Only the first and the last prove that money went; an export merely asks for it. */
  readonly kind: 'bank-file' | 'accounting-export' | 'paid-list';
  readonly id: string;
  readonly name: string;
  /** What our record says that it holds; null where the record counts something else. */
  readonly stated: BatchTotal | null;
  /** null when the bytes are gone, changed or unreadable. */
  readonly lines: readonly FileLine[] | null;
}

export interface FileLine {
  /** null for a number that no order bears. */
  readonly orderId: string | null;
  readonly number: string;
  readonly amount: Yen;
}

/** The payments of all years, for the proof that ledger and files agree with them. */
@Injectable()
export class PaymentBooks {
  constructor(
    private readonly orderStore: PaymentOrderStore,
    private readonly batches: PaymentBatchStore,
    private readonly accounting: AccountingStore,
    private readonly fileStore: FileStore,
  ) {}

  async orders(tx: Transaction): Promise<OrderInBooks[]> {
    return (await this.orderStore.all(tx)).map((order) => ({
      ...{ id: order.id, lineId: order.budgetLineId, grantId: order.grantId },
      ...{ claimId: order.claimId, applicationId: order.applicationId },
      ...{ fiscalYear: order.fiscalYear, amount: order.amount, label: labelOf(order) },
      ordered: standsInLedger(order) ? order.amount : ZERO_YEN,
      paid: isPaidInBooks(order) ? order.amount : ZERO_YEN,
    }));
  }

  /** 科目更正: the orders of the grant stand on another line; the caller has posted it. */
  moveLine(tx: Transaction, grantId: string, line: Pick<BudgetLine, 'id' | 'code' | 'name'>): Promise<void> {
    return this.orderStore.moveLine(tx, grantId, line);
  }

  /** Oldest first within each kind, so that the last line of an order is its newest. */
  async files(tx: Transaction): Promise<FileInBooks[]> {
    const orders = (await this.orderStore.all(tx)).filter(({ number }) => number !== null);
    const byReference = new Map(orders.map((order) => [bankReference(order), order.id]));
    const byNumber = new Map(orders.map((order) => [labelOf(order).split(' ')[0], order.id]));
    const files: FileInBooks[] = [];
    for (const { id, file, count, total } of (await this.batches.list(tx)).reverse()) {
      if (!file) continue;
      const lines = await this.read(tx, file.sha256, (bytes) => transferLines(bytes, byReference));
      files.push({ kind: 'bank-file', id, name: file.name, stated: { count, total }, lines });
    }
    for (const { id, fileName, fileSha256, count, total } of (await this.accounting.exports(tx)).reverse()) {
      const lines = await this.read(tx, fileSha256, (bytes) => csvLines(bytes, '支出命令額', byNumber));
      files.push({ kind: 'accounting-export', id, name: fileName, stated: { count, total }, lines });
    }
    for (const { id, fileName, fileSha256 } of (await this.accounting.paidLists(tx)).reverse()) {
      const lines = await this.read(tx, fileSha256, (bytes) => csvLines(bytes, '金額', byNumber));
      files.push({ kind: 'paid-list', id, name: fileName, stated: null, lines });
    }
    return files;
  }

  private async read(
    tx: Transaction,
    sha256: string,
    linesOf: (bytes: Buffer) => FileLine[] | null,
  ): Promise<FileLine[] | null> {
    try {
      return linesOf((await this.fileStore.read(tx, sha256)).bytes);
    } catch {
      // Whatever is wrong with a kept file, the proof names it instead of falling over it.
      return null;
    }
  }
}

/** From the approval of the order until it is given up, whether it is paid or not. */
const standsInLedger = ({ state }: PaymentOrder): boolean => state !== 'drafted' && LIVE_STATES.includes(state);

const labelOf = ({ fiscalYear, number, organizationName }: PaymentOrder): string =>
  number === null ? organizationName : `${orderNumberText(fiscalYear, number)} ${organizationName}`;

function transferLines(bytes: Buffer, byReference: ReadonlyMap<string, string>): FileLine[] | null {
  const { payments, faults } = readTransferFile(bytes);
  if (faults.length > 0) return null;
  return payments.map(({ reference, amount }) => ({
    orderId: byReference.get(reference) ?? null,
    number: reference,
    amount: yen(amount),
  }));
}

function csvLines(
  bytes: Buffer,
  amountHeader: '支出命令額' | '金額',
  byNumber: ReadonlyMap<string | undefined, string>,
): FileLine[] {
  // A kept file of any length is read whole: what is too long to hand in is not for that reason lost.
  return readCsv(bytes, ['支出命令番号', amountHeader], [], { most: Number.POSITIVE_INFINITY }).map(({ cells }) => {
    const parsed = parseOrderNumber(cells.支出命令番号);
    const number = parsed ? orderNumberText(parsed.fiscalYear, parsed.number) : cells.支出命令番号;
    return { orderId: byNumber.get(number) ?? null, number, amount: yen(cells[amountHeader].replace(/[,円]/g, '')) };
  });
}
