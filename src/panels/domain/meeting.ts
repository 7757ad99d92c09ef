import type { LocalDate } from '../../kernel/local-date.js';
import type { Machine } from '../../kernel/machine.js';
import type { Rubric } from '../../kernel/rubric.js';
import type { SeatedMember } from './panel.js';
import type { PresentationTimes } from './presentation.js';

export const MEETING_STATES = ['scoring', 'closed', 'confirmed'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export type MeetingAction = 'close' | 'reopen' | 'confirm';

/** The sheets lock at the meeting; what is confirmed is final. */
export const meetingMachine = {
  scoring: { close: 'closed' },
  closed: { reopen: 'scoring', confirm: 'confirmed' },
  confirmed: {},
} as const satisfies Machine<MeetingState, MeetingAction>;

/** 審査会の回. */
export interface Meeting {
  readonly id: string;
  readonly panelId: string;
  /** 第○回 of its panel. */
  readonly number: number;
  readonly heldOn: LocalDate;
  /** `14:00`; null where only the day is known. */
  readonly startsAt: string | null;
  readonly place: string;
  /** 発表: how long each speaks and is asked; null where only papers are judged. */
  readonly presentation: PresentationTimes | null;
  readonly state: MeetingState;
  /** 欠席: whose sheets do not count, as noted when the scoring was closed. */
  readonly absent: readonly string[];
  /** Who sat there, frozen when the meeting is confirmed; null until then. */
  readonly seated: readonly SeatedMember[] | null;
  /** 議事. */
  readonly minutes: string;
  /** Counts the saves of the record. */
  readonly version: number;
}

/** What is judged: known by its kind and id alone, with the words in which it was put on the agenda. */
export interface SubjectRef {
  readonly kind: string;
  readonly id: string;
}

/** One case of a meeting's agenda, with the rubric of the edition it applied under. */
export interface PanelCase {
  readonly id: string;
  readonly meetingId: string;
  readonly subject: SubjectRef;
  /** null where it is a person's. */
  readonly organizationId: string | null;
  /** Whoever stands behind the case: the organisation, or a proposer without one. */
  readonly organizationName: string;
  /** The number by which the town hall knows it, e.g. its 収受番号. */
  readonly reference: string;
  readonly title: string;
  /** The programme, or the call of proposals: those of one are ranked among each other. */
  readonly programId: string;
  readonly programName: string;
  readonly rubric: Rubric;
  readonly position: number;
  /** What was presented, and what was asked and answered; blank where nobody presents. */
  readonly talk: string;
  readonly questions: string;
  /** 講評 to the applicant. */
  readonly comment: string;
  /** The place given by hand among equals, with the reason. */
  readonly tiePlace: number | null;
  readonly tieReason: string | null;
  /** Frozen when the meeting is confirmed. */
  readonly result: PanelResult | null;
}

/** What the panel said of a case, in words and exact figures; never changed. */
export interface PanelResult {
  /** In points as printed (小数第3位を四捨五入), and exactly as `215/3`. */
  readonly mean: string;
  readonly exactMean: string;
  readonly sum: string;
  /** Out of this many points for one member. */
  readonly most: number;
  readonly counted: number;
  /** 忌避: who neither saw nor scored it. */
  readonly recused: readonly string[];
  /** null: it fell short. */
  readonly place: number | null;
  /** How many of the programme the meeting judged. */
  readonly of: number;
  /** Why it fell short, a sentence each. */
  readonly shortfalls: readonly string[];
  readonly criteria: readonly { readonly label: string; readonly most: number; readonly mean: string }[];
  /** Why it stands there among equals; null where the points decided. */
  readonly tieReason: string | null;
}

/** What was done at a meeting beside the sheets, for its record. */
export type MeetingActKind =
  'moved' | 'ordered' | 'told' | 'taken-off' | 'closed' | 'reopened' | 'settled' | 'confirmed';

export interface MeetingAct {
  readonly kind: MeetingActKind;
  readonly reason: string;
  readonly madeAt: Date;
  readonly madeBy: string;
}

/** 忌避 that a member declared for one case. */
export interface Recusal {
  readonly caseId: string;
  readonly staffId: string;
  readonly reason: string;
  readonly declaredAt: Date;
}

/** 資料 that staff put on the table. */
export interface Material {
  readonly id: string;
  readonly meetingId: string;
  /** The case of which it speaks; null for the whole meeting. */
  readonly caseId: string | null;
  readonly label: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedAt: Date;
  readonly addedBy: string;
}

export const LONGEST_REASON = 500;
export const LONGEST_MINUTES = 8000;
export const LONGEST_COMMENT = 1000;
export const LONGEST_SAID = 4000;
