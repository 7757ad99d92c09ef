import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { faultsOfChange, refuseAfterClosing, type ChangeContent } from '../domain/budget-change.js';
import { BudgetChangeStore } from '../store/budget-change.store.js';
import { BudgetChangeBook } from './budget-change-book.js';

export interface RecordBudgetChangeCommand extends ChangeContent {
  /** Given out with the page, so that a double click records one act. */
  readonly requestId: string;
}

/**
 * 補正予算・流用・配当: moves the ceiling or the allotment of a line. Faults at `amount`, `effectiveOn`, `basis`, `reason`,
 * `toLineId`, `provision`; throws `budgets.year-closed` and, against what drafts already use, `budgets.change-below-used`.
 */
@Injectable()
export class RecordBudgetChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: BudgetChangeStore,
    private readonly book: BudgetChangeBook,
  ) {}

  async execute(actor: Actor, { requestId, ...typed }: RecordBudgetChangeCommand): Promise<void> {
    requireDuty(actor, 'administer', 'promotion');
    const content = {
      ...typed,
      basis: typed.basis.trim(),
      reason: typed.reason.trim(),
      provision: typed.kind === 'transfer' ? typed.provision.trim() : '',
      toLineId: typed.kind === 'transfer' && typed.toLineId !== typed.lineId ? typed.toLineId : null,
    };
    return this.unitOfWork.run(actor, async (tx) => {
      const lines = await this.book.lock(tx, content);
      const line = lines.get(content.lineId);
      if (!line) throw new Error(`the line ${content.lineId} was not locked`);
      if (await this.changes.hasRequest(tx, requestId)) return;
      refuseAfterClosing(line, tx.today);
      const toLine = content.toLineId === null ? null : (lines.get(content.toLineId) ?? null);
      refuseWhenFaulty(faultsOfChange(content, line, toLine, tx.today));
      await this.book.record(tx, content, lines, { requestId });
    });
  }
}
