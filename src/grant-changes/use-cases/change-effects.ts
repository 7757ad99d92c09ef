import { Injectable } from '@nestjs/common';
import { BudgetLedger, type Cause } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { subtractYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { grantCause, GrantsInForce, LaterPaymentsPort, PaymentPort, type GrantView } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ChangeKind } from '../domain/grant-change.js';
import type { Change } from '../store/grant-change.store.js';
import { movedBy } from './change-grounds.js';

export const changeCause = (changeId: string): Cause => ({ kind: 'grant-change', id: changeId });

const WHY: Readonly<Record<ChangeKind, string>> = {
  amendment: '変更交付決定',
  discontinuation: '中止・廃止の承認',
  revocation: '交付決定の取消し',
};

const EVENT = {
  amendment: 'GrantAmended',
  discontinuation: 'GrantDiscontinued',
  revocation: 'GrantRevoked',
} as const satisfies Record<ChangeKind, string>;

/** What a change does to budget, claims and the amount in force, in the transaction of the act that decides it. */
@Injectable()
export class ChangeEffects {
  constructor(
    private readonly ledger: BudgetLedger,
    private readonly grants: GrantsInForce,
    private readonly payments: PaymentPort,
    private readonly later: LaterPaymentsPort,
    private readonly cases: CaseList,
  ) {}

  /** 起案: an increase reserves what comes on top; everything else gives back what an earlier proposal had reserved. */
  reserve(tx: Transaction, grant: GrantView, change: Change): Promise<void> {
    const more = movedBy(change);
    const cause = { ...changeCause(change.id), label: grant.organizationName };
    return more > 0n
      ? this.ledger.reserve(tx, grant.budgetLineId, more, cause)
      : this.ledger.releaseIfAny(tx, changeCause(change.id));
  }

  release(tx: Transaction, { id }: Change): Promise<void> {
    return this.ledger.releaseIfAny(tx, changeCause(id));
  }

  /**
   * The last approval: commitment, claims and amount follow at once. Returns what has been ordered, or paid from a later year, beyond the new amount;
   * announces GrantAmended, GrantDiscontinued or GrantRevoked, nothing where the change was refused.
   */
  async carryOut(tx: Transaction, grant: GrantView, change: Change, decidedOn: LocalDate): Promise<Yen | null> {
    if (change.outcome === 'refused') return null;
    const { id: changeId, kind, amount, whole, effectiveOn } = change;
    const { id: subjectId, organizationId, applicationId } = grant;
    const over = await this.moveCommitment(tx, change);
    await this.payments.get().dropUnordered(tx, subjectId, WHY[kind]);
    await this.grants.put(tx, subjectId, {
      ...(amount !== null && { amountInForce: amount }),
      ...(kind === 'discontinuation' && effectiveOn && { discontinuedOn: effectiveOn }),
      ...(kind === 'revocation' && whole && { revokedOn: decidedOn }),
    });
    await this.retell(tx, applicationId, amount);
    const data = { applicationId, changeId, over: over.toString() };
    tx.announce({ type: EVENT[kind], subjectId, organizationId, data });
    return over;
  }

  /** The lists say what is in force; where the case stands on its way stays. */
  private async retell(tx: Transaction, applicationId: string, amount: Yen | null): Promise<void> {
    const item = amount === null ? null : await this.cases.find(tx, applicationId);
    if (item) await this.cases.move(tx, applicationId, { phase: item.phase, waitingFor: item.waitingFor, amount });
  }

  private async moveCommitment(tx: Transaction, change: Change): Promise<Yen> {
    const { id, grantId, amount } = change;
    const more = movedBy(change);
    const [own, grant] = [changeCause(id), grantCause(grantId)];
    if (more > 0n) await this.ledger.commitInto(tx, own, grant);
    if (more === 0n || amount === null) return ZERO_YEN;
    // After an increase too: what had been ordered beyond the amount before is now part of it.
    await this.ledger.reduceCommitment(tx, grant, amount, own);
    if (more > 0n) return ZERO_YEN;
    const paid = await this.later.heldOf(tx, grantId);
    return paid > amount ? subtractYen(paid, amount) : ZERO_YEN;
  }
}
