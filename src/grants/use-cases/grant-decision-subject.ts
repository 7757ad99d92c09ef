import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen, yen } from '../../kernel/yen.js';
import {
  APPLICATION_SUBJECT,
  ApplicationDirectory,
  Applications,
  Withdrawals,
  type ApplicationView,
  type Withdrawal,
} from '../../applications/index.js';
import {
  ApprovalSubjects,
  type ApprovalSubject,
  type PresentedSubject,
  type PresentedTable,
} from '../../approvals/index.js';
import { BudgetLedger, standingOf, type Cause } from '../../budgets/index.js';
import { CaseList } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { factsInWords, type EligibleStart } from '../../programs/index.js';
import { needsPriorStart, PriorStarts, startAnswer, type StartFacts } from '../../reviews/index.js';
import { newestOf, noteInWords, Visits, type VisitNote } from '../../visits/index.js';
import { costInWords, grantMachine, type Grant, type JudgedCost } from '../domain/grant.js';
import { APPLIED_AMOUNT, OUTCOME_LABELS } from '../domain/outcome.js';
import { GrantStore } from '../store/grant.store.js';
import { AdoptedAmounts } from './adopted-amounts.js';
import { DecisionBlocks } from './decision-blocks.js';
import { AllocationTables } from './allocation/allocation-tables.js';

export const GRANT_DECISION = 'grant-decision';

export const grantCause = (grantId: string): Cause => ({ kind: 'grant', id: grantId });

/**
 * 交付決定 as a subject of approval. The last approval is decision and commitment (支出負担行為) at once: either both
 * stand, with number, working and event, or neither. A refusal touches no budget and takes the route that the amount
 * applied for would have taken.
 */
@Injectable()
export class GrantDecisionSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = GRANT_DECISION;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly store: GrantStore,
    private readonly locks: Applications,
    private readonly applications: ApplicationDirectory,
    private readonly withdrawals: Withdrawals,
    private readonly priorStarts: PriorStarts,
    private readonly ledger: BudgetLedger,
    private readonly cases: CaseList,
    private readonly visits: Visits,
    private readonly blocks: DecisionBlocks,
    private readonly tables: AllocationTables,
    private readonly adopted: AdoptedAmounts,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  /** Applications first, as whoever withdraws one locks it before its grant. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const applicationIds = (await this.store.ofIds(tx, ids)).map(({ applicationId }) => applicationId);
    for (const id of applicationIds.sort()) await this.locks.lock(tx, id);
    const grants = await this.store.lock(tx, ids);
    const own = grants.map(({ budgetLineId }) => budgetLineId);
    await this.ledger.lock(tx, [...own, ...(await this.adopted.linesOf(tx, grants))]);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const grant = await this.store.find(tx, id);
    const application = await this.applications.get(tx, grant.applicationId);
    const line = await this.ledger.line(tx, grant.budgetLineId);
    const { legalBasis, articles } = application.document;
    const notes = await this.visits.about(tx, { kind: APPLICATION_SUBJECT, id: application.id });
    return {
      title: `${grant.organizationName}　${caseName(application, grant)}`,
      organizationId: grant.organizationId,
      organizationName: grant.organizationName,
      amount: grant.amount,
      ...(isRefused(grant) && { routeAmount: grant.appliedAmount }),
      outcome: OUTCOME_LABELS[grant.outcome],
      basis: `${legalBasis.title}　${articles.decision}`,
      working: isRefused(grant) ? null : grant.working,
      facts: [
        ...reductionOf(grant),
        ...despiteRefunds(grant),
        ...allocationOf(grant),
        ...(await this.adopted.factsOf(tx, application)),
        ...factsOf(application, await this.priorStarts.of(tx, application)),
        ...notes.map((note, index) => ({ label: noteLabel(index), value: noteInWords(note) })),
      ],
      earlier: [
        { label: `交付申請　${application.receivedNumber ?? ''}`, href: `staff/applications/${application.id}` },
        ...notes.map((note, index) => ({ label: noteReference(note, index), href: `staff/visits/${note.id}` })),
      ],
      budget: { lineName: `${line.code} ${line.name}`, ...standingOf(line) },
      tiedStaffIds: [],
    };
  }

  annexes(tx: Transaction, ids: readonly string[]): Promise<PresentedTable[]> {
    return this.tables.ofGrants(tx, ids);
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const grant = await this.store.find(tx, id);
    nextState(grantMachine, 'grants.not-in-draft', grant.state, 'draft');
    await this.refuseUnlessStillPassed(tx, grant);
    await this.adopted.drawing(tx, grant, () => this.reserve(tx, grant));
    await this.cases.move(tx, grant.applicationId, {
      phase: 'approval',
      waitingFor: 'approvers',
      dueOn: null,
      amount: grant.amount,
    });
  }

  async approved(tx: Transaction, id: string, _draftId: string, decidedOn: LocalDate): Promise<void> {
    const grant = await this.store.find(tx, id);
    const state = nextState(grantMachine, 'grants.not-in-draft', grant.state, 'decide');
    await this.refuseUnlessStillPassed(tx, grant);
    await this.refuseUnlessPaidBack(tx, grant);
    const { commitmentNumber } = isRefused(grant)
      ? { commitmentNumber: null }
      : await this.ledger.commit(tx, grantCause(id));
    await this.store.change(tx, id, { state, commitmentNumber, decidedOn });
    await this.adopted.decided(tx, grant);
    await this.cases.move(tx, grant.applicationId, { phase: 'decided', waitingFor: 'promotion' });
    const { organizationId } = grant;
    const detail = { commitmentNumber, amount: grant.amount.toString() };
    const action = isRefused(grant) ? 'grant.refused' : 'grant.decided';
    tx.audit({ action, subjectKind: 'grant', subjectId: id, organizationId, detail });
    tx.announce({ type: 'GrantDecided', subjectId: id, organizationId, data: { applicationId: grant.applicationId } });
  }

  /** 保留: the budget stays reserved, and the case waits for the section again. */
  async held(tx: Transaction, id: string): Promise<void> {
    const grant = await this.store.find(tx, id);
    await this.cases.move(tx, grant.applicationId, { phase: 'approval', waitingFor: 'promotion' });
  }

  async released(tx: Transaction, id: string): Promise<void> {
    const grant = await this.store.find(tx, id);
    const state = nextState(grantMachine, 'grants.not-in-draft', grant.state, 'release');
    await this.store.change(tx, id, { state });
    await this.adopted.drawing(tx, grant, () => this.ledger.releaseIfAny(tx, grantCause(id)));
    if (await this.withdrawals.carryOut(tx, grant.applicationId)) return;
    await this.cases.move(tx, grant.applicationId, { phase: 'passed', waitingFor: 'promotion' });
  }

  /** A refusal wants no budget, and gives back what an earlier proposal for the case had reserved. */
  private reserve(tx: Transaction, grant: Grant): Promise<void> {
    const cause = grantCause(grant.id);
    return isRefused(grant)
      ? this.ledger.releaseIfAny(tx, cause)
      : this.ledger.reserve(tx, grant.budgetLineId, grant.amount, { ...cause, label: grant.organizationName });
  }

  /** What fell due while the draft went round, or was not looked at when its outcome was changed. */
  private async refuseUnlessPaidBack(tx: Transaction, grant: Grant): Promise<void> {
    if (isRefused(grant) || grant.overrideReason !== '') return;
    const { organizationId, organizationName: organization } = grant;
    const unpaid = (await this.blocks.ofOrganizations(tx, [organizationId]))(organizationId);
    if (unpaid !== '') throw new DomainError('grants.refund-unpaid-since', 'conflict', { organization, unpaid });
  }

  private async refuseUnlessStillPassed(tx: Transaction, grant: Grant): Promise<void> {
    const { state, withdrawal } = await this.applications.get(tx, grant.applicationId);
    const params = { organization: grant.organizationName };
    if (withdrawal) throw new DomainError('grants.withdrawal-asked', 'conflict', params);
    if (state !== 'passed') throw new DomainError('grants.not-passed', 'conflict', params);
  }
}

const noteLabel = (index: number): string => `現地調査・聞き取り${String(index + 1)}`;

/** Its photographs are opened from here. */
function noteReference(note: VisitNote, index: number): string {
  const { photos } = newestOf(note);
  return `${noteLabel(index)}の記録${photos.length === 0 ? '' : `　写真${String(photos.length)}枚`}`;
}

const isRefused = ({ outcome }: Grant): boolean => outcome === 'refused';

/** Of an organisation with several projects each draft says which one it is for. */
const caseName = ({ title, document }: ApplicationView, { programName }: Grant): string =>
  title === document.name ? programName : `${programName}「${title}」`;

/** What was applied for and why less is granted; which costs the town accepted although they were doubtful. */
const reductionOf = (grant: Grant): PresentedSubject['facts'] => [
  ...(grant.outcome === 'granted' ? [] : [{ label: APPLIED_AMOUNT, value: formatYen(grant.appliedAmount) }]),
  ...(grant.reason === '' ? [] : [{ label: isRefused(grant) ? '不交付の理由' : '減額の理由', value: grant.reason }]),
  ...grant.assessedLines.map((cost, index) => ({
    label: `経費の査定${String(index + 1)}`,
    value: `${costInWords(cost)}：${judgementInWords(cost)}　理由：${cost.reason}`,
  })),
];

/** The table that the case's share comes from stands under the draft; its 照合番号 binds it to what is approved. */
function allocationOf({ allocation, amount }: Grant): PresentedSubject['facts'] {
  if (!allocation) return [];
  const share = yen(allocation.share);
  const changed = share === amount ? '' : `　起案の後に${formatYen(amount)}に変えました`;
  return [
    { label: '配分', value: allocation.table },
    { label: 'この案件の配分額', value: `${formatYen(share)}（${allocation.how}）${changed}` },
  ];
}

const despiteRefunds = ({ unpaidRefunds, overrideReason }: Grant): PresentedSubject['facts'] =>
  unpaidRefunds === ''
    ? []
    : [
        { label: '返還金の未納', value: unpaidRefunds },
        { label: '未納でも交付する理由', value: overrideReason },
      ];

function judgementInWords({ applied, eligible }: JudgedCost): string {
  const word = (yes: boolean): string => (yes ? '対象' : '対象外');
  return applied === eligible ? `${word(eligible)}と認める` : `申請では${word(applied)}、査定で${word(eligible)}`;
}

/** What an approver needs to know besides amount, working and budget. */
function factsOf(application: ApplicationView, start: StartFacts): PresentedSubject['facts'] {
  const { document, facts, submittedAt, receivedNumber, receivedOn, withdrawal, answers, paper } = application;
  const { payment, eligibleStart, conditions, project } = document;
  const period = answers.find(({ id }) => id === project?.periodQuestion);
  return [
    ...(withdrawal ? [{ label: '取下げの申出', value: withdrawalInWords(withdrawal) }] : []),
    { label: '収受番号・収受日', value: `${receivedNumber ?? ''}　${receivedOn ? formatEra(receivedOn) : ''}` },
    ...(paper ? [{ label: '受付の方法', value: `紙で受付・代理入力（${paper.enteredBy}）` }] : []),
    { label: '申請日', value: submittedAt ? formatEra(dayInJapan(submittedAt)) : '' },
    ...factsInWords(document.rule, facts),
    ...(period ? [{ label: period.label, value: period.text }] : []),
    { label: '対象となる経費の始期', value: startInWords(eligibleStart) },
    ...(needsPriorStart(start) ? [{ label: '事前着手', value: startAnswer(start).why }] : []),
    { label: '支払方法', value: `${payment.methodLabel}（${payment.settlement ? '精算あり' : '精算なし'}）` },
    ...conditions.map((value, index) => ({ label: `交付の条件${String(index + 1)}`, value })),
  ];
}

/** A wish to withdraw stands first: with it, what was drafted can only be sent back. */
const withdrawalInWords = ({ askedAt, askedBy, reason }: Withdrawal): string =>
  `${formatEra(dayInJapan(askedAt))}　${askedBy}さん　理由：${reason}`;

function startInWords(start: EligibleStart): string {
  if (start.kind === 'day') return formatEra(start.day);
  return start.priorStart ? '交付決定の日（事前着手の承認があるときはその日）' : '交付決定の日';
}
