import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';
import { SubmissionWindows } from './submission-windows.js';

/** Keeps the due days of drafts in the lists where their ends are; what holds is asked for at the act itself. */
@Injectable()
export class DraftDueDays {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly windows: SubmissionWindows,
    private readonly programs: Programs,
    private readonly cases: CaseList,
  ) {}

  /** After an extension: every draft of the programme's year. */
  async followExtension(tx: Transaction, versionId: string): Promise<void> {
    const { programId, document } = await this.programs.version(tx, versionId);
    await this.follow(tx, { programId, fiscalYear: document.fiscalYear });
  }

  async follow(
    tx: Transaction,
    key: Pick<Application, 'programId' | 'fiscalYear'> & Partial<Pick<Application, 'organizationId'>>,
  ): Promise<void> {
    for (const { id, paper } of await this.applications.draftsOf(tx, key)) {
      const { until } = await this.windows.ofApplication(tx, id);
      await this.cases.move(tx, id, {
        phase: 'drafting',
        waitingFor: paper === null ? 'committee' : 'promotion',
        dueOn: until.day,
      });
    }
  }
}
