export {
  addBankDays,
  bankDayOnOrAfter,
  cutOffFor,
  earliestPaymentDate,
  isBankBusinessDay,
  lastPaymentDayOf,
} from './bank-calendar.js';
