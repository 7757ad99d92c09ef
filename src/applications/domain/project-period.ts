import { firstDayOf, formatFiscalYear, lastDayOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { Fault } from '../../kernel/domain-error.js';
import { type Answer, placeOf, readDay } from '../../forms/index.js';

export interface ProjectPeriod {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The programme, as far as it says when a project may begin and end. */
interface Timing {
  readonly fiscalYear: FiscalYear;
  readonly project: { readonly periodQuestion: string } | null;
  readonly eligibleStart: { readonly kind: 'day' } | { readonly kind: 'decision'; readonly priorStart: boolean };
  readonly timetable: { readonly decisionBy: LocalDate };
}

type Answered = readonly Pick<Answer, 'id' | 'text' | 'value'>[];

/** The days of the project as its applicant wrote them; null where none are asked for, or they cannot be read. */
export function projectPeriod({ project }: Pick<Timing, 'project'>, answers: Answered): ProjectPeriod | null {
  const value = project && answers.find(({ id }) => id === project.periodQuestion)?.value;
  if (!Array.isArray(value)) return null;
  const [from, until] = value.map((text) => dayOf(typeof text === 'string' ? text : ''));
  return from && until ? { from, until } : null;
}

/**
 * The year's money pays for the year's costs alone (会計年度独立, 地方自治法208条): a project lies within the year of its
 * programme. Faults at `form.<question>.from` and `.until`.
 */
export function outsideYearFaults(program: Pick<Timing, 'project' | 'fiscalYear'>, answers: Answered): Fault[] {
  const { project, fiscalYear } = program;
  const period = projectPeriod(program, answers);
  if (!project || !period) return [];
  const [first, last] = [firstDayOf(fiscalYear), lastDayOf(fiscalYear)];
  const params = { year: formatFiscalYear(fiscalYear), first: formatEra(first), last: formatEra(last) };
  const ends = [
    { end: 'from', day: period.from, code: 'applications.start-outside-year' },
    { end: 'until', day: period.until, code: 'applications.end-outside-year' },
  ];
  return ends
    .filter(({ day }) => day < first || day > last)
    .map(({ end, code }) => ({ pointer: placeOf(project.periodQuestion, end), code, params }));
}

/** A project that begins before the decision is expected needs 事前着手, which its applicant has to give a reason for. */
export function priorStartFaults(program: Timing, answers: Answered, reasonQuestion: string): Fault[] {
  const { eligibleStart, timetable } = program;
  if (eligibleStart.kind !== 'decision' || !eligibleStart.priorStart) return [];
  const period = projectPeriod(program, answers);
  if (!period || period.from >= timetable.decisionBy || reasonFor(answers, reasonQuestion) !== '') return [];
  const params = { decisionBy: formatEra(timetable.decisionBy) };
  return [{ pointer: placeOf(reasonQuestion), code: 'applications.prior-start-reason-missing', params }];
}

/** Blank where the applicant asked for no 事前着手. */
export const reasonFor = (answers: Answered, reasonQuestion: string): string =>
  answers.find(({ id }) => id === reasonQuestion)?.text ?? '';

function dayOf(typed: string): LocalDate | null {
  const read = readDay(typed);
  return read && 'day' in read ? (read.day ?? null) : null;
}
