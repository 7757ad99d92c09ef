import type { Answer } from '../../forms/index.js';

/** The programme, as far as it names an application. */
interface Naming {
  readonly name: string;
  readonly project: { readonly titleQuestion: string } | null;
}

const LONGEST_TITLE = 100;

/** The programme, and within it the project where it has a name of its own. */
export const nameInWords = (title: string, program: string): string =>
  title === program ? program : `${program}「${title}」`;

/** The project as its applicant calls it; the programme's own name where it asks for none, or nothing is written yet. */
export function applicationTitle({ name, project }: Naming, answers: readonly Pick<Answer, 'id' | 'text'>[]): string {
  const written =
    project &&
    answers
      .find(({ id }) => id === project.titleQuestion)
      ?.text.replace(/\s+/g, ' ')
      .trim();
  return written ? [...written].slice(0, LONGEST_TITLE).join('') : name;
}
