import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { yen } from '../../kernel/yen.js';
import { Applications } from '../../applications/index.js';
import { CaseList } from '../../cases/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { unfinishedFaults } from '../domain/assessment.js';
import { passFaults } from '../domain/review.js';
import { ReviewStore } from '../store/review.store.js';
import { Assessments } from './assessments.js';
import { KeepReview, type ReviewForm } from './keep-review.js';

/**
 * Ends the review: every item of the checklist is fulfilled, or not applicable for a stated reason. Freezes 査定額.
 * Announces ReviewPassed; from now on the application may be drafted for decision.
 */
@Injectable()
export class PassApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepReview,
    private readonly assessments: Assessments,
    private readonly store: ReviewStore,
    private readonly applications: Applications,
    private readonly cases: CaseList,
  ) {}

  /** Throws a fault at every item and assessment that is open, and `reviews.points-not-sent` while points are written. */
  execute(actor: Actor, form: ReviewForm): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const kept = await this.keeper.keep(tx, form);
      const { application, submission, items, points } = kept;
      refuseWhenFaulty([...passFaults(items), ...unfinishedFaults(kept.lines, kept.assessments)]);
      if (points.length > 0) throw new DomainError('reviews.points-not-sent', 'conflict');
      const assessment = await this.assessments.of(tx, application, submission, kept.assessments);
      const { organizationId } = await this.applications.pass(tx, form.applicationId);
      const amount = yen(assessment.working.total);
      await this.cases.move(tx, form.applicationId, { phase: 'passed', waitingFor: 'promotion', amount });
      const { round } = application;
      await this.store.close(tx, form.applicationId, { round, outcome: 'passed', items, assessment });
      tx.announce({ type: 'ReviewPassed', subjectId: form.applicationId, organizationId });
    });
  }
}
