import type { LocalDate } from '../../kernel/local-date.js';

/** 不在: days on which a person cannot act, so that the named deputy may (代決). */
export interface Absence {
  readonly id: string;
  readonly staffId: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly reason: string;
  readonly recordedBy: string;
  /** Taken back; it counts no more, what was done while it counted stands. */
  readonly withdrawnAt: Date | null;
}
