import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { acceptUpload, FileStore, type Upload } from '../../platform/files/index.js';
import { Programs } from '../../programs/index.js';
import { isReceiptSection } from '../domain/receipt.js';
import { reportMachine, type PerformanceReport } from '../domain/report.js';
import { ReportFileStore } from '../store/report-file.store.js';
import { ReportSectionStore } from '../store/report-section.store.js';
import { ReportStore } from '../store/report.store.js';
import { PHOTO_PREFIX, PHOTOS, RECEIPTS } from './report-sections.js';
import { requireReportWriter } from './report-writer.js';

export interface AddReportFileCommand {
  readonly reportId: string;
  /** A file question of the report, the section of a receipt, or `photos`. */
  readonly place: string;
  readonly upload: Upload;
}

const MOST_FILES = 300;
const MOST_PHOTOS = 12;
const MOST_OF_RECEIPT = 5;

/**
 * Adds a file to the report. The same bytes at the same place are the same file: an upload that is repeated after its
 * answer was lost adds nothing. Throws `files.*` with a fault at `form.<question>`, `receipts.<id>.file` or `photos`.
 */
@Injectable()
export class AddReportFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly sections: ReportSectionStore,
    private readonly files: ReportFileStore,
    private readonly store: FileStore,
    private readonly programs: Programs,
  ) {}

  async execute(actor: Actor, { reportId, place, upload }: AddReportFileCommand): Promise<void> {
    const pointer = pointerTo(place);
    const kinds = place === PHOTOS ? (['image'] as const) : (['pdf', 'image', 'excel', 'word'] as const);
    const accepted = await acceptUpload(upload, [...kinds], pointer);
    await this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.getForUpdate(tx, reportId);
      requireReportWriter(actor, report);
      nextState(reportMachine, 'reports.not-editable', report.state, 'edit');
      const label = await this.labelOf(tx, report, place);
      const present = await this.files.of(tx, reportId);
      const stored = await this.store.receive(tx, accepted);
      const here = present.filter(({ kind }) => (place === PHOTOS ? kind.startsWith(PHOTO_PREFIX) : kind === place));
      if (here.some(({ sha256 }) => sha256 === stored.sha256)) return;
      const most = place === PHOTOS ? MOST_PHOTOS : isReceiptSection(place) ? MOST_OF_RECEIPT : MOST_FILES;
      if (here.length >= most || present.length >= MOST_FILES) {
        throw DomainError.invalid([{ pointer, code: 'reports.too-many-files', params: { label, most } }]);
      }
      const kind = place === PHOTOS ? `${PHOTO_PREFIX}${randomUUID().slice(0, 8)}` : place;
      await this.files.add(tx, reportId, { ...stored, kind, label, name: accepted.name });
      tx.audit({
        ...{ action: 'report.file-added', subjectKind: 'performance-report', subjectId: reportId },
        ...{ organizationId: report.organizationId, detail: { place: label, sha256: stored.sha256 } },
      });
    });
  }

  /** Throws not-found for a place that the report has not. */
  private async labelOf(tx: Transaction, report: PerformanceReport, place: string): Promise<string> {
    if (place === PHOTOS) return '写真';
    if (isReceiptSection(place)) {
      await this.sections.getForUpdate(tx, report.id, place);
      return '領収書';
    }
    const { document } = await this.programs.version(tx, report.programVersionId);
    const questions = (document.report?.form ?? []).flatMap((section) => section.questions);
    const question = questions.find(({ id, kind }) => id === place && kind === 'file');
    if (!question) throw DomainError.notFound();
    return question.label;
  }
}

function pointerTo(place: string): string {
  if (place === PHOTOS) return PHOTOS;
  return isReceiptSection(place) ? `${RECEIPTS}.${place}.file` : `form.${place}`;
}
