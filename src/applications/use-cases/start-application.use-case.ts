import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CaseList } from '../../cases/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { Programs, type ProgramVersion } from '../../programs/index.js';
import { windowFaults, type SubmissionWindow } from '../domain/submission-window.js';
import { journeyOf } from '../domain/form.js';
import { ApplicationStore } from '../store/application.store.js';
import { SectionStore } from '../store/section.store.js';
import { GrantAmounts } from './grant-amounts.js';
import { SubmissionWindows } from './submission-windows.js';

/**
 * Begins the organisation's application for a programme that is open today and pins it to that edition.
 * Whoever comes second, also at the same moment, is led to the one that exists.
 */
@Injectable()
export class StartApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationStore,
    private readonly sections: SectionStore,
    private readonly programs: Programs,
    private readonly windows: SubmissionWindows,
    private readonly organizations: OrganizationDirectory,
    private readonly cases: CaseList,
    private readonly amounts: GrantAmounts,
  ) {}

  execute(
    actor: Actor,
    { programVersionId }: { readonly programVersionId: string },
  ): Promise<{ applicationId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, (tx) => this.start(tx, actor.organizationId, programVersionId));
  }

  private async start(
    tx: Transaction,
    organizationId: string,
    programVersionId: string,
  ): Promise<{ applicationId: string }> {
    const organization = await this.organizations.registeredOrRefuse(tx, organizationId);
    const program = await this.programs.version(tx, programVersionId);
    const key = { organizationId, programId: program.programId, fiscalYear: program.document.fiscalYear };
    const begun = await this.applications.current(tx, key);
    if (begun) return { applicationId: begun.id };
    const window = await this.windows.of(tx, { organizationId, applicationId: null }, program);
    await this.refuseClosed(tx, program, window);
    const id = randomUUID();
    const added = await this.applications.add(tx, {
      ...key,
      id,
      organizationName: organization.name,
      programVersionId,
    });
    if (!added) return { applicationId: (await this.applications.current(tx, key))?.id ?? id };
    const { document, programId } = program;
    await this.sections.open(tx, id, journeyOf(document.form));
    const { figures } = await this.amounts.work(tx, {
      document,
      programId,
      organization,
      applicationId: id,
      sections: null,
    });
    await this.cases.put(tx, {
      ...key,
      id,
      organizationName: organization.name,
      programName: program.document.name,
      title: program.document.name,
      phase: 'drafting',
      waitingFor: 'committee',
      dueOn: window.until.day,
      amount: figures.working.total,
    });
    tx.audit({ action: 'application.started', subjectKind: 'application', subjectId: id, organizationId });
    return { applicationId: id };
  }

  private async refuseClosed(tx: Transaction, program: ProgramVersion, window: SubmissionWindow): Promise<void> {
    const [closed] = windowFaults(window, 0, tx.now);
    if (closed) throw new DomainError(closed.code, 'conflict', closed.params);
    const { programId, document } = program;
    const [newest] = await this.programs.newestPublished(tx, [{ programId, fiscalYear: document.fiscalYear }]);
    if (newest?.id !== program.id) throw new DomainError('applications.newer-edition', 'conflict');
  }
}
