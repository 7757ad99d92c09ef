import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Municipality } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Account } from '../domain/account.js';
import { foldSignInName } from '../domain/sign-in-name.js';
import { takeSlot } from '../domain/slow-down.js';
import { AccountStore } from '../store/accounts.store.js';
import { SignInAttemptStore } from '../store/sign-in-attempts.store.js';
import { OpenSession, type SignedIn } from './open-session.js';
import { PartyDirectories } from './party-directories.js';
import { Secrets } from './secrets.js';

export interface SignInCommand {
  readonly signInName: string;
  readonly password: string;
  readonly userAgent: string;
  /** Network address of the client; attempts from elsewhere do not slow the owner of the name down. */
  readonly address?: string;
}

/**
 * Signs in with name and password. A wrong name, a wrong password and a closed account look and cost the same:
 * `identity.sign-in-refused`. Attempts slow down after the fifth and are never locked out.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly attempts: SignInAttemptStore,
    private readonly parties: PartyDirectories,
    private readonly secrets: Secrets,
    private readonly openSession: OpenSession,
  ) {}

  async execute(town: Municipality, command: SignInCommand): Promise<SignedIn> {
    const door = systemActor(town.id, 'ログイン');
    const signInName = foldSignInName(command.signInName);
    const key = this.secrets.fingerprint(JSON.stringify([signInName, command.address ?? '']));

    // Waiting and hashing happen between the transactions: neither may hold a connection.
    await sleep(await this.unitOfWork.run(door, (tx) => this.waitFor(tx, key)));
    const found = await this.unitOfWork.read(door, (tx) => this.accounts.withSecret(tx, { signInName }));
    const isRight = await this.secrets.isPassword(command.password, found?.passwordHash ?? null);
    const actor =
      found && isRight ? await this.unitOfWork.read(door, (tx) => this.parties.actorFor(tx, found.account)) : null;

    if (!found || !actor) return this.refuse(door, found?.account ?? null);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.attempts.forget(tx, key);
      return this.openSession.within(tx, found.account, actor, command.userAgent);
    });
  }

  private async waitFor(tx: Parameters<SignInAttemptStore['keep']>[0], key: string): Promise<number> {
    const slot = takeSlot(await this.attempts.forUpdate(tx, key), tx.now);
    if (slot.kind === 'too-many') {
      throw new DomainError('identity.too-many-attempts', 'conflict', { seconds: slot.seconds });
    }
    await this.attempts.keep(tx, key, slot.attempts);
    return slot.milliseconds;
  }

  private async refuse(door: Actor, account: Account | null): Promise<never> {
    await this.unitOfWork.run(door, (tx) => {
      tx.audit({
        action: 'account.sign-in-refused',
        subjectKind: 'account',
        // A name that nobody has is not kept: people type passwords into the wrong field.
        subjectId: account?.id ?? 'unknown',
      });
      return Promise.resolve();
    });
    throw new DomainError('identity.sign-in-refused', 'invalid');
  }
}
