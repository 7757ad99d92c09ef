import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseFile, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { GrantChangeStore } from '../store/grant-change.store.js';
import { GrantPaperStore } from '../store/grant-paper.store.js';
import { GrantReportStore } from '../store/grant-report.store.js';

/** The changes of a grant and the reports on the way, with the papers that went with them. */
@Injectable()
export class ChangePapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantDirectory,
    private readonly changes: GrantChangeStore,
    private readonly reports: GrantReportStore,
    private readonly papers: GrantPaperStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const grant = await this.grants.byApplication(tx, caseId);
    if (!grant) return [];
    const changes = await this.changes.ofGrant(tx, grant.id);
    return [...changes, ...(await this.reports.ofGrant(tx, grant.id))].map(({ id }) => id);
  }

  async filesOf(tx: Transaction, caseId: string): Promise<CaseFile[]> {
    const files: CaseFile[] = [];
    for (const id of await this.recordsOf(tx, caseId)) {
      const papers = await this.papers.of(tx, id);
      files.push(...papers.map(({ name, sha256 }) => ({ folder: '変更・状況報告の書類', name, sha256 })));
    }
    return files;
  }
}
