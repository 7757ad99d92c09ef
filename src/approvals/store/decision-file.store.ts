import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { StoredFile } from '../../platform/files/index.js';
import { ApprovalSettingsRow } from './approval-settings-row.js';
import { keptBudget, readBudget } from '../domain/kept-budget.js';
import type { PresentedBudget } from '../domain/shown-case.js';
import { DraftBudgetRow } from './draft-budget-row.js';
import { DecisionFileRow } from './decision-file-row.js';
import { numberOf } from './to-draft.js';

/** A draft, and its 決裁文書 once it is decided and drawn. */
export interface DecidedFile {
  readonly draftId: string;
  readonly number: string;
  readonly title: string;
  readonly sha256: string | null;
}

export type DecisionFileEntry = Pick<DecisionFileRow, 'sha256' | 'size' | 'drawnAt'>;

@Injectable()
export class DecisionFileStore {
  find(tx: Transaction, draftId: string): Promise<DecisionFileEntry | null> {
    return tx.manager.findOneBy(DecisionFileRow, { draftId });
  }

  /** The drafts in which any of these cases ever stood, with the file of each that was decided, by number. */
  async ofCases(tx: Transaction, subjectIds: readonly string[]): Promise<DecidedFile[]> {
    const rows = await tx.query<{
      id: string;
      fiscalYear: number;
      number: number;
      title: string;
      sha256: string | null;
    }>(
      `SELECT draft.id, draft.fiscal_year AS "fiscalYear", draft.number, draft.title, file.sha256
         FROM drafts draft
         LEFT JOIN decision_files file ON (file.municipality_id, file.draft_id) = (draft.municipality_id, draft.id)
        WHERE draft.municipality_id = $1 AND EXISTS (
          SELECT FROM draft_items item WHERE item.municipality_id = draft.municipality_id AND item.draft_id = draft.id
             AND item.subject_id = ANY ($2))
        ORDER BY draft.fiscal_year, draft.number`,
      [tx.municipalityId, subjectIds],
    );
    return rows.map(({ id, title, sha256, ...row }) => ({ draftId: id, number: numberOf(row), title, sha256 }));
  }

  async keep(tx: Transaction, draftId: string, { sha256, size }: StoredFile): Promise<void> {
    const { municipalityId, now } = tx;
    await tx.manager.insert(DecisionFileRow, { municipalityId, draftId, sha256, size, drawnAt: now });
  }

  /** What the last approver saw of the budget; written once, with the decision. */
  async keepBudgets(tx: Transaction, draftId: string, budgets: readonly PresentedBudget[]): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(DraftBudgetRow, { municipalityId, draftId, budgets: budgets.map(keptBudget) });
  }

  /** Empty for what was decided before it was kept, and for what draws on no budget. */
  async budgetsOf(tx: Transaction, draftId: string): Promise<PresentedBudget[]> {
    return ((await tx.manager.findOneBy(DraftBudgetRow, { draftId }))?.budgets ?? []).map(readBudget);
  }

  async decidesOnPaper(tx: Transaction): Promise<boolean> {
    const [settings] = await tx.manager.find(ApprovalSettingsRow);
    return settings?.onPaper ?? false;
  }

  async setOnPaper(tx: Transaction, onPaper: boolean): Promise<void> {
    await tx.manager.upsert(ApprovalSettingsRow, { municipalityId: tx.municipalityId, onPaper }, ['municipalityId']);
  }
}
