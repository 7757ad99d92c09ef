import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { type Answer, placeOf, rowInWords, inWords, type SubmittedFile } from '../../forms/index.js';
import { budgetPlaces } from './budget-places.js';
import { BUDGET, journeyOf } from './form.js';
import type { SubmittedContent } from './submission.js';
import { BYLAWS } from './bylaws.js';

/** 補正の指摘: one point of a return, tied to the place it speaks of, with the committee's answer. */
export interface CorrectionPoint {
  readonly id: string;
  /** The round that was looked at: the point is answered in the next. */
  readonly round: number;
  readonly pointer: string;
  readonly label: string;
  readonly text: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly answer: string | null;
  readonly answeredBy: string | null;
}

export interface TypedPoint {
  readonly pointer: string;
  readonly text: string;
}

/** A place of an application that can be pointed at, in the words that both sides know it by. */
export interface Place {
  readonly pointer: string;
  readonly label: string;
  /** What stands there. */
  readonly text: string;
}

export const LONGEST_POINT = 500;
/** Ends the pointer of what is spoken of as a whole: the budget, a table. */
const WHOLE = 'whole';

/** Every place of what was sent, in reading order. */
export function placesOf(content: SubmittedContent): Place[] {
  const sections = answeredSections(content.answers);
  return [
    ...journeyOf(sections).flatMap((name) => {
      if (name === BUDGET) return budgetPlaces(content.budget);
      return (sections.find(({ id }) => id === name)?.questions ?? []).flatMap(answerPlaces);
    }),
    ...bylawsPlaces(content.files),
  ];
}

/** The answers under the sections in which they were given. */
export function answeredSections(
  answers: readonly Answer[],
): { readonly id: string; readonly title: string; readonly questions: readonly Answer[] }[] {
  return [...new Map(answers.map(({ section, sectionTitle }) => [section, sectionTitle]))].map(([id, title]) => ({
    id,
    title,
    questions: answers.filter(({ section }) => section === id),
  }));
}

/** A table is pointed at row by row, and as a whole. */
function answerPlaces({ id, label, text, table }: Answer): Place[] {
  if (!table) return [{ pointer: placeOf(id), label, text }];
  const rows = table.rows.map((row, index) => ({
    pointer: placeOf(id, row.id),
    label: `${label}：${String(index + 1)}行目`,
    text: rowInWords(row),
  }));
  return [...rows, { pointer: placeOf(id, WHOLE), label: `${label}の全体`, text: '' }];
}

function bylawsPlaces(files: readonly SubmittedFile[]): Place[] {
  const [bylaws] = files.filter(({ kind }) => kind === BYLAWS);
  return bylaws ? [{ pointer: `files.${BYLAWS}`, label: bylaws.label, text: inWords([bylaws]) }] : [];
}

/** The points of a return: at least one, each with a text, each at a place that exists. Faults at `points[<n>]`. */
export function readPoints(
  content: SubmittedContent,
  typed: readonly TypedPoint[],
): { pointer: string; label: string; text: string }[] {
  const places = new Map(placesOf(content).map((place) => [place.pointer, place]));
  const faults: Fault[] = [];
  const points = typed
    .map(({ pointer, text }) => ({ pointer, text: text.trim() }))
    .filter(({ text }) => text !== '')
    .map(({ pointer, text }) => {
      const place = places.get(pointer);
      if (!place) throw DomainError.notFound();
      if ([...text].length > LONGEST_POINT) {
        faults.push({
          pointer: `points.${pointer}`,
          code: 'applications.point-too-long',
          params: { label: place.label, most: LONGEST_POINT },
        });
      }
      return { pointer, label: place.label, text };
    });
  if (points.length === 0) faults.push({ pointer: '', code: 'applications.no-points' });
  refuseWhenFaulty(faults);
  return points;
}

/** A place whose text differs between two rounds; a side is null where the place did not exist. */
export interface Change {
  readonly pointer: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a correction changed, in reading order: first of what stands now, then of what was taken out. */
export function changesBetween(before: SubmittedContent, after: SubmittedContent): Change[] {
  const old = new Map(placesOf(before).map((place) => [place.pointer, place]));
  const now = placesOf(after);
  const changed = now
    .filter(({ pointer, text }) => old.get(pointer)?.text !== text)
    .map(({ pointer, label, text }) => ({ pointer, label, before: old.get(pointer)?.text ?? null, after: text }));
  const kept = new Set(now.map(({ pointer }) => pointer));
  const removed = [...old.values()]
    .filter(({ pointer }) => !kept.has(pointer))
    .map(({ pointer, label, text }) => ({ pointer, label, before: text, after: null }));
  return [...changed, ...removed];
}

/** Points that the committee has neither answered nor followed by a change at their place; each fault points there. */
export function unansweredFaults(
  points: readonly CorrectionPoint[],
  answers: Readonly<Record<string, string>>,
  changes: readonly Change[],
): Fault[] {
  const touched = (pointer: string): boolean => {
    const whole = pointer.endsWith(`.${WHOLE}`) ? pointer.slice(0, -WHOLE.length) : null;
    return changes.some((change) => change.pointer === pointer || (whole !== null && change.pointer.startsWith(whole)));
  };
  return points
    .filter(({ id, pointer }) => (answers[id] ?? '').trim() === '' && !touched(pointer))
    .map(({ id, label }) => ({
      pointer: `pointAnswers.${id}`,
      code: 'applications.point-unanswered',
      params: { label },
    }));
}
