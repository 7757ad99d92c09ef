import { Injectable } from '@nestjs/common';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import {
  ApplicationDirectory,
  Applications,
  LONGEST_POINT,
  placesOf,
  type ApplicationView,
  type Submission,
  type TypedPoint,
} from '../../applications/index.js';
import { Ties } from '../../staff/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  assessmentReasonFaults,
  takeAssessments,
  type AssessableLine,
  type TypedAssessment,
} from '../domain/assessment.js';
import { mayBeAnswered } from '../domain/answered-item.js';
import { remarkFaults, takeAnswers, type ReviewItem, type TypedAnswer } from '../domain/review.js';
import { ReviewStore, type KeptReview } from '../store/review.store.js';
import { Assessments } from './assessments.js';
import { Reviews } from './reviews.js';

/** What the review page sends, whichever button is pressed. */
export interface ReviewForm {
  readonly applicationId: string;
  /** The save that the page was filled from; 0 for the first. */
  readonly version: number;
  readonly answers: readonly TypedAnswer[];
  readonly points: readonly TypedPoint[];
  readonly assessments: readonly TypedAssessment[];
}

export interface KeptForm extends Pick<KeptReview, 'answers' | 'assessments' | 'version'> {
  readonly application: ApplicationView;
  readonly submission: Submission;
  /** What may be judged. */
  readonly lines: readonly AssessableLine[];
  readonly items: readonly ReviewItem[];
  readonly points: readonly TypedPoint[];
}

/** Saves what the review page sends; saving, returning and passing all begin with it. */
@Injectable()
export class KeepReview {
  constructor(
    private readonly store: ReviewStore,
    private readonly reviews: Reviews,
    private readonly judging: Assessments,
    private readonly applications: Applications,
    private readonly directory: ApplicationDirectory,
    private readonly ties: Ties,
  ) {}

  /** Throws `reviews.saved-by-another`, `reviews.not-open`. */
  async keep(tx: Transaction, form: ReviewForm): Promise<KeptForm> {
    const { applicationId } = form;
    const { state, organizationId } = await this.applications.lock(tx, applicationId);
    await this.ties.refuseTied(tx, organizationId);
    if (state !== 'submitted') throw new DomainError('reviews.not-open', 'conflict');
    const application = await this.directory.get(tx, applicationId);
    const [submission] = await this.directory.submissionsOf(tx, applicationId);
    if (!submission) throw DomainError.notFound();
    const points = writtenPoints(submission, form.points);
    const lines = this.judging.linesOf(application, submission);
    refuseUnknownLines(lines, form.assessments);
    refuseWhenFaulty([...remarkFaults(form.answers), ...assessmentReasonFaults(form.assessments)]);
    const manual = application.document.checklist.filter(mayBeAnswered).map(({ id }) => id);
    const before = await this.store.of(tx, applicationId);
    const now = { by: tx.actor.name, at: tx.now.toISOString() };
    const answers = takeAnswers(manual, before.answers, form.answers, now);
    const assessments = takeAssessments(lines, before.assessments, form.assessments, now);
    const version = await this.store.save(tx, applicationId, form.version, { answers, points, assessments });
    const items = await this.reviews.itemsOf(tx, application, submission, answers);
    return { application, submission, lines, items, answers, points, assessments, version };
  }
}

function refuseUnknownLines(lines: readonly AssessableLine[], typed: readonly TypedAssessment[]): void {
  if (typed.some(({ lineId }) => !lines.some(({ id }) => id === lineId))) throw DomainError.notFound();
}

/** Points with a text, each at a place that exists; too long a text is a fault there. */
function writtenPoints({ content }: Submission, typed: readonly TypedPoint[]): TypedPoint[] {
  const places = new Map(placesOf(content).map(({ pointer, label }) => [pointer, label]));
  const points = typed.map(({ pointer, text }) => ({ pointer, text: text.trim() })).filter(({ text }) => text !== '');
  if (points.some(({ pointer }) => !places.has(pointer))) throw DomainError.notFound();
  refuseWhenFaulty(
    points
      .filter(({ text }) => [...text].length > LONGEST_POINT)
      .map(({ pointer }) => ({
        pointer: `points.${pointer}`,
        code: 'applications.point-too-long',
        params: { label: places.get(pointer) ?? '', most: LONGEST_POINT },
      })),
  );
  return points;
}
