import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { hearingFaults, reasonFaults, type HearingPlan, type TypedHearing } from '../domain/hearing.js';
import type { Proposal } from '../domain/proposal.js';
import { ProposalHearingStore } from '../store/proposal-hearing.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalHearings } from './proposal-hearings.js';
import { ProposalTies } from './proposal-ties.js';

interface OfProposal {
  readonly proposalId: string;
  /** The turn that the page showed; 0 where it showed none. */
  readonly turn: number;
}

/** Tells the proposer on which day he or she is heard, moves that day, or calls it off; each with a trail. */
@Injectable()
export class PlanHearing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalStore,
    private readonly store: ProposalHearingStore,
    private readonly hearings: ProposalHearings,
    private readonly ties: ProposalTies,
  ) {}

  /**
   * Announces HearingPlanned. Faults at `heldOn`, `place`, `people`, `words`, `reason`; throws `proposals.not-hearable`
   * before the screening and after the decision, stale where somebody else told another day.
   */
  plan(actor: Actor, { typed, ...of }: OfProposal & { readonly typed: TypedHearing }): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.openProposal(tx, of.proposalId);
      if (await this.store.isWritten(tx, typed.requestId)) return;
      const { coming, turn } = await this.latest(tx, of);
      const said = { ...typed, ...trimmed(typed) };
      refuseWhenFaulty(hearingFaults(said, { today: tx.today, again: coming !== null }));
      const reason = coming ? said.reason : '';
      await this.tell(tx, proposal, { ...said, reason, turn, kind: 'planned' });
    });
  }

  /** Announces HearingCalledOff. Fault at `callOffReason`; throws `proposals.no-hearing-planned`. */
  callOff(actor: Actor, command: OfProposal & { readonly reason: string; readonly requestId: string }): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.openProposal(tx, command.proposalId);
      if (await this.store.isWritten(tx, command.requestId)) return;
      const { coming, turn } = await this.latest(tx, command);
      if (!coming) throw new DomainError('proposals.no-hearing-planned', 'conflict');
      const reason = command.reason.trim();
      refuseWhenFaulty(reasonFaults(reason, 'callOffReason'));
      await this.tell(tx, proposal, { ...coming, reason, turn, kind: 'called-off', requestId: command.requestId });
    });
  }

  private async openProposal(tx: Transaction, proposalId: string): Promise<Proposal> {
    const proposal = await this.proposals.lock(tx, proposalId);
    if (proposal.number === null) throw DomainError.notFound();
    await this.ties.refuseTied(tx, proposal);
    if (proposal.state !== 'relevant') throw new DomainError('proposals.not-hearable', 'conflict');
    return proposal;
  }

  private async latest(tx: Transaction, { proposalId, turn }: OfProposal) {
    const { coming, plans } = await this.hearings.read(tx, proposalId);
    if (plans.length !== turn) throw DomainError.stale();
    return { coming, turn: turn + 1 };
  }

  private async tell(
    tx: Transaction,
    proposal: Proposal,
    plan: TypedHearing & Pick<HearingPlan, 'turn' | 'kind'>,
  ): Promise<void> {
    const { id: proposalId, organizationId } = proposal;
    const { requestId, turn, kind, heldOn, startsAt, place, people, words, reason } = plan;
    const row = { requestId, turn, kind, heldOn, startsAt, place, people, words, reason };
    await this.store.add(tx, { ...row, proposalId });
    const planned = kind === 'planned';
    tx.announce({
      ...{ type: planned ? 'HearingPlanned' : 'HearingCalledOff', subjectId: proposalId },
      ...(organizationId ? { organizationId } : {}),
    });
    const subject = { subjectKind: 'proposal', subjectId: proposalId };
    const action = planned ? 'proposal.hearing-planned' : 'proposal.hearing-called-off';
    tx.audit({ action, ...subject, organizationId, detail: { heldOn } });
  }
}

const trimmed = ({ place, people, words, reason }: TypedHearing) => ({
  ...{ place: place.trim(), people: people.trim(), words: words.trim(), reason: reason.trim() },
});
