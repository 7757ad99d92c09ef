import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen, type Yen } from '../../kernel/yen.js';

/** What a group of published grants comes to. */
export interface PublicSum {
  /** What the group is known by in an address; for a year its number, for a field its own words. */
  readonly key: string;
  readonly name: string;
  readonly grants: number;
  /** Amounts in force: after changes, revocations and 額の確定. */
  readonly granted: Yen;
  /** What has arrived; what came back of it stands beside it. */
  readonly paid: Yen;
  readonly paidBack: Yen;
}

/** The same of everything that a list is about. */
export type PublicTotal = Pick<PublicSum, 'grants' | 'granted' | 'paid' | 'paidBack'>;

/** One year's grants of the town by three views of them. */
export interface YearSums {
  readonly year: FiscalYear;
  readonly districts: readonly PublicSum[];
  readonly programs: readonly PublicSum[];
  /** Empty where no programme of the year asks for a field. */
  readonly fields: readonly PublicSum[];
}

export const totalOf = (sums: readonly PublicSum[]): PublicTotal => ({
  grants: sums.reduce((count, { grants }) => count + grants, 0),
  granted: sumYen(sums.map(({ granted }) => granted)),
  paid: sumYen(sums.map(({ paid }) => paid)),
  paidBack: sumYen(sums.map(({ paidBack }) => paidBack)),
});

/** What a visitor asked the list for; blank parts ask for everything. */
export interface GrantQuestion {
  readonly year: FiscalYear;
  readonly districtId: string;
  readonly programId: string;
  readonly field: string;
  /** Words that name of the organisation or project must hold. */
  readonly words: string;
}
