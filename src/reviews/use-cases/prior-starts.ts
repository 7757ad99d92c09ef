import { Injectable, type OnModuleInit } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import {
  ApplicationDirectory,
  Applications,
  projectPeriod,
  reasonFor,
  RectificationPort,
  type ApplicationView,
  type ConsequencesOfRectification,
} from '../../applications/index.js';
import { placeOf } from '../../forms/index.js';
import { Ties } from '../../staff/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { PRIOR_START_QUESTION } from '../../programs/index.js';
import {
  isLapsed,
  isOpen,
  priorStartReasonFaults,
  type PriorStartDecision,
  type StartFacts,
} from '../domain/prior-start.js';
import { PriorStartStore } from '../store/prior-start.store.js';

export interface DecidePriorStartCommand {
  readonly applicationId: string;
  readonly outcome: PriorStartDecision['outcome'];
  readonly reason: string;
}

const LAPSED =
  '事業の始まりが早くなったため、認めていた事前着手は効力がなくなりました。あらためて認められるまで、事業を始めないでください。';

/** 事前着手: a project that begins before the decision, asked for in the application and answered at the review. */
@Injectable()
export class PriorStarts implements ConsequencesOfRectification, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PriorStartStore,
    private readonly applications: Applications,
    private readonly directory: ApplicationDirectory,
    private readonly rectifications: RectificationPort,
    private readonly ties: Ties,
  ) {}

  onModuleInit(): void {
    this.rectifications.register(this);
  }

  /** When the project of this application begins, and what was said to it. */
  async of(
    tx: Transaction,
    { id, document, answers }: Pick<ApplicationView, 'id' | 'document' | 'answers'>,
  ): Promise<StartFacts> {
    const { eligibleStart, timetable } = document;
    return {
      eligible: eligibleStart.kind === 'day' ? eligibleStart : { ...eligibleStart, decisionBy: timetable.decisionBy },
      from: projectPeriod(document, answers)?.from ?? null,
      asked: reasonFor(answers, PRIOR_START_QUESTION),
      decision: await this.store.newest(tx, id),
    };
  }

  async tell(tx: Transaction, applicationId: string, pointer: string): Promise<readonly string[]> {
    const application = await this.directory.get(tx, applicationId);
    const { project } = application.document;
    if (!project || pointer !== placeOf(project.periodQuestion)) return [];
    return isLapsed(await this.of(tx, application)) ? [LAPSED] : [];
  }

  /** Approves or refuses it while the application is under review. Announces PriorStartDecided. Fault at `reason`; `reviews.prior-start-not-asked`. */
  decide(actor: Actor, { applicationId, outcome, reason: typed }: DecidePriorStartCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = typed.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const { state, organizationId } = await this.applications.lock(tx, applicationId);
      await this.ties.refuseTied(tx, organizationId);
      if (state !== 'submitted') throw new DomainError('reviews.not-open', 'conflict');
      const facts = await this.of(tx, await this.directory.get(tx, applicationId));
      if (facts.from === null || !isOpen(facts)) throw new DomainError('reviews.prior-start-not-asked', 'conflict');
      refuseWhenFaulty(priorStartReasonFaults(reason));
      await this.store.add(tx, applicationId, { outcome, startsOn: facts.from, reason });
      tx.audit({
        action: outcome === 'approved' ? 'prior-start.approved' : 'prior-start.refused',
        subjectKind: 'application',
        subjectId: applicationId,
        organizationId,
        detail: { startsOn: facts.from, reason },
      });
      tx.announce({ type: 'PriorStartDecided', subjectId: applicationId, organizationId, data: { outcome } });
    });
  }
}
