import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApprovalSubjects, type ApprovalSubject, type PresentedSubject } from '../../approvals/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { formatYen } from '../../kernel/yen.js';
import type { Transaction } from '../../platform/database/index.js';
import { ACT_ARTICLES, ACT_LABELS, dunningArticle, type ActKind } from '../domain/act.js';
import { detailsInWords } from '../domain/act-words.js';
import { demandNumber } from '../domain/demand.js';
import { RepaymentActStore } from '../store/repayment-act.store.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { ActEffects } from './act-effects.js';

const RELIEF = 'repayment-relief';
const DUNNING = 'repayment-dunning';

/** The act of the authority table, and the kind of the drafts, by which an act on a demand is decided. */
export const subjectOf = (kind: ActKind): string => (kind === 'dunning' ? DUNNING : RELIEF);

/** 履行延期, 免除, 権利放棄 or 不納欠損 as a subject of approval, by the town's table. */
@Injectable()
export class RepaymentReliefSubject implements ApprovalSubject, OnModuleInit {
  readonly kind: string = RELIEF;

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly demands: RepaymentDemandStore,
    private readonly acts: RepaymentActStore,
    private readonly effects: ActEffects,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  /** Demands first, as everything else that touches them does. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<void> {
    const demandIds: string[] = [];
    for (const id of ids) demandIds.push((await this.acts.find(tx, id)).demandId);
    await this.demands.lock(tx, demandIds);
    await this.acts.lock(tx, ids);
  }

  async present(tx: Transaction, id: string): Promise<PresentedSubject> {
    const act = await this.acts.find(tx, id);
    const demand = await this.demands.find(tx, act.demandId);
    const label = ACT_LABELS[act.kind];
    return {
      title: `${demand.organizationName}　返還金の${label}`,
      organizationId: demand.organizationId,
      organizationName: demand.organizationName,
      amount: act.kind === 'plan' ? act.openPrincipal : act.openTotal,
      outcome: label,
      basis: act.kind === 'dunning' ? dunningArticle(demand.terms.claimClass) : ACT_ARTICLES[act.kind],
      working: null,
      facts: [
        { label: '未納の返還金', value: formatYen(act.openPrincipal) },
        { label: '未納の額（加算金・延滞金を含む）', value: formatYen(act.openTotal) },
        ...detailsInWords(act),
      ],
      earlier: [{ label: `返還 ${demandNumber(demand)}`, href: `staff/repayments/${demand.id}` }],
      budget: null,
      tiedStaffIds: [],
    };
  }

  async drafted(tx: Transaction, id: string): Promise<void> {
    const { state } = await this.acts.find(tx, id);
    if (state !== 'proposed') throw new DomainError('repayments.act-state', 'conflict');
  }

  async approved(tx: Transaction, id: string, _draftId: string, decidedOn: LocalDate): Promise<void> {
    const act = await this.acts.find(tx, id);
    await this.effects.carryOut(tx, act, await this.demands.lockOne(tx, act.demandId), decidedOn);
  }

  async released(tx: Transaction, id: string): Promise<void> {
    await this.acts.change(tx, id, { state: 'dropped' });
  }
}

/** 督促: its letter bears the town's number and begins the prescription anew, but gives nothing up; towns route it lower. */
@Injectable()
export class RepaymentDunningSubject extends RepaymentReliefSubject {
  override readonly kind = DUNNING;
}
