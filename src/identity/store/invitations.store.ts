import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { PartyKind } from '../domain/account.js';
import type { Invitation } from '../domain/invitation.js';
import { InvitationRow } from './invitation-row.js';

@Injectable()
export class InvitationStore {
  async insert(tx: Transaction, invitation: Invitation & { codeHash: string }): Promise<void> {
    await tx.manager.insert(InvitationRow, { ...invitation, municipalityId: tx.municipalityId, issuedAt: tx.now });
  }

  /** A new code replaces the ones before it. */
  async voidOpen(tx: Transaction, partyKind: PartyKind, partyId: string): Promise<void> {
    const open = { partyKind, partyId, usedAt: IsNull(), voidAt: IsNull() };
    await tx.manager.update(InvitationRow, open, { voidAt: tx.now });
  }

  byCodeHash(tx: Transaction, codeHash: string): Promise<Invitation | null> {
    return tx.manager.findOneBy(InvitationRow, { codeHash });
  }

  /** Locks the row: of two people typing the same code at once one comes second. */
  forUse(tx: Transaction, codeHash: string): Promise<Invitation | null> {
    return tx.manager.findOne(InvitationRow, { where: { codeHash }, lock: { mode: 'pessimistic_write' } });
  }

  async use(tx: Transaction, id: string): Promise<void> {
    await tx.manager.update(InvitationRow, { id }, { usedAt: tx.now });
  }

  /** Codes that still work today. */
  open(tx: Transaction, partyKind: PartyKind): Promise<Invitation[]> {
    return tx.manager.findBy(InvitationRow, {
      partyKind,
      usedAt: IsNull(),
      voidAt: IsNull(),
      expiresOn: MoreThanOrEqual(tx.today),
    });
  }
}
