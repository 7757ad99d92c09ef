import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { CaseList } from '../../cases/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { KeepReview, type ReviewForm } from './keep-review.js';

/** Keeps answers and points as they are written. A page filled before another's save is refused as stale. */
@Injectable()
export class SaveReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepReview,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, form: ReviewForm): Promise<{ version: number }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { version } = await this.keeper.keep(tx, form);
      await this.cases.move(tx, form.applicationId, { phase: 'review', waitingFor: 'promotion' });
      return { version };
    });
  }
}
