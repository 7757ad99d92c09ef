import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import type { Side } from '../../kernel/actor.js';
import type { Draft, DraftMark, DraftStep } from './draft.js';
import type { Hall } from './hall.js';
import type { CaseNow } from './shown-case.js';
import type { Hand } from './who-may-act.js';

/** The digest that the page showed, by case. */
type Shown = Readonly<Record<string, string>>;

/** What can be done to a draft. `step` is the position that the page showed. */
export type Act =
  | { readonly kind: 'approve'; readonly shown: Shown; readonly comment: string; readonly step?: number }
  /** 合議 without consent: the remark goes on to whoever decides. */
  | { readonly kind: 'differ'; readonly shown: Shown; readonly comment: string; readonly step: number }
  /** 代決. */
  | { readonly kind: 'deputise'; readonly shown: Shown; readonly comment: string; readonly step: number }
  | { readonly kind: 'send-back'; readonly to: number; readonly reason: string; readonly step?: number }
  | { readonly kind: 'reject'; readonly reason: string; readonly step: number }
  /** 引戻し. */
  | { readonly kind: 'pull-back'; readonly reason: string }
  | { readonly kind: 'resubmit'; readonly resubmission: Resubmission; readonly comment: string }
  | { readonly kind: 'withdraw'; readonly reason: string }
  /** 保留: cases leave the draft. */
  | {
      readonly kind: 'hold';
      readonly itemIds: readonly string[];
      readonly keepReservation: boolean;
      readonly reason: string;
    }
  /** Changed cases are put before the posts again, without those that did not change. */
  | { readonly kind: 'recast'; readonly comment: string }
  | { readonly kind: 'remark'; readonly comment: string }
  | { readonly kind: 'ask'; readonly of: number; readonly question: string; readonly step: number }
  | { readonly kind: 'answer'; readonly actId: string; readonly answer: string }
  | { readonly kind: 'attach'; readonly file: AttachedFile; readonly note: string }
  | { readonly kind: 'acknowledge'; readonly actId: string }
  /** 後閲. */
  | { readonly kind: 'review'; readonly actId: string; readonly comment: string }
  /** 供覧. */
  | { readonly kind: 'read' }
  /** The open steps of a post that nobody can act for any more go to another post. */
  | { readonly kind: 'map'; readonly fromPostId: string; readonly to: SuccessorPost; readonly reason: string }
  /** Sealed on paper: every open step at once, on the day that stands on the paper. */
  | {
      readonly kind: 'seal';
      readonly shown: Shown;
      readonly seals: readonly Seal[];
      readonly decidedOn: LocalDate;
      readonly scan: AttachedFile;
    };

export interface AttachedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

export interface SuccessorPost {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly mayDecide: boolean;
}

/** Who sealed for a step of the route. */
export interface Seal {
  readonly ordinal: number;
  readonly staffId: string;
  readonly name: string;
  /** 代決. */
  readonly asDeputy: boolean;
}

/** What the drafter brings back: words, cases as they stand, and the route found anew. */
export interface Resubmission {
  readonly title: string;
  readonly reason: string;
  readonly marks: readonly DraftMark[];
  readonly carried: boolean;
  readonly citesDraftId: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly amount: Yen;
    readonly digest: string;
  }[];
  readonly steps: readonly DraftStep[];
  readonly authorityBasis: string;
  readonly authorityAmount: Yen;
}

/** Everything outside the draft on which an act depends. */
export interface Moment {
  readonly by: Hand;
  readonly hall: Hall;
  /** The cases of the draft as they stand now. */
  readonly cases: readonly CaseNow[];
  readonly now: Date;
  readonly today: LocalDate;
  readonly newId: () => string;
}

/** One rule of the engine: the draft after the act, or the refusal. */
export type Rule<Kind extends Act['kind']> = (
  draft: Draft,
  act: Extract<Act, { readonly kind: Kind }>,
  moment: Moment,
) => Draft;
