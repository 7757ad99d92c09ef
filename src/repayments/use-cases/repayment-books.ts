import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { demandNumber } from '../domain/demand.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RepaymentFiles } from './repayment-files.js';
import { sharesIn, standingReceipts } from '../domain/receipt.js';

/** A receipt as the proof of the books reads it: what of it went back to its line. */
export interface ReturnInBooks {
  readonly receiptId: string;
  readonly lineId: string;
  readonly label: string;
  readonly returned: Yen;
  readonly grantId: string;
  /** 誤払戻入: the amount in force stays, and yet its commitment fell. */
  readonly beside: boolean;
}

/** The book of refunds, for the proof that the ledger agrees with it. */
@Injectable()
export class RepaymentBooks {
  constructor(
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
  ) {}

  /** 科目更正: the demands of the grant speak of another line; the caller has posted it. */
  moveLine(tx: Transaction, grantId: string, budgetLineId: string): Promise<void> {
    return this.demands.moveLine(tx, grantId, budgetLineId);
  }

  /** Each 領収 of a grant's money itself, to its line or as revenue, by its day; without 加算金 and 延滞金. */
  async paidBack(tx: Transaction, grantId: string): Promise<{ readonly on: LocalDate; readonly amount: Yen }[]> {
    const files = await this.files.ofAll(tx, await this.demands.list(tx, { grantId }));
    return files
      .flatMap(({ receipts }) => standingReceipts(receipts))
      .map((receipt) => ({ on: receipt.receivedOn, amount: sharesIn(receipt).principal }))
      .filter(({ amount }) => amount > ZERO_YEN);
  }

  /**
   * By grant: what came back of its own money and stands, to its line or as revenue, whatever the closed books of its line say;
   * without the share of a disposal, 加算金 and 延滞金.
   */
  async grantMoneyBack(tx: Transaction, grantIds: readonly string[]): Promise<ReadonlyMap<string, Yen>> {
    const demands = await this.demands.ofGrants(tx, grantIds);
    const files = await this.files.ofAll(
      tx,
      demands.filter(({ cause }) => cause !== 'disposal'),
    );
    const back = new Map<string, Yen>();
    for (const { demand, receipts } of files) {
      const shares = standingReceipts(receipts).map((receipt) => sharesIn(receipt).principal);
      back.set(demand.grantId, sumYen([back.get(demand.grantId) ?? ZERO_YEN, ...shares]));
    }
    return back;
  }

  /** Every 戻入 that stands in the books of its year: one that was taken back after the closing stays there. */
  async returns(tx: Transaction): Promise<ReturnInBooks[]> {
    const files = await this.files.ofAll(tx, await this.demands.list(tx));
    return files.flatMap(({ demand, receipts }) =>
      receipts
        .filter(({ reversesId }) => reversesId === null)
        .map(({ id }) => ({
          id,
          amount: sumYen(
            receipts
              .filter((each) => each.id === id || each.reversesId === id)
              .flatMap(({ entries }) => entries.filter(({ booking }) => booking === 'returned-to-line'))
              .map(({ amount }) => amount),
          ),
        }))
        .filter(({ amount }) => amount !== 0n)
        .map(({ id, amount }) => ({
          ...{ receiptId: id, lineId: demand.budgetLineId, returned: amount },
          ...{ grantId: demand.grantId, beside: demand.cause === 'overpayment' },
          label: `${demandNumber(demand)} ${demand.organizationName}`,
        })),
    );
  }
}
