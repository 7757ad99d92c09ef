import type { Fault } from '../../kernel/domain-error.js';
import { workingOf, type StoredWorking, type Working } from '../../kernel/working.js';
import { formatYen, subtractYen, type Yen } from '../../kernel/yen.js';

/** 査定: what staff say of one line of expenditure, against or beside what the applicant said. */
export interface LineAssessment {
  readonly lineId: string;
  /** The line in words, as it was judged: once a correction changes it, the assessment no longer holds. */
  readonly line: string;
  /** Whether the grant may pay for it; null while only a reason is written. */
  readonly eligible: boolean | null;
  readonly reason: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface TypedAssessment {
  readonly lineId: string;
  /** `yes`, `no`, or blank: as the applicant says. */
  readonly eligible: string;
  readonly reason: string;
}

/** A line of the newest submission that may be judged. */
export interface AssessableLine {
  readonly id: string;
  /** The category. */
  readonly label: string;
  readonly remark: string;
  readonly amount: Yen;
  readonly eligible: boolean | null;
  /** The whole line in words. */
  readonly words: string;
}

/** A judged line as it is shown and frozen. */
export interface AssessedLine {
  readonly lineId: string;
  readonly label: string;
  readonly remark: string;
  /** Yen, in digits. */
  readonly amount: string;
  /** What the applicant said. */
  readonly applied: boolean;
  /** What staff say. */
  readonly eligible: boolean;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** What a review found: 査定額 with its working, and every line that staff judged. */
export interface Assessment {
  readonly working: StoredWorking;
  readonly lines: readonly AssessedLine[];
}

export const LONGEST_ASSESSMENT_REASON = 200;

/** Whether it speaks of the line as it stands now. */
const holds = ({ lineId, line }: LineAssessment, lines: readonly AssessableLine[]): boolean =>
  lines.some(({ id, words }) => id === lineId && words === line);

/**
 * The assessments to keep after a save, in the order of the lines: who judged and when stays with what did not change.
 * Those that a correction undid are kept last, so that it can be seen, until their line is judged again.
 */
export function takeAssessments(
  lines: readonly AssessableLine[],
  before: readonly LineAssessment[],
  typed: readonly TypedAssessment[],
  now: { readonly by: string; readonly at: string },
): LineAssessment[] {
  const standing = standingIn(before, lines);
  const kept = lines.flatMap(({ id: lineId, words: line }): LineAssessment[] => {
    const given = typed.find((each) => each.lineId === lineId);
    const known = standing.find((each) => each.lineId === lineId);
    if (!given) return known ? [known] : [];
    const eligible = given.eligible === 'yes' ? true : given.eligible === 'no' ? false : null;
    const reason = given.reason.trim();
    if (eligible === null && reason === '') return [];
    return [
      known?.eligible === eligible && known.reason === reason ? known : { lineId, line, eligible, reason, ...now },
    ];
  });
  return [...kept, ...fallenIn(before, lines).filter(({ lineId }) => !kept.some((each) => each.lineId === lineId))];
}

export const standingIn = (kept: readonly LineAssessment[], lines: readonly AssessableLine[]): LineAssessment[] =>
  kept.filter((each) => holds(each, lines));

/** Judged before a correction changed the line or took it out. */
export const fallenIn = (kept: readonly LineAssessment[], lines: readonly AssessableLine[]): LineAssessment[] =>
  kept.filter((each) => !holds(each, lines));

/** The lines on which staff have decided, in the order of the budget. */
export function assessedLines(lines: readonly AssessableLine[], kept: readonly LineAssessment[]): AssessedLine[] {
  return lines.flatMap(({ id: lineId, label, remark, amount, eligible: applied, words }): AssessedLine[] => {
    const found = kept.find((each) => each.lineId === lineId && each.line === words);
    if (!found || found.eligible === null) return [];
    const { eligible, reason, by, at } = found;
    const judged = { applied: applied === true, eligible, reason, by, at };
    return [{ lineId, label, remark, amount: amount.toString(), ...judged }];
  });
}

/** Whether the line counts otherwise than the applicant said. */
export const isChanged = ({ applied, eligible }: Pick<AssessedLine, 'applied' | 'eligible'>): boolean =>
  applied !== eligible;

/** An application asks for an amount, and no more than that is granted: what the rule gives beyond it is taken off. */
export function notAboveApplied(working: Working, applied: Yen, article: string): Working {
  if (working.total <= applied) return working;
  const formula = `申請額${formatYen(applied)}まで`;
  const yen = subtractYen(applied, working.total);
  return workingOf([...working.lines, { label: '申請額を超える額', article, formula, yen }]);
}

/** What keeps a review from being passed: no assessment stands without a decision and its reason. */
export function unfinishedFaults(lines: readonly AssessableLine[], kept: readonly LineAssessment[]): Fault[] {
  return standingIn(kept, lines).flatMap(({ lineId, eligible, reason }): Fault[] => {
    const line = lines.find(({ id }) => id === lineId)?.label ?? '';
    if (eligible === null) {
      return [{ pointer: `assessments.${lineId}.eligible`, code: 'reviews.assessment-undecided', params: { line } }];
    }
    const as = eligible ? '対象' : '対象外';
    if (reason !== '') return [];
    return [
      { pointer: `assessments.${lineId}.reason`, code: 'reviews.assessment-reason-missing', params: { line, as } },
    ];
  });
}

/** Reasons that no row of a letter could hold. */
export const assessmentReasonFaults = (typed: readonly TypedAssessment[]): Fault[] =>
  typed
    .filter(({ reason }) => [...reason.trim()].length > LONGEST_ASSESSMENT_REASON)
    .map(({ lineId }) => ({
      pointer: `assessments.${lineId}.reason`,
      code: 'reviews.assessment-reason-too-long',
      params: { most: LONGEST_ASSESSMENT_REASON },
    }));
