import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { readCsv } from '../../platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore, sha256Of } from '../../platform/files/index.js';
import { FAILURE_COLUMNS, PAID_LIST_COLUMNS } from '../domain/accounting-file.js';
import { checkPaidList, type PaidLine, type TypedPaidLine } from '../domain/paid-list.js';
import { totalOf } from '../domain/payment-batch.js';
import { parseOrderNumber } from '../domain/payment-order.js';
import { AccountingStore } from '../store/accounting.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { TransferFailureStore } from '../store/transfer-failure.store.js';
import { FailPayments } from './fail-payments.js';
import { PayOrders } from './pay-orders.js';

export interface ImportPaidListCommand {
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface ImportedPaidList {
  /** Orders that this file newly made paid. */
  readonly taken: number;
  /** Orders whose payment did not arrive. */
  readonly failed: number;
  /** Lines that say what was known already. */
  readonly known: number;
  /** This very file had been taken before. */
  readonly repeated: boolean;
}

/**
 * Takes the 支払済一覧 of the accounting system (layout: `PAID_LIST_COLUMNS`, for payments that failed `FAILURE_COLUMNS`). One faulty line, or one amount that is not the
 * ordered one, and nothing is taken; every faulty line is named at the field `file`. The same file twice changes nothing.
 */
@Injectable()
export class ImportPaidList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrderStore,
    private readonly accounting: AccountingStore,
    private readonly payOrders: PayOrders,
    private readonly failPayments: FailPayments,
    private readonly failures: TransferFailureStore,
    private readonly files: FileStore,
  ) {}

  execute(actor: Actor, command: ImportPaidListCommand): Promise<ImportedPaidList> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const typed = typedLines(command.bytes);
    return this.unitOfWork.run(actor, async (tx) => {
      const orders = await this.orders.lock(tx, await this.accounting.exportedOrderIds(tx, numbersIn(typed)));
      // Asked under the orders' locks: of two clicks at once the second finds what the first has taken.
      const before = await this.accounting.paidListOf(tx, sha256Of(command.bytes));
      if (before) return { taken: 0, failed: 0, known: typed.length, repeated: true };
      const failures = await this.failures.ofOrders(
        tx,
        orders.map(({ id }) => id),
      );
      const { lines, faults } = checkPaidList(typed, orders, failures, tx.today);
      refuseWhenFaulty(faults, 'payments.paid-list-faulty');
      return this.take(tx, command, lines);
    });
  }

  private async take(
    tx: Transaction,
    { bytes, fileName }: ImportPaidListCommand,
    lines: readonly PaidLine[],
  ): Promise<ImportedPaidList> {
    const news = lines.filter((line) => !line.known);
    const paid = news.filter(({ failed }) => failed === null);
    await this.payOrders.pay(
      tx,
      paid.map(({ order, day, slipNumber, creditorNumber }) => ({
        order,
        fact: { paidOn: day, slipNumber, creditorNumber },
      })),
    );
    for (const { order, day, slipNumber, failed } of news) {
      if (failed) await this.failPayments.fail(tx, order, { ...failed, failedOn: day, slipNumber });
    }
    const { sha256 } = await this.files.put(tx, { bytes, mediaType: 'text/csv' });
    const id = randomUUID();
    const total = totalOf(paid.map((line) => line.order));
    await this.accounting.insertPaidList(tx, { id, fileSha256: sha256, fileName, ...total, takenBy: tx.actor.name });
    tx.audit({
      action: 'paid-list.taken',
      subjectKind: 'paid-list',
      subjectId: id,
      detail: { sha256, taken: paid.length, failed: news.length - paid.length },
    });
    const counts = { taken: paid.length, failed: news.length - paid.length, known: lines.length - news.length };
    return { ...counts, repeated: false };
  }
}

function typedLines(bytes: Buffer): TypedPaidLine[] {
  try {
    const lines = readCsv(
      bytes,
      PAID_LIST_COLUMNS.map((column) => column.header),
      FAILURE_COLUMNS.map((column) => column.header),
      { words: ['理由'] },
    );
    if (lines.length === 0) throw new DomainError('payments.paid-list-empty');
    return lines;
  } catch (error) {
    if (error instanceof DomainError)
      throw DomainError.invalid([{ pointer: 'file', code: error.code, params: error.params }]);
    throw error;
  }
}

const numbersIn = (lines: readonly TypedPaidLine[]): { fiscalYear: FiscalYear; number: number }[] =>
  lines.flatMap(({ cells }) => parseOrderNumber(cells.支出命令番号) ?? []);
