import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { StoredFile } from '../../platform/files/index.js';
import { ApprovalSettingsRow } from './approval-settings-row.js';
import type { KeptBudget } from '../domain/kept-budget.js';
import { DraftBudgetRow } from './draft-budget-row.js';
import { DecisionFileRow } from './decision-file-row.js';

export type DecisionFileEntry = Pick<DecisionFileRow, 'sha256' | 'size' | 'drawnAt'>;

@Injectable()
export class DecisionFileStore {
  find(tx: Transaction, draftId: string): Promise<DecisionFileEntry | null> {
    return tx.manager.findOneBy(DecisionFileRow, { draftId });
  }

  async keep(tx: Transaction, draftId: string, { sha256, size }: StoredFile): Promise<void> {
    const { municipalityId, now } = tx;
    await tx.manager.insert(DecisionFileRow, { municipalityId, draftId, sha256, size, drawnAt: now });
  }

  /** What the last approver saw of the budget; written once, with the decision. */
  async keepBudgets(tx: Transaction, draftId: string, budgets: readonly KeptBudget[]): Promise<void> {
    await tx.manager.insert(DraftBudgetRow, { municipalityId: tx.municipalityId, draftId, budgets });
  }

  /** Empty for what was decided before it was kept, and for what draws on no budget. */
  async budgetsOf(tx: Transaction, draftId: string): Promise<readonly KeptBudget[]> {
    return (await tx.manager.findOneBy(DraftBudgetRow, { draftId }))?.budgets ?? [];
  }

  async decidesOnPaper(tx: Transaction): Promise<boolean> {
    const [settings] = await tx.manager.find(ApprovalSettingsRow);
    return settings?.onPaper ?? false;
  }

  async setOnPaper(tx: Transaction, onPaper: boolean): Promise<void> {
    await tx.manager.upsert(ApprovalSettingsRow, { municipalityId: tx.municipalityId, onPaper }, ['municipalityId']);
  }
}
