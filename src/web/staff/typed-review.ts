import type { ReviewForm, ReviewView, TypedAnswer } from '../../reviews/index.js';
import { typedPlaces, typedRows, typedTexts } from '../shared/typed-records.js';

type Typed = Pick<ReviewForm, 'answers' | 'points' | 'assessments'>;

/** Answers, points and assessments as the review page sends them. */
export function typedReview(body: unknown): Typed {
  const remarks = typedTexts(body, 'remarks');
  const answers = typedTexts(body, 'answers');
  const seen = typedTexts(body, 'seen');
  const itemIds = new Set([...Object.keys(answers), ...Object.keys(remarks)]);
  return {
    answers: [...itemIds].map((itemId) => ({
      ...{ itemId, answer: answers[itemId] ?? '', remark: remarks[itemId] ?? '' },
      ...(seen[itemId] !== undefined && { seen: seen[itemId] }),
    })),
    points: typedPlaces(body, 'points').map(([pointer, text]) => ({ pointer, text })),
    assessments: typedRows(body, 'assessments').map(([lineId, { eligible = '', reason = '' }]) => ({
      lineId,
      eligible,
      reason,
    })),
  };
}

/** As the choice of the page has it. */
export const judgementOf = (kept: { readonly eligible: boolean | null } | undefined): '' | 'yes' | 'no' => {
  if (kept === undefined || kept.eligible === null) return '';
  return kept.eligible ? 'yes' : 'no';
};

/** The review as its page shows it after a refusal: with everything that was typed. */
export function withTyped(review: ReviewView, { answers, points, assessments }: Typed): ReviewView {
  const typedFor = (id: string): TypedAnswer | undefined => answers.find(({ itemId }) => itemId === id);
  const choice = (text: string | undefined) =>
    text === 'yes' || text === 'no' || text === 'not-applicable' ? text : null;
  return {
    ...review,
    points,
    items: review.items.map((item) => {
      const typed = typedFor(item.id);
      const own = item.automatic && (!item.found || choice(typed?.answer) === null);
      return own || !typed ? item : { ...item, automatic: false, answer: choice(typed.answer), remark: typed.remark };
    }),
    assessments: assessments.map(({ lineId, eligible, reason }) => ({
      ...{ lineId, reason, line: '', by: '', at: '' },
      eligible: eligible === '' ? null : eligible === 'yes',
    })),
  };
}
