import { DomainError } from '../../kernel/domain-error.js';
import type { BankDirectory } from '../../platform/banks/index.js';
import { readAccountNumber, readHolderKana, type AccountNumber, type AccountPlace } from '../domain/bank-account.js';
import { readTogether } from '../domain/typed-text.js';
import { convertYucho, YUCHO_BANK_CODE } from '../domain/yucho.js';

/** A bank account as the form sends it; ゆうちょ is given by 記号 and 番号, every other bank by branch, kind and number. */
export interface TypedAccount {
  readonly bankCode: string;
  readonly branchCode: string;
  readonly accountKind: string;
  readonly accountNumber: string;
  readonly yuchoSymbol: string;
  readonly yuchoNumber: string;
  readonly holderKana: string;
}

export type ReadAccount = AccountPlace & AccountNumber & { readonly holderKana: string };

/** The account as typed, against the real list of banks; throws every fault at its field (`bank` for bank and branch). */
export function readAccount(typed: TypedAccount, banks: BankDirectory): ReadAccount {
  const yucho = typed.bankCode === YUCHO_BANK_CODE;
  const { account, holderKana } = readTogether({
    account: () => (yucho ? readYucho(typed, banks) : readOther(typed, banks)),
    holderKana: () => readHolderKana(typed.holderKana),
  });
  return { ...account, holderKana };
}

function readYucho(typed: TypedAccount, banks: BankDirectory): AccountPlace & AccountNumber {
  const converted = convertYucho({ symbol: typed.yuchoSymbol, number: typed.yuchoNumber });
  if (!banks.branch(YUCHO_BANK_CODE, converted.branchCode)) {
    throw DomainError.invalid([
      { pointer: 'yuchoSymbol', code: 'organizations.yucho-branch-unknown', params: { symbol: converted.symbol } },
    ]);
  }
  const { accountKind, accountNumber, symbol: yuchoSymbol, number: yuchoNumber } = converted;
  return {
    ...placeOf(YUCHO_BANK_CODE, converted.branchCode, banks),
    accountKind,
    accountNumber,
    yuchoSymbol,
    yuchoNumber,
  };
}

function readOther(typed: TypedAccount, banks: BankDirectory): AccountPlace & AccountNumber {
  const { place, number } = readTogether({
    place: () => placeOf(typed.bankCode, typed.branchCode, banks),
    number: () => readAccountNumber(typed),
  });
  return { ...place, ...number };
}

function placeOf(bankCode: string, branchCode: string, banks: BankDirectory): AccountPlace {
  const bank = banks.bank(bankCode);
  const branch = banks.branch(bankCode, branchCode);
  if (!bank) throw DomainError.invalid([{ pointer: 'bank', code: 'organizations.bank-missing' }]);
  if (!branch) throw DomainError.invalid([{ pointer: 'bank', code: 'organizations.branch-missing' }]);
  return {
    ...{ bankCode, bankName: bank.name, bankKana: bank.kana },
    ...{ branchCode, branchName: branch.name, branchKana: branch.kana },
  };
}
