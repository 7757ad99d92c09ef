import { DomainError } from '../../kernel/domain-error.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import type { PartyReference } from './account.js';

/** `invitation` opens an account; `reset` gives a forgotten password a successor. */
export type InvitationPurpose = 'invitation' | 'reset';

export interface Invitation extends PartyReference {
  readonly id: string;
  readonly purpose: InvitationPurpose;
  readonly partyName: string;
  readonly expiresOn: LocalDate;
  readonly usedAt: Date | null;
  readonly voidAt: Date | null;
}

/** A letter with the code may lie a while; a code handed over at the counter is used the same week. */
const VALID_DAYS: Readonly<Record<InvitationPurpose, number>> = { invitation: 30, reset: 7 };

/** The last day on which the code works. */
export const lastDayOf = (purpose: InvitationPurpose, today: LocalDate): LocalDate =>
  addDays(today, VALID_DAYS[purpose]);

/** Refuses a code that was used, replaced by a newer one, or has run out; each says what to do. */
export function refuseSpent(invitation: Invitation | null, today: LocalDate): asserts invitation is Invitation {
  const code =
    invitation === null
      ? 'identity.code-unknown'
      : invitation.usedAt
        ? 'identity.code-used'
        : invitation.voidAt
          ? 'identity.code-replaced'
          : today > invitation.expiresOn
            ? 'identity.code-expired'
            : null;
  if (code) throw new DomainError(code, 'invalid', {}, [{ pointer: 'code', code }]);
}
