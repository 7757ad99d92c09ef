import { Injectable } from '@nestjs/common';
import { Drafts, type DraftRef } from '../../approvals/index.js';
import { BudgetLedger, type RefundBooking } from '../../budgets/index.js';
import { requireDuty, requireOwnOrganization, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Yen } from '../../kernel/yen.js';
import { Letters, type IssuedLetter } from '../../notices/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Authority } from '../../staff/index.js';
import type { DemandState, RepaymentDemand } from '../domain/demand.js';
import type { ReceiptQuestion } from '../domain/receipt-question.js';
import { ReceiptQuestionStore } from '../store/receipt-question.store.js';
import { RepaymentDemandStore } from '../store/repayment-demand.store.js';
import { bookingOf } from './booking-of.js';
import { DEMAND_SUBJECT } from './demand-letter.js';
import { ReceivedMoney } from './received-money.js';
import { subjectOf } from './repayment-relief-subject.js';
import { RepaymentFiles, type RepaymentFile } from './repayment-files.js';

export interface RepaymentPage extends RepaymentFile {
  readonly today: LocalDate;
  /** Those that the actor may see, newest last. */
  readonly letters: readonly IssuedLetter[];
  /** The draft in which the demand runs. */
  readonly draft: DraftRef | null;
  /** By act: the draft in which it runs. */
  readonly actDrafts: ReadonlyMap<string, DraftRef>;
  /** Whether the town's table rules the demand, and the acts on it. */
  readonly ruled: { readonly demand: boolean; readonly dunning: boolean; readonly relief: boolean };
  /** The most that it may ask for by what is ordered and in force now; less than its amount: it is to be revised. */
  readonly mayAsk: Yen;
  /** Where the money would go that came today. */
  readonly bookingToday: RefundBooking;
  /** Lines of a 領収済一覧 that wait for an answer. */
  readonly questions: readonly ReceiptQuestion[];
  /** The year that had paid is closed: nothing goes back to its line any more. */
  readonly yearClosed: boolean;
}

const STAFF_DUTIES = ['promotion', 'approve', 'treasury-check', 'treasury-decide', 'audit'] as const;
const ISSUED: readonly DemandState[] = ['demanded', 'settled', 'lapsed', 'written-off', 'dropped'];

/** An officer knows of a demand by its letter; one that was dropped before any was none to the organisation. */
const isKnown = ({ state, letterId }: RepaymentDemand): boolean => ISSUED.includes(state) && letterId !== null;

/** 返還 as the desks see it; every figure as of today. */
@Injectable()
export class ViewRepayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: RepaymentDemandStore,
    private readonly files: RepaymentFiles,
    private readonly questions: ReceiptQuestionStore,
    private readonly money: ReceivedMoney,
    private readonly letters: Letters,
    private readonly drafts: Drafts,
    private readonly authority: Authority,
    private readonly ledger: BudgetLedger,
  ) {}

  list(actor: Actor, states?: readonly DemandState[]): Promise<RepaymentFile[]> {
    requireDuty(actor, ...STAFF_DUTIES);
    return this.unitOfWork.read(actor, async (tx) =>
      this.files.ofAll(tx, await this.demands.list(tx, states ? { states } : {})),
    );
  }

  /** Lines of a 領収済一覧 that wait for an answer, by demand. */
  openQuestions(actor: Actor, demandIds: readonly string[]): Promise<ReceiptQuestion[]> {
    requireDuty(actor, ...STAFF_DUTIES);
    return this.unitOfWork.read(actor, (tx) => this.questions.openOf(tx, demandIds));
  }

  /** What the officer's own organisation has been asked for, newest year first. */
  ofOwnOrganization(actor: Actor): Promise<RepaymentFile[]> {
    if (actor.kind !== 'officer') throw DomainError.notFound();
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, async (tx) =>
      this.files.ofAll(tx, (await this.demands.list(tx, { organizationId, states: ISSUED })).filter(isKnown)),
    );
  }

  /** Throws not-found for another organisation's demand, and for an officer while no letter is out. */
  one(actor: Actor, id: string): Promise<RepaymentPage> {
    return this.unitOfWork.read(actor, async (tx) => {
      const demand = await this.demands.find(tx, id);
      requireOwnOrganization(actor, demand.organizationId);
      if (actor.kind === 'staff') requireDuty(actor, ...STAFF_DUTIES);
      if (actor.kind === 'officer' && !isKnown(demand)) throw DomainError.notFound();
      const file = await this.files.of(tx, demand);
      return {
        ...file,
        today: tx.today,
        letters: await this.letters.forSubject(tx, DEMAND_SUBJECT, id),
        ...(await this.draftsOf(tx, file)),
        ruled: {
          demand: await this.authority.rules(tx, DEMAND_SUBJECT),
          dunning: await this.authority.rules(tx, subjectOf('dunning')),
          relief: await this.authority.rules(tx, subjectOf('remission')),
        },
        mayAsk: await this.money.mayAsk(tx, demand),
        bookingToday: bookingOf(demand, tx.today),
        questions: actor.kind === 'staff' ? await this.questions.openOf(tx, [id]) : [],
        yearClosed: (await this.ledger.closingOf(tx, demand.fiscalYear)) !== null,
      };
    });
  }

  private async draftsOf(
    tx: Transaction,
    { demand, acts }: RepaymentFile,
  ): Promise<Pick<RepaymentPage, 'draft' | 'actDrafts'>> {
    if (tx.actor.kind !== 'staff') return { draft: null, actDrafts: new Map() };
    const actDrafts = new Map<string, DraftRef>();
    for (const { id, kind, state } of acts) {
      const draft = state === 'proposed' ? await this.drafts.openFor(tx, subjectOf(kind), id) : null;
      if (draft) actDrafts.set(id, draft);
    }
    return { draft: await this.drafts.openFor(tx, DEMAND_SUBJECT, demand.id), actDrafts };
  }
}
