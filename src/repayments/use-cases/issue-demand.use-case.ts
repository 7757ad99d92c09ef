import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { REFUND_PART_LABELS } from '../../kernel/refund-terms.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import { Letters, type TemplateData } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { dayToKeep, type Standing } from '../domain/account.js';
import { DEMAND_MACHINE, LETTER_KINDS, paperOf, type RepaymentDemand } from '../domain/demand.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { AssessRevenue } from './assess-revenue.js';
import { CaseOfRepayment } from './case-of-repayment.js';
import {
  CHARGES_KIND,
  chargesSlip,
  DEMAND_SUBJECT,
  DemandLetter,
  owedWords,
  SLIP_KIND,
  slipFor,
  succeeding,
} from './demand-letter.js';
import { RepaymentFiles } from './repayment-files.js';

export interface IssueDemandCommand {
  readonly demandId: string;
  /** 施行日: today or a day since the decision. */
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface IssueSlipCommand {
  readonly demandId: string;
  readonly payBy: LocalDate;
}

/** 施行 of 返還命令書 or 返還通知書, and of slips that take the place of the annexed one. */
@Injectable()
export class IssueDemand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
    private readonly composer: DemandLetter,
    private readonly letters: Letters,
    private readonly cases: CaseOfRepayment,
    private readonly revenue: AssessRevenue,
  ) {}

  /** Faults at `issuedOn`, `dueOn`. A second click finds the letter that the first has issued. */
  issue(actor: Actor, command: IssueDemandCommand): Promise<{ letterId: string }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.store.lockOne(tx, command.demandId);
      if (demand.state === 'demanded' && demand.letterId !== null) return { letterId: demand.letterId };
      const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'issue');
      refuseWhenFaulty(dayFaults(demand, command, tx.today));
      const { issuedOn, dueOn } = command;
      const slips = [slipFor(demand, demand.amount, dueOn)];
      const { letter, ...delivery } = await this.composer.compose(tx, demand, {
        kind: LETTER_KINDS[paperOf(demand)],
        formLabel: demand.terms.formLabel,
        words: { dueOn, ...(await this.replacedBy(tx, demand)) },
        slips,
      });
      const { letterId, number: letterNumber } = await this.letters.issue(tx, letter, {
        ...{ ...delivery, issuedOn, ...succeeding(demand) },
      });
      await this.store.change(tx, demand, { state, issuedOn, dueOn, letterId, letterNumber });
      await this.revenue.noticed(tx, demand, slips, letterId);
      await this.cases.asked(tx, demand, dueOn);
      this.tell(tx, demand, 'repayment.demanded', { letterId, dueOn });
      tx.announce({
        ...{ type: 'RepaymentDemanded', subjectId: demand.id, organizationId: demand.organizationId },
        data: { grantId: demand.grantId, letterId },
      });
      return { letterId };
    });
  }

  /** The notice that went out before the demand was revised, so that nobody pays by both. */
  private async replacedBy(tx: Transaction, demand: RepaymentDemand): Promise<TemplateData> {
    const before = (await this.letters.forSubject(tx, DEMAND_SUBJECT, demand.id)).findLast(
      ({ kind, state }) => kind === LETTER_KINDS[paperOf(demand)] && state !== 'void',
    );
    return { replacedOn: before?.issuedOn ?? null, replacedNumber: before?.number ?? null };
  }

  /**
   * A slip for the money itself that is open, or once it is back the 納入通知書 of 加算金 and 延滞金, whose first one sets their
   * day. Fault at `payBy`: no slip asks for money before the day that was set for it.
   */
  issueSlip(actor: Actor, { demandId, payBy }: IssueSlipCommand): Promise<{ letterId: string }> {
    requireDuty(actor, 'promotion', 'treasury-check', 'treasury-decide');
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.store.lockOne(tx, demandId);
      if (demand.state !== 'demanded') throw new DomainError('repayments.nothing-to-pay', 'conflict');
      if (payBy < tx.today)
        throw DomainError.invalid([
          { pointer: 'payBy', code: 'repayments.day-must-come', params: { label: '納める期限' } },
        ]);
      const { standing } = await this.files.of(tx, demand);
      const kept = dayToKeep(standing);
      if (kept !== null && payBy < kept)
        throw DomainError.invalid([
          { pointer: 'payBy', code: 'repayments.slip-before-due', params: { dueOn: formatEra(kept) } },
        ]);
      const { open } = standing.parts.principal;
      const asks = open > 0n ? principalSlip(demand, open, payBy) : chargesNotice(standing, payBy);
      const { letter, ...delivery } = await this.composer.compose(tx, demand, asks);
      const { letterId } = await this.letters.issue(tx, letter, {
        ...{ ...delivery, issuedOn: tx.today, ...succeeding(demand) },
      });
      if (asks.kind === CHARGES_KIND && demand.chargesDueOn === null) {
        await this.store.change(tx, demand, { chargesDueOn: payBy, chargesLetterId: letterId });
        await this.cases.asked(tx, demand, payBy);
      }
      await this.revenue.noticed(tx, demand, asks.slips, letterId);
      const asked = sumYen(asks.slips.flatMap(({ rows }) => rows).map(({ amount }) => amount));
      this.tell(tx, demand, 'repayment.slip-issued', { letterId, payBy, open: String(asked) });
      return { letterId };
    });
  }

  private tell(tx: Transaction, demand: RepaymentDemand, action: string, detail: Record<string, string>): void {
    const { id: subjectId, organizationId } = demand;
    tx.audit({ action, subjectKind: 'repayment', subjectId, organizationId, detail });
  }
}

function principalSlip(demand: RepaymentDemand, open: Yen, payBy: LocalDate) {
  const slip = slipFor(demand, open, payBy);
  return { kind: SLIP_KIND, words: { title: slip.title, payBy }, slips: [slip] };
}

/** Throws `repayments.nothing-to-pay`. */
function chargesNotice(standing: Standing, payBy: LocalDate) {
  const slip = chargesSlip(standing, payBy);
  if (slip.rows.length === 0) throw new DomainError('repayments.nothing-to-pay', 'conflict');
  const charges = slip.rows.map(({ part, amount }) => ({
    ...{ label: REFUND_PART_LABELS[part], amount: String(amount) },
    article: standing.parts[part].charge?.article ?? '',
    formula: standing.parts[part].charge?.formula ?? '',
  }));
  const open = String(sumYen(slip.rows.map(({ amount }) => amount)));
  return { kind: CHARGES_KIND, words: { payBy, open, owed: owedWords(slip.rows), charges }, slips: [slip] };
}

function dayFaults(demand: RepaymentDemand, { issuedOn, dueOn }: IssueDemandCommand, today: LocalDate): Fault[] {
  const earliest = demand.decidedOn ?? demand.openedOn;
  const faults: Fault[] = [];
  if (issuedOn > today) faults.push({ pointer: 'issuedOn', code: 'repayments.issued-in-future' });
  if (issuedOn < earliest)
    faults.push({
      ...{ pointer: 'issuedOn', code: 'repayments.issued-before-decision' },
      params: { earliest: formatEra(earliest) },
    });
  if (dueOn <= issuedOn) faults.push({ pointer: 'dueOn', code: 'repayments.due-before-letter' });
  return faults;
}
