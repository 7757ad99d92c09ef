import type { DocumentReader } from './document-reader.js';
import type { FormSection, Question } from './form.js';

/** Taken by the 収支予算書, a section of every application, and by the paper itself, one of what came on paper. */
const RESERVED_SECTIONS = ['budget', 'paper-original'];
/** Taken by the 規約 of the register, which go with every application, and by the scan of a paper. */
const RESERVED_QUESTIONS = new Set(['bylaws', 'paper-scan']);

/** What only the form as a whole can tell: codes that are unique, conditions that can be met, limits that fit. */
export function checkForm(form: readonly FormSection[], reader: DocumentReader): void {
  if (form.length === 0) reader.fault('form[0].title', 'forms.no-sections');
  const earlier = new Map<string, Question>();
  const sections = new Set(RESERVED_SECTIONS);
  form.forEach((section, index) => {
    const place = `form[${String(index)}]`;
    if (sections.has(section.id)) reader.fault(`${place}.id`, 'forms.same-id-twice', { id: section.id });
    sections.add(section.id);
    if (section.questions.length === 0) reader.fault(`${place}.questions[0].label`, 'forms.no-questions');
    section.questions.forEach((question, position) => {
      checkQuestion(question, earlier, reader, `${place}.questions[${String(position)}]`);
      earlier.set(question.id, question);
    });
  });
}

function checkQuestion(
  question: Question,
  earlier: ReadonlyMap<string, Question>,
  reader: DocumentReader,
  place: string,
): void {
  const { id, label, when } = question;
  if (earlier.has(id) || RESERVED_QUESTIONS.has(id)) reader.fault(`${place}.id`, 'forms.same-id-twice', { id });
  if (when) {
    const choice = earlier.get(when.question);
    // Only what stands before can be known when the question comes, and nothing can wait for itself.
    if (choice?.kind !== 'choice' || !choice.options.some((option) => option.id === when.is)) {
      reader.fault(`${place}.when`, 'forms.condition-unknown', { label });
    }
  }
  if (question.kind === 'number' && question.most < question.least) {
    reader.fault(`${place}.most`, 'forms.most-below-least', { label });
  }
  if (question.kind === 'choice') {
    if (question.options.length < 2) reader.fault(`${place}.options[0].label`, 'forms.too-few-options', { label });
    const words = question.options.map((option) => option.label);
    const twice = words.findIndex((option, index) => option !== '' && words.indexOf(option) !== index);
    if (twice >= 0) {
      const option = words[twice] ?? '';
      reader.fault(`${place}.options[${String(twice)}].label`, 'forms.same-option-twice', { option });
    }
    refuseTwice(question.options, reader, `${place}.options`);
  }
  if (question.kind === 'table') {
    if (question.columns.length === 0) reader.fault(`${place}.columns[0].label`, 'forms.no-columns', { label });
    refuseTwice(question.columns, reader, `${place}.columns`);
  }
}

/** Answers are stored under the codes of their items: the same code twice would mix them up. */
export function refuseTwice(items: readonly { readonly id: string }[], reader: DocumentReader, place: string): void {
  const ids = items.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) reader.fault(`${place}[${String(twice)}].id`, 'forms.same-id-twice', { id: ids[twice] ?? '' });
}
