/** What everyone may read of a grant's papers. Nothing that the organisation wrote is shown unless the edition names it here. */
export interface DisclosureTerms {
  /** Questions of the application whose answers are shown, in this order. */
  readonly application: readonly string[];
  /** Questions of the report: what was done, how many came, the organisation's own evaluation. */
  readonly report: readonly string[];
  /** The question of one choice by which grants are grouped by field 分野; null where there is none. */
  readonly field: string | null;
  /** Photographs of the report that the organisation marked as publishable. */
  readonly photographs: boolean;
}

/** Of an edition that says nothing: purpose, amount and dates alone. */
export const NOTHING_DISCLOSED: DisclosureTerms = { application: [], report: [], field: null, photographs: false };
