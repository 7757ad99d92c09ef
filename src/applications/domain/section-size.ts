import { DomainError } from '../../kernel/domain-error.js';
import type { Fields } from './fields.js';
import { BUDGET } from './form.js';
import { MOST_LINES } from './planned-budget.js';
import { isPointField, linesIn, type SectionName } from './sections.js';

/** Far above what any question asks for: a draft keeps a text that is too long, but not a whole book. */
const MOST_CHARACTERS = 20_000;
const MOST_FIELDS = 1_000;
const FIELD_ID = /^[a-z][a-z0-9-]{0,63}(~[a-z][a-z0-9-]{0,23})?$/;
const POINT_FIELD = /^point:[0-9a-f-]{36}$/;

/** Refuses what no form of ours sends: too many lines, endless texts, names of fields that nobody gave. */
export function refuseOversized(name: SectionName, fields: Fields): void {
  if (name === BUDGET && linesIn({ fields }).length > MOST_LINES) {
    throw new DomainError('applications.too-many-lines', 'invalid', { most: MOST_LINES });
  }
  const wellFormed = [...fields.keys()].every((field) => (isPointField(field) ? POINT_FIELD : FIELD_ID).test(field));
  if (!wellFormed || fields.size > MOST_FIELDS) throw new DomainError('common.request-malformed');
  if ([...fields.values()].some((text) => text.length > MOST_CHARACTERS)) {
    throw new DomainError('applications.text-too-long', 'invalid', { most: MOST_CHARACTERS });
  }
}
