import { Injectable } from '@nestjs/common';
import { BudgetLedger, LedgerBooks, type HeldByCause, type LedgerDifference } from '../../budgets/index.js';
import { GrantDirectory, type GrantView } from '../../grants/index.js';
import { subtractYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { PaymentBooks } from '../../payments/index.js';
import { DeterminationDirectory } from '../../performance-reports/index.js';
import { ADOPTION, AdoptionBudgets } from '../../proposals/index.js';
import {
  demandNumber,
  ENTRY_PART_LABELS,
  RepaymentBooks,
  RevenueBook,
  type RevenueRow,
} from '../../repayments/index.js';
import { sumsByGrant } from '../domain/by-grant.js';
import type { Books, Difference, GrantInBooks, LineInLedger, OrderInBooks, RevenueInBooks } from '../domain/books.js';
import { promiseDifferences } from '../domain/promises.js';
import { prove, type Proof } from '../domain/proof.js';
import { ClosedYearStore } from '../store/closed-year.store.js';
import { CarryStore, type Carry } from '../store/carry.store.js';
import { PastYearPaymentStore, standingPayments } from '../store/past-year-payment.store.js';
import { LATER_PAYMENT } from './answer-later-payment.use-case.js';
import { CARRIED_GRANT } from './carry-over.use-case.js';
import { LapsedCommitmentStore } from '../store/lapsed-commitment.store.js';

/** Asks every stage for its book, through its contract, and proves them against one another. */
@Injectable()
export class TownBooks {
  constructor(
    private readonly ledger: BudgetLedger,
    private readonly ledgerBooks: LedgerBooks,
    private readonly grants: GrantDirectory,
    private readonly payments: PaymentBooks,
    private readonly determinations: DeterminationDirectory,
    private readonly repayments: RepaymentBooks,
    private readonly revenue: RevenueBook,
    private readonly adoptions: AdoptionBudgets,
    private readonly closedYears: ClosedYearStore,
    private readonly lapsed: LapsedCommitmentStore,
    private readonly carries: CarryStore,
    private readonly laterPayments: PastYearPaymentStore,
  ) {}

  /** All years. Consistent within `UnitOfWork.read`; a writing transaction calls `hold` first. */
  async prove(tx: Transaction): Promise<Proof> {
    return prove(await this.gather(tx));
  }

  /** No posting, and so no act on money, comes between until this transaction ends. */
  async hold(tx: Transaction): Promise<void> {
    const lines = await this.ledger.allLines(tx);
    await this.ledger.lock(
      tx,
      lines.map(({ id }) => id),
    );
  }

  private async gather(tx: Transaction): Promise<Books> {
    const lines = await this.ledger.allLines(tx);
    const closed = await this.closedYears.years(tx);
    const faults = await this.ledger.proveLedger(tx);
    const held = await this.ledgerBooks.byCause(tx);
    const papers = await this.ledgerBooks.byPaper(tx);
    const determined = await this.determinations.amounts(tx);
    const carries = await this.carries.inState(tx, 'done');
    const grantOf = new Map(carries.map(({ id, grantId }) => [id, grantId]));
    const carried = sumsByGrant(carries);
    const returns = await this.repayments.returns(tx);
    const { rows: revenue, uneven } = await this.revenue.whole(tx);
    const beside = sumsByGrant(
      returns.flatMap((each) => (each.beside ? [{ grantId: each.grantId, amount: each.returned }] : [])),
    );
    return {
      lines: lines.map(({ id, fiscalYear, code, name }): LineInLedger => ({
        ...{ id, fiscalYear, code, name },
        closed: closed.includes(fiscalYear),
      })),
      ledgerFaults: [...faults.map(inTheLedger), ...(await this.promiseFaults(tx, held))],
      held: held
        .filter(({ cause }) => cause.kind === 'grant' || cause.kind === CARRIED_GRANT)
        .map(({ lineId, cause, held: sums }) => ({ ...sums, lineId, grantId: cause.id, label: cause.label ?? '' })),
      postedOrders: papers
        .filter(({ paper }) => paper.kind === 'payment-order' || paper.kind === LATER_PAYMENT)
        .map(({ lineId, paper, posted }) => ({ ...posted, lineId, orderId: paper.id, label: paper.label ?? '' })),
      postedReturns: papers
        .filter(({ posted }) => posted.returned !== 0n)
        .map(({ lineId, paper, posted: { returned } }) => ({
          ...{ lineId, receiptId: paper.id, label: paper.label ?? '', returned },
        })),
      grants: [
        ...(await this.grants.list(tx)).map((grant) =>
          inBooks(grant, determined.get(grant.id), yen(beside(grant.id) + carried(grant.id))),
        ),
        ...carries.map(({ id, toLineId: lineId, amount: inForce }) => ({
          ...{ id, lineId, inForce, proposed: null, label: '前年度からの繰越し' },
        })),
      ],
      orders: [...(await this.payments.orders(tx)), ...(await this.paidOfCarries(tx, carries))],
      files: await this.payments.files(tx),
      returns,
      revenue: revenue.map(revenueInBooks),
      unevenReceipts: uneven.map(({ demand, amount, parts }) => ({ ...nameOf(demand), amount, parts })),
      postedLapses: (await this.ledgerBooks.lapses(tx)).map(({ lineId, cause, amount }) => ({
        ...{ lineId, grantId: grantOf.get(cause.id) ?? cause.id, label: cause.label ?? '', amount },
      })),
      lapses: (await this.lapsed.all(tx)).map(({ lineId, grantId, organizationName, amount }) => ({
        ...{ lineId, grantId, label: organizationName, amount },
      })),
    };
  }

  /** What was paid of what was carried over, as its record has it. */
  private async paidOfCarries(tx: Transaction, carries: readonly Carry[]): Promise<OrderInBooks[]> {
    const lines = new Map(carries.map(({ grantId, toLineId }) => [grantId, toLineId]));
    const payments = standingPayments(await this.laterPayments.ofGrants(tx, [...lines.keys()]));
    return payments
      .filter(({ ground }) => ground !== 'past-year')
      .map(({ id, grantId, amount, basis: label }) => ({
        ...{ id, label, lineId: lines.get(grantId) ?? '', amount, ordered: amount, paid: amount, withoutFile: true },
      }));
  }

  private async promiseFaults(tx: Transaction, held: readonly HeldByCause[]): Promise<readonly Difference[]> {
    const promised = await this.adoptions.promised(tx);
    return promiseDifferences(
      held
        .filter(({ cause }) => cause.kind === ADOPTION)
        .map(({ lineId, cause, held: { reserved } }) => ({
          ...{ lineId, reserved, proposalId: cause.id, label: cause.label ?? '' },
        })),
      promised.map(({ proposalId: id, budgetLineId: lineId, amount }) => ({ id, lineId, amount })),
    );
  }
}

const nameOf = (demand: RevenueRow['demand']) => ({
  demandId: demand.id,
  label: `${demandNumber(demand)} ${demand.organizationName}`,
});

const revenueInBooks = ({ demand, part, ...row }: RevenueRow): RevenueInBooks => ({
  ...nameOf(demand),
  ...{ fiscalYear: row.fiscalYear, subject: ENTRY_PART_LABELS[part], assessed: row.assessed, received: row.received },
  ...{ paidBack: row.paidBack, writtenOff: row.writtenOff, open: row.open },
});

const inTheLedger = ({ lineId, lineName, account, cause, recorded, proven }: LedgerDifference): Difference => ({
  matter: account,
  lineId,
  subject: cause
    ? { kind: cause.kind, id: cause.id, label: `${lineName} ${cause.label ?? cause.id}` }
    : { kind: 'budget-line', id: lineId, label: lineName },
  left: { book: 'ledger', amount: recorded },
  right: { book: 'postings', amount: proven },
});

const DECIDED: readonly GrantView['state'][] = ['decided', 'scheduled', 'issued'];

/** What is granted today; 0 before the decision and after the whole was taken back. */
export const inForceOf = ({ state, amountInForce }: GrantView): Yen =>
  DECIDED.includes(state) ? amountInForce : ZERO_YEN;

/** 額の確定 takes the place of what was decided; what came back as paid by mistake is not committed any more. */
function inBooks(grant: GrantView, determined: Yen | undefined, beside: Yen): GrantInBooks {
  const { id, budgetLineId: lineId, state, amount } = grant;
  const decided = inForceOf(grant);
  const given = decided > 0n ? (determined ?? decided) : decided;
  const inForce = given > beside ? subtractYen(given, beside) : ZERO_YEN;
  const label = `${grant.organizationName}（${grant.programName}）`;
  return { id, label, lineId, inForce, proposed: state === 'proposed' ? amount : null };
}
