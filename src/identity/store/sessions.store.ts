import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Session } from '../domain/session.js';
import { SessionRow } from './session-row.js';

@Injectable()
export class SessionStore {
  async insert(tx: Transaction, session: Session & { tokenHash: string; device: string }): Promise<void> {
    await tx.manager.insert(SessionRow, { ...session, municipalityId: tx.municipalityId });
  }

  byTokenHash(tx: Transaction, tokenHash: string): Promise<SessionRow | null> {
    return tx.manager.findOneBy(SessionRow, { tokenHash });
  }

  /** Newest first; those past their absolute end are left out. */
  openOf(tx: Transaction, accountId: string): Promise<SessionRow[]> {
    return tx.manager.find(SessionRow, {
      where: { accountId, endedAt: IsNull(), expiresAt: MoreThan(tx.now) },
      order: { lastSeenAt: 'DESC' },
    });
  }

  async seen(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(SessionRow, { id }, { lastSeenAt: tx.now });
  }

  /** Says whether there was such an open session of this account. */
  async end(tx: Transaction, accountId: string, id: string): Promise<boolean> {
    const { affected } = await tx.manager.update(SessionRow, { id, accountId, endedAt: IsNull() }, { endedAt: tx.now });
    return affected === 1;
  }

  /** Ends all sessions of the account, or all but one. */
  async endAll(tx: Transaction, accountId: string, exceptId?: string): Promise<void> {
    const others = exceptId === undefined ? {} : { id: Not(exceptId) };
    await tx.manager.update(SessionRow, { accountId, endedAt: IsNull(), ...others }, { endedAt: tx.now });
  }
}
