import { Injectable } from '@nestjs/common';
import { systemActor } from '../../kernel/actor.js';
import type { Municipality } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { SessionStore } from '../store/sessions.store.js';
import { Secrets } from './secrets.js';

/** Ends the session behind a cookie; an unknown or ended one is no fault. */
@Injectable()
export class SignOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly secrets: Secrets,
  ) {}

  execute(town: Municipality, token: string): Promise<void> {
    return this.unitOfWork.run(systemActor(town.id, 'ログアウト'), async (tx) => {
      const session = await this.sessions.byTokenHash(tx, this.secrets.fingerprint(token));
      if (!session || !(await this.sessions.end(tx, session.accountId, session.id))) return;
      tx.audit({ action: 'account.signed-out', subjectKind: 'account', subjectId: session.accountId });
    });
  }
}
