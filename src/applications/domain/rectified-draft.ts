import { type Fields, type SectionName, splitField, writeAnswer } from '../../forms/index.js';
import { BUDGET } from './form.js';
import type { Replacement } from './rectification.js';
import { lineAt } from './rectify.js';
import type { SubmittedContent } from './submission.js';
import { readLine, writeLine } from './typed-line.js';

/** The section in which a place stands. */
export function sectionAt({ answers }: SubmittedContent, pointer: string): SectionName {
  const [, id] = pointer.split('.');
  return (pointer.startsWith(BUDGET) ? null : answers.find((answer) => answer.id === id))?.section ?? BUDGET;
}

/**
 * The fields of a draft with what staff put right, for the case that it is returned: where they still say what stood
 * in `before`. What an officer has written there since stays.
 */
export function rectifiedFields(
  fields: Fields,
  pointer: string,
  before: SubmittedContent,
  replacement: Replacement,
): Fields {
  const [, id = ''] = pointer.split('.');
  if (replacement.kind === 'remark') {
    const text = fields.get(id);
    const line = text === undefined ? null : readLine(id, text);
    if (line?.remark.trim() !== lineAt(before, pointer)?.remark || !line) return fields;
    return new Map([...fields, [id, writeLine({ ...line, remark: replacement.remark })]]);
  }
  const isHere = ([field]: readonly [string, string]): boolean => splitField(field).question === id;
  const sent = before.answers.find((answer) => answer.id === id);
  if (!sent || !sameFields([...fields].filter(isHere), writeAnswer(id, sent.value))) return fields;
  const others = [...fields].filter((field) => !isHere(field));
  return new Map([...others, ...writeAnswer(id, replacement.value)]);
}

function sameFields(some: readonly (readonly [string, string])[], others: typeof some): boolean {
  const texts = new Map(others);
  return some.length === texts.size && some.every(([field, text]) => texts.get(field) === text);
}
