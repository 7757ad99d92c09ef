import { Injectable } from '@nestjs/common';
import { BudgetLedger, type BudgetLine, type Cause } from '../../budgets/index.js';
import { GrantChanges } from '../../grant-changes/index.js';
import { GrantDirectory, GrantsInForce, type GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import { PaidAmounts, PaymentBooks } from '../../payments/index.js';
import { DeterminationDirectory } from '../../performance-reports/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { RepaymentBooks } from '../../repayments/index.js';
import { correctionFaults, LONGEST_CORRECTION, type TypedCorrection } from '../domain/line-correction.js';
import { LineCorrectionStore, type LineCorrection } from '../store/line-correction.store.js';

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
  readonly obstacle: { readonly code: string; readonly params: Fault['params'] } | null;
  readonly corrections: readonly NamedCorrection[];
}

export interface NamedCorrection extends LineCorrection {
  readonly grant: GrantView;
  readonly fromLine: BudgetLine;
  readonly toLine: BudgetLine;
}

const SEES = ['promotion', 'approve', 'treasury-check', 'treasury-decide', 'audit', 'administer'] as const;
const TREASURY = ['treasury-check', 'treasury-decide'] as const;

/**
 * 科目更正: what was decided, ordered and paid of a grant on the wrong budget line moves to the right one of the same open year by
 * postings that take it off and put it on. The section asks for it with its decision, the treasury confirms it; never one person.
 */
@Injectable()
export class CorrectLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly corrections: LineCorrectionStore,
    private readonly ledger: BudgetLedger,
    private readonly grants: GrantDirectory,
    private readonly inForce: GrantsInForce,
    private readonly changes: GrantChanges,
    private readonly paid: PaidAmounts,
    private readonly payments: PaymentBooks,
    private readonly repayments: RepaymentBooks,
    private readonly determinations: DeterminationDirectory,
  ) {}

  view(actor: Actor, grantId: string): Promise<CorrectionGround> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.read(actor, async (tx) => this.ground(tx, await this.grants.get(tx, grantId)));
  }

  /** What waits for the treasury, and what was done. */
  desk(actor: Actor): Promise<{ readonly waiting: NamedCorrection[]; readonly done: NamedCorrection[] }> {
    requireDuty(actor, ...TREASURY, 'audit');
    return this.unitOfWork.read(actor, async (tx) => ({
      waiting: await this.named(tx, await this.corrections.inState(tx, 'ordered')),
      done: await this.named(tx, (await this.corrections.inState(tx, 'done')).reverse()),
    }));
  }

  /** Throws not-found. */
  one(actor: Actor, id: string): Promise<NamedCorrection> {
    requireDuty(actor, ...SEES);
    return this.unitOfWork.read(actor, async (tx) => {
      const [found] = await this.named(tx, [await this.corrections.get(tx, id)]);
      if (!found) throw DomainError.notFound();
      return found;
    });
  }

  /** Faults at `toLineId`, `reason`, `decision`; throws what hinders it. */
  order(actor: Actor, { grantId, requestId: id, ...typed }: OrderCorrectionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const correction = { toLineId: typed.toLineId, reason: typed.reason.trim(), decision: typed.decision.trim() };
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      if (await this.corrections.find(tx, id)) return;
      const { obstacle, others, line, paid } = await this.ground(tx, grant);
      if (obstacle) throw new DomainError(obstacle.code, 'conflict', obstacle.params ?? {});
      refuseWhenFaulty(correctionFaults(correction, others));
      await this.corrections.add(tx, { id, grantId, fromLineId: line.id, amount: paid, ...correction });
      this.tell(tx, 'grant.line-correction-ordered', grant);
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

  /** Throws `closing.correction-answered`, `closing.correction-own`, and what hinders it by now. */
  confirm(actor: Actor, id: string): Promise<void> {
    requireDuty(actor, ...TREASURY);
    return this.unitOfWork.run(actor, async (tx) => {
      const { grantId } = await this.corrections.get(tx, id);
      const grant = await this.grants.getForUpdate(tx, grantId);
      const correction = await this.corrections.get(tx, id);
      if (correction.state === 'done') return;
      if (correction.state !== 'ordered') throw new DomainError('closing.correction-answered', 'conflict');
      if (actor.kind === 'staff' && actor.staffId === correction.orderedBy)
        throw new DomainError('closing.correction-own', 'conflict');
      const { obstacle } = await this.ground(tx, grant, id);
      if (obstacle) throw new DomainError(obstacle.code, 'conflict', obstacle.params ?? {});
      const line = await this.ledger.line(tx, correction.toLineId);
      await this.ledger.reclassify(tx, causeOf(grant), line.id, correction.reason);
      await this.inForce.put(tx, grantId, { budgetLineId: line.id });
      await this.payments.moveLine(tx, grantId, line);
      await this.repayments.moveLine(tx, grantId, line.id);
      await this.determinations.moveLine(tx, grantId, line.id);
      await this.corrections.answer(tx, id, 'done', '');
      this.tell(tx, 'grant.line-corrected', grant);
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
      const { grantId } = await this.corrections.get(tx, id);
      const grant = await this.grants.getForUpdate(tx, grantId);
      if ((await this.corrections.get(tx, id)).state !== 'ordered')
        throw new DomainError('closing.correction-answered', 'conflict');
      await this.corrections.answer(tx, id, state, answer);
      this.tell(tx, `grant.line-correction-${state}`, grant);
    });
  }

  private async ground(tx: Transaction, grant: GrantView, own?: string): Promise<CorrectionGround> {
    const line = await this.ledger.line(tx, grant.budgetLineId);
    const lines = await this.ledger.lines(tx, line.fiscalYear);
    const { ordered, paid } = await this.paid.of(tx, grant.id);
    const corrections = await this.named(tx, await this.corrections.ofGrant(tx, grant.id));
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
  ): Promise<CorrectionGround['obstacle']> {
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

  private async named(tx: Transaction, corrections: readonly LineCorrection[]): Promise<NamedCorrection[]> {
    const named: NamedCorrection[] = [];
    for (const correction of corrections)
      named.push({
        ...correction,
        grant: await this.grants.get(tx, correction.grantId),
        fromLine: await this.ledger.line(tx, correction.fromLineId),
        toLine: await this.ledger.line(tx, correction.toLineId),
      });
    return named;
  }

  private tell(tx: Transaction, action: string, { id: subjectId, organizationId }: GrantView): void {
    tx.audit({ action, subjectKind: 'grant', subjectId, organizationId });
  }
}

const causeOf = ({ id, organizationName: label }: GrantView): Cause => ({ kind: 'grant', id, label });
