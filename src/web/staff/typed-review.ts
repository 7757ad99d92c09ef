import type { ReviewForm, ReviewView, TypedAnswer } from '../../reviews/index.js';
import { typedPlaces, typedTexts } from '../shared/typed-records.js';

/** Answers and points as the review page sends them. */
export function typedReview(body: unknown): Pick<ReviewForm, 'answers' | 'points'> {
  const remarks = typedTexts(body, 'remarks');
  const answers = typedTexts(body, 'answers');
  const itemIds = new Set([...Object.keys(answers), ...Object.keys(remarks)]);
  return {
    answers: [...itemIds].map((itemId) => ({ itemId, answer: answers[itemId] ?? '', remark: remarks[itemId] ?? '' })),
    points: typedPlaces(body, 'points').map(([pointer, text]) => ({ pointer, text })),
  };
}

/** The review as its page shows it after a refusal: with everything that was typed. */
export function withTyped(review: ReviewView, { answers, points }: Pick<ReviewForm, 'answers' | 'points'>): ReviewView {
  const typedFor = (id: string): TypedAnswer | undefined => answers.find(({ itemId }) => itemId === id);
  const choice = (text: string | undefined) =>
    text === 'yes' || text === 'no' || text === 'not-applicable' ? text : null;
  return {
    ...review,
    points,
    items: review.items.map((item) => {
      const typed = typedFor(item.id);
      return item.automatic || !typed ? item : { ...item, answer: choice(typed.answer), remark: typed.remark };
    }),
  };
}
