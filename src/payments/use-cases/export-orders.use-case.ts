import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CaseList } from '../../cases/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import { dayInJapan } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { Municipalities } from '../../municipalities/index.js';
import { writeCsv } from '../../platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { ACCOUNTING_COLUMNS, exportFileName, exportNumberText, type ExportedOrder } from '../domain/accounting-file.js';
import { totalOf } from '../domain/payment-batch.js';
import { isPaidInBooks, ORDER_MACHINE, type PaymentOrder } from '../domain/payment-order.js';
import { AccountingStore } from '../store/accounting.store.js';
import { PaymentInstructionStore } from '../store/payment-instruction.store.js';
import { OrderSetStore } from '../store/order-sets.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { PaymentSeriesStore } from '../store/payment-series.store.js';
import { OrderingHands } from './ordering-hands.js';
import { Payees } from './payees.js';

export interface ExportedFile {
  readonly exportId: string;
  /** These very orders had been exported before: a second click or a resend, which changed nothing. */
  readonly repeated: boolean;
}

/**
 * Hands accepted orders to the town's financial accounting system as a CSV file with its own number. The bytes are kept:
 * downloading again gives the same. All chosen orders or none; fault at `orderIds`.
 */
@Injectable()
export class ExportOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly orders: PaymentOrderStore,
    private readonly sets: OrderSetStore,
    private readonly accounting: AccountingStore,
    private readonly instructions: PaymentInstructionStore,
    private readonly series: PaymentSeriesStore,
    private readonly payees: Payees,
    private readonly hands: OrderingHands,
    private readonly files: FileStore,
    private readonly cases: CaseList,
  ) {}

  /** `all`: everything that waits for a file. */
  execute(actor: Actor, { orderIds }: { readonly orderIds: readonly string[] | 'all' }): Promise<ExportedFile> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    refuseWhenFaulty(orderIds.length === 0 ? [{ pointer: 'orderIds', code: 'payments.no-order-chosen' }] : []);
    return this.unitOfWork.run(actor, async (tx) => {
      const ids = orderIds === 'all' ? await this.sets.idsInState(tx, 'accepted') : orderIds;
      if (ids.length === 0) throw DomainError.invalid([{ pointer: 'orderIds', code: 'payments.no-order-chosen' }]);
      const orders = (await this.orders.lock(tx, ids)).sort(byNumber);
      const earlier = await this.exportOfExactly(tx, orders);
      return earlier === null
        ? { exportId: await this.export(tx, orders), repeated: false }
        : { exportId: earlier, repeated: true };
    });
  }

  private async exportOfExactly(tx: Transaction, orders: readonly PaymentOrder[]): Promise<string | null> {
    const [first] = orders;
    // One that failed and was accepted anew goes out in another file.
    if (!first || (first.state !== 'instructed' && !isPaidInBooks(first))) return null;
    const way = await this.instructions.of(tx, first.id);
    if (way?.way !== 'accounting-file') return null;
    const together = new Set(await this.instructions.orderIdsOfExport(tx, way.exportId));
    return orders.length === together.size && orders.every((order) => together.has(order.id)) ? way.exportId : null;
  }

  private async export(tx: Transaction, orders: readonly PaymentOrder[]): Promise<string> {
    const town = await this.municipalities.of(tx);
    if (town.paymentMode !== 'accounting-file') throw new DomainError('payments.pays-by-bank', 'conflict');
    await this.refuseUnready(tx, orders);
    const id = randomUUID();
    const fiscalYear = fiscalYearOf(tx.today);
    const number = await this.series.take(tx, `export/${fiscalYear}`);
    const exportNumber = exportNumberText(fiscalYear, number);
    const bytes = writeCsv(ACCOUNTING_COLUMNS, await this.linesOf(tx, exportNumber, orders));
    const { sha256 } = await this.files.put(tx, { bytes, mediaType: 'text/csv' });
    const fileName = exportFileName(town.slug, exportNumber);
    const total = totalOf(orders);
    await this.accounting.insertExport(tx, {
      id,
      fiscalYear,
      number,
      ...total,
      fileSha256: sha256,
      fileName,
      exportedBy: tx.actor.name,
    });
    const ids = orders.map((order) => order.id);
    await this.instructions.insert(tx, { way: 'accounting-file', exportId: id }, ids);
    await this.sets.act(
      tx,
      'instructed',
      ids.map((orderId) => ({ id: orderId, state: 'instructed' })),
    );
    const applicationIds = orders.map(({ applicationId }) => applicationId);
    await this.cases.moveAll(tx, applicationIds, { phase: 'batched', waitingFor: 'treasury' });
    const detail = { sha256, count: total.count, total: String(total.total) };
    tx.audit({ action: 'accounting-export.made', subjectKind: 'accounting-export', subjectId: id, detail });
    return id;
  }

  private async refuseUnready(tx: Transaction, orders: readonly PaymentOrder[]): Promise<void> {
    for (const order of orders) nextState(ORDER_MACHINE, 'payments.order-state', order.state, 'instruct');
    await this.hands.refuse(tx, orders, 'treasury-check', 'treasury-decide');
    const holds = await this.payees.holdsOf(tx, orders);
    refuseWhenFaulty(
      orders.flatMap((order) => {
        const code = holds.get(order.id);
        return code === undefined
          ? []
          : [{ pointer: 'orderIds', code, params: { organization: order.organizationName } }];
      }),
    );
  }

  private async linesOf(
    tx: Transaction,
    exportNumber: string,
    orders: readonly PaymentOrder[],
  ): Promise<ExportedOrder[]> {
    const history = await this.orders.history(
      tx,
      orders.map((order) => order.id),
    );
    const accepted = new Map(history.filter(({ act }) => act === 'accepted').map(({ orderId, at }) => [orderId, at]));
    const known = await this.orders.knownCreditorNumbers(tx, orders);
    return orders.map((order) => {
      const at = accepted.get(order.id);
      return {
        ...{ exportNumber, order, acceptedOn: at ? dayInJapan(at) : '' },
        knownCreditorNumber: known.get(order.id) ?? '',
      };
    });
  }
}

const byNumber = (a: PaymentOrder, b: PaymentOrder): number =>
  a.fiscalYear - b.fiscalYear || (a.number ?? 0) - (b.number ?? 0);
