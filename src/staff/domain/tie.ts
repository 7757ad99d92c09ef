import type { LocalDate } from '../../kernel/local-date.js';

/** officer: 役員 of the organisation; household: in one household with one of its officers; declared: said so oneself. */
export const TIE_KINDS = ['officer', 'household', 'declared'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** 利害関係 of a member of staff to an organisation. Mere residence or membership is none. */
export interface Tie {
  readonly id: string;
  readonly staffId: string;
  /** Opaque here: organisations belong to a later stage. */
  readonly organizationId: string;
  readonly kind: TieKind;
  readonly note: string;
  readonly fromOn: LocalDate;
  /** The last day; null while it lasts. */
  readonly untilOn: LocalDate | null;
  readonly recordedBy: string;
}
