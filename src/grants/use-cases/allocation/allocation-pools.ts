import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { yen } from '../../../kernel/yen.js';
import { APPLICATION_SUBJECT, ApplicationDirectory } from '../../../applications/index.js';
import { BudgetLedger, type BudgetLine } from '../../../budgets/index.js';
import { PanelResults } from '../../../panels/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Programs, type ProgramDocument } from '../../../programs/index.js';
import { Reviews } from '../../../reviews/index.js';
import type { AllocationCase } from '../../domain/allocation/allocation.js';
import type { PoolKey } from '../../domain/allocation/trial.js';
import { GrantStore } from '../../store/grant.store.js';

/** What there is to divide, and among whom, as it stands now. */
export interface AllocationPool {
  readonly key: PoolKey;
  /** The newest edition of the year. */
  readonly document: ProgramDocument;
  readonly line: BudgetLine;
  /** In the order of reception. */
  readonly cases: readonly AllocationCase[];
}

/** The cases of a programme's year that passed the review, of which nothing is drafted and nobody wants to withdraw. */
@Injectable()
export class AllocationPools {
  constructor(
    private readonly programs: Programs,
    private readonly applications: ApplicationDirectory,
    private readonly reviews: Reviews,
    private readonly panels: PanelResults,
    private readonly ledger: BudgetLedger,
    private readonly grants: GrantStore,
  ) {}

  /** Throws not-found for a year of which no edition is published. */
  async of(tx: Transaction, { programId, fiscalYear }: PoolKey): Promise<AllocationPool> {
    const key = { programId, fiscalYear };
    const [edition] = await this.programs.newestPublished(tx, [key]);
    if (!edition) throw DomainError.notFound();
    const { document } = edition;
    return {
      ...{ key, document },
      line: await this.ledger.line(tx, document.budgetLineId),
      cases: await this.casesOf(tx, key),
    };
  }

  private async casesOf(tx: Transaction, key: PoolKey): Promise<AllocationCase[]> {
    const passed = (await this.applications.passedFor(tx, key)).filter(({ withdrawal }) => withdrawal === null);
    const drafted = await this.grants.ofApplications(
      tx,
      passed.map(({ id }) => id),
    );
    const taken = new Set(drafted.map(({ applicationId }) => applicationId));
    const open = passed.filter(({ id }) => !taken.has(id));
    const ids = open.map(({ id }) => id);
    const assessed = await this.reviews.assessedAmounts(tx, ids);
    const results = await this.panels.resultsOf(tx, APPLICATION_SUBJECT, ids);
    return open.map(({ id, organizationName, title, receivedNumber, amount }) => {
      const result = results.get(id);
      return {
        ...{ id, organizationName, title, reference: receivedNumber ?? '' },
        requested: yen(assessed.get(id) ?? amount),
        place: result?.place ?? null,
        fellShort: result?.place === null,
      };
    });
  }
}
