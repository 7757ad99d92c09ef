import { textIn, type Section, type Sections } from '../../forms/index.js';
import type { Fault } from '../../kernel/domain-error.js';

/** The part of a change that is not of the application: its reason, and what belongs to it. */
export const REASON = 'reason';

/** The text of a field of the reason's part; blank while nothing was typed. */
export const typedIn = (sections: Sections, field: string): string => {
  const section = sections.get(REASON);
  return section ? textIn(section.fields, field) : '';
};

/** Texts of two officers in the reason's part that nobody has brought together yet. */
export const twoTextsIn = ({ parked }: Pick<Section, 'parked'>): Fault[] =>
  [...new Set(parked.map(({ field }) => field))].map((field) => ({
    ...{ pointer: field, code: 'applications.two-texts' },
  }));
