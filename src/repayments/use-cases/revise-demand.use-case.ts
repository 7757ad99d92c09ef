import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import type { Yen } from '../../kernel/yen.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { LONGEST_FACTS } from '../domain/act-grounds.js';
import { DEMAND_MACHINE, type RepaymentDemand } from '../domain/demand.js';
import { standingReceipts } from '../domain/receipt.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { CaseOfRepayment } from './case-of-repayment.js';
import { DemandLetter, succeeding } from './demand-letter.js';
import { ReceivedMoney } from './received-money.js';
import { RepaymentFiles } from './repayment-files.js';

export interface ReviseDemandCommand {
  readonly demandId: string;
  readonly reason: string;
}

/**
 * A decided demand asks for money that was not paid after all: it is decided anew with what is left to ask for, or ends where
 * nothing is. Where its letter is out, another letter takes it back, or the next one says that it replaces it.
 */
@Injectable()
export class ReviseDemand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RepaymentDemandStore,
    private readonly money: ReceivedMoney,
    private readonly cases: CaseOfRepayment,
    private readonly files: RepaymentFiles,
    private readonly composer: DemandLetter,
    private readonly letters: Letters,
  ) {}

  /** Fault at `revisionReason`; throws `repayments.nothing-to-revise`, `repayments.revise-after-receipt`. */
  execute(actor: Actor, { demandId, reason: typed }: ReviseDemandCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = typed.trim();
    refuseWhenFaulty(reasonFaults(reason));
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.store.lockOne(tx, demandId);
      const most = await this.money.mayAsk(tx, demand);
      if (most >= demand.amount) throw new DomainError('repayments.nothing-to-revise', 'conflict');
      const { receipts } = await this.files.of(tx, demand);
      if (standingReceipts(receipts).length > 0) throw new DomainError('repayments.revise-after-receipt', 'conflict');
      await (most === 0n ? this.drop(tx, demand) : this.lower(tx, demand, most));
      tx.audit({
        ...{ action: most === 0n ? 'repayment.dropped' : 'repayment.lowered', subjectKind: 'repayment' },
        ...{ subjectId: demandId, organizationId: demand.organizationId },
        detail: { before: String(demand.amount), amount: String(most), reason },
      });
    });
  }

  private lower(tx: Transaction, demand: RepaymentDemand, amount: Yen): Promise<void> {
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'revise');
    const blank = { decidedOn: null, issuedOn: null, dueOn: null, letterId: null, letterNumber: null };
    return this.store.change(tx, demand, { state, amount, ...blank });
  }

  private async drop(tx: Transaction, demand: RepaymentDemand): Promise<void> {
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'drop');
    if (demand.letterId !== null) {
      const { letter, ...delivery } = await this.composer.compose(tx, demand, {
        kind: 'repayment-withdrawal',
        words: { demandedOn: demand.issuedOn, demandNumber: demand.letterNumber },
      });
      await this.letters.issue(tx, letter, {
        ...{ ...delivery, issuedOn: tx.today, ...succeeding(demand, 'revoked') },
      });
    }
    await this.store.change(tx, demand, { state, endedOn: tx.today });
    await this.cases.settled(tx, demand);
  }
}

function reasonFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'revisionReason', code: 'repayments.revision-reason-missing' }];
  return reason.length > LONGEST_FACTS
    ? [{ pointer: 'revisionReason', code: 'repayments.facts-too-long', params: { most: LONGEST_FACTS } }]
    : [];
}
