import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import { lateAcceptanceFaults } from '../domain/submission-window.js';
import { ApplicationStore } from '../store/application.store.js';
import { LateAcceptanceStore } from '../store/late-acceptance.store.js';
import { DraftDueDays } from './draft-due-days.js';

export interface AllowLateSubmissionCommand {
  readonly versionId: string;
  readonly organizationId: string;
  /** One draft, or with null also an application that has yet to begin. */
  readonly applicationId: string | null;
  readonly untilOn: LocalDate;
  readonly reason: string;
}

/**
 * 期限後の受付: lets one organisation apply after the end that holds for everyone, on the record. Faults at `whom`,
 * `untilOn`, `reason`.
 */
@Injectable()
export class AllowLateSubmission {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly organizations: OrganizationDirectory,
    private readonly applications: ApplicationStore,
    private readonly late: LateAcceptanceStore,
    private readonly dueDays: DraftDueDays,
  ) {}

  execute(actor: Actor, command: AllowLateSubmissionCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    const { versionId, organizationId, applicationId, untilOn } = command;
    const reason = command.reason.trim();
    return this.unitOfWork.run(actor, async (tx) => {
      const version = await this.programs.version(tx, versionId);
      if (version.state !== 'published') throw new DomainError('programs.not-published', 'conflict');
      await this.organizations.get(tx, organizationId);
      const key = { organizationId, programId: version.programId, fiscalYear: version.document.fiscalYear };
      if (applicationId !== null) {
        const { state, ...application } = await this.applications.getForUpdate(tx, applicationId);
        const belongs = Object.entries(key).every(([name, value]) => application[name as keyof typeof key] === value);
        if (!belongs) throw DomainError.notFound();
        if (state !== 'draft') throw DomainError.invalid([{ pointer: 'whom', code: 'applications.late-already-sent' }]);
      }
      const { closes } = await this.programs.periodOf(tx, version);
      refuseWhenFaulty(lateAcceptanceFaults(closes, untilOn, reason, tx.now));
      await this.late.add(tx, { ...key, id: randomUUID(), applicationId, untilOn, reason });
      await this.dueDays.follow(tx, key);
      tx.audit({
        action: 'application.late-submission-allowed',
        subjectKind: applicationId === null ? 'program-version' : 'application',
        subjectId: applicationId ?? versionId,
        organizationId,
        detail: { untilOn, reason },
      });
    });
  }
}
