import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ownAccountId } from '../domain/account.js';
import { foldPassword, passwordFaults } from '../domain/password.js';
import { AccountStore } from '../store/accounts.store.js';
import { SessionStore } from '../store/sessions.store.js';
import { Secrets } from './secrets.js';

export interface ChangePasswordCommand {
  readonly currentPassword: string;
  readonly password: string;
  /** The session at hand stays, all others end. */
  readonly sessionId: string;
}

/** Changes the actor's own password, knowing the present one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly secrets: Secrets,
  ) {}

  async execute(actor: Actor, command: ChangePasswordCommand): Promise<void> {
    const id = ownAccountId(actor);
    const found = await this.unitOfWork.read(actor, (tx) => this.accounts.withSecret(tx, { id }));
    if (!found) throw DomainError.notFound();
    const isCurrent = await this.secrets.isPassword(command.currentPassword, found.passwordHash);
    refuseWhenFaulty([
      ...(isCurrent ? [] : [{ pointer: 'currentPassword', code: 'identity.current-password-wrong' }]),
      ...passwordFaults(foldPassword(command.password), found.account.signInName),
    ]);
    const passwordHash = await this.secrets.hashPassword(command.password);
    await this.unitOfWork.run(actor, async (tx) => {
      await this.accounts.changePassword(tx, id, passwordHash);
      await this.sessions.endAll(tx, id, command.sessionId);
      tx.audit({ action: 'account.password-changed', subjectKind: 'account', subjectId: id });
    });
  }
}
