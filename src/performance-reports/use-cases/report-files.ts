import { Injectable } from '@nestjs/common';
import type { Scans } from '../../applications/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent } from '../../platform/files/index.js';
import type { PerformanceReport } from '../domain/report.js';
import { ReportFileStore } from '../store/report-file.store.js';
import { ReportSubmissionStore } from '../store/report-submission.store.js';
import { ReportStore } from '../store/report.store.js';
import { isReportWriter } from './report-writer.js';

/** The files of a report: receipts, pictures, answers. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly reports: ReportStore,
    private readonly files: ReportFileStore,
    private readonly submissions: ReportSubmissionStore,
    private readonly store: FileStore,
  ) {}

  /** Where the files of everything that was sent stand with the virus scanner. */
  async scansOf(tx: Transaction, reportId: string): Promise<Scans> {
    const hashes = (await this.submissions.of(tx, reportId)).flatMap(({ content }) => content.files);
    return this.store.scanStates(
      tx,
      hashes.map(({ sha256 }) => sha256),
    );
  }

  /** The reports in which a file lies that was found infected, for those who must be told. */
  async carrying(tx: Transaction, sha256: string): Promise<PerformanceReport[]> {
    const ids = await this.files.ownersWith(tx, sha256);
    const carrying: PerformanceReport[] = [];
    for (const id of ids) carrying.push(await this.reports.get(tx, id));
    return carrying;
  }

  /** Nobody has read what waits for the scanner, or what it found a virus in: no inspection can end on it. */
  async refuseUnopened(tx: Transaction, { id }: PerformanceReport): Promise<void> {
    const files = (await this.submissions.newest(tx, id))?.content.files ?? [];
    const scans = await this.store.scanStates(
      tx,
      files.map(({ sha256 }) => sha256),
    );
    const infected = files.find(({ sha256 }) => scans.get(sha256) === 'infected');
    if (infected) throw new DomainError('applications.file-infected', 'conflict', { name: infected.name });
    if (files.some(({ sha256 }) => scans.get(sha256) === 'pending')) {
      throw new DomainError('applications.files-wait-for-scan', 'conflict');
    }
  }

  /** Reads every file once more: nothing is receipted that is not there with exactly its hash. */
  async prove(tx: Transaction, files: readonly { readonly sha256: string }[]): Promise<void> {
    for (const { sha256 } of files) await this.store.read(tx, sha256);
  }

  /** A file by its hash, for those who may see the report that carries it. */
  async read(tx: Transaction, reportId: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    const report = await this.reports.get(tx, reportId);
    const sent = (await this.submissions.of(tx, report.id)).flatMap(({ content }) => content.files);
    const lying = isReportWriter(tx.actor, report) ? await this.files.of(tx, report.id) : [];
    const file = [...sent, ...lying].find((candidate) => candidate.sha256 === sha256);
    if (!file) throw DomainError.notFound();
    return { ...(await this.store.open(tx, sha256)), name: file.name };
  }
}
