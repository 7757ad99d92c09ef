import type { VNode } from 'preact';
import { YUCHO_BANK_CODE } from '../../organizations/index.js';
import type { BankDirectory, BankOffice } from '../../platform/banks/index.js';
import { BankSearch, BranchSearch } from './bank-search.js';

/** The step of the choice that comes next: a search page, or the chosen bank and branch for the form. */
export type BankChoice =
  | { readonly done: false; readonly page: VNode }
  | { readonly done: true; readonly bank: BankOffice; readonly branch: BankOffice | null };

interface Asked {
  readonly bank: string;
  readonly branch: string;
  readonly q: string;
}

/** Bank, then branch, then the form; ゆうちょ needs no branch. Codes that are not listed lead back to the search. */
export function chooseBank(
  banks: BankDirectory,
  action: string,
  { bank: bankCode, branch: branchCode, q }: Asked,
): BankChoice {
  const bank = banks.bank(bankCode);
  if (!bank) return { done: false, page: BankSearch({ action, typed: q, found: banks.findBanks(q) }) };
  if (bank.code === YUCHO_BANK_CODE) return { done: true, bank, branch: null };
  const branch = banks.branch(bank.code, branchCode);
  if (branch) return { done: true, bank, branch };
  return { done: false, page: BranchSearch({ action, bank, typed: q, found: banks.findBranches(bank.code, q) }) };
}
