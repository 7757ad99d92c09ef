import type { Question } from '../../forms/index.js';

type Kind<K extends Question['kind']> = Extract<Question, { kind: K }>;
type Words = Pick<Question, 'id' | 'label' | 'hint'>;

const ASKED = { required: true, when: null } as const;

/** A text of several lines that has to be written. */
export const essay = (words: Words, maxLength: number): Kind<'text'> => ({
  ...ASKED,
  ...words,
  kind: 'text',
  lines: 'many',
  maxLength,
});

/** A sentence that both sides know by its label. */
export const pledge = (id: string, label: string, text: string): Kind<'declaration'> => ({
  ...ASKED,
  ...{ id, label, text, hint: '' },
  kind: 'declaration',
});

/** One file or several. */
export const papers = (words: Words, required: boolean): Kind<'file'> => ({
  ...ASKED,
  ...words,
  required,
  kind: 'file',
  many: true,
});
