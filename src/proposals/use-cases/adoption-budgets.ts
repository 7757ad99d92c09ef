import { Injectable } from '@nestjs/common';
import { BudgetLedger, type Cause } from '../../budgets/index.js';
import { lastDayOf } from '../../kernel/fiscal-year.js';
import { subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Decision } from '../domain/decision.js';
import { ProposalDecisionStore } from '../store/proposal-decision.store.js';

/** Kind of what an adoption holds in the ledger. */
export const ADOPTION = 'proposal';

const adoptionCause = (proposalId: string): Cause => ({ kind: ADOPTION, id: proposalId });

/** An adoption with what it keeps. */
interface Kept {
  readonly proposalId: string;
  readonly budgetLineId: string;
  readonly amount: Yen;
}

/**
 * 予算の確保: an adoption promises an amount and keeps it reserved on its budget line until the application that begins from
 * the proposal is decided, so that the same yen is not promised twice. The ledger alone says how much is kept.
 */
@Injectable()
export class AdoptionBudgets {
  constructor(
    private readonly decisions: ProposalDecisionStore,
    private readonly ledger: BudgetLedger,
  ) {}

  /** 起案, or the adoption itself where the town drafts none. Throws `budgets.over-ceiling`, `budgets.year-over`. */
  async keep(tx: Transaction, { proposalId, budgetLineId, amount }: Decision, label: string): Promise<void> {
    if (budgetLineId === null || amount === null) throw new Error('an adoption has an amount and a budget line');
    await this.ledger.reserve(tx, budgetLineId, amount, { ...adoptionCause(proposalId), label });
  }

  /** The draft was given up. */
  release(tx: Transaction, proposalId: string): Promise<void> {
    return this.ledger.releaseIfAny(tx, adoptionCause(proposalId));
  }

  /** Yen that are kept at this moment. */
  keptOf(tx: Transaction, proposalId: string): Promise<Yen> {
    return this.ledger.reservedOf(tx, adoptionCause(proposalId));
  }

  /** The line that whoever draws on it locks first; null where nothing is kept. */
  async lineOf(tx: Transaction, proposalId: string): Promise<string | null> {
    return (await this.standing(tx, proposalId))?.budgetLineId ?? null;
  }

  /**
   * `reserve` brings the reservation of the grants to `drawn`, the sum of what their drafts hold; the adoption keeps the rest
   * of its amount, so that both together never hold it twice. What a draft gives back is kept again, as far as the line still
   * has it and its year lasts. The caller holds the lines.
   */
  async drawing(tx: Transaction, proposalId: string, drawn: Yen, reserve: () => Promise<void>): Promise<void> {
    const standing = await this.standing(tx, proposalId);
    if (!standing) return reserve();
    const kept = await this.keptOf(tx, proposalId);
    const rest = await this.restOf(tx, standing, drawn);
    if (rest < kept) await this.bring(tx, standing, rest);
    await reserve();
    if (rest > kept) await this.bring(tx, standing, await this.affordable(tx, standing, kept, rest));
  }

  /** Keeps nothing from now on. Throws nothing where it kept nothing before. */
  async free(tx: Transaction, proposalId: string, why: string): Promise<void> {
    if (!(await this.standing(tx, proposalId))) return;
    await this.release(tx, proposalId);
    await this.decisions.free(tx, proposalId, why);
  }

  /** What each adoption of the town may keep at most; those that keep nothing any more are left out. */
  async promised(tx: Transaction): Promise<Kept[]> {
    return (await this.decisions.adoptions(tx)).flatMap((decision) => keptBy(decision) ?? []);
  }

  private async standing(tx: Transaction, proposalId: string): Promise<Kept | null> {
    const decision = await this.decisions.of(tx, proposalId);
    return decision?.decidedOn ? keptBy(decision) : null;
  }

  /** Of a year that is over nothing is kept for anybody. */
  private async restOf(tx: Transaction, { budgetLineId, amount }: Kept, drawn: Yen): Promise<Yen> {
    const { fiscalYear } = await this.ledger.line(tx, budgetLineId);
    return tx.today > lastDayOf(fiscalYear) || amount <= drawn ? ZERO_YEN : subtractYen(amount, drawn);
  }

  private async affordable(tx: Transaction, { budgetLineId }: Kept, kept: Yen, rest: Yen): Promise<Yen> {
    const { available } = await this.ledger.line(tx, budgetLineId);
    const most = sumYen([kept, available > ZERO_YEN ? available : ZERO_YEN]);
    return rest > most ? most : rest;
  }

  private bring(tx: Transaction, { proposalId, budgetLineId }: Kept, amount: Yen): Promise<void> {
    if (amount === ZERO_YEN) return this.release(tx, proposalId);
    return this.ledger.reserve(tx, budgetLineId, amount, adoptionCause(proposalId));
  }
}

function keptBy({ kind, proposalId, budgetLineId, amount, freedOn }: Decision): Kept | null {
  if (kind !== 'adopted' || budgetLineId === null || amount === null || freedOn !== null) return null;
  return { proposalId, budgetLineId, amount };
}
