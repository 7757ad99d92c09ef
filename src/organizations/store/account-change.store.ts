import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { requireOwnOrganization } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { AccountChange, AccountChangeState } from '../domain/account-change.js';
import { BankAccountChangeRow } from './bank-account-change-row.js';
import { BankAccountConfirmationRow } from './bank-account-confirmation-row.js';
import { BankAccountStore, type ConfirmedKana } from './bank-account.store.js';

export type AccountChangeEntry = Pick<
  BankAccountChangeRow,
  'id' | 'replacedAccountId' | 'proposedAccountId' | 'reason' | 'requestedByKind' | 'requestedById' | 'requestedBy'
>;

@Injectable()
export class AccountChangeStore {
  constructor(private readonly accounts: BankAccountStore) {}

  async open(tx: Transaction, organizationId: string): Promise<AccountChange | null> {
    const row = await tx.manager.findOneBy(BankAccountChangeRow, { organizationId, state: 'open' });
    return row && this.toChange(tx, row);
  }

  /** With the organisation whose account it is. */
  async find(tx: Transaction, id: string): Promise<AccountChange & { readonly organizationId: string }> {
    const row = await tx.manager.findOneBy(BankAccountChangeRow, { id });
    if (!row) throw DomainError.notFound();
    requireOwnOrganization(tx.actor, row.organizationId);
    return { ...(await this.toChange(tx, row)), organizationId: row.organizationId };
  }

  hasOpen(tx: Transaction, organizationId: string): Promise<boolean> {
    return tx.manager.existsBy(BankAccountChangeRow, { organizationId, state: 'open' });
  }

  /** Those of these organisations whose account is about to change. */
  async changing(tx: Transaction, organizationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { organizationId: Any([...organizationIds]), state: 'open' as const };
    const rows = await tx.manager.find(BankAccountChangeRow, { select: { organizationId: true }, where });
    return new Set(rows.map(({ organizationId }) => organizationId));
  }

  /** Changes of this organisation, the newest first. */
  async history(tx: Transaction, organizationId: string): Promise<AccountChange[]> {
    const rows = await tx.manager.find(BankAccountChangeRow, {
      where: { organizationId },
      order: { requestedAt: 'DESC' },
    });
    const changes: AccountChange[] = [];
    for (const row of rows) changes.push(await this.toChange(tx, row));
    return changes;
  }

  async insert(tx: Transaction, organizationId: string, entry: AccountChangeEntry): Promise<void> {
    const { municipalityId } = tx;
    await tx.manager.insert(BankAccountChangeRow, {
      ...entry,
      municipalityId,
      organizationId,
      state: 'open',
      requestedAt: tx.now,
    });
  }

  async confirm(
    tx: Transaction,
    change: AccountChange,
    staff: { id: string; name: string },
    confirmed: ConfirmedKana,
  ): Promise<void> {
    await tx.manager.insert(BankAccountConfirmationRow, {
      municipalityId: tx.municipalityId,
      changeId: change.id,
      staffId: staff.id,
      place: change.confirmations.length + 1,
      staffName: staff.name,
      ...confirmed,
      confirmedAt: tx.now,
    });
  }

  async close(
    tx: Transaction,
    change: AccountChange,
    state: Exclude<AccountChangeState, 'open'>,
    closedReason: string | null,
  ): Promise<void> {
    await tx.manager.update(
      BankAccountChangeRow,
      { id: change.id },
      { state, closedBy: tx.actor.name, closedAt: tx.now, closedReason },
    );
  }

  private async toChange(tx: Transaction, row: BankAccountChangeRow): Promise<AccountChange> {
    const confirmations = await tx.manager.find(BankAccountConfirmationRow, {
      where: { changeId: row.id },
      order: { place: 'ASC' },
    });
    return {
      id: row.id,
      state: row.state,
      proposed: await this.accounts.find(tx, row.proposedAccountId),
      replaced: await this.accounts.find(tx, row.replacedAccountId),
      reason: row.reason,
      requestedBy: { kind: row.requestedByKind, partyId: row.requestedById, name: row.requestedBy },
      requestedAt: row.requestedAt,
      confirmations,
      closedReason: row.closedReason,
      closedAt: row.closedAt,
    };
  }
}
