export { BankDirectory, type BankOffice } from './bank-directory.js';
