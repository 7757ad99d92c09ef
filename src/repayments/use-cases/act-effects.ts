import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { REFUND_PART_LABELS } from '../../kernel/refund-terms.js';
import { subtractYen, sumYen, type Yen } from '../../kernel/yen.js';
import { Letters, type TemplateData } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Standing } from '../domain/account.js';
import { ACT_ARTICLES, dunningArticle, type RepaymentAct } from '../domain/act.js';
import { actFaults, owedIn } from '../domain/act-grounds.js';
import { DEMAND_MACHINE, type DemandAction, type RepaymentDemand } from '../domain/demand.js';
import { RepaymentActStore } from '../store/repayment-act.store.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { AssessRevenue } from './assess-revenue.js';
import { CaseOfRepayment } from './case-of-repayment.js';
import { chargesSlip, DemandLetter, owedWords, planSlips, slipFor, succeeding, type Slip } from './demand-letter.js';
import { groundOf, RepaymentFiles, type RepaymentFile } from './repayment-files.js';

/** What an act changes once it holds: at once, or with the last approval of its draft. */
@Injectable()
export class ActEffects {
  constructor(
    private readonly demands: RepaymentDemandStore,
    private readonly acts: RepaymentActStore,
    private readonly files: RepaymentFiles,
    private readonly composer: DemandLetter,
    private readonly letters: Letters,
    private readonly cases: CaseOfRepayment,
    private readonly revenue: AssessRevenue,
  ) {}

  /**
   * The caller holds the demand's lock. What was shown must still be so: throws `repayments.amount-moved` where money came
   * meanwhile, and what the act lacks by now.
   */
  async carryOut(tx: Transaction, act: RepaymentAct, demand: RepaymentDemand, doneOn: LocalDate): Promise<void> {
    const file = await this.files.of(tx, demand);
    const [fault] = actFaults(act.kind, act.details, groundOf(file, tx.today));
    if (fault) throw new DomainError(fault.code, 'conflict', fault.params);
    if (file.standing.parts.principal.open !== act.openPrincipal)
      throw new DomainError('repayments.amount-moved', 'conflict', { organization: demand.organizationName });
    const letterId = await this.issueLetter(tx, act, file);
    await this.acts.change(tx, act.id, { state: 'done', doneOn, letterId });
    if (act.kind === 'charge-relief')
      await this.revenue.relieved(tx, demand, (await this.files.of(tx, demand)).standing, act.id);
    const action = ENDS[act.kind];
    if (action) {
      const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, action);
      await this.demands.change(tx, demand, { state, endedOn: demand.endedOn ?? doneOn });
    } else await this.settleIfNothingIsLeft(tx, demand);
    tx.audit({
      ...{ action: `repayment.${act.kind}`, subjectKind: 'repayment', subjectId: demand.id },
      ...{ organizationId: demand.organizationId, detail: { actId: act.id, open: String(act.openTotal) } },
    });
  }

  /** 減免 of the last that was open. */
  private async settleIfNothingIsLeft(tx: Transaction, demand: RepaymentDemand): Promise<void> {
    const { standing } = await this.files.of(tx, demand);
    if (standing.open > 0n) return;
    const state = nextState(DEMAND_MACHINE, 'repayments.demand-state', demand.state, 'settle');
    await this.demands.change(tx, demand, { state, endedOn: tx.today });
    await this.cases.settled(tx, demand);
  }

  private async issueLetter(tx: Transaction, act: RepaymentAct, file: RepaymentFile): Promise<string | null> {
    const told = TELLS[act.kind]?.(act, file);
    if (!told) return null;
    const { letter, ...delivery } = await this.composer.compose(tx, file.demand, told);
    const effect = act.kind === 'remission' ? 'released' : 'changed';
    const issued = { ...delivery, issuedOn: tx.today, ...succeeding(file.demand, effect) };
    const { letterId } = await this.letters.issue(tx, letter, issued);
    await this.revenue.noticed(tx, file.demand, told.slips ?? [], letterId);
    return letterId;
  }
}

const ENDS: Partial<Record<RepaymentAct['kind'], DemandAction>> = {
  remission: 'lapse',
  waiver: 'lapse',
  'write-off': 'write-off',
};

interface Told {
  readonly kind: string;
  readonly words: TemplateData;
  readonly slips?: readonly Slip[];
}

const openAfter = (reliefs: RepaymentAct['details']['reliefs'], { open, parts }: Standing): Yen =>
  subtractYen(open, sumYen(reliefs.map(({ part, amount }) => amount ?? parts[part].open)));

/** Which letter an act brings; 権利放棄 and 不納欠損 are the town's own. */
const TELLS: Partial<Record<RepaymentAct['kind'], (act: RepaymentAct, file: RepaymentFile) => Told>> = {
  dunning: ({ details: { dueOn } }, { demand, standing }) => {
    const payBy = dueOn ?? standing.on;
    const ofPrincipal = standing.parts.principal.open > 0n;
    const slip = ofPrincipal ? slipFor(demand, standing.overdue, payBy) : chargesSlip(standing, payBy);
    return {
      kind: 'repayment-dunning',
      words: {
        ...{ firstDueOn: standing.firstDueOn ?? payBy, dueOn: payBy, open: String(standing.overdue) },
        ...{ owed: owedWords(slip.rows), chargesLater: ofPrincipal && demand.terms.lateCharge !== null },
        actArticle: dunningArticle(demand.terms.claimClass),
      },
      slips: [slip],
    };
  },
  plan: ({ details: { parts } }, { demand, standing }) => ({
    kind: 'repayment-plan',
    words: {
      ...{ open: String(owedIn(standing)), actArticle: ACT_ARTICLES.plan },
      parts: parts.map(({ dueOn, amount }) => ({ dueOn, amount: String(amount) })),
    },
    slips: planSlips(demand, standing, parts),
  }),
  // What is left is reckoned as if it were paid on the day of the relief, which holds already.
  'charge-relief': ({ details: { reliefs, citation } }, { standing }) => ({
    kind: 'repayment-charge-relief',
    words: {
      ...{ actArticle: citation, openOn: standing.on },
      open: String(openAfter(reliefs, standing)),
      reliefs: reliefs.map(({ part, amount }) => ({
        label: REFUND_PART_LABELS[part],
        amount: amount === null ? null : String(amount),
      })),
    },
  }),
  remission: ({ openTotal }) => ({
    kind: 'repayment-remission',
    words: { open: String(openTotal), actArticle: ACT_ARTICLES.remission },
  }),
};
