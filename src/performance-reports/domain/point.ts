import type { Fault } from '../../kernel/domain-error.js';

/** 補正の指摘: one point of a return, tied to the place it speaks of, with the organisation's answer. */
export interface ReportPoint {
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

/** A place of a report that can be pointed at, in the words that both sides know it by. */
export interface Place {
  readonly pointer: string;
  readonly label: string;
  /** What stands there. */
  readonly text: string;
}

export const LONGEST_POINT = 500;

export interface Change {
  readonly pointer: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a correction changed, in reading order: first of what stands now, then of what was taken out. */
export function changedPlaces(before: readonly Place[], after: readonly Place[]): Change[] {
  const old = new Map(before.map((place) => [place.pointer, place]));
  const kept = new Set(after.map(({ pointer }) => pointer));
  return [
    ...after
      .filter(({ pointer, text }) => old.get(pointer)?.text !== text)
      .map(({ pointer, label, text }) => ({ pointer, label, before: old.get(pointer)?.text ?? null, after: text })),
    ...before
      .filter(({ pointer }) => !kept.has(pointer))
      .map(({ pointer, label, text }) => ({ pointer, label, before: text, after: null })),
  ];
}

const PARTS = ['account', 'receipts', 'photos'] as const;

/** Points that were neither answered nor followed by a change at their place; each fault at `pointAnswers.<id>`. */
export function unansweredFaults(
  points: readonly ReportPoint[],
  answers: Readonly<Record<string, string>>,
  changes: readonly Change[],
): Fault[] {
  const touched = (pointer: string): boolean => {
    const whole = PARTS.find((part) => pointer === `${part}.whole`);
    return changes.some((change) => change.pointer === pointer || (whole && change.pointer.startsWith(`${whole}.`)));
  };
  return points
    .filter(({ id, pointer }) => (answers[id] ?? '').trim() === '' && !touched(pointer))
    .map(({ id, label }) => ({ pointer: `pointAnswers.${id}`, code: 'reports.point-unanswered', params: { label } }));
}
