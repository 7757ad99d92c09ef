import type { Fault } from '../../kernel/domain-error.js';
import { nextState, type Machine } from '../../kernel/machine.js';
import { countCharacters } from '../../kernel/text.js';

export type PublicationState = 'draft' | 'published' | 'taken-down';
export type PublicationAction = 'publish' | 'take-down';

/** What was public once is taken down, never made a draft again: somebody may have read it. */
export const publicationMachine = {
  draft: { publish: 'published' },
  published: { 'take-down': 'taken-down' },
  'taken-down': { publish: 'published' },
} as const satisfies Machine<PublicationState, PublicationAction>;

export const STATE_LABEL: Readonly<Record<PublicationState, string>> = {
  draft: '下書き',
  published: '公開中',
  'taken-down': '取り下げ済み',
};

/** Where something that is written to be published stands; the same of a bulletin, a series and a meeting. */
export interface Publication {
  readonly state: PublicationState;
  readonly version: number;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly firstPublishedAt: Date | null;
  /** Blank unless it is taken down. */
  readonly takenDownReason: string;
}

export const LONGEST_TAKE_DOWN_REASON = 500;

/** The state after the act; throws `records.act-not-possible`. */
export const afterAct = (state: PublicationState, action: PublicationAction): PublicationState =>
  nextState(publicationMachine, 'records.act-not-possible', state, action);

/** Fault at `reason`. */
export function takeDownFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'reason', code: 'records.take-down-reason-missing' }];
  return tooLong('reason', reason, LONGEST_TAKE_DOWN_REASON);
}

export const tooLong = (pointer: string, text: string, max: number): Fault[] =>
  countCharacters(text) > max ? [{ pointer, code: 'common.too-long', params: { max } }] : [];

/** A line of a title: typed over several, it is one. */
export const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');
