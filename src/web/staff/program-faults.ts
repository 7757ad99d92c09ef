import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { faultsOf, messageFor } from '../shared/index.js';
import { partOfFault, type DraftPart } from './program-parts.js';

/** Where the form has one field for what the document keeps in several places. */
const SEVERAL: readonly (readonly [RegExp, string])[] = [
  [/^(conditions\[\d+\])$/, '$1.text'],
  [/(\.of)\[\d+\]$/, '$1'],
];

/** The refusal with each fault where this page can show it; one of another part is told in words with that part's name. */
export function refusalOn(
  { fields }: Pick<DraftPart, 'fields'>,
  error: DomainError,
  placed: (pointer: string) => string = (pointer) => pointer,
): DomainError {
  if (error.faults.length === 0) return error;
  const isHere = ({ pointer }: Fault): boolean =>
    pointer === '' || (fields as readonly string[]).includes(pointer.split(/[.[]/)[0] ?? '');
  const faults = faultsOf(error).map((fault): Fault => {
    if (isHere(fault)) return { ...fault, pointer: oneField(placed(fault.pointer)) };
    return { pointer: '', code: 'programs.fault-elsewhere', params: elsewhere(fault) };
  });
  return new DomainError(error.code, error.kind, error.params, faults);
}

const oneField = (pointer: string): string =>
  SEVERAL.reduce((place, [several, one]) => place.replace(several, one), pointer);

const elsewhere = (fault: Fault): { part: string; sentence: string } => ({
  part: partOfFault(fault)?.title ?? '補助制度',
  sentence: messageFor(fault.code, fault.params),
});
