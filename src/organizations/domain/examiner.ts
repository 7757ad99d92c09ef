import { requireDuty, type Actor, type Duty, type StaffActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** The member of staff who acts in person; acts that name their author cannot be the programme's own. */
export function staffWithDuty(actor: Actor, ...duties: readonly Duty[]): StaffActor {
  requireDuty(actor, ...duties);
  if (actor.kind !== 'staff') throw DomainError.forbidden();
  return actor;
}
