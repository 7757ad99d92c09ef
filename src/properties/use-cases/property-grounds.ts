import { Injectable } from '@nestjs/common';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { KeepingTerms } from '../../kernel/keeping-terms.js';
import { DeterminationDirectory, ReportDirectory } from '../../performance-reports/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { keepingTermsOf } from '../../programs/index.js';
import { candidatesAmong, type Candidate, type PropertyItem } from '../domain/property.js';
import type { Funding } from '../domain/share-of-proceeds.js';
import { PropertyItemStore } from '../store/property-item.store.js';

/** What the register of one grant rests on. */
export interface PropertyGround {
  readonly grant: GrantView;
  readonly terms: KeepingTerms;
  /** Everything that was said of its receipts, also that something is no 備品. */
  readonly known: readonly PropertyItem[];
  readonly candidates: readonly Candidate[];
}

/** The grant, what its programme asks to be kept, and what its inspected report proposes for the register. */
@Injectable()
export class PropertyGrounds {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly reports: ReportDirectory,
    private readonly determinations: DeterminationDirectory,
    private readonly items: PropertyItemStore,
  ) {}

  /** Throws not-found for another organisation's officer, and for a grant that was not given. */
  async of(tx: Transaction, grantId: string): Promise<PropertyGround> {
    const grant = await this.grants.get(tx, grantId);
    if (grant.issuedOn === null || grant.outcome === 'refused') throw DomainError.notFound();
    const terms = keepingTermsOf(grant.document);
    const known = await this.items.ofGrant(tx, grantId);
    return { grant, terms, known, candidates: await this.candidates(tx, grant, terms, known) };
  }

  /** Where nothing was determined, the grant is taken to have paid the whole. */
  async fundingOf(tx: Transaction, { grantId, price }: PropertyItem): Promise<Funding> {
    const determination = await this.determinations.ofGrant(tx, grantId);
    if (determination?.determinedOn) return { price, grant: determination.amount, cost: determination.eligibleCost };
    const { amountInForce } = await this.grants.get(tx, grantId);
    return { price, grant: amountInForce, cost: amountInForce };
  }

  private async candidates(
    tx: Transaction,
    { applicationId }: GrantView,
    { propertyFrom }: KeepingTerms,
    known: readonly PropertyItem[],
  ): Promise<Candidate[]> {
    const report = await this.reports.ofApplication(tx, applicationId);
    if (report?.state !== 'inspected' && report?.state !== 'accepted') return [];
    const [submission] = await this.reports.submissionsOf(tx, report.id);
    if (!submission) return [];
    const { receipts, account } = submission.content;
    return candidatesAmong(receipts, account, propertyFrom, new Set(known.map(({ source }) => source)));
  }
}
