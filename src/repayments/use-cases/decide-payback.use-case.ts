import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { excessIn, standingReceipts, type PaybackDecision } from '../domain/receipt.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RepaymentReceiptStore } from '../store/repayment-receipt.store.js';
import { RepaymentFiles } from './repayment-files.js';

export interface DecidePaybackCommand {
  readonly demandId: string;
  readonly receiptId: string;
  readonly kind: PaybackDecision['kind'];
  /** Of the paper on which it was decided. */
  readonly documentNumber: string;
  readonly reason: string;
}

const LONGEST = { documentNumber: 40, reason: 400 };

/** The 会計管理者 decides that 過誤納金 is paid back, or that the record of a 還付 is taken back; another person carries it out. */
@Injectable()
export class DecidePayback {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly receipts: RepaymentReceiptStore,
    private readonly files: RepaymentFiles,
  ) {}

  /** Faults at `documentNumber`, `reason`; twice is once. Throws not-found where there is nothing to decide. */
  execute(actor: Actor, { demandId, receiptId, kind, ...typed }: DecidePaybackCommand): Promise<void> {
    requireDuty(actor, 'treasury-decide');
    const [documentNumber, reason] = [typed.documentNumber.trim(), typed.reason.trim()];
    return this.unitOfWork.run(actor, async (tx) => {
      if (actor.kind !== 'staff') throw DomainError.notFound();
      const demand = await this.demands.lockOne(tx, demandId);
      const { receipts } = await this.files.of(tx, demand);
      const receipt = standingReceipts(receipts).find(({ id }) => id === receiptId);
      const fits = receipt && excessIn(receipt) > 0n && (receipt.payback === null) === (kind === 'payback');
      if (!fits) throw DomainError.notFound();
      if (receipt.decision !== null) return;
      refuseWhenFaulty(faultsOf({ documentNumber, reason }));
      const amount = excessIn(receipt);
      await this.receipts.decidePayback(tx, { receiptId, kind, amount, documentNumber, reason }, actor.staffId);
      tx.audit({
        ...{ action: DECIDED[kind], subjectKind: 'repayment', subjectId: demandId },
        ...{ organizationId: demand.organizationId, detail: { receiptId, amount: String(amount), documentNumber } },
      });
    });
  }
}

const DECIDED = {
  payback: 'repayment.payback-decided',
  cancelling: 'repayment.payback-cancelling-decided',
} as const satisfies Record<PaybackDecision['kind'], string>;

function faultsOf(typed: Readonly<Record<keyof typeof LONGEST, string>>): Fault[] {
  const faults: Fault[] = [];
  if (typed.documentNumber === '')
    faults.push({ pointer: 'documentNumber', code: 'repayments.decision-paper-missing' });
  if (typed.reason === '') faults.push({ pointer: 'reason', code: 'repayments.decision-reason-missing' });
  for (const pointer of ['documentNumber', 'reason'] as const) {
    const most = LONGEST[pointer];
    if ([...typed[pointer]].length > most)
      faults.push({ pointer, code: 'repayments.facts-too-long', params: { most } });
  }
  return faults;
}
