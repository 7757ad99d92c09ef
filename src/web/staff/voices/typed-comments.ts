import { COMMENTS_ON_A_PAGE, OUTCOMES, type AskedComments, type OpinionGroup } from '../../../consultations/index.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { typedText } from '../../shared/typed-text.js';

/** Which comments a page shows: its address says it, and the form on it repeats it. */
export const askedIn = (asked: unknown): AskedComments => ({
  loose: typedText(asked, 'loose') === '1',
  part: partOf(typedText(asked, 'from'), COMMENTS_ON_A_PAGE),
});

/** A group as it was typed; several stand on one page, so its fields carry its id. */
export function groupIn(
  body: unknown,
  groupId: string,
): Pick<OpinionGroup, 'title' | 'summary' | 'townView' | 'outcome' | 'change'> {
  const typed = (name: string): string => typedText(body, `${name}-${groupId}`);
  return {
    title: typed('title'),
    summary: typed('summary'),
    townView: typed('townView'),
    outcome: OUTCOMES.find((each) => each === typed('outcome')) ?? null,
    change: typed('change'),
  };
}
