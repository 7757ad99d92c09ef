import { formatEra } from '../../kernel/local-date.js';
import { newestOf, type TypedVisit, type VisitNote } from '../../visits/index.js';
import { typedRows } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';

/** A note as its page sends it. */
export const typedVisit = (body: unknown): TypedVisit => ({
  kind: typedText(body, 'kind'),
  heldOn: typedText(body, 'heldOn'),
  place: typedText(body, 'place'),
  people: typedRows(body, 'people').map(([, { name = '', role = '', side = '' }]) => ({ name, role, side })),
  found: typedText(body, 'found'),
});

/** A note as the fields of its page begin. */
export function visitAsTyped(note: VisitNote): TypedVisit {
  const { kind, heldOn, place, people, found } = newestOf(note);
  return { kind, heldOn: formatEra(heldOn), place, people, found };
}
