import type { FormSection } from '../../../forms/index.js';
import { typedList } from '../../shared/typed-records.js';
import { typedText } from '../../shared/typed-text.js';
import { typedRowsAt, type Loose } from '../typed-program.js';

const TEXTS = ['title', 'lead', 'themeKind', 'theme', 'opens', 'closes', 'afterwards'];

/** The form of a call as `readCall` reads it, with the questions that it has; a row whose words were deleted goes. */
export function typedCall(body: unknown, form: readonly FormSection[]): Loose {
  const ticked = typedList(body, 'proposers');
  const rows = (field: string): Loose[] =>
    typedRowsAt(body, field).map((row) => (typedText(row, 'label').trim() === '' ? { id: '', label: '' } : row));
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, typedText(body, name)])),
    proposers: ticked.length > 0 ? ticked : [typedText(body, 'proposers')],
    fields: rows('fields'),
    criteria: rows('criteria'),
    form,
  };
}
