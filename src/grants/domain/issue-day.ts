import { addDays, formatEra, type LocalDate } from '../../kernel/local-date.js';
import type { Fault } from '../../kernel/domain-error.js';

/** A letter may bear a day to come, on which it will be issued, but not one so far off that it looks like a slip. */
const DAYS_AHEAD = 14;

/** 施行日 is the day of 決裁 or later. Faults at `issuedOn`. */
export function issueDayFaults(issuedOn: LocalDate, decidedOn: LocalDate, today: LocalDate): Fault[] {
  if (issuedOn < decidedOn)
    return [{ pointer: 'issuedOn', code: 'grants.issued-before-decided', params: { decidedOn: formatEra(decidedOn) } }];
  if (issuedOn > addDays(today, DAYS_AHEAD)) {
    return [{ pointer: 'issuedOn', code: 'grants.issued-far-ahead', params: { days: DAYS_AHEAD } }];
  }
  return [];
}
