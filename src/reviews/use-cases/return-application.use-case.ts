import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { parseDay, type LocalDate } from '../../kernel/local-date.js';
import { Applications } from '../../applications/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { ReviewStore } from '../store/review.store.js';
import { KeepReview, type ReviewForm } from './keep-review.js';

export interface ReturnApplicationCommand extends ReviewForm {
  /** The day by which the corrections are asked for, as typed. */
  readonly correctBy: string;
}

/** 差戻し: the points go to the committee, each at its place; answers and assessments stay for the next round. */
@Injectable()
export class ReturnApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepReview,
    private readonly store: ReviewStore,
    private readonly applications: Applications,
  ) {}

  /** Throws faults at `correctBy` and `points.<place>`, `applications.no-points`. */
  execute(actor: Actor, command: ReturnApplicationCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const correctBy = readCorrectBy(tx, command.correctBy);
      const { applicationId } = command;
      const { application, items, answers, points, assessments, version } = await this.keeper.keep(tx, command);
      await this.applications.returnForCorrection(tx, applicationId, points, correctBy);
      await this.store.save(tx, applicationId, version, { answers, points: [], assessments });
      const { round } = application;
      await this.store.close(tx, applicationId, { round, outcome: 'returned', items, assessment: null });
    });
  }
}

function readCorrectBy(tx: Transaction, typed: string): LocalDate {
  const refuse = (code: string): DomainError => DomainError.invalid([{ pointer: 'correctBy', code }]);
  let day: LocalDate | null;
  try {
    day = parseDay(typed);
  } catch (error) {
    if (error instanceof DomainError) throw refuse(error.code);
    throw error;
  }
  if (!day) throw refuse('reviews.correct-by-missing');
  if (day < tx.today) throw refuse('reviews.correct-by-past');
  return day;
}
