import { Injectable } from '@nestjs/common';
import { Any, In } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { AccountNumber, AccountPlace, AccountState, BankAccount } from '../domain/bank-account.js';
import type { KeptDocument } from '../domain/organization-file.js';
import { BankAccountRow } from './bank-account-row.js';

export interface BankAccountEntry extends AccountPlace, AccountNumber {
  readonly holderKana: string;
  readonly passbook: KeptDocument | null;
}

/** The name that the bank file will carry, and the reason where the passbook begins with another. */
export type ConfirmedKana = Pick<BankAccountRow, 'unlikeReason'> & { readonly transferKana: string };

@Injectable()
export class BankAccountStore {
  /** The draft before registration, the current account after it; null while none was entered. */
  async inUse(tx: Transaction, organizationId: string): Promise<BankAccount | null> {
    const row = await tx.manager.findOneBy(BankAccountRow, { organizationId, state: In(['draft', 'current']) });
    return row && toAccount(row);
  }

  /** The current account, kept from being replaced until this transaction ends. */
  async currentForUpdate(tx: Transaction, organizationId: string): Promise<BankAccount | null> {
    const row = await tx.manager.findOne(BankAccountRow, {
      where: { organizationId, state: 'current' },
      lock: { mode: 'pessimistic_write' },
    });
    return row && toAccount(row);
  }

  /** Of several organisations, locked in the order of their ids so that two transactions never wait crosswise. */
  async currentForUpdateOf(
    tx: Transaction,
    organizationIds: readonly string[],
  ): Promise<ReadonlyMap<string, BankAccount>> {
    const rows = await tx.manager.find(BankAccountRow, {
      where: { organizationId: Any([...organizationIds]), state: 'current' },
      order: { organizationId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(rows.map((row) => [row.organizationId, toAccount(row)]));
  }

  /** The accounts in use of several organisations; nothing is locked. */
  async currentOf(tx: Transaction, organizationIds: readonly string[]): Promise<ReadonlyMap<string, BankAccount>> {
    const rows = await tx.manager.findBy(BankAccountRow, {
      organizationId: Any([...organizationIds]),
      state: 'current',
    });
    return new Map(rows.map((row) => [row.organizationId, toAccount(row)]));
  }

  async find(tx: Transaction, id: string): Promise<BankAccount> {
    return toAccount(await tx.manager.findOneByOrFail(BankAccountRow, { id }));
  }

  /** Every account this organisation has had, the newest first. */
  async history(
    tx: Transaction,
    organizationId: string,
  ): Promise<(BankAccount & Pick<BankAccountRow, 'validFrom' | 'validUntil'>)[]> {
    const rows = await tx.manager.find(BankAccountRow, {
      where: { organizationId, state: In(['current', 'former']) },
      order: { validFrom: 'DESC', enteredAt: 'DESC' },
    });
    return rows.map((row) => ({ ...toAccount(row), validFrom: row.validFrom, validUntil: row.validUntil }));
  }

  async insert(
    tx: Transaction,
    organizationId: string,
    id: string,
    state: 'draft' | 'proposed',
    entry: BankAccountEntry,
  ): Promise<void> {
    await tx.manager.insert(BankAccountRow, {
      ...toColumns(entry),
      municipalityId: tx.municipalityId,
      id,
      organizationId,
      state,
      version: 1,
      enteredAt: tx.now,
    });
  }

  /** Rewrites a draft; what staff had confirmed of it counts no more. Throws stale after another save. */
  async updateDraft(tx: Transaction, id: string, version: number, entry: BankAccountEntry): Promise<void> {
    const { affected } = await tx.manager.update(
      BankAccountRow,
      { id, version, state: 'draft' },
      {
        ...toColumns(entry),
        version: version + 1,
        transferKana: null,
        unlikeReason: null,
        transferKanaConfirmedBy: null,
        transferKanaConfirmedAt: null,
      },
    );
    if (affected !== 1) throw DomainError.stale();
  }

  async confirmTransferKana(tx: Transaction, account: BankAccount, kana: ConfirmedKana, by: string): Promise<void> {
    const { affected } = await tx.manager.update(
      BankAccountRow,
      { id: account.id, version: account.version },
      { ...kana, transferKanaConfirmedBy: by, transferKanaConfirmedAt: tx.now, version: account.version + 1 },
    );
    if (affected !== 1) throw DomainError.stale();
  }

  async begin(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(BankAccountRow, { id }, { state: 'current', validFrom: tx.today });
  }

  async end(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(BankAccountRow, { id }, { state: 'former', validUntil: tx.today });
  }

  async refuse(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(BankAccountRow, { id }, { state: 'refused' satisfies AccountState });
  }
}

const toColumns = ({ passbook, ...entry }: BankAccountEntry): Partial<BankAccountRow> => ({
  bankCode: entry.bankCode,
  bankName: entry.bankName,
  bankKana: entry.bankKana,
  branchCode: entry.branchCode,
  branchName: entry.branchName,
  branchKana: entry.branchKana,
  accountKind: entry.accountKind,
  accountNumber: entry.accountNumber,
  yuchoSymbol: entry.yuchoSymbol,
  yuchoNumber: entry.yuchoNumber,
  holderKana: entry.holderKana,
  passbookSha256: passbook?.sha256 ?? null,
  passbookName: passbook?.name ?? null,
  passbookMediaType: passbook?.mediaType ?? null,
});

function toAccount(row: BankAccountRow): BankAccount {
  const { passbookSha256: sha256, passbookName: name, passbookMediaType: mediaType } = row;
  return {
    id: row.id,
    state: row.state,
    bankCode: row.bankCode,
    bankName: row.bankName,
    bankKana: row.bankKana,
    branchCode: row.branchCode,
    branchName: row.branchName,
    branchKana: row.branchKana,
    accountKind: row.accountKind,
    accountNumber: row.accountNumber,
    yuchoSymbol: row.yuchoSymbol,
    yuchoNumber: row.yuchoNumber,
    holderKana: row.holderKana,
    passbook: sha256 !== null && name !== null && mediaType !== null ? { sha256, name, mediaType } : null,
    transferKana: row.transferKana,
    unlikeReason: row.unlikeReason,
    version: row.version,
  };
}
