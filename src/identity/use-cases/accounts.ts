import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Account, PartyKind, PartyReference } from '../domain/account.js';
import { foldPassword, passwordFaults } from '../domain/password.js';
import { foldSignInName, signInNameFaults } from '../domain/sign-in-name.js';
import { AccountStore } from '../store/accounts.store.js';
import { SessionStore } from '../store/sessions.store.js';
import { Invitations, type IssuedCode } from './invitations.js';
import { Secrets } from './secrets.js';

export interface AccountRequest extends PartyReference {
  readonly signInName: string;
  readonly password: string;
  readonly displayName: string;
}

/** Accounts as the stages that know the people see them. */
@Injectable()
export class Accounts {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly invitations: Invitations,
    private readonly secrets: Secrets,
  ) {}

  /** Opens an account at once, without a printed code (installation, demo). */
  async createForParty(tx: Transaction, request: AccountRequest): Promise<Account> {
    const signInName = foldSignInName(request.signInName);
    refuseWhenFaulty([...signInNameFaults(signInName), ...passwordFaults(foldPassword(request.password), signInName)]);
    const { partyKind, partyId, displayName } = request;
    const account: Account = { id: randomUUID(), partyKind, partyId, signInName, displayName, state: 'active' };
    await this.accounts.insert(tx, { ...account, passwordHash: await this.secrets.hashPassword(request.password) });
    tx.audit({ action: 'account.opened', subjectKind: 'account', subjectId: account.id });
    return account;
  }

  async hasAccount(tx: Transaction, partyKind: PartyKind, partyId: string): Promise<boolean> {
    return (await this.accounts.ofParty(tx, partyKind, partyId)) !== null;
  }

  /** Every account of one kind of party. */
  list(tx: Transaction, partyKind: PartyKind): Promise<Account[]> {
    return this.accounts.ofKind(tx, partyKind);
  }

  /** Closes the account and ends its sessions; without an account nothing happens. */
  async disable(tx: Transaction, partyKind: PartyKind, partyId: string): Promise<void> {
    const account = await this.accounts.ofParty(tx, partyKind, partyId);
    if (!account || account.state === 'disabled') return;
    await this.accounts.changeState(tx, account.id, 'disabled');
    await this.sessions.endAll(tx, account.id);
    tx.audit({ action: 'account.disabled', subjectKind: 'account', subjectId: account.id });
  }

  async enable(tx: Transaction, partyKind: PartyKind, partyId: string): Promise<void> {
    const account = await this.accounts.ofParty(tx, partyKind, partyId);
    if (!account || account.state === 'active') return;
    await this.accounts.changeState(tx, account.id, 'active');
    tx.audit({ action: 'account.enabled', subjectKind: 'account', subjectId: account.id });
  }

  /** A code handed over at the counter, with which the person chooses a new password. Not-found without an account. */
  async resetAtCounter(tx: Transaction, partyKind: PartyKind, partyId: string): Promise<IssuedCode> {
    const account = await this.accounts.ofParty(tx, partyKind, partyId);
    if (!account) throw DomainError.notFound();
    return this.invitations.issueFor(tx, 'reset', { partyKind, partyId, partyName: account.displayName });
  }
}
