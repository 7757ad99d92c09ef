import type { Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { OrganizationDetails, OrganizationState } from './organization.js';
import { Faults } from './typed-text.js';

/**
 * Why staff change what is registered (職権訂正): grants rest on it, so the record says more than who and when. Blank where
 * none is asked for: of officers, and before the registration. Throws at `correctionReason`.
 */
export function readCorrectionReason(typed: string | undefined, state: OrganizationState, actor: Actor): string {
  if (state !== 'registered' || actor.kind === 'officer') return '';
  const faults = new Faults();
  const reason = faults.text('correctionReason', typed ?? '', 200, {
    missing: 'organizations.correction-reason-missing',
    tooLong: 'organizations.correction-reason-too-long',
  });
  refuseWhenFaulty(faults.list);
  return reason;
}

/** Which details a save changes: by name only, as the audit trail holds nobody's name, address or telephone number. */
export const changedDetails = (before: OrganizationDetails, after: OrganizationDetails): string[] =>
  (Object.keys(after) as (keyof OrganizationDetails)[]).filter((key) => before[key] !== after[key]);
