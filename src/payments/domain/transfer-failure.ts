import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { closingDayOf, fiscalYearOf, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';

/**
 * open: the money is back, or on its way back, and the order waits. resumed: it was sent again. order-returned: the order
 * went back to the ordering side. after-closing: the year's books were closed before, so they stay; concluded: the
 * money was taken in as revenue (施行令160条), and a later year pays the recipient. mistaken: it was recorded by mistake and taken back.
 */
export type FailureState = 'open' | 'resumed' | 'order-returned' | 'after-closing' | 'concluded' | 'mistaken';

/** What still is somebody's task. */
export const UNSOLVED: readonly FailureState[] = ['open', 'after-closing'];

/** 振込不能・組戻 of one attempt to pay an order. */
export interface TransferFailure {
  readonly id: string;
  readonly orderId: string;
  readonly attempt: number;
  readonly amount: Yen;
  /** The day of the bank's notice. */
  readonly failedOn: LocalDate;
  /** In the bank's words. */
  readonly reason: string;
  /** When it had been said to be paid; null where it failed before. */
  readonly paidOn: LocalDate | null;
  readonly slipNumber: string | null;
  /** 入金の日: when the money was back on the town's account. */
  readonly returnedOn: LocalDate | null;
  readonly state: FailureState;
  /** Of one after the closing, once concluded: the year whose revenue the money is. */
  readonly revenueYear: FiscalYear | null;
  /** What became of one that was told after the year's closing, or why it was a mistake. */
  readonly conclusion: string | null;
  readonly recordedBy: string | null;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly version: number;
}

/** What the banks say, as a choice; whatever else they say is written. */
export const FAILURE_REASONS = [
  '名義相違',
  '口座番号相違',
  '該当口座なし',
  '口座解約',
  '取引停止',
  '組戻の依頼',
  'その他',
] as const;
export const OTHER_REASON = 'その他' satisfies (typeof FAILURE_REASONS)[number];

export interface TypedFailure {
  readonly failedOn: LocalDate;
  readonly reason: string;
  readonly detail: string;
  readonly returnedOn: LocalDate | null;
}

const LONGEST_REASON = 200;

/** `名義相違（カイケイ ハナコ）`. Faults at `failedOn`, `reason`, `detail`, `returnedOn`. */
export function readFailure(
  typed: TypedFailure,
  paidOn: LocalDate | null,
  today: LocalDate,
): Pick<TransferFailure, 'failedOn' | 'reason' | 'returnedOn'> {
  const { failedOn, returnedOn, detail } = typed;
  const chosen = FAILURE_REASONS.find((reason) => reason === typed.reason);
  const faults: Fault[] = [...dayFaults('failedOn', failedOn, paidOn, today)];
  if (!chosen) faults.push({ pointer: 'reason', code: 'payments.failure-reason-missing' });
  if (chosen === OTHER_REASON && detail === '')
    faults.push({ pointer: 'detail', code: 'payments.failure-detail-missing' });
  if (detail.length > LONGEST_REASON) {
    faults.push({ pointer: 'detail', code: 'payments.reason-too-long', params: { most: LONGEST_REASON } });
  }
  if (returnedOn) faults.push(...dayFaults('returnedOn', returnedOn, paidOn, today));
  refuseWhenFaulty(faults);
  const reason = chosen === OTHER_REASON ? detail : `${chosen ?? ''}${detail === '' ? '' : `（${detail}）`}`;
  return { failedOn, reason, returnedOn };
}

/** The bank speaks of a payment after its day, and not of one to come. */
export function dayFaults(pointer: string, day: LocalDate, paidOn: LocalDate | null, today: LocalDate): Fault[] {
  if (day > today) return [{ pointer, code: 'payments.failure-in-future' }];
  return paidOn !== null && day < paidOn
    ? [{ pointer, code: 'payments.failure-before-payment', params: { paidOn: formatEra(paidOn) } }]
    : [];
}

/**
 * Whose revenue money is that came back after the books of `lineYear` had closed: that of the year in which it came, or, where
 * it came in time and was told too late or that year is closed by now, of the year of today (施行令160条).
 */
export function revenueYearOf(
  lineYear: FiscalYear,
  returnedOn: LocalDate,
  { today, closed }: { readonly today: LocalDate; readonly closed: boolean },
): FiscalYear {
  return returnedOn <= closingDayOf(lineYear) || closed ? fiscalYearOf(today) : fiscalYearOf(returnedOn);
}
