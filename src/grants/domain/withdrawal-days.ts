import { addDays, type LocalDate } from '../../kernel/local-date.js';

/**
 * The last day on which a decision may be taken back by its recipient: so many days from the day after 施行
 * (民法140条: the first day does not count). Null where the programme allows none.
 */
export const lastWithdrawalDay = (issuedOn: LocalDate, days: number): LocalDate | null =>
  days === 0 ? null : addDays(issuedOn, days);
