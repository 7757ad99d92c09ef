import { Injectable } from '@nestjs/common';
import { requireDuty, requireOwnOrganization, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { Municipalities } from '../../municipalities/index.js';
import { readAccount, readTransferKana, type TypedAccount } from '../../organizations/index.js';
import { BankDirectory } from '../../platform/banks/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { tidy, type Claim } from '../domain/claim.js';
import { DELEGATION_MACHINE, readDelegation, type Delegation, type DelegationAction } from '../domain/delegation.js';
import { ClaimStore } from '../store/claim.store.js';
import { DelegationStore } from '../store/delegation.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';

export interface ProposeDelegationCommand extends TypedAccount {
  readonly claimId: string;
  readonly delegateName: string;
  readonly reason: string;
  readonly paper: Upload | null;
}

export interface ConfirmDelegationCommand {
  readonly claimId: string;
  readonly transferKana: string;
}

/**
 * 委任状: the organisation lets another receive the money of one claim; staff check it against the paper before an order is
 * drafted, and the treasury sees it. While an order stands nothing of it changes.
 */
@Injectable()
export class Delegations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly delegations: DelegationStore,
    private readonly banks: BankDirectory,
    private readonly files: FileStore,
  ) {}

  /** Faults at `delegateName`, `reason`, `paper` and the fields of the account. */
  async propose(actor: Actor, command: ProposeDelegationCommand): Promise<void> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    const upload = command.paper && (await acceptUpload(command.paper, ['image', 'pdf'], 'paper'));
    return this.unitOfWork.run(actor, async (tx) => {
      const claim = await this.lockFree(tx, command.claimId);
      requireOwnOrganization(actor, claim.organizationId);
      if ((await this.delegations.liveOf(tx, [claim.id])).size > 0) {
        throw new DomainError('payments.delegation-exists', 'conflict');
      }
      const said = readDelegation(command);
      const read = readAccount(command, this.banks);
      if (!upload) throw DomainError.invalid([{ pointer: 'paper', code: 'payments.delegation-paper-missing' }]);
      const { bankCode, bankName, bankKana, branchCode, branchName, branchKana } = read;
      const { accountKind, accountNumber, holderKana } = read;
      const place = { bankCode, bankName, bankKana, branchCode, branchName, branchKana };
      await this.delegations.insert(tx, {
        ...{ claimId: claim.id, organizationId: claim.organizationId, ...said, proposedBy: actor.name },
        account: { ...place, accountKind, accountNumber, holderKana },
        file: { ...(await this.files.receive(tx, upload)), name: upload.name },
      });
      this.say(tx, claim, 'proposed');
    });
  }

  /** Fault at `transferKana`: what the bank takes, and no longer than its file. */
  confirm(actor: Actor, { claimId, transferKana }: ConfirmDelegationCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.act(actor, claimId, 'confirm', async (tx, delegation) => {
      const { bank } = await this.municipalities.of(tx);
      const { holderKana } = delegation.account;
      return {
        transferKana: readTransferKana(transferKana, holderKana, bank?.permittedSymbols ?? ''),
        ...{ confirmedBy: tx.actor.name, confirmedAt: tx.now },
      };
    });
  }

  /** Fault at `refusal`, which the organisation reads. */
  refuse(actor: Actor, command: { readonly claimId: string; readonly refusal: string }): Promise<void> {
    requireDuty(actor, 'promotion');
    const refusal = tidy(command.refusal);
    refuseWhenFaulty(refusal === '' ? [{ pointer: 'refusal', code: 'payments.delegation-refusal-missing' }] : []);
    return this.act(actor, command.claimId, 'refuse', () => Promise.resolve({ refusal }));
  }

  withdraw(actor: Actor, command: { readonly claimId: string }): Promise<void> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.act(actor, command.claimId, 'withdraw', () => Promise.resolve({}));
  }

  /** Newest first; another organisation's claim is not found. */
  ofClaim(actor: Actor, claimId: string): Promise<Delegation[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      requireOwnOrganization(actor, (await this.claims.find(tx, claimId)).organizationId);
      return this.delegations.ofClaim(tx, claimId);
    });
  }

  /** The 委任状 itself; each opening by the town hall stands in the audit trail. */
  paper(actor: Actor, delegationId: string): Promise<{ bytes: Buffer; fileName: string; mediaType: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId, file, claimId } = await this.delegations.find(tx, delegationId);
      requireOwnOrganization(actor, organizationId);
      if (actor.kind === 'staff') {
        requireDuty(actor, 'promotion', 'approve', 'treasury-check', 'treasury-decide', 'audit');
      }
      tx.audit({ action: 'claim.delegation-opened', subjectKind: 'claim', subjectId: claimId, organizationId });
      return { bytes: (await this.files.open(tx, file.sha256)).bytes, fileName: file.name, mediaType: file.mediaType };
    });
  }

  private act(
    actor: Actor,
    claimId: string,
    action: DelegationAction,
    change: (tx: Transaction, delegation: Delegation) => Promise<Parameters<DelegationStore['change']>[2]>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const claim = await this.lockFree(tx, claimId);
      requireOwnOrganization(actor, claim.organizationId);
      const delegation = (await this.delegations.liveOf(tx, [claimId])).get(claimId);
      if (!delegation) throw new DomainError('payments.delegation-state', 'conflict');
      const state = nextState(DELEGATION_MACHINE, 'payments.delegation-state', delegation.state, action);
      await this.delegations.change(tx, delegation, { ...(await change(tx, delegation)), state });
      this.say(tx, claim, state);
    });
  }

  /** The claim under lock, as long as no order stands for it. */
  private async lockFree(tx: Transaction, claimId: string): Promise<Claim> {
    const [claim] = await this.claims.lock(tx, [claimId]);
    if (!claim) throw DomainError.notFound();
    if (claim.state === 'withdrawn') throw new DomainError('payments.claim-state', 'conflict');
    if (await this.orders.liveOfClaim(tx, claimId))
      throw new DomainError('payments.delegation-after-order', 'conflict');
    return claim;
  }

  private say(tx: Transaction, { id: subjectId, organizationId }: Claim, what: Delegation['state']): void {
    tx.audit({ action: `claim.delegation-${what}`, subjectKind: 'claim', subjectId, organizationId });
  }
}
