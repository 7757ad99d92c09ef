import { Injectable } from '@nestjs/common';
import { requireDuty, requireOwnOrganization } from '../../kernel/actor.js';
import { endOfDay, isOver } from '../../kernel/deadline.js';
import { Programs, type ProgramVersion, type TimedProgram } from '../../programs/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { submissionWindow, type LateAcceptance, type SubmissionWindow } from '../domain/submission-window.js';
import { hasRoom } from '../domain/yearly-limit.js';
import { ApplicationStore } from '../store/application.store.js';
import { LateAcceptanceStore } from '../store/late-acceptance.store.js';

/** A programme that the organisation may begin to apply for now, with the end that holds for it. */
export interface StartableProgram extends TimedProgram {
  readonly window: SubmissionWindow;
  /** How many the organisation has in the programme's year already, drafts included. */
  readonly begun: number;
  /** Whether another may begin. */
  readonly room: boolean;
}

interface Sender {
  readonly organizationId: string;
  /** null for an application that has yet to begin. */
  readonly applicationId: string | null;
}

/** Until when which organisation may send what. */
@Injectable()
export class SubmissionWindows {
  constructor(
    private readonly programs: Programs,
    private readonly applications: ApplicationStore,
    private readonly late: LateAcceptanceStore,
  ) {}

  /** Edition and its extensions, and what staff allowed to this organisation. */
  async of(
    tx: Transaction,
    { organizationId, applicationId }: Sender,
    version: Pick<ProgramVersion, 'programId' | 'document'>,
  ): Promise<SubmissionWindow> {
    requireOwnOrganization(tx.actor, organizationId);
    const { programId, document } = version;
    const period = await this.programs.periodOf(tx, version);
    const allowed = await this.late.list(tx, { organizationId, programId, fiscalYear: document.fiscalYear });
    return submissionWindow(period, allowed, applicationId);
  }

  /** Throws not-found. */
  async ofApplication(tx: Transaction, id: string): Promise<SubmissionWindow> {
    const { organizationId, programVersionId } = await this.applications.get(tx, id);
    const version = await this.programs.version(tx, programVersionId);
    return this.of(tx, { organizationId, applicationId: id }, version);
  }

  /** What is open to everyone, and what is over for others but not for this organisation; the nearest end first. */
  async startable(tx: Transaction, organizationId: string): Promise<StartableProgram[]> {
    requireOwnOrganization(tx.actor, organizationId);
    const open = await this.programs.openVersions(tx);
    const allowed = await this.late.list(tx, { organizationId });
    const stillAllowed = allowed.filter(
      ({ applicationId, untilOn }) => applicationId === null && !isOver(endOfDay(untilOn), tx.now),
    );
    const late = await this.programs.newestPublished(tx, stillAllowed);
    const known = new Set(open.map(({ id }) => id));
    const own = await this.applications.ofOrganization(tx, organizationId);
    return [...open, ...late.filter(({ id }) => !known.has(id))].map((version) => {
      const ofYear = (each: { readonly programId: string; readonly fiscalYear: number }): boolean =>
        each.programId === version.programId && each.fiscalYear === version.document.fiscalYear;
      const begun = own.filter((each) => ofYear(each) && each.state !== 'withdrawn').length;
      return {
        ...version,
        window: submissionWindow(version.period, allowed.filter(ofYear), null),
        begun,
        room: hasRoom(version.document.perYear, begun),
      };
    });
  }

  /** What was allowed for the programme's year, newest first. Staff only. */
  allowedFor(
    tx: Transaction,
    { programId, document }: Pick<ProgramVersion, 'programId' | 'document'>,
  ): Promise<LateAcceptance[]> {
    requireDuty(tx.actor, 'promotion', 'approve', 'administer', 'audit');
    return this.late.list(tx, { programId, fiscalYear: document.fiscalYear });
  }
}
