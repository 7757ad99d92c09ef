import { Injectable } from '@nestjs/common';
import { requireDuty, requireOwnOrganization, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { ProposalDirectory, type ProposalView } from '../../proposals/index.js';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';
import { ProposalCarrierStore } from '../store/proposal-carrier.store.js';

/** An adopted proposal with the organisation that carries it out, and what was applied for from it. */
export interface ModelProject {
  readonly proposal: ProposalView;
  /** null while a proposal of somebody without an organisation has none. */
  readonly organizationId: string | null;
  readonly applications: readonly Application[];
}

/** 採択された企画提案 on their way to an application: whose they are, and which have begun. */
@Injectable()
export class AdoptedProposals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalDirectory,
    private readonly applications: ApplicationStore,
    private readonly carriers: ProposalCarrierStore,
    private readonly organizations: OrganizationDirectory,
  ) {}

  /** Those that the organisation may apply from. */
  async ofOrganization(tx: Transaction, organizationId: string): Promise<ModelProject[]> {
    requireOwnOrganization(tx.actor, organizationId);
    return (await this.all(tx)).filter((each) => each.organizationId === organizationId);
  }

  /** Throws not-found for a proposal that is not adopted, or that another organisation carries out. */
  async one(tx: Transaction, organizationId: string, proposalId: string): Promise<ModelProject> {
    const found = (await this.ofOrganization(tx, organizationId)).find(({ proposal }) => proposal.id === proposalId);
    if (!found) throw DomainError.notFound();
    return found;
  }

  /** The proposal from which an application began; null for any other. */
  async of(tx: Transaction, { proposalId }: Pick<Application, 'proposalId'>): Promise<ProposalView | null> {
    if (proposalId === null) return null;
    return (await this.proposals.adopted(tx)).find(({ id }) => id === proposalId) ?? null;
  }

  desk(actor: Actor): Promise<ModelProject[]> {
    requireDuty(actor, 'promotion', 'approve', 'administer', 'audit');
    return this.unitOfWork.read(actor, (tx) => this.all(tx));
  }

  /**
   * Staff say which registered organisation carries out a proposal that came from no organisation; the newest word holds.
   * Throws `applications.proposal-of-organization`, `applications.proposal-begun`.
   */
  choose(actor: Actor, proposalId: string, organizationId: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const found = (await this.all(tx)).find(({ proposal }) => proposal.id === proposalId);
      if (!found) throw DomainError.notFound();
      if (found.proposal.organizationId !== null) {
        throw new DomainError('applications.proposal-of-organization', 'conflict');
      }
      if (found.applications.length > 0) throw new DomainError('applications.proposal-begun', 'conflict');
      if (found.organizationId === organizationId) return;
      await this.organizations.registeredOrRefuse(tx, organizationId);
      await this.carriers.add(tx, proposalId, organizationId);
      tx.audit({ action: 'proposal.carrier-chosen', subjectKind: 'proposal', subjectId: proposalId, organizationId });
    });
  }

  private async all(tx: Transaction): Promise<ModelProject[]> {
    const adopted = await this.proposals.adopted(tx);
    if (adopted.length === 0) return [];
    const chosen = await this.carriers.chosen(tx);
    const begun = await this.applications.ofProposals(
      tx,
      adopted.map(({ id }) => id),
    );
    return adopted.map((proposal) => ({
      proposal,
      organizationId: proposal.organizationId ?? chosen.get(proposal.id) ?? null,
      applications: begun.filter((each) => each.proposalId === proposal.id),
    }));
  }
}
