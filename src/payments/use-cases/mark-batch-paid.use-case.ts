import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { closingDayOf, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { isBankBusinessDay } from '../../platform/calendar/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { BATCH_MACHINE, refuseUnlessProved, type PaymentBatch } from '../domain/payment-batch.js';
import { PaymentBatchStore } from '../store/payment-batch.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { OrderSetStore } from '../store/order-sets.store.js';
import { PayOrders } from './pay-orders.js';

export interface MarkBatchPaidCommand {
  readonly batchId: string;
  /** The day on the bank's 支払済 notice. */
  readonly paidOn: LocalDate;
}

/**
 * Takes over the bank's 支払済 notice: an ordinary 総合振込 confirms no single line, so the batch is paid as a whole, but for
 * lines that the bank said it had not executed. Fault at `paidOn`.
 */
@Injectable()
export class MarkBatchPaid {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderSetStore,
    private readonly batches: PaymentBatchStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly payOrders: PayOrders,
  ) {}

  execute(actor: Actor, command: MarkBatchPaidCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, (tx) => this.mark(tx, command));
  }

  private async mark(tx: Transaction, { batchId, paidOn }: MarkBatchPaidCommand): Promise<void> {
    const batch = await this.batches.lock(tx, batchId);
    if (batch.state === 'paid') return refuseOtherDay(batch, paidOn);
    const state = nextState(BATCH_MACHINE, 'payments.batch-state', batch.state, 'mark-paid');
    // A line that the bank did not execute is paid by another batch.
    const orderIds = await this.instructions.standingInBatch(tx, batchId);
    await this.orders.lock(tx, orderIds);
    const years = await this.orders.yearsOf(tx, orderIds);
    refuseWhenFaulty([...paidOnFaults(batch, paidOn, tx.today), ...afterClosingFaults(years, paidOn)]);
    refuseUnlessProved(batch, await this.instructions.totalOfBatch(tx, batchId));
    await this.payOrders.payAll(tx, orderIds, paidOn);
    await this.batches.change(tx, batch, { state, paidOn });
    tx.audit({ action: 'payment-batch.paid', subjectKind: 'payment-batch', subjectId: batchId, detail: { paidOn } });
  }
}

/** The same notice taken over twice changes nothing; another day would be another notice. */
function refuseOtherDay(batch: PaymentBatch, paidOn: LocalDate): void {
  if (batch.paidOn === null || batch.paidOn === paidOn) return;
  throw new DomainError('payments.batch-already-paid', 'conflict', { paidOn: formatEra(batch.paidOn) });
}

/** 出納閉鎖: what leaves the account later is no payment of that year, whatever its order says. */
function afterClosingFaults(years: readonly FiscalYear[], paidOn: LocalDate): Fault[] {
  const over = years.find((year) => paidOn > closingDayOf(year));
  if (over === undefined) return [];
  const params = { year: formatFiscalYear(over), last: formatEra(closingDayOf(over)) };
  return [{ pointer: 'paidOn', code: 'payments.paid-after-closing', params }];
}

function paidOnFaults(batch: PaymentBatch, paidOn: LocalDate, today: LocalDate): Fault[] {
  const pointer = 'paidOn';
  if (paidOn > today) return [{ pointer, code: 'payments.paid-in-future' }];
  if (paidOn < batch.paymentDate) {
    return [{ pointer, code: 'payments.paid-before-date', params: { day: formatEra(batch.paymentDate) } }];
  }
  return isBankBusinessDay(paidOn)
    ? []
    : [{ pointer, code: 'payments.not-a-bank-day', params: { day: formatEra(paidOn) } }];
}
