import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { CaseList } from '../../cases/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { applicationMachine, type Application } from '../domain/application.js';
import { arrivalOf, requireApplicant, requireWriter } from '../domain/paper.js';
import { lateActNeeded } from '../domain/submission-window.js';
import { ApplicationStore } from '../store/application.store.js';
import { PointStore } from '../store/point.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { ApplicationFiles } from './application-files.js';
import { PrepareSubmission, type PreparedSubmission } from './prepare-submission.js';

export interface SubmitApplicationCommand {
  readonly applicationId: string;
  /** Given out once with the check page: a double click or a resend carries the same. */
  readonly requestId: string;
  /** Digest of what the check page showed: a second officer's later change is not sent unseen. */
  readonly checkedDigest: string;
}

export interface SubmissionReceipt {
  readonly receivedNumber: string;
  readonly receivedOn: LocalDate;
  readonly round: number;
}

/**
 * Sends the application once: whatever arrives a second time gets the same receipt. Freezes content, facts and
 * working, assigns 収受番号 and 収受日 (a correction keeps them), announces ApplicationSubmitted. Throws
 * `applications.incomplete` with a fault at every field, `applications.changed-since-check`.
 */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly points: PointStore,
    private readonly preparation: PrepareSubmission,
    private readonly files: ApplicationFiles,
    private readonly cases: CaseList,
  ) {}

  execute(actor: Actor, command: SubmitApplicationCommand): Promise<SubmissionReceipt> {
    requireApplicant(actor);
    return this.unitOfWork.run(actor, (tx) => this.submit(tx, command));
  }

  private async submit(
    tx: Transaction,
    { applicationId, requestId, checkedDigest }: SubmitApplicationCommand,
  ): Promise<SubmissionReceipt> {
    const application = await this.applications.getForUpdate(tx, applicationId);
    requireWriter(tx.actor, application);
    if (application.state === 'submitted' || (await this.submissions.hasRequest(tx, applicationId, requestId))) {
      return receiptOf(application);
    }
    const state = nextState(applicationMachine, 'applications.not-submittable', application.state, 'submit');
    await this.applications.lockYear(tx, application);
    const prepared = await this.preparation.prepare(tx, application);
    refuseWhenFaulty(prepared.faults, 'applications.incomplete');
    if (prepared.digest !== checkedDigest) throw new DomainError('applications.changed-since-check', 'stale');
    await this.files.prove(tx, prepared.content.files);
    const round = application.round + 1;
    const submissionId = await this.keep(tx, application, prepared, round, requestId);
    await this.cases.retitle(tx, applicationId, prepared.title);
    // The whole town waits for the number until the commit: whatever can be done before it is done.
    const reception = {
      receivedNumber: application.receivedNumber ?? (await this.applications.takeReceivedNumber(tx)),
      receivedOn: application.receivedOn ?? application.paper?.receivedOn ?? tx.today,
      ...(application.round === 0 && this.firstSending(tx, application, prepared)),
    };
    await this.applications.change(tx, application, {
      ...reception,
      state,
      round,
      submittedAt: tx.now,
      correctBy: null,
    });
    await this.moveCase(tx, application, prepared, reception.receivedNumber);
    this.tell(tx, application, submissionId, round);
    return receiptOf({ ...application, ...reception, round });
  }

  /** The late act that it needs, and who stands for what was entered from a paper: whoever sends it. */
  private firstSending(tx: Transaction, application: Application, { window }: PreparedSubmission) {
    const { paper } = application;
    return {
      lateAcceptanceId: lateActNeeded(window, arrivalOf(application, tx.now))?.id ?? null,
      paper: paper && { ...paper, enteredBy: tx.actor.name, enteredAt: tx.now },
    };
  }

  private async keep(
    tx: Transaction,
    { id: applicationId }: Application,
    { content, working, points, pointAnswers }: PreparedSubmission,
    round: number,
    requestId: string,
  ): Promise<string> {
    const id = randomUUID();
    const act = { submittedAt: tx.now, submittedBy: tx.actor.name, amount: working.total };
    await this.submissions.add(tx, { id, applicationId, round, requestId, sent: content, ...act });
    for (const point of points) await this.points.answer(tx, point.id, pointAnswers[point.id]?.trim() ?? '');
    return id;
  }

  private moveCase(
    tx: Transaction,
    { id }: Application,
    prepared: PreparedSubmission,
    receivedNumber: string,
  ): Promise<void> {
    return this.cases.move(tx, id, {
      phase: 'submitted',
      waitingFor: 'promotion',
      dueOn: prepared.document.timetable.decisionBy,
      amount: prepared.working.total,
      receivedNumber,
    });
  }

  private tell(
    tx: Transaction,
    { id: subjectId, organizationId, paper }: Application,
    submissionId: string,
    round: number,
  ): void {
    tx.audit({
      action: tx.actor.kind === 'staff' ? 'application.paper-submitted' : 'application.submitted',
      subjectKind: 'application',
      subjectId,
      organizationId,
      detail: { round, ...(paper && { receivedOn: paper.receivedOn }) },
    });
    tx.announce({ type: 'ApplicationSubmitted', subjectId, organizationId, data: { submissionId } });
  }
}

function receiptOf({ receivedNumber, receivedOn, round }: Application): SubmissionReceipt {
  if (receivedNumber === null || receivedOn === null) throw new Error('a submitted application has a received number');
  return { receivedNumber, receivedOn, round };
}
