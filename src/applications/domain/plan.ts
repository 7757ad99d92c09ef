import type { Fault } from '../../kernel/domain-error.js';

/** A question of the programme, as far as answers are judged by it. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly maxLength: number;
}

/** Answers by question id, as typed. */
export type TypedPlan = Readonly<Record<string, string>>;

/** A question with its answer, kept as they were shown. */
export interface PlanAnswer {
  readonly id: string;
  readonly label: string;
  readonly answer: string;
}

/** Characters as people count them: a pair of surrogates is one. */
const lengthOf = (text: string): number => [...text].length;

/** What keeps the plan from being submitted; each fault points at `plan.<question>`. */
export function planFaults(questions: readonly Question[], typed: TypedPlan): Fault[] {
  return questions.flatMap(({ id, label, required, maxLength }): Fault[] => {
    const answer = (typed[id] ?? '').trim();
    const pointer = `plan.${id}`;
    if (required && answer === '') return [{ pointer, code: 'applications.answer-missing', params: { label } }];
    if (lengthOf(answer) > maxLength) {
      const params = { label, most: maxLength, over: lengthOf(answer) - maxLength };
      return [{ pointer, code: 'applications.answer-too-long', params }];
    }
    return [];
  });
}

export const planAnswers = (questions: readonly Question[], typed: TypedPlan): PlanAnswer[] =>
  questions.map(({ id, label }) => ({ id, label, answer: (typed[id] ?? '').trim() }));
