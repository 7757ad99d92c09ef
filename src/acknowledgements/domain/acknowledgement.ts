import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';

/** What an organisation tells the town and the town answers by a letter; each is an act of the authority table. */
export const TOLD_KINDS = [
  ...(['representative-change', 'account-change'] as const),
  ...(['minor-change', 'progress-report', 'accident-report'] as const),
] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

export const TOLD_LABEL: Readonly<Record<ToldKind, string>> = {
  'representative-change': '代表者変更届',
  'account-change': '口座変更届',
  'minor-change': '軽微な変更の届',
  'progress-report': '状況報告書',
  'accident-report': '事故報告書',
};

/** How the town answers, in one word. */
export const ANSWER_WORD: Readonly<Record<ToldKind, string>> = {
  'representative-change': '変更',
  'account-change': '変更',
  'minor-change': '受理',
  'progress-report': '確認',
  'accident-report': '指示',
};

/** open: the section looks at it. proposed: in a draft 起案. decided: 決裁 is given, no letter yet. issued: 施行. */
export type AcknowledgementState = 'open' | 'proposed' | 'decided' | 'issued';
export type AcknowledgementAction = 'draft' | 'release' | 'decide' | 'issue' | 'withdraw-letter';

export const acknowledgementMachine = {
  open: { draft: 'proposed', decide: 'decided' },
  proposed: { draft: 'proposed', release: 'open', decide: 'decided' },
  decided: { issue: 'issued' },
  issued: { 'withdraw-letter': 'decided' },
} as const satisfies Machine<AcknowledgementState, AcknowledgementAction>;

/** The town's answer to what was told: drafted, decided and sent out as a letter. */
export interface Acknowledgement {
  readonly id: string;
  readonly kind: ToldKind;
  /** What was told: a change, a report, a notice of the organisation. */
  readonly recordId: string;
  readonly organizationId: string;
  readonly state: AcknowledgementState;
  readonly version: number;
  /** What the town says to it, printed in the letter; of an accident its instruction 指示. */
  readonly reply: string;
  readonly decidedOn: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
}

export const LONGEST_REPLY = 1000;

/** An accident is answered by an instruction; elsewhere there may be nothing to say. Faults at `reply`. */
export function readReply(kind: ToldKind, typed: string): string {
  const reply = typed.trim();
  const missing = kind === 'accident-report' && reply === '';
  const long = [...reply].length > LONGEST_REPLY;
  refuseWhenFaulty([
    ...(missing ? [{ pointer: 'reply', code: 'acknowledgements.instruction-missing' }] : []),
    ...(long ? [{ pointer: 'reply', code: 'acknowledgements.reply-too-long', params: { most: LONGEST_REPLY } }] : []),
  ]);
  return reply;
}
