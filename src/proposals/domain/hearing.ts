import type { Fault } from '../../kernel/domain-error.js';
import { countCharacters } from '../../kernel/text.js';
import type { LocalDate } from '../../kernel/local-date.js';

export type HearingKind = 'planned' | 'called-off';

/** 聞き取りの日: when the proposer is met; each change of it is another turn, the newest holds. */
export interface HearingPlan {
  readonly proposalId: string;
  readonly turn: number;
  readonly kind: HearingKind;
  readonly heldOn: LocalDate;
  /** `14:00`; null where only the day is known. */
  readonly startsAt: string | null;
  readonly place: string;
  /** Who comes from the town hall, in words; for staff. */
  readonly people: string;
  /** What the proposer is told beside day and place, e.g. what to bring. */
  readonly words: string;
  /** Why it was moved or called off; blank for the first day. */
  readonly reason: string;
  readonly plannedAt: Date;
  readonly plannedBy: string;
}

/** A plan is done once a hearing on its day or later is written down. */
export const isHeld = (
  { kind, heldOn }: Pick<HearingPlan, 'kind' | 'heldOn'>,
  heardOn: readonly LocalDate[],
): boolean => kind === 'planned' && heardOn.some((day) => day >= heldOn);

/** What was typed, with the day and time as read. */
export interface TypedHearing extends Pick<
  HearingPlan,
  'heldOn' | 'startsAt' | 'place' | 'people' | 'words' | 'reason'
> {
  /** Given out with the page: a double click plans one hearing. */
  readonly requestId: string;
}

export const LONGEST_HEARING = { place: 100, people: 200, words: 600, reason: 300 } as const;

const LABELS = { place: '場所', people: '町から出席する人', words: '提案者への連絡', reason: '理由' } as const;

/** Faults at `heldOn`, `place`, `people`, `words`, and at `reason` where a day was told already. */
export function hearingFaults(typed: TypedHearing, { today, again }: { today: LocalDate; again: boolean }): Fault[] {
  const faults: Fault[] = [];
  if (typed.heldOn < today) faults.push({ pointer: 'heldOn', code: 'proposals.hearing-past' });
  if (typed.place === '') faults.push({ pointer: 'place', code: 'proposals.hearing-place-missing' });
  return [
    ...faults,
    ...tooLong(typed, 'place', 'people', 'words'),
    ...(again ? reasonFaults(typed.reason, 'reason') : []),
  ];
}

/** Why a day is moved or called off; fault at `pointer`. */
export function reasonFaults(reason: string, pointer: string): Fault[] {
  if (reason === '') return [{ pointer, code: 'proposals.hearing-reason-missing' }];
  return tooLong({ reason }, 'reason').map((fault) => ({ ...fault, pointer }));
}

function tooLong<Key extends keyof typeof LABELS>(typed: Readonly<Record<Key, string>>, ...keys: Key[]): Fault[] {
  return keys
    .filter((key) => countCharacters(typed[key]) > LONGEST_HEARING[key])
    .map((key) => ({
      ...{ pointer: key, code: 'forms.too-long' },
      params: { label: LABELS[key], most: LONGEST_HEARING[key] },
    }));
}
