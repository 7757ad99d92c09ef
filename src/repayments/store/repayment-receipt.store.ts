import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Any } from 'typeorm';
import { fiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  ENTRY_PARTS,
  type Payback,
  type PaybackDecision,
  type ReceiptEntry,
  type RepaymentReceipt,
} from '../domain/receipt.js';
import { PaybackDecisionRow } from './payback-decision-row.js';
import { RepaymentEntryRow } from './repayment-entry-row.js';
import { RepaymentPaybackRow } from './repayment-payback-row.js';
import { RepaymentReceiptRow } from './repayment-receipt-row.js';

export type NewReceipt = Omit<
  RepaymentReceipt,
  'enteredAt' | 'enteredBy' | 'payback' | 'decision' | 'reversedPaybacks'
> & {
  readonly requestId: string;
};

export type NewPayback = Omit<Payback, 'id' | 'recordedBy'> & { readonly requestId: string };

export interface PaybackReversal {
  readonly receiptId: string;
  readonly payback: Payback;
  /** Of the record that is taken back, above zero. */
  readonly amount: Yen;
  readonly reason: string;
  readonly decisionId: string;
}

@Injectable()
export class RepaymentReceiptStore {
  async add(tx: Transaction, { entries, ...receipt }: NewReceipt): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(RepaymentReceiptRow, {
      ...receipt,
      ...{ municipalityId, enteredAt: tx.now, enteredBy: tx.actor.name },
    });
    await tx.manager.insert(
      RepaymentEntryRow,
      entries.map((entry) => ({ ...entry, municipalityId, receiptId: receipt.id })),
    );
  }

  /** In the order of entry. */
  async ofDemands(tx: Transaction, demandIds: readonly string[]): Promise<RepaymentReceipt[]> {
    const rows = await tx.manager.find(RepaymentReceiptRow, {
      where: { demandId: Any([...demandIds]) },
      order: { number: 'ASC' },
    });
    const receiptId = Any(rows.map(({ id }) => id));
    const entries = await tx.manager.findBy(RepaymentEntryRow, { receiptId });
    const paybacks = await tx.manager.find(RepaymentPaybackRow, { where: { receiptId }, order: { number: 'ASC' } });
    const decisions = await tx.manager.find(PaybackDecisionRow, { where: { receiptId }, order: { number: 'ASC' } });
    const carriedOut = new Set(paybacks.map(({ decisionId }) => decisionId));
    const open = decisions.filter(({ id }) => !carriedOut.has(id));
    return rows.map(({ municipalityId: _town, requestId: _request, number: _number, ...row }) => ({
      ...row,
      decision: toDecision(open.findLast((decision) => decision.receiptId === row.id)),
      ...paidBackOf(paybacks.filter((payback) => payback.receiptId === row.id)),
      entries: entries
        .filter(({ receiptId }) => receiptId === row.id)
        .toSorted((a, b) => ENTRY_PARTS.indexOf(a.part) - ENTRY_PARTS.indexOf(b.part))
        .map(({ part, amount, booking, fiscalYear: year }): ReceiptEntry => ({
          ...{ part, amount, booking },
          fiscalYear: fiscalYear(year),
        })),
    }));
  }

  /** The caller has made sure, under the lock of the demand, that none waits to be carried out. */
  async decidePayback(
    tx: Transaction,
    decision: Pick<PaybackDecision, 'kind' | 'amount' | 'documentNumber' | 'reason'> & { readonly receiptId: string },
    decidedById: string,
  ): Promise<void> {
    const signed = { decidedOn: tx.today, decidedAt: tx.now, decidedBy: tx.actor.name, decidedById };
    const { municipalityId } = tx;
    await tx.manager.insert(PaybackDecisionRow, { ...decision, ...signed, municipalityId, id: randomUUID() });
  }

  /** The caller has made sure, under the lock of the demand, that none stands and that it is decided. */
  async payBack(tx: Transaction, receiptId: string, decision: PaybackDecision, payback: NewPayback): Promise<void> {
    const signed = { municipalityId: tx.municipalityId, recordedAt: tx.now, recordedBy: tx.actor.name };
    const { id: decisionId, amount } = decision;
    const row = {
      ...payback,
      ...signed,
      id: randomUUID(),
      receiptId,
      amount,
      decisionId,
      reversesId: null,
      reason: '',
    };
    await tx.manager.insert(RepaymentPaybackRow, row);
  }

  /** A record of the same below zero. */
  async reversePayback(
    tx: Transaction,
    { receiptId, amount, payback, reason, decisionId }: PaybackReversal,
  ): Promise<void> {
    const signed = { municipalityId: tx.municipalityId, recordedAt: tx.now, recordedBy: tx.actor.name };
    const { paidOn, paidTo, documentNumber } = payback;
    await tx.manager.insert(RepaymentPaybackRow, {
      ...{ ...signed, paidOn, paidTo, documentNumber, id: randomUUID(), requestId: randomUUID(), receiptId },
      ...{ amount: -amount as Yen, reversesId: payback.id, reason, decisionId },
    });
  }

  /** Whether this very form of a 還付 was taken before; it may have been taken back since. */
  async hasPaybackRequest(tx: Transaction, requestId: string): Promise<boolean> {
    return (await tx.manager.countBy(RepaymentPaybackRow, { requestId })) > 0;
  }

  /** Whether this very form was taken before. */
  async hasRequest(tx: Transaction, requestId: string): Promise<boolean> {
    return (await tx.manager.countBy(RepaymentReceiptRow, { requestId })) > 0;
  }
}

/** The record that stands, and those that were taken back. */
function paidBackOf(rows: readonly RepaymentPaybackRow[]): Pick<RepaymentReceipt, 'payback' | 'reversedPaybacks'> {
  const reversals = new Map(rows.flatMap((row) => (row.reversesId === null ? [] : [[row.reversesId, row] as const])));
  const records = rows.filter(({ reversesId }) => reversesId === null);
  const standing = records.find(({ id }) => !reversals.has(id));
  return {
    payback: standing ? toPayback(standing) : null,
    reversedPaybacks: records.flatMap((row) => {
      const reversal = reversals.get(row.id);
      if (!reversal) return [];
      const { reason, recordedBy: reversedBy, recordedAt: reversedAt } = reversal;
      return [{ ...toPayback(row), reason, reversedBy, reversedAt }];
    }),
  };
}

const toDecision = (row: PaybackDecisionRow | undefined): PaybackDecision | null => {
  if (!row) return null;
  const { id, kind, amount, documentNumber, reason, decidedOn, decidedBy, decidedById } = row;
  return { id, kind, amount, documentNumber, reason, decidedOn, decidedBy, decidedById };
};

const toPayback = ({ id, paidOn, paidTo, documentNumber, recordedBy }: RepaymentPaybackRow): Payback => ({
  ...{ id, paidOn, paidTo, documentNumber, recordedBy },
});
