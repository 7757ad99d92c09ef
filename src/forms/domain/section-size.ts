import { DomainError } from '../../kernel/domain-error.js';
import type { Fields } from './fields.js';

/** Far above what any question asks for: a draft keeps a text that is too long, but not a whole book. */
const MOST_CHARACTERS = 20_000;
const MOST_FIELDS = 1_000;
const FIELD_ID = /^[a-z][a-z0-9-]{0,63}(~[a-z][a-z0-9-]{0,23})?$/;

/**
 * Refuses what no form of ours sends: endless texts, names of fields that nobody gave. `others` are the names of fields
 * that the stage adds to those of the questions.
 */
export function refuseOversizedFields(fields: Fields, others?: RegExp): void {
  const wellFormed = [...fields.keys()].every((field) => FIELD_ID.test(field) || others?.test(field));
  if (!wellFormed || fields.size > MOST_FIELDS) throw new DomainError('common.request-malformed');
  if ([...fields.values()].some((text) => text.length > MOST_CHARACTERS)) {
    throw new DomainError('forms.text-too-long', 'invalid', { most: MOST_CHARACTERS });
  }
}
