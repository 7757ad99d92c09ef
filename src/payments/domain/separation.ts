import { DomainError, type ErrorParams } from '../../kernel/domain-error.js';

/** What the treasury does to a payment, one after the other. */
export type TreasuryAct = 'check' | 'accept' | 'collect' | 'confirm' | 'release' | 'tell-failure';

interface Separation {
  readonly act: TreasuryAct;
  /** Whoever did this has another do `act`. */
  readonly apartFrom: TreasuryAct;
  readonly code: string;
}

/**
 * 職務の分離 within the treasury: which two acts on one payment are never one person's. That nobody of the ordering side
 * acts for the treasury at all is asked of the drafts (`OrderingHands`).
 */
export const SEPARATIONS: readonly Separation[] = [
  { act: 'accept', apartFrom: 'check', code: 'payments.checked-by-yourself' },
  // Whoever says that money came back does not let it leave once more.
  { act: 'accept', apartFrom: 'tell-failure', code: 'payments.failure-told-by-yourself' },
  { act: 'release', apartFrom: 'collect', code: 'payments.collected-by-yourself' },
];

/** Throws when this person did before what must be another's. `earlier`: by act, who did it. */
export function refuseSameHands(
  act: TreasuryAct,
  staffId: string,
  earlier: Readonly<Partial<Record<TreasuryAct, readonly (string | null)[]>>>,
  params: ErrorParams = {},
): void {
  const broken = SEPARATIONS.find((each) => each.act === act && earlier[each.apartFrom]?.includes(staffId));
  if (broken) throw new DomainError(broken.code, 'conflict', params);
}
