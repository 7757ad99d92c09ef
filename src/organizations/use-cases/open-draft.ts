import type { Drafts } from '../../approvals/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';

/** What is being decided is not given back beside the draft: it is sent back first. */
export async function refuseWhileDrafted(
  tx: Transaction,
  drafts: Drafts,
  kind: string,
  subjectId: string,
): Promise<void> {
  const draft = await drafts.openFor(tx, kind, subjectId);
  if (draft) throw new DomainError('organizations.in-draft', 'conflict', { number: draft.number });
}
