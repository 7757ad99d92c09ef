import type { Fault } from '../../kernel/domain-error.js';
import type { FormSection, Question, QuestionKind } from './form.js';
import { placeOf, readAnswer, type AnswerTable } from './read-answer.js';
import { readNumber } from './read-value.js';
import { sectionNamed, type Sections } from './sections.js';
import { chosenIn, textIn, typedIn, type TypedAnswer } from './typed-answer.js';
import { inWords, type SubmittedFile } from './submitted-file.js';

/** A question with its answer, kept as they were shown: it can be read without the programme that asked. */
export interface Answer {
  readonly id: string;
  readonly section: string;
  readonly sectionTitle: string;
  readonly label: string;
  readonly kind: QuestionKind;
  /** In words; empty where nothing was answered. */
  readonly text: string;
  /** As typed, so that it can be carried into another draft; of a file question the hashes of its files. */
  readonly value: TypedAnswer;
  /** Of a table, which `text` can only tell line by line. */
  readonly table: AnswerTable | null;
}

/**
 * The questions that are asked, given what was chosen so far. A question that is not asked keeps in the draft what was
 * typed there; it is neither required nor sent.
 */
export function askedIn(form: readonly FormSection[], sections: Sections): ReadonlySet<string> {
  const asked = new Set<string>();
  const chosen = new Map<string, readonly string[]>();
  for (const { id, questions } of form) {
    const { fields } = sectionNamed(sections, id);
    for (const question of questions) {
      const { when } = question;
      if (when && !(chosen.get(when.question) ?? []).includes(when.is)) continue;
      asked.add(question.id);
      if (question.kind === 'choice') chosen.set(question.id, chosenIn(fields, question));
    }
  }
  return asked;
}

/** Every answer to what is asked, in the order of the form, with everything that is wrong or missing. */
export function readAnswers(
  form: readonly FormSection[],
  sections: Sections,
  files: readonly SubmittedFile[],
): { readonly answers: readonly Answer[]; readonly faults: readonly Fault[] } {
  const asked = askedIn(form, sections);
  const faults: Fault[] = [];
  const answers = form.flatMap((section) => {
    const { fields } = sectionNamed(sections, section.id);
    return section.questions
      .filter(({ id }) => asked.has(id))
      .map((question): Answer => {
        const { id, label, kind } = question;
        const here = { id, section: section.id, sectionTitle: section.title, label, kind };
        if (question.kind === 'file') {
          const added = files.filter((file) => file.kind === id);
          if (added.length === 0) faults.push(...fileMissing(question));
          return { ...here, text: inWords(added), value: added.map(({ sha256 }) => sha256), table: null };
        }
        const read = readAnswer(question, fields);
        faults.push(...read.faults);
        return { ...here, text: read.words, value: typedIn(fields, question), table: read.table ?? null };
      });
  });
  return { answers, faults };
}

const fileMissing = ({ id, label, required }: Question): Fault[] =>
  required ? [{ pointer: placeOf(id), code: 'forms.file-missing', params: { label } }] : [];

/** What a rule may count by: of each number its digits, of each single choice its option; nothing that cannot be read. */
export function countableAnswers(form: readonly FormSection[], sections: Sections): Readonly<Record<string, string>> {
  const asked = askedIn(form, sections);
  return Object.fromEntries(
    form.flatMap(({ id, questions }) => {
      const { fields } = sectionNamed(sections, id);
      return questions
        .filter((question) => asked.has(question.id))
        .flatMap((question): [string, string][] => {
          if (question.kind === 'choice' && !question.many) return [[question.id, textIn(fields, question.id)]];
          const read = question.kind === 'number' ? readNumber(textIn(fields, question.id), question) : null;
          return read && 'number' in read ? [[question.id, String(read.number)]] : [];
        });
    }),
  );
}
