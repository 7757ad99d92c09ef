import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList, type CaseItem } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, requireOwnOrganization, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OrganizationDirectory, type OrganizationProfile } from '../../organizations/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { isPaidAfterSettlement } from '../../programs/index.js';
import type { Claim } from '../domain/claim.js';
import type { PaymentOrder } from '../domain/payment-order.js';
import { ClaimStore } from '../store/claim.store.js';
import type { Delegation } from '../domain/delegation.js';
import { DelegationStore } from '../store/delegation.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { PartsToCome, type PartToCome } from './parts-to-come.js';

export interface ClaimWithOrder {
  readonly claim: Claim;
  /** The order that now stands for it, if any. */
  readonly order: PaymentOrder | null;
}

export interface ClaimPage extends ClaimWithOrder {
  readonly organization: OrganizationProfile;
  /** 委任状 that stands for it, confirmed or not yet. */
  readonly delegation: Delegation | null;
  /** Its year takes no payment any more: no claim follows one that was withdrawn. */
  readonly yearClosed: boolean;
}

/** What an organisation, and staff on its behalf, see of its claims. */
@Injectable()
export class ViewClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly delegations: DelegationStore,
    private readonly organizations: OrganizationDirectory,
    private readonly grants: GrantDirectory,
    private readonly cases: CaseList,
    private readonly partsToCome: PartsToCome,
    private readonly ledger: BudgetLedger,
  ) {}

  /** The claims of the officer's own organisation, newest first. */
  ofOwnOrganization(actor: Actor): Promise<ClaimWithOrder[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    return this.unitOfWork.read(actor, async (tx) => {
      const claims = await this.claims.ofOrganization(tx, actor.organizationId);
      const lines: ClaimWithOrder[] = [];
      for (const claim of claims) lines.push({ claim, order: await this.orders.liveOfClaim(tx, claim.id) });
      return lines;
    });
  }

  /** Parts of the officer's own grants that may be claimed later, the next first. */
  toComeOfOwnOrganization(actor: Actor): Promise<PartToCome[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    return this.unitOfWork.read(actor, async (tx) =>
      this.partsToCome.of(tx, await this.grants.forOrganization(tx, actor.organizationId)),
    );
  }

  /** The officer's own cases that no claim follows, as they are paid when the project is over. */
  paidAfterSettlement(actor: Actor): Promise<CaseItem[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    return this.unitOfWork.read(actor, async (tx) => {
      const grants = await this.grants.forOrganization(tx, actor.organizationId);
      const granted = grants.filter(({ state, outcome }) => state === 'issued' && outcome !== 'refused');
      const later = granted.filter(({ document }) => isPaidAfterSettlement(document));
      const cases = await this.cases.forOrganization(tx, actor.organizationId);
      return cases.filter(({ id }) => later.some(({ applicationId }) => applicationId === id));
    });
  }

  /** Throws not-found for another organisation's claim. */
  one(actor: Actor, claimId: string): Promise<ClaimPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const claim = await this.claims.find(tx, claimId);
      requireOwnOrganization(actor, claim.organizationId);
      if (actor.kind === 'staff')
        requireDuty(actor, 'promotion', 'approve', 'treasury-check', 'treasury-decide', 'audit');
      const order = await this.orders.liveOfClaim(tx, claimId);
      const delegation = (await this.delegations.liveOf(tx, [claimId])).get(claimId) ?? null;
      const organization = await this.organizations.get(tx, claim.organizationId);
      const yearClosed = (await this.ledger.closingOf(tx, claim.fiscalYear)) !== null;
      return { claim, order, delegation, organization, yearClosed };
    });
  }
}
