import { Injectable } from '@nestjs/common';
import { systemActor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { Municipality } from '../../municipalities/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { Account } from '../domain/account.js';
import { refuseSpent, type Invitation } from '../domain/invitation.js';
import { foldPassword, passwordFaults } from '../domain/password.js';
import { readPrintedCode } from '../domain/printed-code.js';
import { AccountStore } from '../store/accounts.store.js';
import { InvitationStore } from '../store/invitations.store.js';
import { SessionStore } from '../store/sessions.store.js';
import { Accounts } from './accounts.js';
import { OpenSession, type SignedIn } from './open-session.js';
import { PartyDirectories } from './party-directories.js';
import { Secrets } from './secrets.js';

export interface AcceptInvitationCommand {
  readonly code: string;
  /** Chosen at an invitation; at a reset the account keeps the one it has. */
  readonly signInName: string;
  readonly password: string;
  readonly userAgent: string;
}

/** Uses a printed code once: opens the account or replaces its password, and signs the person in. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly accountStore: AccountStore,
    private readonly accounts: Accounts,
    private readonly sessions: SessionStore,
    private readonly parties: PartyDirectories,
    private readonly secrets: Secrets,
    private readonly openSession: OpenSession,
  ) {}

  execute(town: Municipality, command: AcceptInvitationCommand): Promise<SignedIn> {
    const codeHash = this.secrets.fingerprint(readPrintedCode(command.code));
    return this.unitOfWork.run(systemActor(town.id, '利用開始コード'), async (tx) => {
      const invitation = await this.invitations.forUse(tx, codeHash);
      refuseSpent(invitation, tx.today);
      const account =
        invitation.purpose === 'reset'
          ? await this.replacePassword(tx, invitation, command.password)
          : await this.openAccount(tx, invitation, command);
      await this.invitations.use(tx, invitation.id);
      const actor = await this.parties.actorFor(tx, account);
      if (!actor) throw new DomainError('identity.party-inactive', 'conflict');
      return this.openSession.within(tx, account, actor, command.userAgent);
    });
  }

  private openAccount(tx: Transaction, invitation: Invitation, command: AcceptInvitationCommand): Promise<Account> {
    const { partyKind, partyId, partyName } = invitation;
    const { signInName, password } = command;
    return this.accounts.createForParty(tx, { partyKind, partyId, displayName: partyName, signInName, password });
  }

  private async replacePassword(
    tx: Transaction,
    { partyKind, partyId }: Invitation,
    password: string,
  ): Promise<Account> {
    const account = await this.accountStore.ofParty(tx, partyKind, partyId);
    if (!account) throw DomainError.notFound();
    refuseWhenFaulty(passwordFaults(foldPassword(password), account.signInName));
    await this.accountStore.changePassword(tx, account.id, await this.secrets.hashPassword(password));
    await this.sessions.endAll(tx, account.id);
    tx.audit({ action: 'account.password-reset', subjectKind: 'account', subjectId: account.id });
    return account;
  }
}
