import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Ties } from '../../staff/index.js';
import type { VisitedSubject } from './visit-subjects.js';

/** Keeps whoever is tied to the organisation, or to the case itself, from its notes. Throws `staff.tied-to-case`. */
export async function refuseTied(
  tx: Transaction,
  ties: Ties,
  { organizationId, tiedStaffIds }: Pick<VisitedSubject, 'organizationId' | 'tiedStaffIds'>,
): Promise<void> {
  const { actor } = tx;
  if (organizationId !== null) await ties.refuseTied(tx, organizationId);
  if (actor.kind === 'staff' && tiedStaffIds.includes(actor.staffId)) {
    throw new DomainError('staff.tied-to-case', 'forbidden');
  }
}
