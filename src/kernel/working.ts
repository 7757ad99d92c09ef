import { sumYen, type Yen } from './yen.js';

/** One line of how an amount came about, in the words that the applicant, the approver and the auditor all read. */
export interface WorkingLine {
  readonly label: string;
  /** Where the rule stands, e.g. 交付規則第5条. */
  readonly article: string;
  /** The arithmetic as a person writes it, e.g. `10,000円 × 6行政区`. */
  readonly formula: string;
  readonly yen: Yen;
}

/** An amount with its working. Stored at the decision, printed by letters and screens, recomputed by nobody. */
export interface Working {
  readonly lines: readonly WorkingLine[];
  readonly total: Yen;
}

export const workingOf = (lines: readonly WorkingLine[]): Working => ({
  lines,
  total: sumYen(lines.map((line) => line.yen)),
});

/** The shape in which a working is kept as JSON: amounts as strings, because JSON numbers are not integers. */
export interface StoredWorking {
  readonly lines: readonly { label: string; article: string; formula: string; yen: string }[];
  readonly total: string;
}

export const storeWorking = (working: Working): StoredWorking => ({
  lines: working.lines.map((line) => ({ ...line, yen: line.yen.toString() })),
  total: working.total.toString(),
});

export const restoreWorking = (stored: StoredWorking): Working => ({
  lines: stored.lines.map((line) => ({ ...line, yen: BigInt(line.yen) as Yen })),
  total: BigInt(stored.total) as Yen,
});
