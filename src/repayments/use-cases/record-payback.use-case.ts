import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork } from '../../platform/database/index.js';
import {
  excessIn,
  standingReceipts,
  type Payback,
  type PaybackDecision,
  type RepaymentReceipt,
} from '../domain/receipt.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RepaymentReceiptStore, type NewPayback } from '../store/repayment-receipt.store.js';
import { RepaymentFiles } from './repayment-files.js';

export interface RecordPaybackCommand extends NewPayback {
  readonly demandId: string;
  readonly receiptId: string;
}

export interface ReversePaybackCommand {
  readonly demandId: string;
  readonly receiptId: string;
  /** The record that the page showed. */
  readonly paybackId: string;
}

const LONGEST = { paidTo: 100, documentNumber: 40 };

/**
 * 還付 of 過誤納金, as the 会計管理者 decided it: another person of the treasury writes down when and to whom it was paid back, and
 * takes back what was written by mistake.
 */
@Injectable()
export class RecordPayback {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly receipts: RepaymentReceiptStore,
    private readonly files: RepaymentFiles,
  ) {}

  /**
   * Faults at `paidOn`, `paidTo`, `documentNumber`; throws `repayments.payback-undecided`, `repayments.payback-own-decision`,
   * `repayments.paid-back-before`, and `repayments.payback-sent-before` for a form whose record was taken back. The same again
   * is once.
   */
  execute(actor: Actor, { demandId, receiptId, ...typed }: RecordPaybackCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const { paidOn, requestId } = typed;
    const payback = { requestId, paidOn, paidTo: typed.paidTo.trim(), documentNumber: typed.documentNumber.trim() };
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.lockOne(tx, demandId);
      const { receipts } = await this.files.of(tx, demand);
      const receipt = standingReceipts(receipts).find(({ id }) => id === receiptId);
      if (!receipt || excessIn(receipt) === 0n) throw DomainError.notFound();
      if (receipt.payback !== null) return refuseOther(receipt.payback, payback);
      if (await this.receipts.hasPaybackRequest(tx, requestId))
        throw new DomainError('repayments.payback-sent-before', 'conflict');
      const decision = decidedByAnother(actor, receipt, 'payback');
      refuseWhenFaulty(faultsOf(payback, receipt, tx.today));
      const { amount } = decision;
      await this.receipts.payBack(tx, receiptId, decision, payback);
      tx.audit({
        ...{ action: 'repayment.paid-back', subjectKind: 'repayment', subjectId: demandId },
        ...{ organizationId: demand.organizationId, detail: { receiptId, amount: String(amount), paidOn } },
      });
    });
  }

  /**
   * The record that stands is taken back by one below zero, and the money waits for its 還付 again. Throws
   * `repayments.payback-undecided`, `repayments.payback-own-decision`, `repayments.payback-reversed`, and
   * `repayments.payback-replaced` where another record stands than the page showed.
   */
  reverse(actor: Actor, { demandId, receiptId, paybackId }: ReversePaybackCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.lockOne(tx, demandId);
      const { receipts } = await this.files.of(tx, demand);
      const receipt = receipts.find(({ id }) => id === receiptId);
      if (!receipt) throw DomainError.notFound();
      // The second click, or a colleague was faster.
      if (receipt.payback === null) throw new DomainError('repayments.payback-reversed', 'conflict');
      if (receipt.payback.id !== paybackId) {
        const paidOn = formatEra(receipt.payback.paidOn);
        throw new DomainError('repayments.payback-replaced', 'conflict', { paidOn });
      }
      const { id: decisionId, reason } = decidedByAnother(actor, receipt, 'cancelling');
      const amount = excessIn(receipt);
      await this.receipts.reversePayback(tx, { receiptId, payback: receipt.payback, amount, reason, decisionId });
      tx.audit({
        ...{ action: 'repayment.payback-reversed', subjectKind: 'repayment', subjectId: demandId },
        ...{ organizationId: demand.organizationId, detail: { receiptId, amount: String(amount) } },
      });
    });
  }
}

/** Who decides does not carry it out. */
function decidedByAnother(
  actor: Actor,
  { decision }: RepaymentReceipt,
  kind: PaybackDecision['kind'],
): PaybackDecision {
  if (decision?.kind !== kind) throw new DomainError('repayments.payback-undecided', 'conflict');
  if (actor.kind === 'staff' && actor.staffId === decision.decidedById)
    throw new DomainError('repayments.payback-own-decision', 'conflict');
  return decision;
}

function refuseOther(before: Payback, now: NewPayback): void {
  if (before.paidOn === now.paidOn && before.paidTo === now.paidTo) return;
  throw new DomainError('repayments.paid-back-before', 'conflict', { paidOn: formatEra(before.paidOn) });
}

function faultsOf(
  { paidOn, paidTo, documentNumber }: NewPayback,
  { receivedOn }: RepaymentReceipt,
  today: LocalDate,
): Fault[] {
  const faults: Fault[] = [];
  if (paidOn > today) faults.push({ pointer: 'paidOn', code: 'repayments.paid-back-in-future' });
  if (paidOn < receivedOn) {
    const params = { receivedOn: formatEra(receivedOn) };
    faults.push({ pointer: 'paidOn', code: 'repayments.paid-back-before-receipt', params });
  }
  if (paidTo === '') faults.push({ pointer: 'paidTo', code: 'repayments.paid-to-missing' });
  if (documentNumber === '') faults.push({ pointer: 'documentNumber', code: 'repayments.payback-paper-missing' });
  for (const [pointer, text] of Object.entries({ paidTo, documentNumber })) {
    const most = LONGEST[pointer as keyof typeof LONGEST];
    if ([...text].length > most) faults.push({ pointer, code: 'repayments.facts-too-long', params: { most } });
  }
  return faults;
}
