import { automaticChecks, type ChecklistEntry, type CheckedFacts } from './automatic-checks.js';
import { isSameFinding } from './same-cost.js';
import type { ManualAnswer, ReviewItem } from './review.js';

/** Checks that only suspect something: staff look, and their answer counts as long as the finding is what they saw. */
const SUSPECTING: ReadonlySet<string> = new Set<keyof typeof automaticChecks>(['same-cost']);

export const mayBeAnswered = ({ automatic }: Pick<ChecklistEntry, 'automatic'>): boolean =>
  automatic === null || SUSPECTING.has(automatic);

/** One item of the checklist with the answer that holds. */
export function answeredItem(
  { id, text, article, automatic }: ChecklistEntry,
  facts: CheckedFacts,
  answers: readonly ManualAnswer[],
): ReviewItem {
  const item = { id, text, article };
  const given = answers.find(({ itemId }) => itemId === id);
  if (automatic === null) {
    const { answer = null, remark = '', by = null, at = null } = given ?? {};
    return { ...item, automatic: false, answer, remark, by, at };
  }
  const found = automaticChecks[automatic](facts);
  const { fulfilled, why } = found;
  const own = { by: null, at: null };
  if (!SUSPECTING.has(automatic)) {
    return { ...item, ...own, automatic: true, answer: fulfilled ? 'yes' : 'no', remark: why };
  }
  if (given && isSameFinding(given.seen, why)) {
    const { answer, remark, by, at } = given;
    return { ...item, automatic: false, found, answer, remark, by, at };
  }
  if (fulfilled) return { ...item, ...own, automatic: true, found, answer: 'yes', remark: why };
  return { ...item, ...own, automatic: false, found, answer: null, remark: '' };
}
