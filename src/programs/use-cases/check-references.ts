import { Injectable } from '@nestjs/common';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { BudgetLedger } from '../../budgets/index.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ProgramDocument } from '../domain/program-document.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The records outside this stage that a programme names: its budget line and the section that handles it. */
@Injectable()
export class CheckReferences {
  constructor(
    private readonly budgets: BudgetLedger,
    private readonly municipalities: Municipalities,
  ) {}

  /** Faults at `budgetLineId` and `handledBy`; the budget line must be of the programme's own year (会計年度独立, 地方自治法208条). */
  async faultsOf(tx: Transaction, document: ProgramDocument): Promise<Fault[]> {
    const faults: Fault[] = [];
    const line = await known(document.budgetLineId, (id) => this.budgets.line(tx, id));
    if (!line) faults.push({ pointer: 'budgetLineId', code: 'programs.budget-line-unknown' });
    else if (line.fiscalYear !== document.fiscalYear)
      faults.push({ pointer: 'budgetLineId', code: 'programs.budget-line-of-another-year' });
    const section = await known(document.handledBy, (id) => this.municipalities.sectionOf(tx, id));
    if (!section) faults.push({ pointer: 'handledBy', code: 'programs.section-unknown' });
    return faults;
  }
}

/** null for an id that names nothing, as a draft may hold. */
export async function known<T>(id: string, find: (id: string) => Promise<T>): Promise<T | null> {
  if (!UUID.test(id)) return null;
  try {
    return await find(id);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not-found') return null;
    throw error;
  }
}
