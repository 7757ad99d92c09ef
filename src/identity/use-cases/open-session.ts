import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Account } from '../domain/account.js';
import { absoluteEnd } from '../domain/session.js';
import { SessionStore } from '../store/sessions.store.js';
import { Secrets } from './secrets.js';

/** The cookie's content and end, and as whom the person now acts. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

const DEVICE_LENGTH = 200;

/** For this stage: begins a session with a fresh token. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly secrets: Secrets,
  ) {}

  async within(tx: Transaction, account: Account, actor: Actor, userAgent: string): Promise<SignedIn> {
    const { token, tokenHash } = this.secrets.newToken();
    const expiresAt = absoluteEnd(tx.now);
    await this.sessions.insert(tx, {
      id: randomUUID(),
      accountId: account.id,
      tokenHash,
      device: userAgent.slice(0, DEVICE_LENGTH),
      createdAt: tx.now,
      lastSeenAt: tx.now,
      expiresAt,
      endedAt: null,
    });
    tx.audit({ action: 'account.signed-in', subjectKind: 'account', subjectId: account.id });
    return { token, expiresAt, actor };
  }
}
