import { Injectable } from '@nestjs/common';
import { systemActor } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Municipality } from '../../municipalities/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseSpent, type InvitationPurpose } from '../domain/invitation.js';
import { readPrintedCode } from '../domain/printed-code.js';
import { AccountStore } from '../store/accounts.store.js';
import { InvitationStore } from '../store/invitations.store.js';
import { Secrets } from './secrets.js';

export interface InvitationView {
  /** The code as printed, for the next step's form. */
  readonly code: string;
  readonly purpose: InvitationPurpose;
  readonly partyName: string;
  readonly expiresOn: LocalDate;
  /** At a reset, the name that the account has. */
  readonly signInName: string | null;
}

/** Tells the holder of a printed code for whom it is, before anything is chosen. */
@Injectable()
export class LookUpInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly accounts: AccountStore,
    private readonly secrets: Secrets,
  ) {}

  execute(town: Municipality, command: { code: string }): Promise<InvitationView> {
    const code = readPrintedCode(command.code);
    return this.unitOfWork.read(systemActor(town.id, '利用開始コード'), async (tx) => {
      const invitation = await this.invitations.byCodeHash(tx, this.secrets.fingerprint(code));
      refuseSpent(invitation, tx.today);
      const { purpose, partyName, expiresOn, partyKind, partyId } = invitation;
      const account = await this.accounts.ofParty(tx, partyKind, partyId);
      return { code, purpose, partyName, expiresOn, signInName: account?.signInName ?? null };
    });
  }
}
