import type { ApplicationView } from '../../applications/index.js';
import type { Assessment } from '../../reviews/index.js';
import type { OutcomeGround } from '../domain/outcome.js';

/** What the outcome of an application rests on, from the application and its review. */
export const groundOf = (
  { organizationName, amount, document }: ApplicationView,
  { working }: Pick<Assessment, 'working'>,
): OutcomeGround => ({
  organizationName,
  appliedAmount: amount,
  assessed: working,
  article: document.articles.decision,
});
