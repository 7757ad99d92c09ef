import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { AccountChange } from '../domain/account-change.js';
import type { AccountChangeStore } from '../store/account-change.store.js';

/** The open change of this organisation when it is the one the page showed; otherwise someone has closed it meanwhile. */
export async function openChangeOf(
  tx: Transaction,
  changes: AccountChangeStore,
  organizationId: string,
  changeId: string,
): Promise<AccountChange> {
  const change = await changes.open(tx, organizationId);
  if (change?.id !== changeId) throw new DomainError('organizations.change-closed-already', 'conflict');
  return change;
}
