import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import type { DemandState, RepaymentDemand } from '../domain/demand.js';
import { excessIn, toPayBack } from '../domain/receipt.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { awaitsChargeNotice, RepaymentFiles, type RepaymentFile } from './repayment-files.js';

/** What must still come back of a year's money, and whose turn it is. */
export interface OpenRefund {
  readonly demand: RepaymentDemand;
  /** Today, 加算金 and 延滞金 with it. */
  readonly open: Yen;
  readonly openWith: 'promotion' | 'approvers' | 'committee';
  /** What is late already by the day that was set, anything else by its next part. */
  readonly dueOn: LocalDate | null;
}

/** 過誤納金 that came and was not paid back yet: the treasury's turn. */
export interface OpenPayback {
  readonly demand: RepaymentDemand;
  readonly receivedOn: LocalDate;
  readonly amount: Yen;
}

/** lapsed: the 不納欠損 that takes the claim out of the books is still to come. */
const OPEN_WITH: Readonly<Partial<Record<DemandState, OpenRefund['openWith']>>> = {
  open: 'promotion',
  drafted: 'approvers',
  decided: 'promotion',
  demanded: 'committee',
  lapsed: 'promotion',
};

const PAID_ONCE: readonly DemandState[] = ['demanded', 'settled', 'lapsed', 'written-off'];

/** For the end of the year: 返還の残り. */
@Injectable()
export class OpenRefunds {
  constructor(
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
  ) {}

  /** Of money that this year's lines had paid, in the order of the numbers. */
  async of(tx: Transaction, year: FiscalYear): Promise<OpenRefund[]> {
    const demands = await this.demands.list(tx, { fiscalYear: year, states: Object.keys(OPEN_WITH) as DemandState[] });
    // What was paid all the same after 免除 or 権利放棄 leaves nothing to write off.
    return (await this.files.ofAll(tx, demands))
      .map(openRefund)
      .filter(({ demand, open }) => demand.state !== 'lapsed' || open > 0n);
  }

  /** 還付の残り: what was taken in beyond all that was owed, as revenue of this year (施行令165条の7), by its 領収日. */
  async paybacksOf(tx: Transaction, year: FiscalYear): Promise<OpenPayback[]> {
    const files = await this.files.ofAll(tx, await this.demands.list(tx, { states: [...PAID_ONCE] }));
    return files
      .flatMap(({ demand, receipts }) =>
        toPayBack(receipts)
          .filter(({ entries }) => entries.some(({ part, fiscalYear }) => part === 'excess' && fiscalYear === year))
          .map((receipt) => ({ demand, receivedOn: receipt.receivedOn, amount: excessIn(receipt) })),
      )
      .toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn));
  }
}

function openRefund(file: RepaymentFile): OpenRefund {
  const {
    demand,
    standing: { open, overdue, nextDue, firstDueOn },
  } = file;
  const dueOn = overdue > 0n ? firstDueOn : (nextDue?.dueOn ?? firstDueOn);
  return {
    demand,
    open,
    openWith: awaitsChargeNotice(file) ? 'promotion' : (OPEN_WITH[demand.state] ?? 'promotion'),
    dueOn,
  };
}
