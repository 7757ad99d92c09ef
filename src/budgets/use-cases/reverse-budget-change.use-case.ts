import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Yen } from '../../kernel/yen.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseAfterClosing } from '../domain/budget-change.js';
import { BudgetChangeStore } from '../store/budget-change.store.js';
import { BudgetChangeBook } from './budget-change-book.js';

export interface ReverseBudgetChangeCommand {
  readonly changeId: string;
  /** The line from whose page it is taken back. */
  readonly lineId: string;
  readonly reason: string;
  readonly requestId: string;
}

/**
 * Takes an act that was recorded by mistake back by its opposite, on the same lines and dated as the act itself, so that
 * the ceiling of any day is as if it had not been. Fault at `reason`; throws `budgets.change-already-reversed`.
 */
@Injectable()
export class ReverseBudgetChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: BudgetChangeStore,
    private readonly book: BudgetChangeBook,
  ) {}

  async execute(actor: Actor, { changeId, lineId, requestId, ...typed }: ReverseBudgetChangeCommand): Promise<void> {
    requireDuty(actor, 'administer', 'promotion');
    const reason = typed.reason.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const act = await this.changes.get(tx, changeId);
      if (act.lineId !== lineId && act.toLineId !== lineId) throw DomainError.notFound();
      const lines = await this.book.lock(tx, act);
      if (await this.changes.hasRequest(tx, requestId)) return;
      for (const line of lines.values()) refuseAfterClosing(line, tx.today);
      if (act.reverses !== null) throw new DomainError('budgets.change-is-reversal', 'conflict');
      if (await this.changes.isReversed(tx, changeId)) {
        throw new DomainError('budgets.change-already-reversed', 'conflict');
      }
      if (reason === '') throw DomainError.invalid([{ pointer: 'reason', code: 'budgets.reversal-reason-missing' }]);
      const opposite = { ...act, amount: -act.amount as Yen, reason };
      await this.book.record(tx, opposite, lines, { requestId, reverses: act });
    });
  }
}
