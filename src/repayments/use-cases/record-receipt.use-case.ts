import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { BudgetLedger } from '../../budgets/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { fiscalYearOf, formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { NO_SHARES, sharesOf } from '../domain/account.js';
import { cameAfterEnd, usualAfterEnd, type AfterEnd } from '../domain/after-end.js';
import { DEMAND_MACHINE, type DemandState, type RepaymentDemand } from '../domain/demand.js';
import {
  comesTooLate,
  entriesOf,
  newestReceipt,
  reversalOf,
  standingReceipts,
  type ReceiptEntry,
} from '../domain/receipt.js';
import { looksTheSame, sameSlip } from '../domain/receipt-question.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { RepaymentReceiptStore } from '../store/repayment-receipt.store.js';
import { bookingOf } from './booking-of.js';
import { AssessRevenue } from './assess-revenue.js';
import { CaseOfRepayment } from './case-of-repayment.js';
import { RepaymentFiles, type RepaymentFile } from './repayment-files.js';
import { grantCause, receiptCause } from './ledger-causes.js';

/** What the bank's slip says. */
export interface SlipFacts {
  readonly receivedOn: LocalDate;
  readonly amount: Yen;
  readonly slipNumber: string;
}

export interface RecordReceiptCommand extends SlipFacts {
  readonly demandId: string;
  /** Of the form: sent twice it is one receipt. */
  readonly requestId: string;
  /**
   * Why it is entered only now, where the year to whose line it would go back is closed; why it came before the letter; or why
   * money that came after the end of its claim is taken otherwise than usual.
   */
  readonly lateReason: string;
  /** Of money that came after 免除, 権利放棄 or 不納欠損; null while nothing is chosen. `usual`: as the ground of the end has it. */
  readonly afterEnd: AfterEnd | 'usual' | null;
  /** What is more than owed is taken in as 過誤納金, to be paid back; without this it is refused. */
  readonly takesExcess: boolean;
  /** It is money beside a receipt of the same day and amount that stands already; without this it is refused. */
  readonly another: boolean;
}

/** How a slip is taken. */
type Taking = Pick<RecordReceiptCommand, 'requestId' | 'takesExcess' | 'another' | 'lateReason' | 'afterEnd'>;

export interface ReverseReceiptCommand {
  readonly demandId: string;
  readonly receiptId: string;
  readonly reason: string;
}

const TAKES_MONEY: readonly DemandState[] = ['demanded', 'settled', 'lapsed', 'written-off'];
const LONGEST_SLIP_NUMBER = 40;
const LONGEST_REASON = 400;

/** Money that came, as the treasury reads it off the bank's slip; and the mending of what was entered by mistake. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly receipts: RepaymentReceiptStore,
    private readonly files: RepaymentFiles,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseOfRepayment,
    private readonly revenue: AssessRevenue,
  ) {}

  /** Faults at `receivedOn`, `amount`, `slipNumber`, `another`, `lateReason`, `afterEnd`. */
  record(actor: Actor, command: RecordReceiptCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.lockOne(tx, command.demandId);
      if (await this.receipts.hasRequest(tx, command.requestId)) return;
      const { demandId: _demand, requestId, takesExcess, another, lateReason, afterEnd, ...facts } = command;
      const taking = { requestId, takesExcess, another, afterEnd, lateReason: lateReason.trim() };
      await this.take(tx, demand, facts, taking);
    });
  }

  /**
   * In the caller's transaction, who holds the demand's lock. Returns 過誤納金. What by its day belongs to a year that is closed
   * is not lost: it is revenue of the year that is open, for the reason that is told. It may be older than what is entered, as
   * that can no longer be entered anew: it is split by what is left.
   */
  async take(
    tx: Transaction,
    demand: RepaymentDemand,
    facts: SlipFacts,
    { requestId, takesExcess, another, lateReason, afterEnd }: Taking,
  ): Promise<Yen> {
    // What was paid once more comes when all is settled, and what is paid all the same when nothing is owed any more.
    if (!TAKES_MONEY.includes(demand.state)) throw new DomainError('repayments.nothing-to-pay', 'conflict');
    const ended = cameAfterEnd(demand, facts.receivedOn);
    const closed = await this.closedOf(tx, [demand.fiscalYear, fiscalYearOf(facts.receivedOn)]);
    // What was given up or written off belongs to no line any more.
    const principalBooking = ended ? 'revenue' : bookingOf(demand, facts.receivedOn);
    const late = comesTooLate({ principalBooking, lineYear: demand.fiscalYear, closed });
    const early = demand.issuedOn !== null && facts.receivedOn < demand.issuedOn;
    const last = standingReceipts((await this.files.of(tx, demand)).receipts).at(-1)?.receivedOn;
    const reckonedOn = late && last !== undefined && last > facts.receivedOn ? last : facts.receivedOn;
    const file = await this.files.of(tx, demand, reckonedOn);
    refuseWhenFaulty(slipFaults(file, facts, { today: tx.today, late, lateReason, another }));
    const treatment = ended ? treatmentOf(file, afterEnd, lateReason) : 'revenue';
    const split =
      treatment === 'excess'
        ? { shares: NO_SHARES, excess: facts.amount }
        : sharesOf(file.account, facts.amount, reckonedOn);
    if (treatment === 'revenue' && split.excess > 0n && !takesExcess) {
      const open = formatYen(file.standing.open);
      throw DomainError.invalid([{ pointer: 'amount', code: 'repayments.more-than-open', params: { open } }]);
    }
    const booked = {
      ...{ receivedOn: facts.receivedOn, enteredOn: tx.today, lineYear: demand.fiscalYear },
      ...{ principalBooking, principalYear: principalYearIn(file), closed },
    };
    if (late) refuseWhenFaulty(lateFaults(lateReason, demand));
    const entries = entriesOf(split, booked);
    const id = randomUUID();
    await this.receipts.add(tx, {
      id,
      demandId: demand.id,
      requestId,
      ...facts,
      reversesId: null,
      reason: '',
      lateReason: late || early || ended ? lateReason : '',
      entries,
    });
    await this.revenue.received(tx, demand, { id, entries });
    const returned = returnedIn(entries);
    if (returned > 0n)
      await this.ledger.returnPaid(tx, grantCause(demand), returned, facts.receivedOn, receiptCause(id, demand));
    if (demand.state === 'demanded') await this.settleIfPaid(tx, demand, reckonedOn);
    const detail = { receiptId: id, amount: String(facts.amount), receivedOn: facts.receivedOn };
    tx.audit({
      ...{ action: 'repayment.received', subjectKind: 'repayment', subjectId: demand.id },
      ...{ organizationId: demand.organizationId, detail },
    });
    tellOfMoney(tx, demand);
    return split.excess;
  }

  /**
   * The receipt that was entered last is taken back by an entry below zero; after the closing of its year, off the revenue of
   * the year of today. Throws `repayments.receipt-not-newest`,
   * `repayments.receipt-reversed`, `repayments.receipt-paid-back`; fault at `reason`.
   */
  reverse(actor: Actor, { demandId, receiptId, reason: typed }: ReverseReceiptCommand): Promise<void> {
    requireDuty(actor, 'treasury-check', 'treasury-decide');
    const reason = typed.trim();
    refuseWhenFaulty(reasonFaults(reason));
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.lockOne(tx, demandId);
      const file = await this.files.of(tx, demand);
      const receipt = file.receipts.find(({ id, reversesId }) => id === receiptId && reversesId === null);
      if (!receipt) throw DomainError.notFound();
      if (file.receipts.some(({ reversesId }) => reversesId === receiptId))
        throw new DomainError('repayments.receipt-reversed', 'conflict');
      if (receipt.payback !== null) throw new DomainError('repayments.receipt-paid-back', 'conflict');
      if (newestReceipt(file.receipts)?.id !== receiptId)
        throw new DomainError('repayments.receipt-not-newest', 'conflict');
      if (!TAKES_MONEY.includes(demand.state)) throw new DomainError('repayments.nothing-to-pay', 'conflict');
      const closed = await this.closedOf(tx, [demand.fiscalYear, ...receipt.entries.map((entry) => entry.fiscalYear)]);
      const entries = reversalOf(receipt.entries, closed, tx.today);
      const id = randomUUID();
      const { receivedOn, amount, slipNumber } = receipt;
      await this.receipts.add(tx, {
        ...{ id, demandId, requestId: randomUUID(), receivedOn, amount: -amount as Yen, slipNumber },
        ...{ reversesId: receiptId, reason, lateReason: '', entries },
      });
      await this.revenue.reversed(tx, demand, { receiptId, entries });
      if (returnedIn(receipt.entries) > 0n && !closed.includes(demand.fiscalYear))
        await this.ledger.reverseReturn(tx, receiptCause(receiptId, demand), reason, receivedOn);
      const { standing } = await this.files.of(tx, { ...demand, endedOn: null });
      // While the money itself is owed again the charges grow on: they are asked for anew after it.
      const anew = standing.parts.principal.open > 0n ? { chargesDueOn: null, chargesLetterId: null } : {};
      if (demand.state === 'settled' && standing.open > 0n) {
        const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'reopen');
        await this.demands.change(tx, demand, { state, endedOn: null, ...anew });
        await this.cases.asked(tx, demand, standing.firstDueOn ?? demand.dueOn);
      } else if (demand.chargesDueOn !== null) await this.demands.change(tx, demand, anew);
      tx.audit({
        ...{ action: 'repayment.receipt-reversed', subjectKind: 'repayment', subjectId: demandId },
        ...{ organizationId: demand.organizationId, detail: { receiptId } },
      });
      tellOfMoney(tx, demand);
    });
  }

  private async closedOf(tx: Transaction, years: readonly FiscalYear[]): Promise<FiscalYear[]> {
    const closed: FiscalYear[] = [];
    for (const year of new Set(years)) if (await this.ledger.closingOf(tx, year)) closed.push(year);
    return closed;
  }

  private async settleIfPaid(tx: Transaction, demand: RepaymentDemand, receivedOn: LocalDate): Promise<void> {
    const { standing } = await this.files.of(tx, demand, receivedOn);
    if (standing.open > 0n) return;
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'settle');
    await this.demands.change(tx, demand, { state, endedOn: receivedOn });
    await this.cases.settled(tx, demand);
  }
}

function tellOfMoney(tx: Transaction, { id: subjectId, grantId, organizationId }: RepaymentDemand): void {
  tx.announce({ type: 'RepaymentReceived', subjectId, organizationId, data: { grantId } });
}

interface Told {
  readonly today: LocalDate;
  /** By its day it belongs to a year that is closed. */
  readonly late: boolean;
  readonly lateReason: string;
  readonly another: boolean;
}

function slipFaults(
  { demand, receipts }: RepaymentFile,
  facts: SlipFacts,
  { today, late, lateReason, another }: Told,
): Fault[] {
  const { receivedOn, amount, slipNumber } = facts;
  const faults: Fault[] = [];
  const standing = standingReceipts(receipts);
  const last = standing.at(-1)?.receivedOn ?? null;
  if (receivedOn > today) faults.push({ pointer: 'receivedOn', code: 'repayments.received-in-future' });
  else if (last !== null && receivedOn < last && !late)
    faults.push({ pointer: 'receivedOn', code: 'repayments.received-before-last', params: { last: formatEra(last) } });
  else if (demand.issuedOn !== null && receivedOn < demand.issuedOn && !late && lateReason === '')
    faults.push({
      ...{ pointer: 'lateReason', code: 'repayments.received-before-letter' },
      params: { earliest: formatEra(demand.issuedOn) },
    });
  if (amount <= 0n) faults.push({ pointer: 'amount', code: 'repayments.amount-missing' });
  if (lateReason.length > LONGEST_REASON)
    faults.push({ pointer: 'lateReason', code: 'repayments.facts-too-long', params: { most: LONGEST_REASON } });
  if (slipNumber.length > LONGEST_SLIP_NUMBER)
    faults.push({ pointer: 'slipNumber', code: 'repayments.slip-too-long', params: { most: LONGEST_SLIP_NUMBER } });
  const before = looksTheSame(standing, facts);
  if (slipNumber === '') faults.push({ pointer: 'slipNumber', code: 'repayments.slip-missing' });
  else if (standing.some((receipt) => sameSlip(receipt.slipNumber, slipNumber)))
    faults.push({ pointer: 'slipNumber', code: 'repayments.slip-twice', params: { slipNumber } });
  else if (before && !another)
    faults.push({
      pointer: 'another',
      code: 'repayments.same-receipt',
      params: { slipNumber: before.slipNumber || 'なし' },
    });
  return faults;
}

/** Throws faults at `afterEnd` and, where it is another than the usual one, at `lateReason`. */
function treatmentOf({ acts, demand }: RepaymentFile, chosen: Taking['afterEnd'], reason: string): AfterEnd {
  const usual = usualAfterEnd(acts, demand.terms.claimClass);
  if (chosen === null) throw DomainError.invalid([{ pointer: 'afterEnd', code: 'repayments.after-end-missing' }]);
  if (chosen === 'usual' || chosen === usual) return usual;
  refuseWhenFaulty(reason === '' ? [{ pointer: 'lateReason', code: 'repayments.after-end-reason-missing' }] : []);
  return chosen;
}

function lateFaults(reason: string, { fiscalYear }: RepaymentDemand): Fault[] {
  const pointer = 'lateReason';
  const params = { year: formatFiscalYear(fiscalYear) };
  return reason === '' ? [{ pointer, code: 'repayments.late-reason-missing', params }] : [];
}

function reasonFaults(reason: string): Fault[] {
  if (reason === '') return [{ pointer: 'reason', code: 'repayments.reversal-reason-missing' }];
  return reason.length > LONGEST_REASON
    ? [{ pointer: 'reason', code: 'repayments.facts-too-long', params: { most: LONGEST_REASON } }]
    : [];
}

const returnedIn = (entries: readonly ReceiptEntry[]): Yen =>
  entries.find(({ booking }) => booking === 'returned-to-line')?.amount ?? ZERO_YEN;

const principalYearIn = ({ receipts }: RepaymentFile) =>
  standingReceipts(receipts)
    .flatMap(({ entries }) => entries)
    .findLast(({ part }) => part === 'principal')?.fiscalYear ?? null;
