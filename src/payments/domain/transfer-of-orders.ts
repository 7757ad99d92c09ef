import type { LocalDate } from '../../kernel/local-date.js';
import { bankReference, type PaymentOrder } from './payment-order.js';
import type { ReadTransfer } from './zengin/read-transfer-file.js';
import type { Transfer, TransferFormat, TransferSender } from './zengin/transfer.js';

/** The 総合振込 that pays these orders, line by line in the given order, from the town's account. */
export const transferOf = (
  bank: TransferSender & TransferFormat,
  paymentDate: LocalDate,
  orders: readonly PaymentOrder[],
): Transfer => ({
  sender: bank,
  format: bank,
  paymentDate,
  lines: orders.map((order) => ({ ...order.payee, amount: order.amount, reference: bankReference(order) })),
});

/**
 * Whether the bank will read from the file exactly these payments: same payees, accounts and amounts, count and total.
 * The second look before the money leaves; it trusts nothing that the writer said.
 */
export function readsAsMeant(read: ReadTransfer, meant: Transfer): boolean {
  return (
    read.faults.length === 0 &&
    read.monthAndDay === meant.paymentDate.slice(5).replace('-', '') &&
    read.accountNumber === meant.sender.accountNumber &&
    read.payments.length === meant.lines.length &&
    meant.lines.every((line, index) => {
      const payment = read.payments[index];
      return (
        payment?.bankCode === line.bankCode &&
        payment.branchCode === line.branchCode &&
        payment.accountKind === line.accountKind &&
        payment.accountNumber === line.accountNumber &&
        payment.transferKana === line.transferKana.trimEnd() &&
        payment.amount === line.amount &&
        payment.reference === line.reference
      );
    })
  );
}
