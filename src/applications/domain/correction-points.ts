import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { groupDigits } from '../../kernel/yen.js';
import { SECTION_NAMES, type SectionName } from './sections.js';
import { shortCode, type SubmittedContent } from './submission.js';

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
const SIDE_LABELS = { income: '収入', expenditure: '支出' } as const;

/** Every place of what was sent, in reading order. */
export function placesOf({ plan, budget, declarations, files }: SubmittedContent): Place[] {
  const lines = (['income', 'expenditure'] as const).flatMap((side) =>
    budget[side].map((line) => ({
      pointer: `budget.${line.id}`,
      label: `${SIDE_LABELS[side]}：${line.label}`,
      text: `${line.label} ${groupDigits(BigInt(line.amount))}円${line.remark === '' ? '' : `（${line.remark}）`}`,
    })),
  );
  return [
    ...plan.map(({ id, label, answer }) => ({ pointer: `plan.${id}`, label, text: answer })),
    ...lines,
    { pointer: 'budget.whole', label: '収支予算書の全体', text: '' },
    ...declarations.map(({ id, text }) => ({ pointer: `declarations.${id}`, label: '誓約', text })),
    ...[...new Set(files.map(({ kind }) => kind))].map((kind) => {
      const ofKind = files.filter((file) => file.kind === kind);
      const text = ofKind.map(({ name, sha256 }) => `${name}（${shortCode(sha256)}）`).join('、');
      return { pointer: `files.${kind}`, label: ofKind[0]?.label ?? '', text };
    }),
    { pointer: 'files.whole', label: '添付書類の全体', text: '' },
  ];
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

/** The section of the application in which a point is answered. */
export const sectionOf = (pointer: string): SectionName =>
  SECTION_NAMES.find((name) => name === pointer.split('.')[0]) ?? 'plan';

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
    const whole = pointer.endsWith('.whole');
    return changes.some(
      (change) => change.pointer === pointer || (whole && sectionOf(change.pointer) === sectionOf(pointer)),
    );
  };
  return points
    .filter(({ id, pointer }) => (answers[id] ?? '').trim() === '' && !touched(pointer))
    .map(({ id, label }) => ({
      pointer: `pointAnswers.${id}`,
      code: 'applications.point-unanswered',
      params: { label },
    }));
}
