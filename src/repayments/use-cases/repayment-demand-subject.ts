import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { formatEra, type LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { CLAIM_CLASS_LABELS, type ChargeTerms } from '../../kernel/refund-terms.js';
import { storeWorking, workingOf } from '../../kernel/working.js';
import { formatYen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { CAUSE_LABELS, DEMAND_MACHINE, demandNumber, paperOf, type RepaymentDemand } from '../domain/demand.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { DEMAND_SUBJECT } from './demand-letter.js';
import { FollowPayments } from './follow-payments.js';
import { ReceivedMoney } from './received-money.js';

/** 返還命令・返還通知 as a subject of approval, in a town whose table rules it. */
@Injectable()
export class RepaymentDemandSubject implements ApprovalSubject, OnModuleInit {
  readonly kind = DEMAND_SUBJECT;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly store: RepaymentDemandStore,
    private readonly money: ReceivedMoney,
    private readonly following: FollowPayments,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    await this.store.lock(tx, ids);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const demand = await this.store.find(tx, id);
    const { terms, programName, organizationName } = demand;
    return {
      title: `${organizationName}　${programName}の返還`,
      organizationId: demand.organizationId,
      organizationName,
      amount: demand.amount,
      outcome: paperOf(demand),
      basis: terms.article === '' ? '交付規則の返還の定め' : terms.article,
      working: storeWorking(
        workingOf([
          { label: '返還金', article: terms.article, formula: CAUSE_LABELS[demand.cause], yen: demand.amount },
        ]),
      ),
      facts: factsOf(demand),
      earlier: [{ label: `返還 ${demandNumber(demand)}`, href: `staff/repayments/${id}` }],
      budget: null,
      tiedStaffIds: [],
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const demand = await this.store.lockOne(tx, id);
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'draft');
    await this.store.change(tx, demand, { state, received: await this.money.whole(tx, demand) });
  }

  async approved(tx: Transaction, id: string, _draftId: string, decidedOn: LocalDate): Promise<void> {
    const demand = await this.store.lockOne(tx, id);
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'decide');
    // A payment may have come back since the draft was begun.
    await this.store.change(tx, demand, { state, decidedOn, received: await this.money.whole(tx, demand) });
    tx.audit({
      ...{ action: 'repayment.decided', subjectKind: 'repayment', subjectId: id },
      organizationId: demand.organizationId,
    });
  }

  async released(tx: Transaction, id: string): Promise<void> {
    const demand = await this.store.lockOne(tx, id);
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'release');
    await this.store.change(tx, demand, { state });
    await this.following.ofGrant(tx, demand.grantId);
  }
}

function factsOf({ cause, note, received, recipientAtFault, terms }: RepaymentDemand): PresentedSubject['facts'] {
  return [
    { label: '返還の理由', value: CAUSE_LABELS[cause] },
    ...(note === '' ? [] : [{ label: '事実', value: note }]),
    ...received.map(({ on, amount }, index) => ({
      label: `支払${String(index + 1)}`,
      value: `${formatEra(on)}　${formatYen(amount)}`,
    })),
    ...(cause === 'revocation' ? [{ label: '団体の責め', value: recipientAtFault ? 'あり' : 'なし' }] : []),
    { label: '加算金', value: recipientAtFault ? chargeInWords(terms.addition) : 'とらない' },
    { label: '延滞金', value: chargeInWords(terms.lateCharge) },
    { label: '債権の種類', value: CLAIM_CLASS_LABELS[terms.claimClass] },
    { label: '返還の期限', value: `通知の翌日から${String(terms.days)}日` },
  ];
}

const chargeInWords = (terms: ChargeTerms | null): string =>
  terms ? `年${terms.percent}％（${terms.article}）` : '根拠がないためとらない';
