import { Injectable } from '@nestjs/common';
import { refuseOversized } from '../../applications/index.js';
import { type Fields } from '../../forms/index.js';
import type { Actor } from '../../kernel/actor.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { keepSection, type SavedSection, type SentSection } from '../../writing/index.js';
import { reportMachine } from '../domain/report.js';
import { ReportSectionStore } from '../store/report-section.store.js';
import { ReportStore } from '../store/report.store.js';
import { requireReportWriter } from './report-writer.js';

export interface SaveReportSectionCommand extends SentSection {
  readonly reportId: string;
  readonly fields: Fields;
}

/** Keeps what is typed in one section of a report, also what could not be sent; texts of two officers are brought together. */
@Injectable()
export class SaveReportSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly sections: ReportSectionStore,
  ) {}

  execute(actor: Actor, { reportId, fields, ...sent }: SaveReportSectionCommand): Promise<SavedSection> {
    refuseOversized(sent.name, fields);
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.getForEditing(tx, reportId);
      requireReportWriter(actor, report);
      nextState(reportMachine, 'reports.not-editable', report.state, 'edit');
      return (await keepSection(tx, this.sections, { ...sent, ownerId: reportId, write: () => fields })).saved;
    });
  }
}
