import { Injectable } from '@nestjs/common';
import { BudgetLedger, LedgerBooks, unorderedOf, type BudgetLine, type Cause } from '../../budgets/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { fiscalYear, firstDayOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { Claims, PaidAmounts } from '../../payments/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { carryFaults, type TypedCarry } from '../domain/carry.js';
import { LONGEST_CORRECTION } from '../domain/line-correction.js';
import { CarryStore, type Carry } from '../store/carry.store.js';

export interface OrderCarryCommand extends TypedCarry {
  readonly grantId: string;
  /** Of the form: sent twice it is one. */
  readonly requestId: string;
}

/** What the section needs to ask for a 繰越, and what became of those it asked for. */
export interface CarryView {
  readonly grant: GrantView;
  readonly line: BudgetLine;
  /** Those of the next year. */
  readonly lines: readonly BudgetLine[];
  /** Committed and not ordered. */
  readonly most: Yen;
  /** Why it cannot be asked for now; null where it can. */
  readonly obstacle: { readonly code: string; readonly params: Fault['params'] } | null;
  readonly carries: readonly NamedCarry[];
}

export interface NamedCarry extends Carry {
  readonly grant: GrantView;
  readonly fromLine: BudgetLine;
  readonly toLine: BudgetLine;
}

const TREASURY = ['treasury-check', 'treasury-decide'] as const;
/** What the carried commitment is posted under on the line of the next year. */
export const CARRIED_GRANT = 'carried-grant';

/**
 * 繰越明許費・事故繰越: what a grant has committed and not ordered goes on in the next year instead of lapsing, with the budget that
 * pays it. The section asks for it with ground and decision, the treasury confirms it; never one person.
 */
@Injectable()
export class CarryOver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly carries: CarryStore,
    private readonly ledger: BudgetLedger,
    private readonly books: LedgerBooks,
    private readonly grants: GrantDirectory,
    private readonly claims: Claims,
    private readonly paid: PaidAmounts,
  ) {}

  view(actor: Actor, grantId: string): Promise<CarryView> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, async (tx) => this.ground(tx, await this.grants.get(tx, grantId)));
  }

  /** What waits for the treasury, and what was carried over. */
  desk(actor: Actor): Promise<{ readonly waiting: NamedCarry[]; readonly done: NamedCarry[] }> {
    requireDuty(actor, ...TREASURY, 'audit');
    return this.unitOfWork.read(actor, async (tx) => ({
      waiting: await this.named(tx, await this.carries.inState(tx, 'ordered')),
      done: await this.named(tx, (await this.carries.inState(tx, 'done')).reverse()),
    }));
  }

  /** Throws not-found. */
  one(actor: Actor, id: string): Promise<NamedCarry> {
    requireDuty(actor, ...TREASURY, 'audit');
    return this.unitOfWork.read(actor, async (tx) => {
      const [found] = await this.named(tx, [await this.carries.get(tx, id)]);
      if (!found) throw DomainError.notFound();
      return found;
    });
  }

  /** Faults as `carryFaults` has them; throws what hinders it. */
  order(actor: Actor, { grantId, requestId: id, ...typed }: OrderCarryCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const carry = { ...typed, reason: typed.reason.trim(), decision: typed.decision.trim() };
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      if (await this.carries.find(tx, id)) return;
      const { obstacle, lines, line, most } = await this.ground(tx, grant);
      if (obstacle) throw new DomainError(obstacle.code, 'conflict', obstacle.params ?? {});
      refuseWhenFaulty(carryFaults(carry, { most, lines, today: tx.today }));
      const { ground } = carry;
      if (ground === null) return;
      await this.carries.add(tx, { id, grantId, fromLineId: line.id, ...carry, ground });
      this.tell(tx, 'grant.carry-ordered', grant);
    });
  }

  /** Fault at `answer`. */
  withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.end(actor, id, 'withdrawn', reason);
  }

  /** Fault at `answer`. */
  sendBack(actor: Actor, id: string, reason: string): Promise<void> {
    requireDuty(actor, ...TREASURY);
    return this.end(actor, id, 'returned', reason);
  }

  /**
   * From the first day of the next year until the closing. Throws `closing.correction-answered`, `closing.carry-own`,
   * `closing.carry-too-early`, and what hinders it by now.
   */
  confirm(actor: Actor, id: string): Promise<void> {
    requireDuty(actor, ...TREASURY);
    return this.unitOfWork.run(actor, async (tx) => {
      const { grantId } = await this.carries.get(tx, id);
      const grant = await this.grants.getForUpdate(tx, grantId);
      const carry = await this.carries.get(tx, id);
      if (carry.state === 'done') return;
      if (carry.state !== 'ordered') throw new DomainError('closing.correction-answered', 'conflict');
      if (actor.kind === 'staff' && actor.staffId === carry.orderedBy)
        throw new DomainError('closing.carry-own', 'conflict');
      const from = firstDayOf(fiscalYear(grant.fiscalYear + 1));
      if (tx.today < from) throw new DomainError('closing.carry-too-early', 'conflict', { from: formatEra(from) });
      const others = (await this.carries.ofGrant(tx, grantId)).filter((each) => each.id !== id);
      const obstacle = await this.obstacle(tx, grant, carry.amount, others);
      if (obstacle) throw new DomainError(obstacle.code, 'conflict', obstacle.params ?? {});
      const own: Cause = { kind: CARRIED_GRANT, id, label: grant.organizationName };
      await this.ledger.carry(tx, { kind: 'grant', id: grantId }, own, carry.toLineId, carry.amount);
      await this.claims.afterCarry(tx, grantId);
      await this.carries.answer(tx, id, 'done', '');
      this.tell(tx, 'grant.carried-over', grant);
      tx.announce({ type: 'GrantLineCorrected', subjectId: grantId });
    });
  }

  private end(actor: Actor, id: string, state: 'returned' | 'withdrawn', typed: string): Promise<void> {
    const answer = typed.trim();
    if (answer === '' || answer.length > LONGEST_CORRECTION) {
      const params = { most: LONGEST_CORRECTION };
      refuseWhenFaulty([{ pointer: 'answer', code: 'closing.correction-reason-missing', params }]);
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const { grantId } = await this.carries.get(tx, id);
      const grant = await this.grants.getForUpdate(tx, grantId);
      if ((await this.carries.get(tx, id)).state !== 'ordered')
        throw new DomainError('closing.correction-answered', 'conflict');
      await this.carries.answer(tx, id, state, answer);
      this.tell(tx, `grant.carry-${state}`, grant);
    });
  }

  private async ground(tx: Transaction, grant: GrantView): Promise<CarryView> {
    const line = await this.ledger.line(tx, grant.budgetLineId);
    const held = (await this.books.byCause(tx)).find(
      ({ cause, lineId }) => cause.kind === 'grant' && cause.id === grant.id && lineId === line.id,
    );
    const carries = await this.named(tx, await this.carries.ofGrant(tx, grant.id));
    const most = held ? unorderedOf(held.held) : ZERO_YEN;
    return {
      ...{ grant, line, carries, most, lines: await this.ledger.lines(tx, fiscalYear(line.fiscalYear + 1)) },
      obstacle: await this.obstacle(tx, grant, most, carries),
    };
  }

  private async obstacle(
    tx: Transaction,
    { id, fiscalYear: year }: GrantView,
    most: Yen,
    carries: readonly Carry[],
  ): Promise<CarryView['obstacle']> {
    const because = (code: string, params: Fault['params'] = {}) => ({ code, params });
    if (await this.ledger.closingOf(tx, year))
      return because('closing.carry-year-closed', { year: formatFiscalYear(year) });
    if (carries.some(({ state }) => state === 'ordered' || state === 'done')) return because('closing.carry-once');
    // What the organisation has asked for is owed in this year; a claim that it has not confirmed is made anew for the rest.
    const asked = (await this.paid.of(tx, id)).parts.find(
      ({ claim, order, paidOn }) =>
        paidOn === null && (order !== null || claim.state === 'confirmed' || claim.kind === 'settlement'),
    );
    if (asked) return because('closing.carry-claim-open', { amount: formatYen(asked.claim.amount) });
    return most === 0n ? because('closing.carry-nothing-left') : null;
  }

  private async named(tx: Transaction, carries: readonly Carry[]): Promise<NamedCarry[]> {
    const named: NamedCarry[] = [];
    for (const carry of carries)
      named.push({
        ...carry,
        grant: await this.grants.get(tx, carry.grantId),
        fromLine: await this.ledger.line(tx, carry.fromLineId),
        toLine: await this.ledger.line(tx, carry.toLineId),
      });
    return named;
  }

  private tell(tx: Transaction, action: string, { id: subjectId, organizationId }: GrantView): void {
    tx.audit({ action, subjectKind: 'grant', subjectId, organizationId });
  }
}
