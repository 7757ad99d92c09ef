import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import {
  ApplicationDirectory,
  Applications,
  projectPeriod,
  reasonFor,
  type ApplicationView,
} from '../../applications/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { PRIOR_START_QUESTION } from '../../programs/index.js';
import { isOpen, priorStartReasonFaults, type PriorStartDecision, type StartFacts } from '../domain/prior-start.js';
import { PriorStartStore } from '../store/prior-start.store.js';

export interface DecidePriorStartCommand {
  readonly applicationId: string;
  readonly outcome: PriorStartDecision['outcome'];
  readonly reason: string;
}

/** 事前着手: a project that begins before the decision, asked for in the application and answered at the review. */
@Injectable()
export class PriorStarts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PriorStartStore,
    private readonly applications: Applications,
    private readonly directory: ApplicationDirectory,
  ) {}

  /** When the project of this application begins, and what was said to it. */
  async of(tx: Transaction, { id, document, answers }: ApplicationView): Promise<StartFacts> {
    const { eligibleStart, timetable } = document;
    return {
      eligible: eligibleStart.kind === 'day' ? eligibleStart : { ...eligibleStart, decisionBy: timetable.decisionBy },
      from: projectPeriod(document, answers)?.from ?? null,
      asked: reasonFor(answers, PRIOR_START_QUESTION),
      decision: await this.store.newest(tx, id),
    };
  }

  /** Approves or refuses it while the application is under review. Announces PriorStartDecided. Fault at `reason`; `reviews.prior-start-not-asked`. */
  decide(actor: Actor, { applicationId, outcome, reason: typed }: DecidePriorStartCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const reason = typed.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const { state, organizationId } = await this.applications.lock(tx, applicationId);
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
