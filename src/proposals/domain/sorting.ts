import type { Fault } from '../../kernel/domain-error.js';
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
  readonly sortedAt: Date;
  readonly sortedBy: string;
}

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
