import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { CaseList } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { applicationMachine, type Application } from '../domain/application.js';
import { readPoints, type TypedPoint } from '../domain/correction-points.js';
import { ApplicationStore } from '../store/application.store.js';
import { PointStore } from '../store/point.store.js';
import { SubmissionStore } from '../store/submission.store.js';
import { ApplicationFiles } from './application-files.js';

/** What the review does to an application, in the review's own transaction. */
@Injectable()
export class Applications {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly points: PointStore,
    private readonly cases: CaseList,
    private readonly files: ApplicationFiles,
  ) {}

  /** Locks the application for the rest of the transaction. Throws not-found. */
  lock(tx: Transaction, id: string): Promise<Application> {
    return this.applications.getForUpdate(tx, id);
  }

  /** 収受番号 for a paper that follows the application: a change, a report. The whole town waits until the commit. */
  takeReceivedNumber(tx: Transaction): Promise<string> {
    return this.applications.takeReceivedNumber(tx);
  }

  /** 差戻し: hands it back with points, each tied to a place. Faults at `points.<place>`. Announces ApplicationReturned. */
  async returnForCorrection(
    tx: Transaction,
    id: string,
    typed: readonly TypedPoint[],
    correctBy: LocalDate,
  ): Promise<void> {
    const application = await this.applications.getForUpdate(tx, id);
    const state = nextState(applicationMachine, 'applications.not-under-review', application.state, 'return');
    const submission = await this.submissions.newest(tx, id);
    if (!submission) throw new Error('a submitted application has a submission');
    const points = readPoints(submission.content, typed);
    await this.points.add(tx, id, application.round, points);
    await this.applications.change(tx, application, { state, correctBy });
    await this.cases.move(tx, id, { phase: 'returned', waitingFor: 'committee', dueOn: correctBy });
    const { organizationId } = application;
    const detail = { round: application.round, points: points.length };
    tx.audit({ action: 'application.returned', subjectKind: 'application', subjectId: id, organizationId, detail });
    tx.announce({ type: 'ApplicationReturned', subjectId: id, organizationId });
  }

  /**
   * The review found nothing left to correct: the application may be drafted for decision. Throws
   * `applications.files-wait-for-scan` and `applications.file-infected` while there are files that nobody could read.
   */
  async pass(tx: Transaction, id: string): Promise<Application> {
    const application = await this.applications.getForUpdate(tx, id);
    const state = nextState(applicationMachine, 'applications.not-under-review', application.state, 'pass');
    await this.files.refuseUnopened(tx, application);
    await this.applications.change(tx, application, { state });
    await this.cases.move(tx, id, { phase: 'passed', waitingFor: 'promotion' });
    const { organizationId } = application;
    tx.audit({ action: 'application.passed', subjectKind: 'application', subjectId: id, organizationId });
    return { ...application, state };
  }
}
