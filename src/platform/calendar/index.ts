export {
  addBankDays,
  bankDayOnOrAfter,
  bankDayOnOrBefore,
  cutOffFor,
  earliestPaymentDate,
  isBankBusinessDay,
  lastPaymentDayOf,
} from './bank-calendar.js';
