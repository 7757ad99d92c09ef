import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Officer } from './officer.js';

/** sent: the section looks at it. returned: to be put right. proposed: in a draft 起案. confirmed: registered. */
export type RepresentativeChangeState = 'sent' | 'returned' | 'proposed' | 'confirmed' | 'withdrawn';
export type RepresentativeChangeAction = 'send' | 'return' | 'draft' | 'release' | 'confirm' | 'withdraw';

export const representativeChangeMachine = {
  sent: { send: 'sent', return: 'returned', draft: 'proposed', withdraw: 'withdrawn' },
  returned: { send: 'sent', withdraw: 'withdrawn' },
  proposed: { draft: 'proposed', release: 'sent', confirm: 'confirmed' },
  confirmed: {},
  withdrawn: {},
} as const satisfies Machine<RepresentativeChangeState, RepresentativeChangeAction>;

/** Until one of these has come to its end, it is put right and not told anew. */
export const OPEN_REPRESENTATIVE_CHANGES = ['sent', 'returned', 'proposed'] as const;

/** 代表者変更届 of a registered organisation: whose name stands on its letters and claims. */
export interface RepresentativeChange {
  readonly id: string;
  readonly organizationId: string;
  /** Who is to represent it, and stands on the list of officers already. */
  readonly officerId: string;
  readonly state: RepresentativeChangeState;
  readonly version: number;
  readonly beforeRole: string;
  readonly beforeName: string;
  readonly afterRole: string;
  readonly afterName: string;
  readonly termFrom: LocalDate | null;
  readonly toldAt: Date;
  readonly toldBy: string;
  /** Why it was returned; blank while it was not. */
  readonly returnNote: string;
  readonly correctBy: LocalDate | null;
  readonly closedOn: LocalDate | null;
}

/** Whether what was typed makes somebody else the representative, or gives the one there is another name or role. */
export const changesRepresentative = (
  known: Officer | null,
  typed: { readonly isRepresentative: boolean; readonly role: string; readonly name: string },
): boolean =>
  typed.isRepresentative && !(known?.isRepresentative && known.role === typed.role && known.name === typed.name);
