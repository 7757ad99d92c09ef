import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Drafts, type StartDraft } from '../../approvals/index.js';
import { BudgetLedger, budgetYearOfPayment } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { claimInWords, type Claim } from '../domain/claim.js';
import { ClaimStore } from '../store/claim.store.js';
import { PaymentOrderStore } from '../store/payment-order.store.js';
import { grantCause, PAYMENT_ORDER } from './payment-order-subject.js';
import { Payees } from './payees.js';

export interface DraftPaymentOrdersCommand extends Pick<StartDraft, 'marks' | 'carried' | 'cites'> {
  readonly claimIds: readonly string[];
  readonly title: string;
  readonly reason: string;
}

/**
 * 支出命令の起案 for one or several confirmed claims: one order each, in one draft, all or none.
 * Throws `payments.*` with faults at `claimIds`, `payments.hold-*` when an account must wait, and what approvals refuses.
 */
@Injectable()
export class DraftPaymentOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ClaimStore,
    private readonly orders: PaymentOrderStore,
    private readonly grants: GrantDirectory,
    private readonly ledger: BudgetLedger,
    private readonly payees: Payees,
    private readonly drafts: Drafts,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, command: DraftPaymentOrdersCommand): Promise<{ draftId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const claims = await this.claims.lock(tx, command.claimIds);
      refuseWhenFaulty(claims.length === 0 ? [{ pointer: 'claimIds', code: 'payments.no-claim-chosen' }] : []);
      const faults: Fault[] = [];
      for (const claim of claims) faults.push(...(await this.faultsOf(tx, claim)));
      refuseWhenFaulty(faults);
      const orderIds = new Map<string, string>();
      for (const claim of byOrganization(claims)) orderIds.set(claim.id, await this.insertOrder(tx, claim));
      // The numbers will follow the order in which the claims were chosen.
      const subjectIds = [...new Set(command.claimIds)].flatMap((claimId) => orderIds.get(claimId) ?? []);
      const { title, reason, marks = [], carried = false, cites = '' } = command;
      const words = { kind: PAYMENT_ORDER, title, reason, subjectIds };
      const draftId = await this.drafts.start(tx, { ...words, marks, carried, cites });
      for (const claim of claims) {
        await this.cases.move(tx, claim.applicationId, { phase: 'ordered', waitingFor: 'approvers' });
      }
      return { draftId };
    });
  }

  private async faultsOf(tx: Transaction, claim: Claim): Promise<Fault[]> {
    const params = { organization: claim.organizationName };
    if (claim.state !== 'confirmed') return [{ pointer: 'claimIds', code: 'payments.claim-not-confirmed', params }];
    const live = await this.orders.liveOfClaim(tx, claim.id);
    return live ? [{ pointer: 'claimIds', code: 'payments.order-exists', params }] : [];
  }

  private async insertOrder(tx: Transaction, claim: Claim): Promise<string> {
    const grant = await this.grants.get(tx, claim.grantId);
    const commitment = await this.ledger.commitmentOf(tx, grantCause(claim.grantId));
    if (!commitment || !claim.confirmation) {
      throw new DomainError('payments.no-commitment', 'conflict', { organization: claim.organizationName });
    }
    const line = await this.ledger.line(tx, grant.budgetLineId);
    const settles = claim.kind === 'settlement';
    const { committedOn } = commitment;
    const year = budgetYearOfPayment({ settles, committedOn, performedIn: claim.fiscalYear });
    if (line.fiscalYear !== year) {
      const params = { organization: claim.organizationName, year: formatFiscalYear(year) };
      throw new DomainError('payments.other-budget-year', 'conflict', params);
    }
    const payee = await this.payees.freeze(tx, { ...claim, claimId: claim.id });
    const id = randomUUID();
    await this.orders.insert(tx, {
      id,
      claimId: claim.id,
      grantId: claim.grantId,
      applicationId: claim.applicationId,
      organizationId: claim.organizationId,
      organizationName: claim.organizationName,
      programName: claim.programName,
      fiscalYear: claim.fiscalYear,
      budgetLineId: line.id,
      budgetCode: line.code,
      budgetName: line.name,
      commitmentNumber: commitment.number,
      committedOn: commitment.committedOn,
      commitmentAmount: commitment.amount,
      claimedOn: claim.confirmation.claimedOn,
      paymentMethod: claimInWords(claim),
      amount: claim.amount,
      payee,
    });
    return id;
  }
}

/** The order in which every transaction takes the locks of the accounts. */
const byOrganization = (claims: readonly Claim[]): Claim[] =>
  [...claims].sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
