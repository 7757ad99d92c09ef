import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireOwnOrganization, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { Letters } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { CLAIM_MACHINE, readConfirmation, type TypedConfirmation } from '../domain/claim.js';
import { ClaimStore } from '../store/claim.store.js';
import { ClaimLetter } from './claim-letter.js';

export interface ConfirmClaimCommand extends TypedConfirmation {
  readonly claimId: string;
  /** The version that the page showed. */
  readonly version: number;
}

/**
 * The organisation confirms its 請求書: from then on it is dated, signed for by name, and drawn. The amount is not asked for.
 * Faults at `claimedOn`, `responsibleName`, `responsiblePhone`, `inChargeName`, `inChargePhone`.
 */
@Injectable()
export class ConfirmClaim {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimStore,
    private readonly grants: GrantDirectory,
    private readonly claimLetter: ClaimLetter,
    private readonly letters: Letters,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, command: ConfirmClaimCommand): Promise<{ letterId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, (tx) => this.confirm(tx, actor.officerId, command));
  }

  private async confirm(
    tx: Transaction,
    officerId: string,
    command: ConfirmClaimCommand,
  ): Promise<{ letterId: string }> {
    const [claim] = await this.claims.lock(tx, [command.claimId]);
    if (!claim) throw DomainError.notFound();
    requireOwnOrganization(tx.actor, claim.organizationId);
    if (claim.state === 'confirmed' && claim.confirmation) return { letterId: claim.confirmation.letterId };
    nextState(CLAIM_MACHINE, 'payments.claim-state', claim.state, 'confirm');
    if (claim.version !== command.version) throw DomainError.stale();
    const grant = await this.grants.get(tx, claim.grantId);
    const confirmation = readConfirmation(command, grant.issuedOn, tx.today);

    const letter = await this.claimLetter.compose(tx, claim, grant, confirmation);
    const { letterId } = await this.letters.issue(tx, letter, {
      sectionId: grant.document.handledBy,
      issuedOn: confirmation.claimedOn,
      // A claim is made anew, never corrected: the papers of those that were withdrawn say so.
      succeeds: { subjectIds: await this.claims.withdrawnOfGrant(tx, claim.grantId), effect: 'changed' },
    });
    await this.claims.confirm(tx, claim, { ...confirmation, confirmedBy: officerId, letterId });
    await this.cases.move(tx, claim.applicationId, { phase: 'claimed', waitingFor: 'promotion' });
    const { id, organizationId } = claim;
    tx.announce({ type: 'ClaimConfirmed', subjectId: id, organizationId, data: { grantId: claim.grantId } });
    tx.audit({ action: 'claim.confirmed', subjectKind: 'claim', subjectId: id, organizationId });
    return { letterId };
  }
}
