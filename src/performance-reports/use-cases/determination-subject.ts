import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { BudgetLedger, standingOf, type Cause, type YearClosing } from '../../budgets/index.js';
import { GrantDirectory, GrantsInForce, LaterPaymentsPort } from '../../grants/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen, subtractYen, yen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import { Claims } from '../../payments/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  determinationMachine,
  settlementOf,
  type Determination,
  type DisallowedCost,
} from '../domain/determination.js';
import { DeterminationStore } from '../store/determination.store.js';
import { ReportInspectionStore } from '../store/report-inspection.store.js';
import { ReportStore } from '../store/report.store.js';
import { CaseOfReport } from './case-of-report.js';

export const DETERMINATION = 'amount-determination';

const grantCause = (grantId: string): Cause => ({ kind: 'grant', id: grantId });

/**
 * 額の確定 as a subject of approval. The last approval lowers the commitment to the amount and says what follows: the rest
 * is claimed, nothing, or the surplus comes back. Its route is that of the decision in force: who could grant it settles it.
 */
@Injectable()
export class DeterminationSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = DETERMINATION;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly store: DeterminationStore,
    private readonly reports: ReportStore,
    private readonly inspections: ReportInspectionStore,
    private readonly grants: GrantDirectory,
    private readonly inForce: GrantsInForce,
    private readonly ledger: BudgetLedger,
    private readonly claims: Claims,
    private readonly later: LaterPaymentsPort,
    private readonly cases: CaseOfReport,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  /** Reports and grants before the budget, as whoever pays locks them. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const found: Determination[] = [];
    for (const id of ids) found.push(await this.store.find(tx, id));
    for (const { reportId } of sorted(found, 'reportId')) await this.reports.getForUpdate(tx, reportId);
    const determinations = await this.store.lock(tx, ids);
    for (const { grantId } of sorted(determinations, 'grantId')) await this.grants.getForUpdate(tx, grantId);
    await this.ledger.lock(
      tx,
      determinations.map(({ budgetLineId }) => budgetLineId),
    );
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const determination = await this.store.find(tx, id);
    const { organizationId, organizationName, programName, title, amount, decision, grantId } = determination;
    const grant = await this.grants.get(tx, grantId);
    const line = await this.ledger.line(tx, determination.budgetLineId);
    const report = await this.reports.get(tx, determination.reportId);
    const { legalBasis } = grant.document;
    const article = grant.document.report?.articles.determination ?? '';
    return {
      title: `${organizationName}　${title === programName ? programName : `${programName}「${title}」`}`,
      ...{ organizationId, organizationName, amount },
      routeAmount: decision,
      basis: `${legalBasis.title}　${article}`.trim(),
      working: determination.working,
      facts: [
        ...factsOf(
          determination,
          await this.paidOf(tx, determination),
          await this.ledger.closingOf(tx, determination.fiscalYear),
        ),
        ...(await this.inspectedBy(tx, determination.reportId)),
      ],
      changes: [{ label: '補助金の額', before: formatYen(decision), after: formatYen(amount) }],
      earlier: [
        { label: `実績報告　${report.receivedNumber ?? ''}`, href: `staff/reports/${report.id}` },
        { label: `交付決定　${grant.letterNumber ?? ''}`, href: `staff/applications/${grant.applicationId}` },
      ],
      budget: { lineName: `${line.code} ${line.name}`, ...standingOf(line) },
      tiedStaffIds: [],
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const determination = await this.store.find(tx, id);
    nextState(determinationMachine, 'reports.not-in-draft', determination.state, 'draft');
    await this.refuseUnlessAsProposed(tx, determination);
    const report = await this.reports.get(tx, determination.reportId);
    await this.cases.move(tx, report, { phase: 'determining', waitingFor: 'approvers', dueOn: null });
  }

  async approved(tx: Transaction, id: string, _draftId: string, determinedOn: LocalDate): Promise<void> {
    const determination = await this.store.find(tx, id);
    const state = nextState(determinationMachine, 'reports.not-in-draft', determination.state, 'determine');
    await this.refuseUnlessAsProposed(tx, determination);
    const { grantId, amount, applicationId, organizationId, reportId } = determination;
    const paidBefore = await this.paidOf(tx, determination);
    await this.ledger.reduceCommitment(tx, grantCause(grantId), amount, { kind: 'determination', id });
    await this.inForce.put(tx, grantId, { amountInForce: amount, determinedOn });
    const { rest, over } = settlementOf(amount, paidBefore);
    await this.store.change(tx, id, { state, determinedOn, paidBefore, rest, over });
    await this.claims.prepareSettlement(tx, grantId, rest, id);
    const report = await this.reports.get(tx, reportId);
    await this.cases.settle(tx, report, { phase: 'determined', waitingFor: 'promotion', dueOn: null, amount });
    const figures = { paidBefore, determined: amount, rest, over };
    const data = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value.toString()]));
    tx.audit({ action: 'determination.made', subjectKind: DETERMINATION, subjectId: id, organizationId, detail: data });
    tx.announce({
      ...{ type: 'GrantDetermined', subjectId: grantId, organizationId },
      data: { applicationId, determinationId: id, ...data },
    });
  }

  async released(tx: Transaction, id: string): Promise<void> {
    const { state: before, reportId, organizationId } = await this.store.find(tx, id);
    const state = nextState(determinationMachine, 'reports.not-in-draft', before, 'release');
    await this.store.change(tx, id, { state });
    const report = await this.reports.get(tx, reportId);
    await this.cases.move(tx, report, { phase: 'report-inspected', waitingFor: 'promotion', dueOn: null });
    tx.audit({ action: 'determination.released', subjectKind: DETERMINATION, subjectId: id, organizationId });
  }

  /** 保留: the case waits for the section again. */
  async held(tx: Transaction, id: string): Promise<void> {
    const { reportId } = await this.store.find(tx, id);
    const report = await this.reports.get(tx, reportId);
    await this.cases.move(tx, report, { phase: 'determining', waitingFor: 'promotion', dueOn: null });
  }

  /** What has been ordered by now and did not come back, and what a later year has paid; afterwards as it was then. */
  private async paidOf(tx: Transaction, { grantId, paidBefore }: Determination): Promise<Yen> {
    if (paidBefore !== null) return paidBefore;
    return this.later.heldOf(tx, grantId);
  }

  /** 検査した職員: an approver sees that it was another person. */
  private async inspectedBy(tx: Transaction, reportId: string): Promise<PresentedSubject['facts']> {
    const [ended] = (await this.inspections.outcomes(tx, reportId)).filter(({ outcome }) => outcome === 'inspected');
    return ended ? [{ label: '検査した職員', value: ended.madeBy }] : [];
  }

  /** Nothing may have moved under the draft: neither the report nor the amount that was decided. */
  private async refuseUnlessAsProposed(tx: Transaction, determination: Determination): Promise<void> {
    const report = await this.reports.get(tx, determination.reportId);
    const grant = await this.grants.get(tx, determination.grantId);
    const params = { organization: determination.organizationName };
    if (report.state !== 'inspected') throw new DomainError('reports.not-inspected', 'conflict', params);
    if (grant.amountInForce !== determination.decision)
      throw new DomainError('reports.decision-moved', 'conflict', params);
  }
}

const sorted = <Key extends 'reportId' | 'grantId'>(all: readonly Determination[], key: Key): Determination[] =>
  all.toSorted((one, other) => (one[key] < other[key] ? -1 : 1));

function factsOf(determination: Determination, paid: Yen, closed: YearClosing | null): PresentedSubject['facts'] {
  const { decision, amount, eligibleCost, disallowed } = determination;
  const { rest, over } = settlementOf(amount, paid);
  return [
    { label: '交付決定額', value: formatYen(decision) },
    { label: '対象経費の実績', value: formatYen(eligibleCost) },
    { label: '確定額', value: formatYen(amount) },
    ...(amount < decision ? [{ label: '減額', value: formatYen(subtractYen(decision, amount)) }] : []),
    { label: '支出命令済みの額', value: formatYen(paid) },
    { label: '確定のあと', value: whatFollows(rest, over, closed) },
    ...disallowed.map((cost, index) => ({
      label: `対象としない経費${String(index + 1)}`,
      value: disallowedInWords(cost),
    })),
  ];
}

/** What follows from the amount, in one sentence. */
export const whatFollows = (rest: Yen, over: Yen, closed: YearClosing | null): string => {
  if (over > ZERO_YEN) return `${formatYen(over)}を返還してもらう`;
  if (rest === ZERO_YEN) return '支払も返還もない';
  // 過年度支出 (施行令165条の8) or what was carried over: the money of the closed year is gone.
  return closed
    ? `${formatYen(rest)}を支払う。${formatFiscalYear(closed.fiscalYear)}は閉鎖したため、翌年度以降の予算（過年度支出か、繰り越した予算）で支払う`
    : `${formatYen(rest)}を支払う`;
};

/** `消耗品費（炊き出しの材料）260,000円のうち60,000円：事業の後の購入`. */
export function disallowedInWords({ label, remark, amount, disallowed, reason }: DisallowedCost): string {
  const cost = `${label}${remark === '' ? '' : `（${remark}）`}${formatYen(yen(amount))}`;
  const part = amount === disallowed ? 'の全部' : `のうち${formatYen(yen(disallowed))}`;
  return `${cost}${part}：${reason}`;
}
