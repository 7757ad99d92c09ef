import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef, type StartDraft } from '../../approvals/index.js';
import { BudgetLedger, type BudgetLine } from '../../budgets/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import { ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { formatEra } from '../../kernel/local-date.js';
import { Presentations } from '../../panels/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import { commentFaults, UNDECIDED, type Decision } from '../domain/decision.js';
import { PROPOSAL_SUBJECT, type Proposal } from '../domain/proposal.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalDirectory } from './proposal-directory.js';
import { AdoptionBudgets } from './adoption-budgets.js';
import { adoptionLabel, PROPOSAL_ADOPTION, Settlement } from './settlement.js';

interface OfProposal {
  readonly proposalId: string;
  /** As the page showed it. */
  readonly version: number;
  /** Told to the proposer. */
  readonly comment: string;
}
/** Of what one press decides without a draft. */
interface Confirmed {
  /** Whoever decides ticked that they have looked. */
  readonly confirmed: boolean;
}
export interface AdoptCommand extends OfProposal {
  readonly amount: Yen;
  readonly budgetLineId: string;
}

interface MergeCommand extends OfProposal, Confirmed {
  readonly into: string;
}

export interface DecisionChoices {
  /** Its proposers, with those of what was merged into it. */
  readonly names: readonly string[];
  /** Whether the town decides adoptions by drafts. */
  readonly byDraft: boolean;
  /** The draft that goes round; null where none does. */
  readonly draft: DraftRef | null;
  /** Of this year and those to come. */
  readonly lines: readonly BudgetLine[];
  /** What it may be merged into. */
  readonly others: readonly Proposal[];
}

/** Adopts a proposal, by a draft where the town's table has a rule for it; refuses it, or merges it into another. */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settlement: Settlement,
    private readonly proposals: ProposalStore,
    private readonly directory: ProposalDirectory,
    private readonly decisions: ProposalDecisionStore,
    private readonly ledger: BudgetLedger,
    private readonly budgets: AdoptionBudgets,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
    private readonly presentations: Presentations,
  ) {}

  /**
   * 起案. Throws `proposals.presentation-pending` while it is to be presented at a meeting whose results are not final. Faults
   * at `amount`, `budgetLineId`, `comment`, `title`, `reason`, `cites`.
   */
  draftAdoption(
    actor: Actor,
    { draft, ...command }: AdoptCommand & { readonly draft: Omit<StartDraft, 'kind' | 'subjectIds'> },
  ): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { proposal, decision } = await this.adoption(tx, command);
      await this.decisions.put(tx, decision);
      const draftId = await this.drafts.start(tx, { ...draft, kind: PROPOSAL_ADOPTION, subjectIds: [proposal.id] });
      const { organizationId } = proposal;
      tx.audit({ action: 'proposal.drafted', subjectKind: 'proposal', subjectId: proposal.id, organizationId });
      return { draftId };
    });
  }

  /** Throws `proposals.adoption-by-draft` where the town's table rules it. Faults as above. */
  adopt(actor: Actor, command: AdoptCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      if (await this.authority.rules(tx, PROPOSAL_ADOPTION)) {
        throw new DomainError('proposals.adoption-by-draft', 'conflict');
      }
      const { proposal, decision } = await this.adoption(tx, command);
      await this.budgets.keep(tx, decision, adoptionLabel(proposal));
      await this.settlement.settle(tx, proposal, decision, tx.today);
    });
  }

  /** Faults at `refusalComment` and `refusalConfirmed`. */
  refuse(actor: Actor, { proposalId, version, comment, confirmed }: OfProposal & Confirmed): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.settlement.ready(tx, proposalId, version, 'refused');
      const said = comment.trim();
      refuseWhenFaulty([
        ...commentFaults(said, 'refusalComment'),
        ...(confirmed ? [] : [{ pointer: 'refusalConfirmed', code: 'proposals.refusal-not-confirmed' }]),
      ]);
      await this.settlement.settle(
        tx,
        proposal,
        { ...UNDECIDED, proposalId, kind: 'refused', comment: said },
        tx.today,
      );
    });
  }

  /** The other keeps both names. Faults at `into`, `mergerComment` and `mergerConfirmed`. */
  merge(actor: Actor, { proposalId, version, comment, into, confirmed }: MergeCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.settlement.ready(tx, proposalId, version, 'merged');
      const others = await this.othersOf(tx, proposalId, proposal.callId);
      const other = others.find(({ id }) => id === into);
      const said = comment.trim();
      // A chain of mergers would lose the first name.
      const carries = await this.decisions.mergedInto(tx, [proposalId]);
      refuseWhenFaulty([
        ...(other && carries.length === 0 ? [] : [{ pointer: 'into', code: 'proposals.merger-missing' }]),
        ...commentFaults(said, 'mergerComment'),
        ...(confirmed ? [] : [{ pointer: 'mergerConfirmed', code: 'proposals.merger-not-confirmed' }]),
      ]);
      const decision = { ...UNDECIDED, proposalId, kind: 'merged' as const, mergedInto: into, comment: said };
      await this.settlement.settle(tx, proposal, decision, tx.today);
    });
  }

  /** What may be chosen from when a proposal is decided. Throws not-found. */
  async choices(tx: Transaction, proposalId: string): Promise<DecisionChoices> {
    const { callId, proposerNames: names } = await this.directory.get(tx, proposalId);
    const decision = await this.decisions.of(tx, proposalId);
    const drafted = decision !== null && decision.decidedOn === null;
    return {
      names,
      byDraft: await this.authority.rules(tx, PROPOSAL_ADOPTION),
      draft: drafted ? await this.drafts.openFor(tx, PROPOSAL_ADOPTION, proposalId) : null,
      lines: await this.openLines(tx),
      others: await this.othersOf(tx, proposalId, callId),
    };
  }

  private async adoption(
    tx: Transaction,
    { proposalId, version, amount, budgetLineId, comment }: AdoptCommand,
  ): Promise<{ readonly proposal: Proposal; readonly decision: Decision }> {
    const proposal = await this.settlement.ready(tx, proposalId, version, 'adopted');
    const presentation = (await this.presentations.of(tx, PROPOSAL_SUBJECT, [proposalId])).get(proposalId);
    if (presentation && !presentation.held) {
      const day = formatEra(presentation.heldOn);
      throw new DomainError('proposals.presentation-pending', 'conflict', { day });
    }
    const line = (await this.openLines(tx)).find(({ id }) => id === budgetLineId);
    const said = comment.trim();
    const { available = amount } = line ?? {};
    refuseWhenFaulty([
      ...(amount > ZERO_YEN ? [] : [{ pointer: 'amount', code: 'proposals.amount-missing' }]),
      ...(amount <= available ? [] : [{ pointer: 'amount', code: 'proposals.over-budget', params: { available } }]),
      ...(line ? [] : [{ pointer: 'budgetLineId', code: 'proposals.budget-line-missing' }]),
      ...commentFaults(said, 'comment'),
    ]);
    return { proposal, decision: { ...UNDECIDED, proposalId, kind: 'adopted', amount, budgetLineId, comment: said } };
  }

  /** Lines of years that are over promise nothing any more. */
  private async openLines(tx: Transaction): Promise<BudgetLine[]> {
    const thisYear = fiscalYearOf(tx.today);
    return (await this.ledger.allLines(tx)).filter(({ fiscalYear }) => fiscalYear >= thisYear);
  }

  /** What it may be merged into: looked into, and not on its way to an adoption, whose proposers would change. */
  private async othersOf(tx: Transaction, proposalId: string, callId: string): Promise<Proposal[]> {
    const going = new Set((await this.decisions.adoptions(tx)).map((decision) => decision.proposalId));
    const sent = await this.proposals.sentTo(tx, callId);
    return sent.filter(({ id, state }) => id !== proposalId && state === 'relevant' && !going.has(id));
  }
}
