import type { PublicText } from './public-grant.js';

interface Answered {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** The answers to the questions that a programme publishes, in the programme's order; one that is blank is left out. */
export const publishedTexts = (questions: readonly string[], answers: readonly Answered[]): PublicText[] =>
  questions.flatMap((question): PublicText[] => {
    const answer = answers.find(({ id }) => id === question);
    return answer && answer.text.trim() !== '' ? [{ question, label: answer.label, text: answer.text }] : [];
  });
