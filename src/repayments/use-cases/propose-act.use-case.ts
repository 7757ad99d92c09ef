import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Drafts } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { actLabel, Authority } from '../../staff/index.js';
import { ACT_LABELS, type ActDetails, type ActKind } from '../domain/act.js';
import { actFaults } from '../domain/act-grounds.js';
import type { DemandState } from '../domain/demand.js';
import { RepaymentActStore } from '../store/repayment-act.store.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { subjectOf } from './repayment-relief-subject.js';
import { groundOf, RepaymentFiles } from './repayment-files.js';

export interface ProposeActCommand {
  readonly demandId: string;
  readonly kind: ActKind;
  readonly details: ActDetails;
  /** Of the form: sent twice it is one act. */
  readonly requestId: string;
  /** Of the draft. */
  readonly title: string;
  readonly reason: string;
}

/** 督促, 履行延期・分割, 免除, 権利放棄 or 不納欠損 of what is open, each with the ground that the law asks for. */
@Injectable()
export class ProposeAct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly acts: RepaymentActStore,
    private readonly files: RepaymentFiles,
    private readonly authority: Authority,
    private readonly drafts: Drafts,
  ) {}

  /**
   * The draft's id; null where it has ended already. Faults at the fields of the kind, and at `title`, `reason`. Throws
   * `repayments.needs-rule` where the town's table does not say who decides: nobody gives a claim up alone.
   */
  execute(actor: Actor, command: ProposeActCommand): Promise<{ draftId: string | null }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { kind, details, demandId, requestId } = command;
      const demand = await this.demands.lockOne(tx, demandId);
      const before = await this.acts.ofRequest(tx, requestId);
      if (before) return { draftId: (await this.drafts.openFor(tx, subjectOf(kind), before.id))?.id ?? null };
      if (!ALLOWED[kind].includes(demand.state)) throw new DomainError('repayments.act-state', 'conflict');
      if (!(await this.authority.rules(tx, subjectOf(kind))))
        throw new DomainError('repayments.needs-rule', 'conflict', {
          ...{ act: ACT_LABELS[kind], row: actLabel(subjectOf(kind)) },
        });
      const file = await this.files.of(tx, demand);
      if (file.acts.some(({ state }) => state === 'proposed'))
        throw new DomainError('repayments.act-pending', 'conflict');
      refuseWhenFaulty(actFaults(kind, details, groundOf(file, tx.today)));
      const id = randomUUID();
      const { parts, open: openTotal } = file.standing;
      const openPrincipal = parts.principal.open;
      await this.acts.add(tx, { id, demandId, requestId, kind, details, openPrincipal, openTotal });
      const { title, reason } = command;
      return { draftId: await this.drafts.start(tx, { kind: subjectOf(kind), title, reason, subjectIds: [id] }) };
    });
  }
}

const ALLOWED: Readonly<Record<ActKind, readonly DemandState[]>> = {
  dunning: ['demanded'],
  plan: ['demanded'],
  'charge-relief': ['demanded'],
  remission: ['demanded'],
  waiver: ['demanded'],
  'write-off': ['demanded', 'lapsed'],
};
