export { addressedTo, BankDirectory, type BankOffice } from './bank-directory.js';
