import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Decision, DecisionKind } from '../domain/decision.js';
import { numberInWords, proposalMachine, type Proposal } from '../domain/proposal.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalTies } from './proposal-ties.js';

export const PROPOSAL_ADOPTION = 'proposal-adoption';

/** 摘要 of what the adoption keeps, on the page of the budget line. */
export const adoptionLabel = ({ number, title }: Pick<Proposal, 'number' | 'title'>): string =>
  `企画提案${numberInWords(number)}「${title}」の採択`;

const ACTIONS = { adopted: 'adopt', refused: 'refuse', merged: 'merge' } as const;
const EVENTS = { adopted: 'ProposalAdopted', refused: 'ProposalRefused', merged: 'ProposalMerged' } as const;

/** What has to hold before a proposal is decided, and what follows when it is. */
@Injectable()
export class Settlement {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly ties: ProposalTies,
  ) {}

  /** The proposal, locked, when this may be decided of it now. Throws stale, not-found, `staff.tied-to-case` and `proposals.not-decidable`. */
  async ready(tx: Transaction, proposalId: string, version: number, kind: DecisionKind): Promise<Proposal> {
    const proposal = await this.proposals.lock(tx, proposalId);
    if (proposal.number === null) throw DomainError.notFound();
    await this.ties.refuseTied(tx, proposal);
    if (proposal.version !== version) throw DomainError.stale();
    nextState(proposalMachine, 'proposals.not-decidable', proposal.state, ACTIONS[kind]);
    if (await this.decisions.of(tx, proposalId)) throw new DomainError('proposals.adoption-drafted', 'conflict');
    return proposal;
  }

  /** It stands from now on; announces ProposalAdopted, ProposalRefused or ProposalMerged. */
  async settle(tx: Transaction, proposal: Proposal, decision: Decision, decidedOn: LocalDate): Promise<void> {
    const { id, organizationId } = proposal;
    const { kind } = decision;
    const state = nextState(proposalMachine, 'proposals.not-decidable', proposal.state, ACTIONS[kind]);
    await this.decisions.put(tx, { ...decision, decidedOn });
    await this.proposals.save(tx, proposal, { state });
    tx.announce({ type: EVENTS[kind], subjectId: id, ...(organizationId ? { organizationId } : {}) });
    tx.audit({ action: `proposal.${kind}`, subjectKind: 'proposal', subjectId: id, organizationId });
  }
}
