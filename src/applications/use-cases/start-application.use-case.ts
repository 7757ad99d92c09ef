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
import { hasRoom } from '../domain/yearly-limit.js';
import { ApplicationStore } from '../store/application.store.js';
import { SectionStore } from '../store/section.store.js';
import { GrantAmounts } from './grant-amounts.js';
import { SubmissionWindows } from './submission-windows.js';

export interface StartApplicationCommand {
  readonly programVersionId: string;
  /** Given out once with the page that begins: a double click or a resend carries the same. */
  readonly requestId: string;
}

/**
 * Begins an application of the organisation for a programme that is open now and pins it to that edition. Where the
 * programme takes one a year, whoever comes second, also at the same moment, is led to the one that exists; where it takes
 * several, the next begins while there is room. Throws `applications.year-full`.
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

  execute(actor: Actor, command: StartApplicationCommand): Promise<{ applicationId: string }> {
    if (actor.kind !== 'officer') throw DomainError.forbidden();
    return this.unitOfWork.run(actor, async (tx) => ({
      applicationId: await this.start(tx, actor.organizationId, command),
    }));
  }

  private async start(
    tx: Transaction,
    organizationId: string,
    { programVersionId, requestId }: StartApplicationCommand,
  ): Promise<string> {
    const organization = await this.organizations.registeredOrRefuse(tx, organizationId);
    const program = await this.programs.holdForBuilding(tx, programVersionId);
    const { document, programId } = program;
    const key = { organizationId, programId, fiscalYear: document.fiscalYear };
    await this.applications.lockYear(tx, key);
    const repeated = await this.applications.begunBy(tx, organizationId, requestId);
    const begun = await this.applications.ofYear(tx, key);
    const led = repeated ?? (document.perYear?.most === 1 ? begun[0] : undefined);
    if (led) return led.id;
    const window = await this.windows.of(tx, { organizationId, applicationId: null }, program);
    await this.refuseClosed(tx, program, window);
    if (!hasRoom(document.perYear, begun.length)) {
      throw new DomainError('applications.year-full', 'conflict', { ...document.perYear });
    }
    const id = randomUUID();
    const { name: organizationName } = organization;
    await this.applications.add(tx, { ...key, id, organizationName, programVersionId, startRequestId: requestId });
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
      organizationName,
      programName: document.name,
      title: document.name,
      phase: 'drafting',
      waitingFor: 'committee',
      dueOn: window.until.day,
      amount: figures.working.total,
    });
    tx.audit({ action: 'application.started', subjectKind: 'application', subjectId: id, organizationId });
    return id;
  }

  private async refuseClosed(tx: Transaction, program: ProgramVersion, window: SubmissionWindow): Promise<void> {
    const [closed] = windowFaults(window, 0, tx.now);
    if (closed) throw new DomainError(closed.code, 'conflict', closed.params);
    const { programId, document } = program;
    const [newest] = await this.programs.newestPublished(tx, [{ programId, fiscalYear: document.fiscalYear }]);
    if (newest?.id !== program.id) throw new DomainError('applications.newer-edition', 'conflict');
  }
}
