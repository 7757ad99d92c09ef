import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Drafts } from '../../approvals/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import type { ActDetails, ActKind } from '../domain/act.js';
import { actFaults } from '../domain/act-grounds.js';
import type { DemandState } from '../domain/demand.js';
import { RepaymentActStore } from '../store/repayment-act.store.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { ActEffects } from './act-effects.js';
import { RELIEF } from './repayment-relief-subject.js';
import { groundOf, RepaymentFiles } from './repayment-files.js';

export interface ProposeActCommand {
  readonly demandId: string;
  readonly kind: ActKind;
  readonly details: ActDetails;
  /** Of the form: sent twice it is one act. */
  readonly requestId: string;
  /** Of the draft, where the town's table rules the act. */
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
    private readonly effects: ActEffects,
    private readonly authority: Authority,
    private readonly drafts: Drafts,
  ) {}

  /** The draft's id where one was begun. Faults at the fields of the kind, and at `title`, `reason`. */
  execute(actor: Actor, command: ProposeActCommand): Promise<{ draftId: string | null }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { kind, details, demandId, requestId } = command;
      const demand = await this.demands.lockOne(tx, demandId);
      const before = await this.acts.ofRequest(tx, requestId);
      if (before) return { draftId: (await this.drafts.openFor(tx, RELIEF, before.id))?.id ?? null };
      if (!ALLOWED[kind].includes(demand.state)) throw new DomainError('repayments.act-state', 'conflict');
      const file = await this.files.of(tx, demand);
      if (file.acts.some(({ state }) => state === 'proposed'))
        throw new DomainError('repayments.act-pending', 'conflict');
      refuseWhenFaulty(actFaults(kind, details, groundOf(file, tx.today)));
      const id = randomUUID();
      const { parts, open: openTotal } = file.standing;
      const openPrincipal = parts.principal.open;
      await this.acts.add(tx, { id, demandId, requestId, kind, details, openPrincipal, openTotal });
      if (await this.goesThroughDraft(tx, kind)) {
        const { title, reason } = command;
        return { draftId: await this.drafts.start(tx, { kind: RELIEF, title, reason, subjectIds: [id] }) };
      }
      await this.effects.carryOut(tx, await this.acts.find(tx, id), demand, tx.today);
      return { draftId: null };
    });
  }

  /** A 督促 is the section's daily work. */
  private goesThroughDraft(tx: Transaction, kind: ActKind): Promise<boolean> {
    return kind === 'dunning' ? Promise.resolve(false) : this.authority.rules(tx, RELIEF);
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
