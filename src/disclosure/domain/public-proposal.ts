import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';

/** What everyone may know of a proposal: no way to reach its proposer, and the name only of whoever agreed. */
export interface PublicProposal {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly callId: string;
  readonly callTitle: string;
  readonly number: number;
  readonly title: string;
  readonly fieldLabel: string;
  /** Where its field stands in the list of the call, from 0. */
  readonly fieldPlace: number;
  readonly proposerKindLabel: string;
  /** Of the proposer and of those whose proposals were merged into it, as far as they agreed. */
  readonly names: readonly string[];
  /** 町が行うもの, 住民が行うもの, 協働で行うもの; null while it is not sorted. */
  readonly sortingLabel: string | null;
  /** Why, and when and at which meeting it was sorted so; blank where no meeting was named. */
  readonly sorted: { readonly reason: string; readonly on: LocalDate; readonly meeting: string } | null;
  readonly adoptedOn: LocalDate | null;
  /** The day after its call has closed. */
  readonly publishedOn: LocalDate;
  readonly stateLabel: string;
  /** The proposal into which it was merged, where everybody may read about that one; else null. */
  readonly mergedInto: Pick<PublicProposal, 'id' | 'number' | 'title'> | null;
  /** The published grants by which it was carried out, newest year first. */
  readonly projects: readonly { readonly grantId: string; readonly fiscalYear: FiscalYear }[];
}
