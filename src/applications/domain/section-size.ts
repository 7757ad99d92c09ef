import { DomainError } from '../../kernel/domain-error.js';
import { refuseOversizedFields, type Fields, type SectionName } from '../../forms/index.js';
import { BUDGET } from './form.js';
import { MOST_LINES } from './planned-budget.js';
import { linesIn } from './sections.js';

const POINT_FIELD = /^point:[0-9a-f-]{36}$/;

/** Refuses what no form of ours sends: too many lines, endless texts, names of fields that nobody gave. */
export function refuseOversized(name: SectionName, fields: Fields): void {
  if (name === BUDGET && linesIn({ fields }).length > MOST_LINES) {
    throw new DomainError('applications.too-many-lines', 'invalid', { most: MOST_LINES });
  }
  refuseOversizedFields(fields, POINT_FIELD);
}
