import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { isReceiptSection, MOST_RECEIPTS } from '../domain/receipt.js';
import { reportMachine } from '../domain/report.js';
import { ReportFileStore } from '../store/report-file.store.js';
import { ReportSectionStore } from '../store/report-section.store.js';
import { ReportStore } from '../store/report.store.js';
import { RECEIPT_PREFIX } from './report-sections.js';
import { requireReportWriter } from './report-writer.js';

/** Receipts come and go with a section of their own, so that what is typed of them is saved as everything else. */
@Injectable()
export class ReportReceiptActs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportStore,
    private readonly sections: ReportSectionStore,
    private readonly files: ReportFileStore,
  ) {}

  /** A new receipt for this line; `requestId` makes a second press of the button lead to the same one. */
  add(
    actor: Actor,
    { reportId, line, requestId }: { readonly reportId: string; readonly line: string; readonly requestId: string },
  ): Promise<{ receiptId: string }> {
    const key = requestId.slice(0, 8);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.requireOpen(tx, reportId);
      const sections = await this.sections.all(tx, reportId);
      const present = [...sections.keys()].filter(isReceiptSection);
      const known = present.find((name) => name.endsWith(key));
      if (known !== undefined) return { receiptId: known };
      if (present.length >= MOST_RECEIPTS) {
        throw new DomainError('reports.too-many-receipts', 'conflict', { most: MOST_RECEIPTS });
      }
      // In the order in which they were added, also where several came at one moment.
      const receiptId = `${RECEIPT_PREFIX}${String(present.length).padStart(3, '0')}${key}`;
      await this.sections.open(tx, reportId, [receiptId], new Map(line === '' ? [] : [['line', line]]));
      return { receiptId };
    });
  }

  /** Takes a receipt out with its pictures; what was sent in an earlier round keeps it. */
  remove(
    actor: Actor,
    { reportId, receiptId }: { readonly reportId: string; readonly receiptId: string },
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organizationId } = await this.requireOpen(tx, reportId);
      if (!isReceiptSection(receiptId)) throw DomainError.notFound();
      await this.sections.getForUpdate(tx, reportId, receiptId);
      for (const { id, kind } of await this.files.of(tx, reportId)) {
        if (kind === receiptId) await this.files.remove(tx, reportId, id);
      }
      await this.sections.remove(tx, reportId, receiptId);
      const detail = { receipt: receiptId };
      tx.audit({
        ...{ action: 'report.receipt-removed', subjectKind: 'performance-report' },
        ...{ subjectId: reportId, organizationId, detail },
      });
    });
  }

  private async requireOpen(tx: Transaction, reportId: string) {
    const report = await this.reports.getForUpdate(tx, reportId);
    requireReportWriter(tx.actor, report);
    nextState(reportMachine, 'reports.not-editable', report.state, 'edit');
    return report;
  }
}
