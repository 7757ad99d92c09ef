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
import type { Transaction } from '../../platform/database/index.js';
import { remarkFaults, takeAnswers, type ReviewItem, type TypedAnswer } from '../domain/review.js';
import { ReviewStore } from '../store/review.store.js';
import { Reviews } from './reviews.js';

/** What the review page sends, whichever button is pressed. */
export interface ReviewForm {
  readonly applicationId: string;
  /** The save that the page was filled from; 0 for the first. */
  readonly version: number;
  readonly answers: readonly TypedAnswer[];
  readonly points: readonly TypedPoint[];
}

export interface KeptForm {
  readonly application: ApplicationView;
  readonly items: readonly ReviewItem[];
  readonly points: readonly TypedPoint[];
  readonly version: number;
}

/** Saves what the review page sends; saving, returning and passing all begin with it. */
@Injectable()
export class KeepReview {
  constructor(
    private readonly store: ReviewStore,
    private readonly reviews: Reviews,
    private readonly applications: Applications,
    private readonly directory: ApplicationDirectory,
  ) {}

  /** Throws `reviews.saved-by-another`, `reviews.not-open`. */
  async keep(tx: Transaction, form: ReviewForm): Promise<KeptForm> {
    const { applicationId } = form;
    const { state } = await this.applications.lock(tx, applicationId);
    if (state !== 'submitted') throw new DomainError('reviews.not-open', 'conflict');
    const application = await this.directory.get(tx, applicationId);
    const [submission] = await this.directory.submissionsOf(tx, applicationId);
    if (!submission) throw DomainError.notFound();
    const points = writtenPoints(submission, form.points);
    refuseWhenFaulty(remarkFaults(form.answers));
    const manual = application.document.checklist.filter(({ automatic }) => automatic === null).map(({ id }) => id);
    const { answers: before } = await this.store.of(tx, applicationId);
    const answers = takeAnswers(manual, before, form.answers, { by: tx.actor.name, at: tx.now.toISOString() });
    const version = await this.store.save(tx, applicationId, form.version, { answers, points });
    return { application, points, version, items: await this.reviews.itemsOf(tx, application, submission, answers) };
  }
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
