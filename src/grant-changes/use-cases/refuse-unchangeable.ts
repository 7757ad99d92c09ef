import { DomainError } from '../../kernel/domain-error.js';
import type { Grant } from '../../grants/index.js';

/** Only a grant whose letter is out, and of which something is left, can be revoked: also after its end or 額の確定. */
export function refuseUnrevocable({ state, outcome, revokedOn }: Grant): void {
  if (state !== 'issued' || outcome === 'refused') throw new DomainError('grant-changes.not-changeable', 'conflict');
  if (revokedOn !== null) throw new DomainError('grant-changes.revoked', 'conflict');
}

/** Whether anything of it can still be changed, or reported on the way. */
export const isChangeable = ({ state, outcome, revokedOn, discontinuedOn, determinedOn }: Grant): boolean =>
  state === 'issued' && outcome !== 'refused' && revokedOn === null && discontinuedOn === null && determinedOn === null;

/** Changed, ended or reported on the way is only what neither ended nor was determined. */
export function refuseUnchangeable(grant: Grant): void {
  refuseUnrevocable(grant);
  if (grant.discontinuedOn !== null) throw new DomainError('grant-changes.discontinued', 'conflict');
  if (grant.determinedOn !== null) throw new DomainError('grant-changes.determined', 'conflict');
}
