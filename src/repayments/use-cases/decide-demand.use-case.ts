import { Injectable } from '@nestjs/common';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { DEMAND_MACHINE } from '../domain/demand.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { DEMAND_SUBJECT } from './demand-letter.js';
import { ReceivedMoney } from './received-money.js';

export interface DraftDemandCommand extends Pick<StartDraft, 'marks' | 'carried' | 'cites' | 'title' | 'reason'> {
  readonly demandId: string;
}

/** The demand is decided: by a draft where the town's table rules it, otherwise by the section itself. */
@Injectable()
export class DecideDemand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RepaymentDemandStore,
    private readonly money: ReceivedMoney,
    private readonly authority: Authority,
    private readonly drafts: Drafts,
  ) {}

  /** 起案. Faults at `title`, `reason`; conflicts as the approvals have them. */
  draft(actor: Actor, { demandId, ...words }: DraftDemandCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => ({
      draftId: await this.drafts.start(tx, { kind: DEMAND_SUBJECT, subjectIds: [demandId], ...words }),
    }));
  }

  /** Only in a town whose table does not rule the act: throws `repayments.needs-draft`. Twice is once. */
  decide(actor: Actor, demandId: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.store.lockOne(tx, demandId);
      if (demand.state === 'decided') return;
      if (await this.authority.rules(tx, DEMAND_SUBJECT)) throw new DomainError('repayments.needs-draft', 'conflict');
      const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'decide');
      const received = await this.money.whole(tx, demand);
      await this.store.change(tx, demand, { state, decidedOn: tx.today, received });
      tx.audit({
        ...{ action: 'repayment.decided', subjectKind: 'repayment', subjectId: demandId },
        organizationId: demand.organizationId,
      });
    });
  }
}
