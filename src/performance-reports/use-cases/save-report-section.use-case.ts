import { Injectable } from '@nestjs/common';
import { mergeSection, parkedAfter, sameFields, type Fields, type Revision, type Section } from '../../forms/index.js';
import { refuseOversized, type SavedSection } from '../../applications/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { reportMachine } from '../domain/report.js';
import { ReportSectionStore } from '../store/report-section.store.js';
import { ReportStore } from '../store/report.store.js';
import { requireReportWriter } from './report-writer.js';

export interface SaveReportSectionCommand {
  readonly reportId: string;
  readonly name: string;
  /** The version from which the page was filled. */
  readonly version: number;
  /** Names the opened page, so that its own earlier saves are not taken for those of another officer. */
  readonly page: string;
  readonly fields: Fields;
  /** Fields whose parked texts have been dealt with. */
  readonly settled: readonly string[];
}

/**
 * Keeps what is typed in one section of a report, also what could not be sent. Texts of two officers are brought together
 * field by field; where both wrote at one, the first stays and the second is parked beside it for both to see.
 */
@Injectable()
export class SaveReportSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly sections: ReportSectionStore,
  ) {}

  execute(actor: Actor, command: SaveReportSectionCommand): Promise<SavedSection> {
    refuseOversized(command.name, command.fields);
    return this.unitOfWork.run(actor, (tx) => this.save(tx, command));
  }

  private async save(tx: Transaction, command: SaveReportSectionCommand): Promise<SavedSection> {
    const { reportId, name, page, settled } = command;
    const report = await this.reports.getForEditing(tx, reportId);
    requireReportWriter(tx.actor, report);
    nextState(reportMachine, 'reports.not-editable', report.state, 'edit');
    const section = await this.sections.getForUpdate(tx, reportId, name);
    const [base, ...since] = await this.revisionsFrom(tx, reportId, section, command.version);
    const merge = mergeSection(base, since, page, command.fields);
    const parked = parkedAfter(section.parked, merge, settled, { by: tx.actor.name, at: tx.now });
    const conflicts = merge.conflicts.map(({ field }) => field);
    const unchanged = sameFields(section.fields, merge.fields) && parked.length === section.parked.length;
    if (unchanged && conflicts.length === 0) {
      return { version: section.version, tookTheirs: merge.tookTheirs, conflicts };
    }
    await this.sections.save(tx, reportId, section, { fields: merge.fields, parked, page });
    return { version: section.version + 1, tookTheirs: merge.tookTheirs, conflicts };
  }

  private async revisionsFrom(
    tx: Transaction,
    reportId: string,
    section: Section,
    version: number,
  ): Promise<[Revision, ...Revision[]]> {
    if (version < 1 || version > section.version) throw DomainError.stale();
    const [base, ...since] = await this.sections.revisionsFrom(tx, reportId, section.name, version);
    if (!base) throw DomainError.stale();
    return [base, ...since];
  }
}
