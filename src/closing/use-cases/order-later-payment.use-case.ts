import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import { formatYen, sumYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { laterOrderFaults, LONGEST_BASIS, type TypedLaterOrder } from '../domain/arrears.js';
import { CarryStore } from '../store/carry.store.js';
import { LaterPaymentOrderStore } from '../store/later-payment-order.store.js';
import { Arrears } from './arrears.js';

export interface OrderLaterPaymentCommand extends TypedLaterOrder {
  readonly grantId: string;
  /** Of the form: sent twice it is one order. */
  readonly requestId: string;
}

/**
 * The section asks the treasury to pay what a grant of a closed year still gives from a later budget: 過年度支出 (施行令165条の8) or
 * what was carried over (繰越明許費・事故繰越). Nothing counts as paid before the treasury has confirmed it.
 */
@Injectable()
export class OrderLaterPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantDirectory,
    private readonly arrears: Arrears,
    private readonly orders: LaterPaymentOrderStore,
    private readonly carries: CarryStore,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
  ) {}

  /** Faults at `ground`, `amount`, `basis`; throws `closing.past-year-before-closing` while its own year pays all of it. */
  execute(actor: Actor, { basis: typed, ...command }: OrderLaterPaymentCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const basis = typed.trim();
    return this.unitOfWork.run(actor, (tx) => this.order(tx, { ...command, basis }));
  }

  /** Before the treasury has answered. Fault at `withdrawReason`; throws `closing.later-order-answered`. */
  withdraw(actor: Actor, command: { grantId: string; orderId: string; reason: string }): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = command.reason.trim();
    refuseWhenFaulty(
      reason === '' || reason.length > LONGEST_BASIS
        ? [{ pointer: 'withdrawReason', code: 'closing.later-order-reason-missing', params: { most: LONGEST_BASIS } }]
        : [],
    );
    return this.unitOfWork.run(actor, async (tx) => {
      const { grantId, orderId } = command;
      const grant = await this.grants.getForUpdate(tx, grantId);
      const order = await this.orders.get(tx, orderId);
      if (order.grantId !== grantId) throw DomainError.notFound();
      if (order.state !== 'ordered') throw new DomainError('closing.later-order-answered', 'conflict');
      await this.orders.answer(tx, order, 'withdrawn', reason);
      await this.waitFor(tx, grant.applicationId, 'promotion');
      tx.audit({
        ...{ action: 'grant.later-payment-withdrawn', subjectKind: 'grant', subjectId: grantId },
        ...{ organizationId: grant.organizationId, detail: { amount: String(order.amount) } },
      });
    });
  }

  private async order(tx: Transaction, command: OrderLaterPaymentCommand): Promise<void> {
    const { grantId, requestId: id, amount, ground, basis } = command;
    const grant = await this.grants.getForUpdate(tx, grantId);
    if (await this.orders.find(tx, id)) return;
    const closed = (await this.ledger.closingOf(tx, grant.fiscalYear)) !== null;
    const carry = await this.carries.doneOf(tx, grantId);
    if (!closed && !carry) throw new DomainError('closing.past-year-before-closing', 'conflict');
    const asked = (await this.orders.ofGrant(tx, grantId)).filter(({ state }) => state === 'ordered');
    const open = less(await this.arrears.ofGrant(tx, grant), sumYen(asked.map((each) => each.amount)));
    refuseWhenFaulty(laterOrderFaults(command, open));
    if (ground === null) return;
    if (ground === 'past-year')
      refuseWhenFaulty(closed ? [] : [{ pointer: 'ground', code: 'closing.past-year-before-closing' }]);
    else if (carry?.ground !== ground)
      throw DomainError.invalid([{ pointer: 'ground', code: 'closing.carry-missing' }]);
    else await this.refuseBeyondCarry(tx, grant, amount);
    await this.orders.add(tx, { id, grantId, amount, ground, basis });
    await this.waitFor(tx, grant.applicationId, 'treasury');
    tx.audit({
      ...{ action: 'grant.later-payment-ordered', subjectKind: 'grant', subjectId: grantId },
      ...{ organizationId: grant.organizationId, detail: { amount: String(amount), ground } },
    });
  }

  /** What was carried over is paid from there, and nothing else is; fault at `amount`. */
  private async refuseBeyondCarry(tx: Transaction, grant: GrantView, amount: Yen): Promise<void> {
    const left = await this.arrears.carriedOpen(tx, grant);
    const params = { most: formatYen(left) };
    refuseWhenFaulty(amount > left ? [{ pointer: 'amount', code: 'closing.past-year-over', params }] : []);
  }

  private async waitFor(tx: Transaction, applicationId: string, waitingFor: 'promotion' | 'treasury'): Promise<void> {
    const item = await this.cases.find(tx, applicationId);
    if (item) await this.cases.move(tx, applicationId, { phase: item.phase, waitingFor });
  }
}

const less = (amount: Yen, by: Yen): Yen => (amount > by ? yen(amount - by) : ZERO_YEN);
