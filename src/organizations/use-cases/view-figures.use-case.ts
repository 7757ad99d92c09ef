import { Injectable } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Transaction } from '../../platform/database/index.js';
import { holding, type Figure } from '../domain/figures.js';
import { FigureStore } from '../store/figure.store.js';
import { OrganizationProfiles, type OrganizationProfile } from '../store/organization-profiles.store.js';

export interface YearsFigures {
  /** In the order of their districts. */
  readonly organizations: readonly OrganizationProfile[];
  readonly holding: readonly Figure[];
  /** Every entry, newest first. */
  readonly history: readonly Figure[];
}

/** The figures of one year, of all organisations, for staff. */
@Injectable()
export class ViewFigures {
  constructor(
    private readonly profiles: OrganizationProfiles,
    private readonly store: FigureStore,
  ) {}

  async of(tx: Transaction, fiscalYear: FiscalYear): Promise<YearsFigures> {
    requireDuty(tx.actor, 'promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit');
    const history = await this.store.history(tx, fiscalYear);
    return { organizations: await this.profiles.list(tx), holding: holding(history), history };
  }
}
