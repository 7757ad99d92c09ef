import { COMMENTS_ON_A_PAGE, OUTCOMES, type AskedComments, type OpinionGroup } from '../../../consultations/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { partOf } from '../../shared/pages-of-rows.js';
import { typedText } from '../../shared/typed-text.js';
import { OUT_OF_GROUPS } from './consultation-groups.js';

/** Which comments a page shows: its address says it, and the form on it repeats it. */
export const askedIn = (asked: unknown): AskedComments => ({
  loose: typedText(asked, 'loose') === '1',
  part: partOf(typedText(asked, 'from'), COMMENTS_ON_A_PAGE),
});

/** Where the chosen comments go: `new`, a group, or (null) out of every group. Fault at `into` where nothing was chosen. */
export function intoWhich(body: unknown): string | null {
  const into = typedText(body, 'into');
  if (into === '') throw DomainError.invalid([{ pointer: 'into', code: 'consultations.group-not-chosen' }]);
  return into === OUT_OF_GROUPS ? null : into;
}

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
