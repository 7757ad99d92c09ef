import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PartyKind, PartyReference } from '../domain/account.js';
import { lastDayOf, type Invitation, type InvitationPurpose } from '../domain/invitation.js';
import { AccountStore } from '../store/accounts.store.js';
import { InvitationStore } from '../store/invitations.store.js';
import { Secrets } from './secrets.js';

export interface Invitee extends PartyReference {
  readonly partyName: string;
}

/** What is printed and handed over. The code is shown this once; only its hash is kept. */
export interface IssuedCode {
  readonly code: string;
  readonly expiresOn: LocalDate;
}

/** Printed codes: they need no mail address, only a counter. */
@Injectable()
export class Invitations {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly accounts: AccountStore,
    private readonly secrets: Secrets,
  ) {}

  /** A code with which this person opens an account; replaces an earlier one. Refused when there is an account. */
  async issue(tx: Transaction, invitee: Invitee): Promise<IssuedCode> {
    if (await this.accounts.ofParty(tx, invitee.partyKind, invitee.partyId)) {
      throw new DomainError('identity.account-exists', 'conflict');
    }
    return this.issueFor(tx, 'invitation', invitee);
  }

  /** For this stage: a code of either purpose. */
  async issueFor(tx: Transaction, purpose: InvitationPurpose, invitee: Invitee): Promise<IssuedCode> {
    const { partyKind, partyId, partyName } = invitee;
    await this.invitations.voidOpen(tx, partyKind, partyId);
    const code = this.secrets.newPrintedCode();
    const expiresOn = lastDayOf(purpose, tx.today);
    await this.invitations.insert(tx, {
      id: randomUUID(),
      purpose,
      partyKind,
      partyId,
      partyName,
      expiresOn,
      codeHash: this.secrets.fingerprint(code),
      usedAt: null,
      voidAt: null,
    });
    tx.audit({ action: `${purpose}.issued`, subjectKind: partyKind, subjectId: partyId });
    return { code, expiresOn };
  }

  /** Codes of one kind of party that still work today. */
  open(tx: Transaction, partyKind: PartyKind): Promise<Invitation[]> {
    return this.invitations.open(tx, partyKind);
  }
}
