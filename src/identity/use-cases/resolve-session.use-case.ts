import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../../kernel/actor.js';
import type { Municipality } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { isAlive, isSeenAnew, type RequestKind } from '../domain/session.js';
import { AccountStore } from '../store/accounts.store.js';
import { SessionStore } from '../store/sessions.store.js';
import { PartyDirectories } from './party-directories.js';
import { Secrets } from './secrets.js';

export interface ResolvedSession {
  readonly actor: Actor;
  readonly sessionId: string;
}

/** Finds who is behind a cookie, in this town only; null when the session has ended, run out, or its party may no longer act. */
@Injectable()
export class ResolveSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly accounts: AccountStore,
    private readonly parties: PartyDirectories,
    private readonly secrets: Secrets,
  ) {}

  async execute(town: Municipality, token: string, request: RequestKind = 'page'): Promise<ResolvedSession | null> {
    const door = systemActor(town.id, 'セッション');
    const found = await this.unitOfWork.read(door, async (tx) => {
      const session = await this.sessions.byTokenHash(tx, this.secrets.fingerprint(token));
      const account = session && (await this.accounts.find(tx, session.accountId));
      if (!session || !account || !isAlive(session, account.partyKind, tx.now)) return null;
      const actor = await this.parties.actorFor(tx, account);
      return actor && { actor, sessionId: session.id, isSeenAnew: isSeenAnew(session, request, tx.now) };
    });
    if (!found) return null;
    if (found.isSeenAnew) await this.unitOfWork.run(door, (tx) => this.sessions.seen(tx, found.sessionId));
    return { actor: found.actor, sessionId: found.sessionId };
  }
}
