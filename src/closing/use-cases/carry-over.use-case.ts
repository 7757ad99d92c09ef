import { Injectable } from '@nestjs/common';
import { BudgetLedger, LedgerBooks, unorderedOf, type BudgetLine, type Cause } from '../../budgets/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { fiscalYear, firstDayOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import { formatYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { Claims, PaidAmounts } from '../../payments/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { readCarry, type TypedCarry } from '../domain/carry.js';
import type { CarryRow } from '../store/carry-row.js';
import { CarryStore, type Carry } from '../store/carry.store.js';
import { LineMoves, refuseHindered, type Named, type Obstacle } from './line-moves.js';

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
  readonly obstacle: Obstacle | null;
  readonly carries: readonly NamedCarry[];
}

export type NamedCarry = Named<CarryRow>;

/** What the carried commitment is posted under on the line of the next year. */
export const CARRIED_GRANT = 'carried-grant';

/**
 * 繰越明許費・事故繰越: what a grant has committed and not ordered goes on in the next year instead of lapsing, with the budget that
 * pays it. The section asks for it with ground and decision, the treasury confirms it; never one person.
 */
@Injectable()
export class CarryOver extends LineMoves<CarryRow> {
  protected readonly actions = {
    ...{ ordered: 'grant.carry-ordered', done: 'grant.carried-over' },
    ...{ returned: 'grant.carry-returned', withdrawn: 'grant.carry-withdrawn' },
  };
  protected readonly ownCode = 'closing.carry-own';

  constructor(
    unitOfWork: UnitOfWork,
    carries: CarryStore,
    ledger: BudgetLedger,
    grants: GrantDirectory,
    private readonly books: LedgerBooks,
    private readonly claims: Claims,
    private readonly paid: PaidAmounts,
  ) {
    super(unitOfWork, carries, ledger, grants);
  }

  view(actor: Actor, grantId: string): Promise<CarryView> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, async (tx) => this.ground(tx, await this.grants.get(tx, grantId)));
  }

  /** Faults as `readCarry` has them; throws what hinders it. */
  order(actor: Actor, { grantId, requestId: id, ...typed }: OrderCarryCommand): Promise<void> {
    const carry = { ...typed, reason: typed.reason.trim(), decision: typed.decision.trim() };
    return this.orderOnce(actor, grantId, id, async (tx, grant) => {
      const { obstacle, lines, line, most } = await this.ground(tx, grant);
      refuseHindered(obstacle);
      return { id, grantId, fromLineId: line.id, ...carry, ground: readCarry(carry, { most, lines, today: tx.today }) };
    });
  }

  /** From the first day of the next year until the closing; else throws `closing.carry-too-early`. */
  protected async post(tx: Transaction, grant: GrantView, carry: Carry): Promise<void> {
    const { id, grantId, amount, toLineId } = carry;
    const from = firstDayOf(fiscalYear(grant.fiscalYear + 1));
    if (tx.today < from) throw new DomainError('closing.carry-too-early', 'conflict', { from: formatEra(from) });
    const others = (await this.moves.ofGrant(tx, grantId)).filter((each) => each.id !== id);
    refuseHindered(await this.obstacle(tx, grant, amount, others));
    const own: Cause = { kind: CARRIED_GRANT, id, label: grant.organizationName };
    await this.ledger.carry(tx, { kind: 'grant', id: grantId }, own, toLineId, amount);
    await this.claims.afterCarry(tx, grantId);
  }

  private async ground(tx: Transaction, grant: GrantView): Promise<CarryView> {
    const line = await this.ledger.line(tx, grant.budgetLineId);
    const held = (await this.books.byCause(tx)).find(
      ({ cause, lineId }) => cause.kind === 'grant' && cause.id === grant.id && lineId === line.id,
    );
    const carries = await this.named(tx, await this.moves.ofGrant(tx, grant.id));
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
  ): Promise<Obstacle | null> {
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
}
