import { Injectable } from '@nestjs/common';
import { BudgetLedger, type BudgetLine, type Cause } from '../../budgets/index.js';
import { GrantChanges } from '../../grant-changes/index.js';
import { GrantDirectory, GrantsInForce, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import { PaidAmounts, PaymentBooks } from '../../payments/index.js';
import { DeterminationDirectory } from '../../performance-reports/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { RepaymentBooks } from '../../repayments/index.js';
import { correctionFaults, type TypedCorrection } from '../domain/line-correction.js';
import type { LineCorrectionRow } from '../store/line-correction-row.js';
import { LineCorrectionStore, type LineCorrection } from '../store/line-correction.store.js';
import { LineMoves, refuseHindered, type Named, type Obstacle } from './line-moves.js';

export interface OrderCorrectionCommand extends TypedCorrection {
  readonly grantId: string;
  /** Of the form: sent twice it is one. */
  readonly requestId: string;
}

/** What the section needs to ask for a 科目更正, and what became of those it asked for. */
export interface CorrectionGround {
  readonly grant: GrantView;
  readonly line: BudgetLine;
  /** The other lines of the same year. */
  readonly others: readonly BudgetLine[];
  readonly paid: Yen;
  /** Why it cannot be asked for now; null where it can. */
  readonly obstacle: Obstacle | null;
  readonly corrections: readonly NamedCorrection[];
}

export type NamedCorrection = Named<LineCorrectionRow>;

/**
 * 科目更正: what was decided, ordered and paid of a grant on the wrong budget line moves to the right one of the same open year by
 * postings that take it off and put it on. The section asks for it with its decision, the treasury confirms it; never one person.
 */
@Injectable()
export class CorrectLine extends LineMoves<LineCorrectionRow> {
  protected readonly actions = {
    ...{ ordered: 'grant.line-correction-ordered', done: 'grant.line-corrected' },
    ...{ returned: 'grant.line-correction-returned', withdrawn: 'grant.line-correction-withdrawn' },
  };
  protected readonly ownCode = 'closing.correction-own';

  constructor(
    unitOfWork: UnitOfWork,
    corrections: LineCorrectionStore,
    ledger: BudgetLedger,
    grants: GrantDirectory,
    private readonly inForce: GrantsInForce,
    private readonly changes: GrantChanges,
    private readonly paid: PaidAmounts,
    private readonly payments: PaymentBooks,
    private readonly repayments: RepaymentBooks,
    private readonly determinations: DeterminationDirectory,
  ) {
    super(unitOfWork, corrections, ledger, grants);
  }

  view(actor: Actor, grantId: string): Promise<CorrectionGround> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, async (tx) => this.ground(tx, await this.grants.get(tx, grantId)));
  }

  /** Faults at `toLineId`, `reason`, `decision`; throws what hinders it. */
  order(actor: Actor, { grantId, requestId: id, ...typed }: OrderCorrectionCommand): Promise<void> {
    const correction = { toLineId: typed.toLineId, reason: typed.reason.trim(), decision: typed.decision.trim() };
    return this.orderOnce(actor, grantId, id, async (tx, grant) => {
      const { obstacle, others, line, paid } = await this.ground(tx, grant);
      refuseHindered(obstacle);
      refuseWhenFaulty(correctionFaults(correction, others));
      return { id, grantId, fromLineId: line.id, amount: paid, ...correction };
    });
  }

  protected async post(
    tx: Transaction,
    grant: GrantView,
    { id, grantId, toLineId, reason }: LineCorrection,
  ): Promise<void> {
    const { obstacle } = await this.ground(tx, grant, id);
    refuseHindered(obstacle);
    const line = await this.ledger.line(tx, toLineId);
    await this.ledger.reclassify(tx, causeOf(grant), line.id, reason);
    await this.inForce.put(tx, grantId, { budgetLineId: line.id });
    await this.payments.moveLine(tx, grantId, line);
    await this.repayments.moveLine(tx, grantId, line.id);
    await this.determinations.moveLine(tx, grantId, line.id);
  }

  private async ground(tx: Transaction, grant: GrantView, own?: string): Promise<CorrectionGround> {
    const line = await this.ledger.line(tx, grant.budgetLineId);
    const lines = await this.ledger.lines(tx, line.fiscalYear);
    const { ordered, paid } = await this.paid.of(tx, grant.id);
    const corrections = await this.named(tx, await this.moves.ofGrant(tx, grant.id));
    return {
      ...{ grant, line, paid, corrections, others: lines.filter(({ id }) => id !== line.id) },
      obstacle: await this.obstacle(tx, grant, {
        unpaid: ordered !== paid,
        waiting: corrections.some(({ id, state }) => state === 'ordered' && id !== own),
      }),
    };
  }

  private async obstacle(
    tx: Transaction,
    { id, fiscalYear, state, outcome }: GrantView,
    { unpaid, waiting }: { readonly unpaid: boolean; readonly waiting: boolean },
  ): Promise<Obstacle | null> {
    const because = (code: string, params: Fault['params'] = {}) => ({ code, params });
    if (outcome === 'refused' || state === 'proposed' || state === 'released')
      return because('closing.correction-nothing-committed');
    if (await this.ledger.closingOf(tx, fiscalYear))
      return because('closing.correction-year-closed', { year: formatFiscalYear(fiscalYear) });
    if (waiting) return because('closing.correction-waits');
    if (unpaid) return because('closing.correction-order-unpaid');
    const changing = (await this.changes.unfinished(tx)).some(({ grantId }) => grantId === id);
    return changing ? because('closing.correction-grant-changing') : null;
  }
}

const causeOf = ({ id, organizationName: label }: GrantView): Cause => ({ kind: 'grant', id, label });
