import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { idleEnd, isAlive } from '../domain/session.js';
import { ownAccountId } from '../domain/account.js';
import { AccountStore } from '../store/accounts.store.js';
import { SessionStore } from '../store/sessions.store.js';

export interface SessionView {
  readonly id: string;
  /** The browser's own description of itself. */
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
}

/** The actor's own live sessions, the one used last first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
  ) {}

  execute(actor: Actor): Promise<SessionView[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const account = await this.accounts.find(tx, ownAccountId(actor));
      if (!account) return [];
      const open = await this.sessions.openOf(tx, account.id);
      return open
        .filter((session) => isAlive(session, account.partyKind, tx.now))
        .map(({ id, device, createdAt, lastSeenAt, ...session }) => ({
          id,
          device,
          createdAt,
          lastSeenAt,
          endsAt: idleEnd({ id, createdAt, lastSeenAt, ...session }, account.partyKind),
        }));
    });
  }
}
