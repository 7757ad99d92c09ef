import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { BudgetLedger, type BudgetLine } from '../../budgets/index.js';
import { lastDayOf } from '../../kernel/fiscal-year.js';
import { subtractYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Decision } from '../domain/decision.js';
import type { Proposal } from '../domain/proposal.js';
import type { Matter } from '../domain/telling.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { AdoptionBudgets } from './adoption-budgets.js';
import { ProposalTellings } from './proposal-tellings.js';
import { ProposerNotes } from './proposer-notes.js';
import { PROPOSAL_ADOPTION } from './settlement.js';

/** What stands around a proposal that came in. */
export interface ProposalStanding {
  /** Those that were merged into it. */
  readonly merged: readonly Proposal[];
  /** The one that it was merged into. */
  readonly mergedInto: Proposal | null;
  /** The draft of its adoption that goes round. */
  readonly draft: DraftRef | null;
  /** Its budget, once it is adopted. */
  readonly budget: AdoptionBudget | null;
  readonly telling: {
    readonly matters: readonly Matter[];
    /** Whether an address is known. */
    readonly byMail: boolean;
  };
}

export interface AdoptionBudget extends Pick<Decision, 'freedOn' | 'freedBy' | 'freedWhy'> {
  readonly line: BudgetLine;
  /** Yen that are kept at this moment. */
  readonly kept: Yen;
  /** Yen that the drafts of grants hold in its stead, until those are decided or given up. */
  readonly drawn: Yen;
}

/** The desk of the section beside one proposal; the caller has let its reader in. */
@Injectable()
export class ProposalDesk {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly drafts: Drafts,
    private readonly ledger: BudgetLedger,
    private readonly budgets: AdoptionBudgets,
    private readonly tellings: ProposalTellings,
    private readonly notes: ProposerNotes,
  ) {}

  async standingOf(tx: Transaction, proposal: Proposal): Promise<ProposalStanding> {
    const { id } = proposal;
    const decision = await this.decisions.of(tx, id);
    const merged: Proposal[] = [];
    for (const { proposalId } of await this.decisions.mergedInto(tx, [id])) {
      merged.push(await this.proposals.get(tx, proposalId));
    }
    return {
      merged,
      mergedInto: decision?.mergedInto ? await this.proposals.get(tx, decision.mergedInto) : null,
      draft: decision && !decision.decidedOn ? await this.drafts.openFor(tx, PROPOSAL_ADOPTION, id) : null,
      budget: decision?.decidedOn ? await this.budgetOf(tx, decision) : null,
      telling: {
        matters: await this.tellings.ofOne(tx, proposal),
        byMail: (await this.notes.addressOf(tx, proposal)) !== null,
      },
    };
  }

  private async budgetOf(tx: Transaction, decision: Decision): Promise<AdoptionBudget | null> {
    const { proposalId, budgetLineId, amount, freedOn, freedBy, freedWhy } = decision;
    if (budgetLineId === null) return null;
    const line = await this.ledger.line(tx, budgetLineId);
    const kept = await this.budgets.keptOf(tx, proposalId);
    // What a year that is over no longer keeps went nowhere.
    const isOver = tx.today > lastDayOf(line.fiscalYear);
    const drawn = amount === null || freedOn !== null || isOver ? ZERO_YEN : subtractYen(amount, kept);
    return { line, kept, drawn, freedOn, freedBy, freedWhy };
  }
}
