import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { VisitSubjects, type VisitedSubject, type VisitSubject } from '../../visits/index.js';
import { numberInWords, PROPOSAL_SUBJECT } from '../domain/proposal.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';
import { ProposalStore } from '../store/proposal.store.js';
import { ProposalTies } from './proposal-ties.js';

/** Proposals of whose hearings staff keep notes: from the screening, when the area needs it, to the decision. */
@Injectable()
export class ProposalVisitSubject implements VisitSubject, OnModuleInit {
  readonly kind = PROPOSAL_SUBJECT;

  constructor(
    private readonly subjects: VisitSubjects,
    private readonly proposals: ProposalStore,
    private readonly decisions: ProposalDecisionStore,
    private readonly ties: ProposalTies,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async of(tx: Transaction, id: string): Promise<VisitedSubject> {
    const proposal = await this.proposals.get(tx, id);
    if (proposal.number === null) throw DomainError.notFound();
    const decision = await this.decisions.of(tx, id);
    return {
      ...{ id, organizationId: proposal.organizationId, organizationName: proposal.proposer.name, party: 'proposer' },
      title: `${numberInWords(proposal.number)}　${proposal.title}`,
      open: proposal.state === 'relevant',
      inDraft: decision !== null && decision.decidedOn === null,
      tiedStaffIds: (await this.ties.of(tx, proposal)).map(({ staffId }) => staffId),
    };
  }

  async lock(tx: Transaction, id: string): Promise<void> {
    await this.proposals.lock(tx, id);
  }
}
