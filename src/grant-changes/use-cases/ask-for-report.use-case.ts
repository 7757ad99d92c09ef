import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { GrantDirectory } from '../../grants/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { ReportKind } from '../domain/grant-report.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { refuseUnchangeable } from './refuse-unchangeable.js';

export interface AskForReportCommand {
  readonly grantId: string;
  readonly kind: ReportKind;
  /** Given out once with the page: a double click asks once. */
  readonly requestId: string;
  readonly dueOn: LocalDate;
  readonly request: string;
}

/** Staff ask an organisation how far it has come, or what happened. Faults at `dueOn`. Announces ReportAsked. */
@Injectable()
export class AskForReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: GrantReportStore,
    private readonly grants: GrantDirectory,
  ) {}

  execute(actor: Actor, { grantId, kind, requestId, dueOn, request }: AskForReportCommand): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      if (await this.store.ofRequest(tx, requestId)) return;
      refuseUnchangeable(grant);
      if (dueOn < tx.today) throw DomainError.invalid([{ pointer: 'dueOn', code: 'grant-changes.due-past' }]);
      const id = randomUUID();
      const { organizationId } = grant;
      await this.store.add(tx, {
        ...{ id, grantId, organizationId, kind, state: 'asked', requestId, dueOn },
        ...{ request: request.trim(), askedAt: tx.now, askedBy: actor.name },
      });
      const detail = { kind, dueOn };
      tx.audit({ action: 'grant-report.asked', subjectKind: 'grant-report', subjectId: id, organizationId, detail });
      tx.announce({ type: 'ReportAsked', subjectId: id, organizationId });
    });
  }
}
