import { newQuestion, QUESTION_KINDS, type FormSection, type Question } from '../../forms/index.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { findQuestion, findSection, movedQuestion, movedSection } from '../../programs/index.js';
import { faultsOf } from '../shared/index.js';
import { typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { newCode } from './typed-program.js';

type Form = readonly FormSection[];

/** The form after a press of 「上へ」 or 「下へ」 in the list of questions. */
export function typedMove(form: Form, body: unknown): Form {
  const [typedWay, what, id = ''] = typedText(body, 'move').split(':');
  const way = typedWay === 'up' ? 'up' : 'down';
  return what === 'section' ? movedSection(form, id, way) : movedQuestion(form, id, way);
}

/** The section that was begun, with its first question. Throws with faults at its fields. */
export function typedNewSection(body: unknown): FormSection & { readonly questions: readonly [Question] } {
  const title = (typedTexts(body, 'section')['title'] ?? '').trim();
  const added = typedNewQuestion(body, 'section', title === '' ? [missing('section[title]', '区分の名称')] : []);
  return { id: newCode('section'), title, lead: '', questions: [added] };
}

const missing = (pointer: string, label: string) => ({ pointer, code: 'forms.missing', params: { label } });

/** The question that was begun under this name. Throws with faults at its fields. */
export function typedNewQuestion(body: unknown, name: string, faults: ReturnType<typeof missing>[] = []): Question {
  const { kind: typedKind, label = '' } = typedTexts(body, name);
  const kind = QUESTION_KINDS.find((each) => each === typedKind);
  const unchosen = { pointer: `${name}[kind]`, code: 'forms.not-chosen', params: { label: '質問の種類' } };
  const all = [
    ...faults,
    ...(kind ? [] : [unchosen]),
    ...(label.trim() === '' ? [missing(`${name}[label]`, '質問')] : []),
  ];
  if (!kind || all.length > 0) throw DomainError.invalid(all);
  return newQuestion(kind, newCode('question'), label.trim());
}

/** The faults of this question at its own fields; those of others have none here. */
export function atQuestionField(
  { form }: { readonly form: Form },
  questionId: string,
  body: unknown,
): (pointer: string) => string {
  const { section, place } = findQuestion(form, questionId);
  const into = typedText(body, 'section');
  const moves = into !== '' && into !== section.id;
  const target = moves ? form.indexOf(findSection(form, into)) : -1;
  const there = moves ? `form[${String(target)}].questions[${String(form[target]?.questions.length ?? 0)}]` : place;
  return (pointer) => {
    if (pointer.startsWith(`${there}.`)) return pointer.slice(there.length + 1);
    return /^(form|project)\b/.test(pointer) ? '' : pointer;
  };
}

/** The refusal with each fault at the field that shows it here. */
export function placed(error: DomainError, at: (pointer: string) => string): DomainError {
  if (error.faults.length === 0) return error;
  const faults = faultsOf(error).map((fault): Fault => ({ ...fault, pointer: at(fault.pointer) }));
  return new DomainError(error.code, error.kind, error.params, faults);
}
