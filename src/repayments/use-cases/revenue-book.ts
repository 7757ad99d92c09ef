import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import { maxYen, subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import type { RepaymentDemand } from '../domain/demand.js';
import { excessIn } from '../domain/receipt.js';
import { revenueLinesOf, type RevenueLine } from '../domain/revenue.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RevenueAssessmentStore } from '../store/revenue-assessment.store.js';
import { RepaymentFiles } from './repayment-files.js';

export interface RevenueRow extends RevenueLine {
  readonly demand: RepaymentDemand;
  /** 不納欠損額. */
  readonly writtenOff: Yen;
  /** 収入未済額. */
  readonly open: Yen;
}

/** A receipt whose parts are not its whole. */
export interface UnevenReceipt {
  readonly id: string;
  readonly demand: RepaymentDemand;
  readonly amount: Yen;
  readonly parts: Yen;
}

const READERS = ['treasury-check', 'treasury-decide', 'promotion', 'approve', 'audit'] as const;

/** 歳入簿: what was assessed of refunds as revenue, and what came of it. */
@Injectable()
export class RevenueBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
    private readonly assessments: RevenueAssessmentStore,
  ) {}

  /** In the order of the demands' numbers. */
  ofYear(actor: Actor, year: FiscalYear): Promise<RevenueRow[]> {
    requireDuty(actor, ...READERS);
    return this.unitOfWork.read(actor, async (tx) =>
      (await this.whole(tx)).rows.filter(({ fiscalYear }) => fiscalYear === year),
    );
  }

  /** All years, and receipts that do not add up: for the proof. */
  async whole(tx: Transaction): Promise<{ readonly rows: RevenueRow[]; readonly uneven: UnevenReceipt[] }> {
    const files = await this.files.ofAll(tx, await this.demands.list(tx));
    const assessments = await this.assessments.ofDemands(
      tx,
      files.map(({ demand }) => demand.id),
    );
    const rows = files.flatMap(({ demand, receipts }) => {
      const own = assessments.filter(({ demandId }) => demandId === demand.id);
      const back = sumYen(receipts.filter(({ payback }) => payback !== null).map(excessIn));
      const entries = receipts.flatMap((receipt) => receipt.entries);
      return revenueLinesOf(own, entries, back).map((line): RevenueRow => {
        // What came before the year of its notice is not owed in that year any more.
        const early = own.filter(
          ({ ground, part, fiscalYear }) => ground === 'carried' && part === line.part && fiscalYear < line.fiscalYear,
        );
        const came = sumYen([line.received, ...early.map(({ amount }) => amount)]);
        const left = maxYen(subtractYen(line.assessed, came), ZERO_YEN);
        const ended = demand.state === 'written-off';
        return { ...line, demand, writtenOff: ended ? left : ZERO_YEN, open: ended ? ZERO_YEN : left };
      });
    });
    const uneven = files.flatMap(({ demand, receipts }) =>
      receipts
        .map(({ id, amount, entries }) => ({ id, demand, amount, parts: sumYen(entries.map((each) => each.amount)) }))
        .filter(({ amount, parts }) => amount !== parts),
    );
    return { rows, uneven };
  }
}
