import { Injectable, type OnModuleInit } from '@nestjs/common';
import { requireDuty } from '../../kernel/actor.js';
import { PanelSubjects, type PanelSubject, type ProposedSubject } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramDocument } from '../../programs/index.js';
import { applicationTitle } from '../domain/application-title.js';
import { ApplicationStore } from '../store/application.store.js';
import { SubmissionStore } from '../store/submission.store.js';

export const APPLICATION_SUBJECT = 'application';

/** Applications as a panel judges them, each under the rubric of the edition with which it began. */
@Injectable()
export class ApplicationPanelSubject implements PanelSubject, OnModuleInit {
  readonly kind = APPLICATION_SUBJECT;
  readonly words = { thing: '申請', party: '団体', reference: '収受番号', group: '補助制度' };

  constructor(
    private readonly subjects: PanelSubjects,
    private readonly applications: ApplicationStore,
    private readonly submissions: SubmissionStore,
    private readonly programs: Programs,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  /** Each programme by the name of its newest edition. */
  async programmes(tx: Transaction): Promise<{ id: string; name: string }[]> {
    const asking = (await this.programs.published(tx)).filter(({ document }) => document.panel !== null);
    return asking
      .filter(({ programId }, index) => asking.findIndex((other) => other.programId === programId) === index)
      .map(({ programId, document }) => ({ id: programId, name: document.name }));
  }

  /** What is under review or has passed it, as it was sent last. */
  async proposed(tx: Transaction, programIds: readonly string[]): Promise<ProposedSubject[]> {
    requireDuty(tx.actor, 'promotion', 'approve', 'administer', 'treasury-check', 'treasury-decide', 'audit');
    const editions = new Map<string, ProgramDocument>();
    const proposed: ProposedSubject[] = [];
    for (const application of await this.applications.underReviewFor(tx, programIds)) {
      const { id, programVersionId, organizationId, organizationName, programId, receivedNumber } = application;
      const document = editions.get(programVersionId) ?? (await this.programs.version(tx, programVersionId)).document;
      editions.set(programVersionId, document);
      const submission = await this.submissions.newest(tx, id);
      if (!document.panel || !submission) continue;
      proposed.push({
        ...{ id, organizationId, organizationName, programId, reference: receivedNumber ?? '' },
        ...{ title: applicationTitle(document, submission.content.answers), programName: document.name },
        rubric: document.panel,
      });
    }
    return proposed;
  }

  /** Applications are organisations' alone: the register of 利害関係 says all. */
  tied(): Promise<ReadonlyMap<string, readonly string[]>> {
    return Promise.resolve(new Map());
  }

  withdrawn(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.applications.withdrawnAmong(tx, ids);
  }
}
