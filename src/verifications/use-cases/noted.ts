import type { Transaction } from '../../platform/database/index.js';
import type { Verification } from '../domain/verification.js';

/** What subjects of 検証 are called in the trail, the drafts and the events. */
export const PROJECT_DIRECTION = 'project-direction';

/** Writes the act into the trail of the verification. */
export function noted(
  tx: Transaction,
  { id, organizationId }: Pick<Verification, 'id' | 'organizationId'>,
  action: string,
  detail?: Readonly<Record<string, string>>,
): void {
  tx.audit({ action, subjectKind: 'verification', subjectId: id, organizationId, ...(detail && { detail }) });
}
