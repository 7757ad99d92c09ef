import { Injectable } from '@nestjs/common';
import { BudgetLedger, type BudgetLine } from '../../budgets/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { DisclosureStates } from '../store/disclosure-state.store.js';
import { PublicBudgetStore } from '../store/public-budget.store.js';

/** Carries the budget lines over from which published programmes are paid. */
@Injectable()
export class PublishBudgets {
  constructor(
    private readonly store: PublicBudgetStore,
    private readonly states: DisclosureStates,
    private readonly ledger: BudgetLedger,
    private readonly programs: Programs,
  ) {}

  /** A line moved, or a programme began or ceased to be paid from one: there are few, and all are looked at. */
  async follow(tx: Transaction): Promise<void> {
    await this.states.takeTurns(tx, `budgets ${tx.municipalityId}`);
    if (await this.carryOver(tx)) await this.states.count(tx);
  }

  rebuild(tx: Transaction): Promise<boolean> {
    return this.carryOver(tx);
  }

  private async carryOver(tx: Transaction): Promise<boolean> {
    const programs = await this.programs.published(tx);
    let changed = false;
    for (const line of await this.ledger.allLines(tx)) {
      const paidFrom = programs.filter(({ document }) => document.budgetLineId === line.id);
      const names = [...new Set(paidFrom.map(({ document }) => document.name))].toSorted();
      const programIds = [...new Set(paidFrom.map(({ programId }) => programId))].toSorted();
      const differs =
        names.length > 0
          ? await this.put(tx, line, { programs: names, programIds })
          : await this.store.remove(tx, line.id);
      changed = changed || differs;
    }
    return changed;
  }

  private put(
    tx: Transaction,
    { id, fiscalYear, code, name, ceiling }: BudgetLine,
    paidFor: { readonly programs: string[]; readonly programIds: string[] },
  ): Promise<boolean> {
    return this.store.put(tx, { id, fiscalYear, code, name, ceiling, ...paidFor });
  }
}
