import { DomainError } from '../../kernel/domain-error.js';
import { MOST_LINES } from './planned-budget.js';
import type { TypedSection } from './sections.js';
import { NO_TAX_CREDIT } from './tax-credit.js';

/** Far above what any question asks for: a draft keeps a text that is too long, but not a whole book. */
const MOST_CHARACTERS = 20_000;
const FIELD_ID = /^[a-z][a-z0-9-]{0,63}$/;
const POINT_ID = /^[0-9a-f-]{36}$/;

/** Refuses what no form of ours sends: too many lines, endless texts, names of fields that nobody gave. */
export function refuseOversized(typed: TypedSection): void {
  const { plan = {}, lines = [], taxCredit = NO_TAX_CREDIT, declarations = [], pointAnswers = {} } = typed;
  if (lines.length > MOST_LINES) throw new DomainError('applications.too-many-lines', 'invalid', { most: MOST_LINES });
  const texts = [
    ...Object.values(plan),
    ...Object.values(pointAnswers),
    ...lines.flatMap((line) => Object.values(line)),
    ...Object.values(taxCredit),
  ];
  const ids = [...Object.keys(plan), ...lines.map(({ id }) => id), ...declarations];
  const wellFormed = ids.every((id) => FIELD_ID.test(id)) && Object.keys(pointAnswers).every((id) => POINT_ID.test(id));
  if (!wellFormed) throw new DomainError('common.request-malformed');
  if (texts.some((text) => text.length > MOST_CHARACTERS)) {
    throw new DomainError('applications.text-too-long', 'invalid', { most: MOST_CHARACTERS });
  }
}
