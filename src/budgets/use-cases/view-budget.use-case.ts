import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { Yen } from '../../kernel/yen.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { BudgetChange } from '../domain/budget-change.js';
import type { BudgetLine, Commitment, LedgerPosting } from '../domain/budget-line.js';
import { BudgetChangeStore } from '../store/budget-change.store.js';
import { LedgerStore } from '../store/ledger.store.js';

/** 予算台帳 of one line: its balances with the postings that prove them, oldest first. */
export interface BudgetLineLedger {
  readonly line: BudgetLine;
  readonly postings: readonly LedgerPosting[];
  readonly commitments: readonly Commitment[];
  /** 補正, 流用 and 配当 that touch it, by the day of their effect. */
  readonly changes: readonly BudgetChange[];
  /** The other lines of its year, to and from which money may be transferred. */
  readonly neighbours: readonly BudgetLine[];
  /** What of its ceiling was carried over from the year before. */
  readonly carried: Yen;
}

/** The budget as staff read it. For officers and the public it does not exist. */
@Injectable()
export class ViewBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LedgerStore,
    private readonly changes: BudgetChangeStore,
  ) {}

  /** Lines of one year in the order of their codes. */
  async year(actor: Actor, year: FiscalYear): Promise<BudgetLine[]> {
    requireStaff(actor);
    return this.unitOfWork.read(actor, (tx) => this.store.lines(tx, year));
  }

  async line(actor: Actor, lineId: string): Promise<BudgetLineLedger> {
    requireStaff(actor);
    return this.unitOfWork.read(actor, async (tx) => {
      const line = await this.store.line(tx, lineId);
      return {
        line,
        postings: await this.store.postings(tx, lineId),
        commitments: await this.store.commitmentsOn(tx, lineId),
        changes: await this.changes.of(tx, lineId),
        carried: await this.store.carriedInto(tx, lineId),
        neighbours: (await this.store.lines(tx, line.fiscalYear)).filter(({ id }) => id !== lineId),
      };
    });
  }
}

function requireStaff(actor: Actor): void {
  if (actor.kind !== 'staff' && actor.kind !== 'system') throw DomainError.notFound();
}
