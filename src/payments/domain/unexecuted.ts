import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';

/** What the treasury says of lines that the bank did not execute. */
export interface TypedUnexecuted {
  /** `all`, or the id of one order; blank where nothing was chosen. */
  readonly lines: string;
  /** The day on which the bank said so. */
  readonly toldOn: LocalDate;
  readonly reason: string;
  /** The bank was asked, and nothing of it left the town's account. */
  readonly confirmed: boolean;
}

const LONGEST_REASON = 200;

/** `銀行が実行しなかった（受付時限に遅れた）`. Faults at `lines`, `toldOn`, `reason`, `confirmed`; the file was made on `releasedOn`. */
export function readUnexecuted(
  { lines, toldOn, reason, confirmed }: TypedUnexecuted,
  releasedOn: LocalDate,
  today: LocalDate,
): { readonly failedOn: LocalDate; readonly reason: string } {
  const faults: Fault[] = [];
  if (lines === '') faults.push({ pointer: 'lines', code: 'payments.unexecuted-lines-missing' });
  if (toldOn > today) faults.push({ pointer: 'toldOn', code: 'payments.failure-in-future' });
  if (toldOn < releasedOn) {
    const params = { day: formatEra(releasedOn) };
    faults.push({ pointer: 'toldOn', code: 'payments.unexecuted-before-release', params });
  }
  if (reason === '') faults.push({ pointer: 'reason', code: 'payments.unexecuted-reason-missing' });
  if (reason.length > LONGEST_REASON) {
    faults.push({ pointer: 'reason', code: 'payments.reason-too-long', params: { most: LONGEST_REASON } });
  }
  if (!confirmed) faults.push({ pointer: 'confirmed', code: 'payments.unexecuted-unconfirmed' });
  refuseWhenFaulty(faults);
  return { failedOn: toldOn, reason: `銀行が実行しなかった（${reason}）` };
}
