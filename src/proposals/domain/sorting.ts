import type { Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { Proposal } from './proposal.js';

/** Who is to do what was proposed. */
export const SORTING_KINDS = ['town', 'residents', 'together'] as const;
export type SortingKind = (typeof SORTING_KINDS)[number];

export const SORTING_LABELS: Readonly<Record<SortingKind, string>> = {
  town: '町が行うもの',
  residents: '住民が行うもの',
  together: '協働で行うもの',
};

/** 仕分け: who is to do it, who said so, when and why; the one with the latest turn holds. */
export interface Sorting {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: SortingKind;
  /** Blank only in what was sorted before a reason was asked for. */
  readonly reason: string;
  readonly turn: number;
  /** Who sorted it: the meeting; blank where whoever wrote it down sorted it alone. */
  readonly meeting: string;
  readonly metOn: LocalDate | null;
  readonly sortedAt: Date;
  /** Who wrote it down. */
  readonly sortedBy: string;
}

/** The meeting that sorted, said once for a save; blank and null where none did. */
export type SortingMeeting = Pick<Sorting, 'meeting' | 'metOn'>;

/** One proposal of the board as it comes back. */
export interface TypedSorting {
  readonly proposalId: string;
  /** Id of the sorting that the page showed; blank where it showed none. */
  readonly seen: string;
  readonly kind: string;
  readonly reason: string;
}

export interface SortingChange {
  readonly proposalId: string;
  readonly kind: SortingKind;
  readonly reason: string;
  readonly turn: number;
}

export const LONGEST_SORTING_REASON = 300;
const LONGEST_MEETING = 80;

/** Name and day come together; the day has been. */
export function meetingFaults({ meeting, metOn }: SortingMeeting, today: LocalDate): Fault[] {
  if ([...meeting].length > LONGEST_MEETING)
    return [{ pointer: 'meeting', code: 'common.too-long', params: { max: LONGEST_MEETING } }];
  if (meeting === '' && metOn !== null) return [{ pointer: 'meeting', code: 'proposals.sorting-meeting-missing' }];
  if (meeting !== '' && metOn === null) return [{ pointer: 'metOn', code: 'proposals.sorting-day-missing' }];
  return metOn !== null && metOn > today ? [{ pointer: 'metOn', code: 'proposals.sorting-day-later' }] : [];
}

/** Whether the area needs it is said first. */
export const isSortable = ({ state }: Pick<Proposal, 'state'>): boolean => state !== 'submitted';

/** What is decided keeps the sorting that it was decided with; one that was never sorted may still be. */
export const isSortingSettled = ({ state }: Pick<Proposal, 'state'>, sorting: Sorting | null | undefined): boolean =>
  Boolean(sorting) && (state === 'adopted' || state === 'refused' || state === 'merged');

/** The sorting that holds, by proposal. */
export function sortingsInForce(history: readonly Sorting[]): ReadonlyMap<string, Sorting> {
  const inForce = new Map<string, Sorting>();
  for (const each of history) {
    if ((inForce.get(each.proposalId)?.turn ?? 0) < each.turn) inForce.set(each.proposalId, each);
  }
  return inForce;
}

const says = (sorting: Sorting | undefined, { kind, reason }: Pick<TypedSorting, 'kind' | 'reason'>): boolean =>
  (sorting?.kind ?? '') === kind && (sorting?.reason ?? '') === reason.trim();

/** Whether it came back otherwise than the page showed it. */
export const isTouched = (typed: TypedSorting, history: readonly Sorting[]): boolean =>
  !says(
    history.find(({ id }) => id === typed.seen),
    typed,
  );

/** At one proposal of the board. */
export interface SortingFault extends Fault {
  readonly proposalId: string;
}

interface Read {
  readonly changes: readonly SortingChange[];
  readonly faults: readonly SortingFault[];
  /** Proposals that somebody else sorted otherwise since the page was shown. */
  readonly overtaken: readonly string[];
}

/**
 * What the board changes: a proposal left as it was shown stays whatever it is by now, and one that already stands as typed
 * is not written twice. What is changed needs a reason.
 */
export function sortingChanges(typed: readonly TypedSorting[], history: readonly Sorting[]): Read {
  const inForce = sortingsInForce(history);
  const changes: SortingChange[] = [];
  const faults: SortingFault[] = [];
  const overtaken: string[] = [];
  for (const one of typed) {
    const { proposalId, seen } = one;
    const reason = one.reason.trim();
    const current = inForce.get(proposalId);
    if (!isTouched(one, history) || says(current, one)) continue;
    const kind = SORTING_KINDS.find((each) => each === one.kind);
    if ((current?.id ?? '') !== seen) overtaken.push(proposalId);
    else if (!kind) faults.push({ proposalId, pointer: `sorting[${proposalId}]`, code: 'proposals.sorting-missing' });
    else if (reason === '')
      faults.push({ proposalId, pointer: `why[${proposalId}]`, code: 'proposals.sorting-reason-missing' });
    else if ([...reason].length > LONGEST_SORTING_REASON)
      faults.push({
        ...{ proposalId, pointer: `why[${proposalId}]`, code: 'forms.too-long' },
        params: { label: '理由', most: LONGEST_SORTING_REASON },
      });
    else changes.push({ proposalId, kind, reason, turn: (current?.turn ?? 0) + 1 });
  }
  return { changes, faults, overtaken };
}

/** `自治基本条例制定準備委員会　第10回（平成24年7月13日）で仕分け`; blank where no meeting was named. */
export const sortedWhere = ({ meeting, metOn }: SortingMeeting): string =>
  metOn === null ? '' : `${meeting}（${formatEra(metOn)}）で仕分け`;
