import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ViewAcknowledgements } from '../../acknowledgements/index.js';
import { CasePapers, type CaseFile, type PaperSource } from '../../cases/index.js';
import { GrantDirectory } from '../../grants/index.js';
import { firstDayOf, lastDayOf } from '../../kernel/fiscal-year.js';
import { addDays } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import { GrantChangeStore } from '../store/grant-change.store.js';
import { GrantPaperStore } from '../store/grant-paper.store.js';
import { GrantReportStore } from '../store/grant-report.store.js';

/** 出納整理期間: until 5月31日 the year's grants are paid and settled. */
const OPEN_AFTER_YEAR = 61;

/** The changes of a grant and the reports on the way, and what its organisation told of itself in its year, with the papers that went with them. */
@Injectable()
export class ChangePapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly grants: GrantDirectory,
    private readonly changes: GrantChangeStore,
    private readonly reports: GrantReportStore,
    private readonly papers: GrantPaperStore,
    private readonly told: ViewAcknowledgements,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const grant = await this.grants.byApplication(tx, caseId);
    if (!grant) return [];
    const year = { from: firstDayOf(grant.fiscalYear), until: addDays(lastDayOf(grant.fiscalYear), OPEN_AFTER_YEAR) };
    const told = await this.told.ofOrganization(tx, grant.organizationId, year);
    return [...(await this.ofGrant(tx, grant.id)), ...told.map(({ recordId }) => recordId)];
  }

  private async ofGrant(tx: Transaction, grantId: string): Promise<string[]> {
    const changes = await this.changes.ofGrant(tx, grantId);
    return [...changes, ...(await this.reports.ofGrant(tx, grantId))].map(({ id }) => id);
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
