import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ownAccountId } from '../domain/account.js';
import { SessionStore } from '../store/sessions.store.js';

/** Ends one of the actor's own sessions, e.g. on a computer left signed in. Another's session does not exist for them. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionStore,
  ) {}

  execute(actor: Actor, command: { sessionId: string }): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const accountId = ownAccountId(actor);
      if (!(await this.sessions.end(tx, accountId, command.sessionId))) throw DomainError.notFound();
      tx.audit({ action: 'account.session-ended', subjectKind: 'account', subjectId: accountId });
    });
  }
}
