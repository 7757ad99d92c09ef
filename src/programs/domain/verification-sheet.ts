import type { FormSection, Question, QuestionOption } from '../../forms/index.js';

/** One point of 検証: a question with answers to choose from; its reason is asked beside it. */
export interface VerificationPoint {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly options: readonly QuestionOption[];
}

/** What the organisation, the section and, where it is asked, the panel each say of a project at the end of a year. */
export interface VerificationSheet {
  /** Until when the views are asked for: days from the day after 額の確定. */
  readonly days: number;
  readonly article: string;
  /** The panel is asked as well. */
  readonly panel: boolean;
  readonly points: readonly VerificationPoint[];
  /** 今後の方向性: the last point of every sheet, and what is decided in the end. */
  readonly directions: readonly QuestionOption[];
}

/** The id of the last point; its options are the directions. */
export const DIRECTION = 'direction';
const LONGEST_REASON = 600;

/** The question in which the reason of a point is given. */
export const reasonOf = (point: string): string => `${point}-reason`;

/** The points of a sheet in their order, the direction last. */
export const pointsOf = ({
  points,
  directions,
}: Pick<VerificationSheet, 'points' | 'directions'>): VerificationPoint[] => [
  ...points,
  { id: DIRECTION, label: '今後の方向性', hint: '', options: directions },
];

/** The sheet as questions: one section a point, a choice and its reason. */
export const sheetQuestions = (sheet: Pick<VerificationSheet, 'points' | 'directions'>): FormSection[] =>
  pointsOf(sheet).map(({ id, label, hint, options }) => {
    const choice: Question = { id, kind: 'choice', many: false, label, hint, options, required: true, when: null };
    const reason: Question = {
      ...{ id: reasonOf(id), kind: 'text', lines: 'many', label: `${label}：理由`, maxLength: LONGEST_REASON },
      ...{ hint: 'そう考えた理由を書いてください。個人の名前は書かないでください。', required: true, when: null },
    };
    return { id, title: label, lead: '', questions: [choice, reason] };
  });
