import type { Fault } from '../../kernel/domain-error.js';
import { countCharacters } from '../../kernel/text.js';

/** What speaks against a text typed into the field `pointer`, which people know by its label. */
export function textFaults(
  pointer: string,
  label: string,
  text: string,
  { most, required = true }: { readonly most: number; readonly required?: boolean },
): Fault[] {
  if (text === '') return required ? [{ pointer, code: 'consultations.text-missing', params: { label } }] : [];
  return countCharacters(text) > most
    ? [{ pointer, code: 'consultations.text-too-long', params: { label, most } }]
    : [];
}
