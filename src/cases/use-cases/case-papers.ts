import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** A file that somebody sent with the case. */
export interface CaseFile {
  /** e.g. 申請の添付. */
  readonly folder: string;
  readonly name: string;
  readonly sha256: string;
}

/** Records of a case that no letter shows whole, as a table. */
export interface CaseTable {
  /** e.g. 返還金の領収. */
  readonly name: string;
  /** CSV. */
  readonly bytes: Buffer;
}

/** What a stage knows about a case that others want to find everything of. */
export interface PaperSource {
  /** Its records of this case, by whose ids letters, drafts and the audit trail name them. */
  recordsOf(tx: Transaction, caseId: string): Promise<readonly string[]>;
  /** What its records are called by people, by id, e.g. 支出命令番号; those that have a name. */
  namesOf?(tx: Transaction, caseId: string): Promise<ReadonlyMap<string, string>>;
  filesOf?(tx: Transaction, caseId: string): Promise<readonly CaseFile[]>;
  /** Those that have rows. */
  tablesOf?(tx: Transaction, caseId: string): Promise<readonly CaseTable[]>;
}

/** Everything that belongs to a case, asked of each stage that keeps something of it; they register while modules start. */
@Injectable()
export class CasePapers {
  private readonly sources: PaperSource[] = [];

  register(source: PaperSource): void {
    this.sources.push(source);
  }

  /** The case itself first, then the records in the order of the stages. */
  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    const ids = [caseId];
    for (const source of this.sources) ids.push(...(await source.recordsOf(tx, caseId)));
    return [...new Set(ids)];
  }

  async namesOf(tx: Transaction, caseId: string): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const source of this.sources)
      for (const [id, name] of (await source.namesOf?.(tx, caseId)) ?? []) names.set(id, name);
    return names;
  }

  async filesOf(tx: Transaction, caseId: string): Promise<CaseFile[]> {
    const files: CaseFile[] = [];
    for (const source of this.sources) files.push(...((await source.filesOf?.(tx, caseId)) ?? []));
    return files;
  }

  async tablesOf(tx: Transaction, caseId: string): Promise<CaseTable[]> {
    const tables: CaseTable[] = [];
    for (const source of this.sources) tables.push(...((await source.tablesOf?.(tx, caseId)) ?? []));
    return tables;
  }
}
