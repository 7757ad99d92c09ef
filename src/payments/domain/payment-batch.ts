import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import { sumYen, type Yen } from '../../kernel/yen.js';

/** unexecuted: its file was made, and the bank executed no line of it. */
export type BatchState = 'collected' | 'released' | 'paid' | 'unexecuted' | 'dissolved';
export type BatchAction = 'release' | 'mark-paid' | 'leave-unexecuted' | 'execute-after-all' | 'dissolve' | 'take-out';

export const BATCH_MACHINE = {
  collected: { release: 'released', dissolve: 'dissolved', 'take-out': 'collected' },
  released: { 'mark-paid': 'paid', 'leave-unexecuted': 'unexecuted' },
  paid: {},
  // It had been said by mistake.
  unexecuted: { 'execute-after-all': 'released' },
  dissolved: {},
} as const satisfies Machine<BatchState, BatchAction>;

/** 支払の束: orders that leave the town's account together on one day. */
export interface PaymentBatch {
  readonly id: string;
  readonly paymentDate: LocalDate;
  /** Counts the batches of that day from 1. */
  readonly number: number;
  readonly state: BatchState;
  readonly count: number;
  readonly total: Yen;
  readonly collectedBy: string;
  readonly collectedAt: Date;
  readonly file: { readonly sha256: string; readonly name: string; readonly releasedAt: Date } | null;
  readonly paidOn: LocalDate | null;
  readonly version: number;
}

/** Number of payments and their sum in yen: what a batch states, what its orders prove, what the trailer tells the bank. */
export interface BatchTotal {
  readonly count: number;
  readonly total: Yen;
}

export const totalOf = (orders: readonly { readonly amount: Yen }[]): BatchTotal => ({
  count: orders.length,
  total: sumYen(orders.map((order) => order.amount)),
});

/** Throws `payments.batch-not-proved` with both sums when what is stated is not what the orders add up to. */
export function refuseUnlessProved(stated: BatchTotal, proved: BatchTotal): void {
  if (stated.count === proved.count && stated.total === proved.total) return;
  throw new DomainError('payments.batch-not-proved', 'conflict', {
    statedCount: stated.count,
    statedTotal: stated.total,
    provedCount: proved.count,
    provedTotal: proved.total,
  });
}

/** `zengin-ogori-20260529-1.txt`. */
export const transferFileName = (slug: string, paymentDate: LocalDate, number: number): string =>
  `zengin-${slug}-${paymentDate.replaceAll('-', '')}-${number}.txt`;
