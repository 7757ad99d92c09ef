import { readAnswers, type Answer, type Fields, type Section } from '../../forms/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { pointsOf, reasonOf, type VerificationSheet } from '../../kernel/verification-sheet.js';
import { sheetQuestions } from './sheet-questions.js';
import { SIDES, type Side } from './verification.js';

/** An answer to one point, in words. */
export interface PointAnswer {
  readonly point: string;
  readonly label: string;
  readonly answer: string;
  readonly reason: string;
}

/** What one side says of a project. */
export interface Opinion {
  readonly side: Side;
  /** As typed so far; only those who write it see what was not given yet. */
  readonly fields: Fields;
  /** As it was given, in words; null before. */
  readonly given: readonly PointAnswer[] | null;
  /** Of a paper or a meeting: its day; else that of giving it. */
  readonly saidOn: LocalDate | null;
  /** Entered by staff: from what the organisation handed in, or from the record of a meeting of the panel. */
  readonly onPaper: boolean;
  /** Where the panel answered; blank of the other sides. */
  readonly meeting: string;
  /** From how many members' own sheets the panel's was made; null where no member answered alone. */
  readonly answeredBy: number | null;
  readonly writtenBy: string;
  readonly version: number;
}

/** A point with what each side says of it. */
export interface ComparedPoint {
  readonly point: string;
  readonly label: string;
  readonly answers: readonly { readonly side: Side; readonly answer: PointAnswer | null }[];
  /** Two sides chose differently. */
  readonly differs: boolean;
}

/** What is typed on a sheet, with everything that is missing at `form.<question>`. */
export function readOpinion(
  sheet: VerificationSheet,
  fields: Fields,
): { readonly answers: readonly PointAnswer[]; readonly faults: readonly Fault[] } {
  const form = sheetQuestions(sheet);
  const section: Section = { name: '', fields, parked: [], version: 1, savedAt: new Date(0), savedBy: '' };
  const { answers, faults } = readAnswers(form, new Map(form.map(({ id }) => [id, { ...section, name: id }])), []);
  const textOf = (id: string): string => answers.find((answer: Answer) => answer.id === id)?.text ?? '';
  return {
    answers: pointsOf(sheet).map(({ id, label }) => ({
      ...{ point: id, label },
      ...{ answer: textOf(id), reason: textOf(reasonOf(id)) },
    })),
    faults,
  };
}

/** Side by side: every point, and of each asked side what it gave; null while it has given nothing. */
export const compared = (
  points: readonly { readonly id: string; readonly label: string }[],
  asked: readonly Side[],
  opinions: readonly Opinion[],
): readonly ComparedPoint[] =>
  points.map(({ id, label }) => {
    const answers = SIDES.filter((side) => asked.includes(side)).map((side) => ({
      side,
      answer: givenBy(opinions, side)?.find(({ point }) => point === id) ?? null,
    }));
    const chosen = new Set(answers.flatMap(({ answer }) => (answer ? [answer.answer] : [])));
    return { point: id, label, answers, differs: chosen.size > 1 };
  });

const givenBy = (opinions: readonly Opinion[], asked: Side): readonly PointAnswer[] | null =>
  opinions.find(({ side }) => side === asked)?.given ?? null;

export const givenSides = (opinions: readonly Opinion[]): ReadonlySet<Side> =>
  new Set(opinions.filter(({ given }) => given !== null).map(({ side }) => side));

/** How one side came to its answer, so that nothing is claimed that was not so. */
export type AnswerOrigin = Pick<Opinion, 'side' | 'saidOn' | 'onPaper' | 'meeting' | 'answeredBy'>;

/** Of each side that answered, in their order. */
export const originsOf = (opinions: readonly Opinion[]): readonly AnswerOrigin[] =>
  SIDES.flatMap((side) => opinions.filter((each) => each.side === side && each.given !== null));

/** Before anything was written. */
export const blankOpinion = (side: Side): Opinion => ({
  ...{ side, fields: new Map(), given: null, saidOn: null, onPaper: false, writtenBy: '', version: 0 },
  ...{ meeting: '', answeredBy: null },
});
