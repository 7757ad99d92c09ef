import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Account, PartyKind } from '../domain/account.js';
import { AccountRow } from './account-row.js';

export interface NewAccount extends Account {
  readonly passwordHash: string;
}

@Injectable()
export class AccountStore {
  async insert(tx: Transaction, account: NewAccount): Promise<void> {
    const row = tx.manager.create(AccountRow, {
      ...account,
      municipalityId: tx.municipalityId,
      createdAt: tx.now,
      passwordChangedAt: tx.now,
    });
    await tx.manager.insert(AccountRow, row).catch(refuseDoubles);
  }

  find(tx: Transaction, id: string): Promise<Account | null> {
    return tx.manager.findOneBy(AccountRow, { id }).then(toAccountOrNull);
  }

  ofParty(tx: Transaction, partyKind: PartyKind, partyId: string): Promise<Account | null> {
    return tx.manager.findOneBy(AccountRow, { partyKind, partyId }).then(toAccountOrNull);
  }

  async ofKind(tx: Transaction, partyKind: PartyKind): Promise<Account[]> {
    return (await tx.manager.find(AccountRow, { where: { partyKind }, order: { signInName: 'ASC' } })).map(toAccount);
  }

  /** The account with its hash, for sign-in and nothing else. */
  async withSecret(
    tx: Transaction,
    by: { signInName: string } | { id: string },
  ): Promise<{ account: Account; passwordHash: string } | null> {
    const row = await tx.manager.findOneBy(AccountRow, by);
    return row && { account: toAccount(row), passwordHash: row.passwordHash };
  }

  async changePassword(tx: Transaction, id: string, passwordHash: string): Promise<void> {
    await tx.manager.update(AccountRow, { id }, { passwordHash, passwordChangedAt: tx.now });
  }

  async changeState(tx: Transaction, id: string, state: Account['state']): Promise<void> {
    await tx.manager.update(AccountRow, { id }, { state });
  }
}

const toAccount = ({ id, partyKind, partyId, signInName, displayName, state }: AccountRow): Account => ({
  id,
  partyKind,
  partyId,
  signInName,
  displayName,
  state,
});

const toAccountOrNull = (row: AccountRow | null): Account | null => row && toAccount(row);

const UNIQUE_VIOLATION = '23505';

function refuseDoubles(error: unknown): never {
  const cause = error instanceof QueryFailedError ? (error.driverError as { code?: string; constraint?: string }) : {};
  if (cause.code !== UNIQUE_VIOLATION) throw error;
  if (cause.constraint === 'accounts_sign_in_name') {
    throw DomainError.invalid([{ pointer: 'signInName', code: 'identity.sign-in-name-taken' }]);
  }
  throw new DomainError('identity.account-exists', 'conflict');
}
