import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { parseYen, yen, type Yen } from '../../kernel/yen.js';
import type { Disallowed } from './account.js';
import type { DisallowedCost } from './determination.js';
import type { AccountLine } from './read-account.js';
import { readableAmount } from './typed-account.js';

export const ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type InspectionAnswer = (typeof ANSWERS)[number];

/** What a person answered to one item of the checklist, as typed; blank while nobody has. */
export interface CheckedItem {
  readonly itemId: string;
  readonly answer: InspectionAnswer | '';
  readonly remark: string;
}

/** Whether a cost counts: all of it, nothing, or all but a part. */
export const JUDGEMENTS = ['', 'whole', 'part'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** What staff say of one line of the account, as typed. */
export interface LineInspection {
  readonly lineId: string;
  /** For the town alone. */
  readonly remark: string;
  readonly judged: Judgement;
  /** Of `part`: what does not count. */
  readonly amount: string;
  /** Told to the organisation. */
  readonly reason: string;
}

/** The inspection 検査 of one round as it is kept. */
export interface Inspection {
  readonly answers: readonly CheckedItem[];
  readonly lines: readonly LineInspection[];
  readonly points: readonly { readonly pointer: string; readonly text: string }[];
}

export const LONGEST_INSPECTION_TEXT = 300;

/** Blank entries are left out: they are the same as none. */
export const keptInspection = ({ answers, lines, points }: Inspection): Inspection => ({
  answers: answers.filter(({ answer, remark }) => answer !== '' || remark.trim() !== ''),
  lines: lines.filter(({ remark, judged, reason }) => remark.trim() !== '' || judged !== '' || reason.trim() !== ''),
  points: points.filter(({ text }) => text.trim() !== ''),
});

/** What is not accepted of each line, as far as it can be read: never more than the line. */
export function disallowedIn(lines: readonly AccountLine[], inspected: readonly LineInspection[]): Disallowed {
  return new Map(
    inspected.flatMap(({ lineId, judged, amount }): [string, Yen][] => {
      const line = lines.find(({ id }) => id === lineId);
      if (!line || judged === '') return [];
      const whole = yen(line.amount);
      const part = readableAmount(amount) ?? yen(0);
      return [[lineId, judged === 'whole' || part > whole ? whole : part]];
    }),
  );
}

/** The same in the words of the letter. */
export const disallowedCosts = (
  lines: readonly AccountLine[],
  inspected: readonly LineInspection[],
): DisallowedCost[] =>
  [...disallowedIn(lines, inspected)].flatMap(([lineId, disallowed]): DisallowedCost[] => {
    const line = lines.find(({ id }) => id === lineId);
    const reason = inspected.find((each) => each.lineId === lineId)?.reason.trim() ?? '';
    if (!line) return [];
    const { label, remark, amount } = line;
    return [{ lineId, label, remark, amount, disallowed: disallowed.toString(), reason }];
  });

/** What cannot be kept at all: a cost that does not count without a reason, or more of it than was spent. Faults at `lines.<id>.…`. */
export function inspectionFaults(lines: readonly AccountLine[], inspected: readonly LineInspection[]): Fault[] {
  return inspected.flatMap((entry) => {
    const line = lines.find(({ id }) => id === entry.lineId);
    if (!line) return [];
    const at = (field: string, code: string, params = {}): Fault => ({
      pointer: `lines.${entry.lineId}.${field}`,
      code,
      params: { label: line.label, ...params },
    });
    const faults: Fault[] = [];
    for (const field of ['remark', 'reason'] as const) {
      if ([...entry[field]].length > LONGEST_INSPECTION_TEXT) {
        faults.push(at(field, 'reports.inspection-text-too-long', { most: LONGEST_INSPECTION_TEXT }));
      }
    }
    if (entry.judged === '') return faults;
    if (entry.reason.trim() === '') faults.push(at('reason', 'reports.disallowed-without-reason'));
    if (entry.judged === 'part') faults.push(...partFaults(entry, yen(line.amount), at));
    return faults;
  });
}

function partFaults(
  { amount: typed }: LineInspection,
  whole: Yen,
  at: (field: string, code: string, params?: Record<string, bigint>) => Fault,
): Fault[] {
  try {
    const part = parseYen(typed);
    if (part === null || part === 0n) return [at('amount', 'reports.disallowed-without-amount')];
    return part >= whole ? [at('amount', 'reports.disallowed-not-a-part', { amount: whole })] : [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [at('amount', 'reports.amount-unreadable')];
  }
}

/** What keeps the inspection from being ended; each fault at `answers.<item>`. */
export function unfinishedFaults(
  checklist: readonly { readonly id: string; readonly text: string }[],
  answers: readonly CheckedItem[],
): Fault[] {
  return checklist.flatMap(({ id, text }): Fault[] => {
    const given = answers.find(({ itemId }) => itemId === id);
    const at = (code: string): Fault[] => [{ pointer: `answers.${id}`, code, params: { item: text } }];
    if (!given || given.answer === '') return at('reports.item-unanswered');
    // What is not fulfilled is either asked about, or leaves its mark on the costs.
    if (given.answer !== 'yes' && given.remark.trim() === '') return at('reports.item-without-remark');
    return [];
  });
}

/** How one round of an inspection ended, or was taken up again. */
export type InspectionOutcomeKind = 'returned' | 'inspected' | 'accepted' | 'reopened';

export interface InspectionOutcome extends Pick<Inspection, 'answers' | 'lines'> {
  readonly round: number;
  readonly outcome: InspectionOutcomeKind;
  readonly madeAt: Date;
  readonly madeBy: string;
}
