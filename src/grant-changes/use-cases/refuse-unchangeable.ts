import { DomainError } from '../../kernel/domain-error.js';
import type { Grant } from '../../grants/index.js';

/** Only a grant whose letter is out, and which neither ended nor was revoked whole, can change. */
export function refuseUnchangeable({ state, outcome, discontinuedOn, revokedOn }: Grant): void {
  if (state !== 'issued' || outcome === 'refused') throw new DomainError('grant-changes.not-changeable', 'conflict');
  if (revokedOn !== null) throw new DomainError('grant-changes.revoked', 'conflict');
  if (discontinuedOn !== null) throw new DomainError('grant-changes.discontinued', 'conflict');
}
