import { Injectable } from '@nestjs/common';
import { fiscalYearOf } from '../../kernel/fiscal-year.js';
import { subtractYen, sumYen, type Yen } from '../../kernel/yen.js';
import { Municipalities } from '../../municipalities/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CHARGE_PARTS, type Standing } from '../domain/account.js';
import type { RepaymentDemand } from '../domain/demand.js';
import type { EntryPart, ReceiptEntry } from '../domain/receipt.js';
import {
  assessedByNotice,
  assessedByReceipt,
  assessedByReversal,
  assessedOf,
  SUBJECT_OF,
  type Assessment,
  type NewAssessment,
} from '../domain/revenue.js';
import { RepaymentReceiptStore } from '../store/repayment-receipt.store.js';
import { RevenueAssessmentStore } from '../store/revenue-assessment.store.js';
import type { Slip } from './demand-letter.js';

interface Told {
  readonly assessments: readonly Assessment[];
  readonly entries: readonly ReceiptEntry[];
}

/** What was paid in time after all went back to its line: it is not asked for as revenue any more. */
function loweredByReturns({ amount }: RepaymentDemand, { assessments, entries }: Told): NewAssessment[] {
  const returned = entries.filter(({ booking }) => booking === 'returned-to-line');
  const over = assessedOf(assessments, 'principal') + sumYen(returned.map((each) => each.amount)) - amount;
  const newest = assessments.findLast(({ part }) => part === 'principal');
  if (!newest || over <= 0n) return [];
  return [{ fiscalYear: newest.fiscalYear, part: 'principal', amount: -over as Yen, ground: 'relief' }];
}

/** 調定 (地方自治法231条) of what is revenue of a refund, in the transaction of what brings it; the caller holds the demand's lock. */
@Injectable()
export class AssessRevenue {
  constructor(
    private readonly store: RevenueAssessmentStore,
    private readonly receipts: RepaymentReceiptStore,
    private readonly municipalities: Municipalities,
  ) {}

  /** The 納入通知書 among the slips that went out with this letter, in the year that they name: that of their last day. */
  async noticed(tx: Transaction, demand: RepaymentDemand, slips: readonly Slip[], letterId: string): Promise<void> {
    const notices = slips.filter(({ title }) => title === '納入通知書');
    const asked = new Map<EntryPart, bigint>();
    for (const { part, amount } of notices.flatMap(({ rows }) => rows))
      asked.set(part, (asked.get(part) ?? 0n) + amount);
    const last = notices
      .map(({ payBy }) => payBy)
      .toSorted()
      .at(-1);
    if (last === undefined) return;
    const told = await this.told(tx, demand);
    const news = [...asked].flatMap(([part, amount]) =>
      assessedByNotice({ part, amount: amount as Yen }, told, fiscalYearOf(last)),
    );
    await this.post(tx, demand, news, letterId);
  }

  /** Its entries stand in the books already. */
  async received(
    tx: Transaction,
    demand: RepaymentDemand,
    { id, entries }: { readonly id: string; readonly entries: readonly ReceiptEntry[] },
  ): Promise<void> {
    const revenue = entries.filter(({ booking }) => booking === 'revenue');
    const told = await this.told(tx, demand);
    if (revenue.length < entries.length) await this.post(tx, demand, loweredByReturns(demand, told), id);
    if (revenue.length === 0) return;
    await this.post(
      tx,
      demand,
      revenue.flatMap((entry) => assessedByReceipt(entry, told)),
      id,
    );
  }

  /** `entries` are those that take the receipt back. */
  async reversed(
    tx: Transaction,
    demand: RepaymentDemand,
    taken: { readonly receiptId: string; readonly entries: readonly ReceiptEntry[] },
  ): Promise<void> {
    const { assessments } = await this.told(tx, demand);
    await this.post(tx, demand, assessedByReversal(assessments, taken), taken.receiptId);
  }

  /** What is assessed beyond what is asked of a charge after its 減免. */
  async relieved(tx: Transaction, demand: RepaymentDemand, { parts }: Standing, actId: string): Promise<void> {
    const { assessments } = await this.told(tx, demand);
    const news = CHARGE_PARTS.flatMap((part): NewAssessment[] => {
      const over = subtractYen(assessedOf(assessments, part), parts[part].asked);
      const fiscalYear = fiscalYearOf(tx.today);
      return over > 0n ? [{ fiscalYear, part, amount: -over as Yen, ground: 'relief' }] : [];
    });
    await this.post(tx, demand, news, actId);
  }

  private async told(tx: Transaction, { id }: RepaymentDemand): Promise<Told> {
    const receipts = await this.receipts.ofDemands(tx, [id]);
    return {
      assessments: await this.store.ofDemands(tx, [id]),
      entries: receipts.flatMap(({ entries }) => entries),
    };
  }

  private async post(
    tx: Transaction,
    { id: demandId }: RepaymentDemand,
    news: readonly NewAssessment[],
    causeId: string,
  ): Promise<void> {
    if (news.length === 0) return;
    const { revenueSubjects } = await this.municipalities.of(tx);
    for (const assessment of news) {
      const { code: subjectCode, name: subjectName } = revenueSubjects[SUBJECT_OF[assessment.part]];
      await this.store.add(tx, { ...assessment, demandId, causeId, subjectCode, subjectName });
    }
  }
}
