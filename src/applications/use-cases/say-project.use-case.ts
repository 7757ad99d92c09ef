import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { applicationMachine } from '../domain/application.js';
import { countsByProject } from '../domain/continuation.js';
import { requireApplicant, requireWriter } from '../domain/paper.js';
import { ApplicationStore } from '../store/application.store.js';
import { SupportYears } from './support-years.js';

export interface SayProjectCommand {
  readonly applicationId: string;
  /** The application of an earlier year with whose project it goes on; null: the project is new. */
  readonly continuesId: string | null;
}

/**
 * Whoever writes an application says whether its project is new or goes on from an earlier year, by which the year of
 * support is counted. Throws `applications.project-of-proposal`; fault at `continuesId` for what cannot be gone on with.
 */
@Injectable()
export class SayProject {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly programs: Programs,
    private readonly support: SupportYears,
  ) {}

  execute(actor: Actor, { applicationId, continuesId }: SayProjectCommand): Promise<void> {
    requireApplicant(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.applications.getForUpdate(tx, applicationId);
      requireWriter(tx.actor, application);
      nextState(applicationMachine, 'applications.not-editable', application.state, 'edit');
      const { document } = await this.programs.version(tx, application.programVersionId);
      if (!countsByProject(document)) throw DomainError.notFound();
      if (application.proposalId !== null) throw new DomainError('applications.project-of-proposal', 'conflict');
      await this.applications.lockYear(tx, application);
      const { programId, organizationId } = application;
      const choices = await this.support.earlierProjects(tx, { document, programId, organizationId, applicationId });
      if (continuesId !== null && choices.every(({ id }) => id !== continuesId)) {
        throw DomainError.invalid([{ pointer: 'continuesId', code: 'applications.not-to-continue' }]);
      }
      const continuation = continuesId === null ? ('new' as const) : ('continued' as const);
      if (application.continuation === continuation && application.continuesId === continuesId) return;
      await this.applications.change(tx, application, { continuation, continuesId });
      const detail = { continues: choices.find(({ id }) => id === continuesId)?.title ?? '' };
      tx.audit({
        ...{ action: 'application.project-said', subjectKind: 'application', subjectId: applicationId },
        ...{ organizationId, detail },
      });
    });
  }
}
