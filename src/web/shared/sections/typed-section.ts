import type { FormSection, TypedAnswer } from '../../../forms/index.js';
import { typedAnswer } from '../typed-answer.js';
import { recordAt, typedTexts } from '../typed-records.js';

/** The answers of a section by question, as typed; files come apart. */
export function typedAnswers({ questions }: FormSection, body: unknown): Readonly<Record<string, TypedAnswer>> {
  const form = recordAt(body, 'form');
  const answers = questions
    .filter(({ kind }) => kind !== 'file')
    .map((question) => [question.id, typedAnswer(question, form)] as const);
  return Object.fromEntries(answers);
}

export const settledFields = (body: unknown): string[] => Object.keys(typedTexts(body, 'settled'));

/** Questions that the page held back because nothing had asked for them yet. */
export const unseenQuestions = (body: unknown): string[] => Object.keys(typedTexts(body, 'unseen'));
