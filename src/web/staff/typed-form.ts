import { DomainError } from '../../kernel/domain-error.js';
import type { ProgramDocument } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';

type Loose = Readonly<Record<string, unknown>>;

/**
 * The document as the plain form is filled from it. Each question carries itself along in `kept`: the form has no
 * fields for options, columns or conditions, and saving must drop none of them.
 */
export const withKept = (document: ProgramDocument): Loose => ({
  ...document,
  form: document.form.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({ ...question, kept: JSON.stringify(question) })),
  })),
});

/** What the plain form sends, as a document: what was typed to a question goes over what it carried along. */
export const typedDocument = (body: unknown): Loose => ({
  ...(body as Loose),
  form: rowsAt(body, 'form').map((section) => ({
    ...section,
    questions: rowsAt(section, 'questions').map(({ kept, ...typed }) => ({
      ...NEW_QUESTION,
      ...keptQuestion(kept),
      // A box that is not ticked sends nothing.
      required: false,
      ...typed,
    })),
  })),
});

/** What the plain form does not ask of a new question. */
const NEW_QUESTION = { lines: 'many', many: true };

/** The question that a row was filled from; empty for a new one. */
export function keptQuestion(text: unknown): Loose {
  if (typeof text !== 'string' || text === '') return {};
  try {
    return recordAt({ question: JSON.parse(text) as unknown }, 'question');
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('common.request-malformed');
    throw error;
  }
}

const rowsAt = (body: unknown, field: string): Loose[] => {
  const list = (body as Loose)[field];
  const rows: unknown[] = Array.isArray(list) ? list : Object.values(recordAt(body, field));
  return rows.filter((row): row is Loose => typeof row === 'object' && row !== null);
};
