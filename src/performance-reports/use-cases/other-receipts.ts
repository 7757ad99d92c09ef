import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { isReceiptSection, receiptIn, type KnownReceipt, type TypedReceipt } from '../domain/receipt.js';
import type { PerformanceReport } from '../domain/report.js';
import { ReportFileStore } from '../store/report-file.store.js';
import { ReportSectionStore } from '../store/report-section.store.js';
import { ReportStore } from '../store/report.store.js';

/**
 * The receipts with which those of a report are compared: of the organisation's other reports, and for staff also the same
 * pictures in the reports of other organisations. One cost is paid by one grant.
 */
@Injectable()
export class OtherReceipts {
  constructor(
    private readonly reports: ReportStore,
    private readonly sections: ReportSectionStore,
    private readonly files: ReportFileStore,
  ) {}

  async of(
    tx: Transaction,
    { id, organizationId }: PerformanceReport,
    receipts: readonly TypedReceipt[],
  ): Promise<KnownReceipt[]> {
    if (receipts.length === 0) return [];
    const own = (await this.reports.list(tx, { organizationId })).filter((report) => report.id !== id);
    const files = await this.files.ofAll(
      tx,
      own.map((report) => report.id),
    );
    const known: KnownReceipt[] = [];
    for (const report of own) {
      for (const { name, fields } of (await this.sections.all(tx, report.id)).values()) {
        if (!isReceiptSection(name)) continue;
        const hashes = files.filter((file) => file.ownerId === report.id && file.kind === name);
        const typed = receiptIn(
          name,
          fields,
          hashes.map(({ sha256 }) => sha256),
        );
        known.push({ ...typed, report: report.title });
      }
    }
    return tx.actor.kind === 'staff' ? [...known, ...(await this.elsewhere(tx, id, own, receipts))] : known;
  }

  private async elsewhere(
    tx: Transaction,
    id: string,
    own: readonly PerformanceReport[],
    receipts: readonly TypedReceipt[],
  ): Promise<KnownReceipt[]> {
    const hashes = receipts.flatMap(({ files }) => files);
    const alike = (await this.files.alikeElsewhere(tx, id, hashes)).filter(({ kind }) => isReceiptSection(kind));
    const known: KnownReceipt[] = [];
    for (const { ownerId: reportId, kind, sha256 } of alike) {
      if (own.some((report) => report.id === reportId)) continue;
      const { organizationName, title } = await this.reports.get(tx, reportId);
      known.push({ ...receiptIn(kind, new Map(), [sha256]), report: `${organizationName}「${title}」` });
    }
    return known;
  }
}
