import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Application } from './application.js';
import type { FormSection, SectionName } from '../../forms/index.js';
import type { SubmittedContent } from './submission.js';

/** An application from which something may be taken over. */
export interface EarlierApplication {
  readonly form: readonly FormSection[];
  /** In another programme ids mean something else; there only labels are compared. */
  readonly sameProgram: boolean;
  readonly content: Pick<SubmittedContent, 'answers' | 'budget'>;
}

/** Why a copied text must be looked at before it can be true. */
export type CarryNote = 'days' | 'decided-anew';

/** A field of the draft into which the earlier application could be copied. */
export interface Offer {
  readonly section: SectionName;
  readonly field: string;
  /** Of the field: `form.aim`, `form.dates.r1`, `budget.line-1`. */
  readonly place: string;
  readonly label: string;
  /** In words, what each says; `now` is empty where nothing is written. */
  readonly earlier: string;
  readonly now: string;
  /** What the field would hold. */
  readonly text: string;
  readonly same: boolean;
  /** Proposed for copying: nothing is written here, and nothing about it changes from year to year. */
  readonly ticked: boolean;
  readonly note: CarryNote | null;
}

/** Why something of the earlier application stays behind. */
export type LeftBehind =
  | 'not-asked'
  | 'declaration'
  | 'file'
  | 'option-gone'
  | 'unit-differs'
  | 'column-gone'
  | 'category-gone'
  | 'basis-not-asked'
  | 'grant-line'
  | 'tax-credit';

export interface NotCarried {
  readonly label: string;
  /** In words, what the earlier application says. */
  readonly earlier: string;
  readonly why: LeftBehind;
}

export interface CarryForwardOffer {
  /** In the order of the journey. */
  readonly offers: readonly Offer[];
  readonly notCarried: readonly NotCarried[];
}

/** What was sent may give to every draft of its organisation; what is still written only to those of its year. */
export const mayGive = (
  { id, round, state, fiscalYear }: Pick<Application, 'id' | 'round' | 'state' | 'fiscalYear'>,
  draft: { readonly id: string | null; readonly fiscalYear: FiscalYear },
): boolean => id !== draft.id && (round > 0 || (state === 'draft' && fiscalYear === draft.fiscalYear));

/** A field that was copied, by the words that officers know it by. */
export interface CarriedField {
  readonly section: SectionName;
  readonly label: string;
}

/** What was copied into a draft at one time. */
export interface Carry {
  /** null where it came from a proposal. */
  readonly earlierId: string | null;
  readonly proposalId: string | null;
  /** `令和7年度 運営交付金`, with the project's name where it has one. */
  readonly earlierName: string;
  readonly fields: readonly CarriedField[];
  readonly carriedAt: Date;
  readonly carriedBy: string;
}
