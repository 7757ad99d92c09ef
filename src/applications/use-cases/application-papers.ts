import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CasePapers, type CaseFile, type PaperSource } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { SubmissionStore } from '../store/submission.store.js';

/** What was sent, round by round, with its files. */
@Injectable()
export class ApplicationPapers implements PaperSource, OnModuleInit {
  constructor(
    private readonly casePapers: CasePapers,
    private readonly submissions: SubmissionStore,
  ) {}

  onModuleInit(): void {
    this.casePapers.register(this);
  }

  async recordsOf(tx: Transaction, caseId: string): Promise<string[]> {
    return (await this.submissions.of(tx, caseId)).map(({ id }) => id);
  }

  async filesOf(tx: Transaction, caseId: string): Promise<CaseFile[]> {
    const rounds = (await this.submissions.of(tx, caseId)).toReversed();
    return rounds.flatMap(({ round, content }) =>
      content.files.map(({ name, sha256 }) => ({ folder: `申請（第${String(round)}回の提出）`, name, sha256 })),
    );
  }
}
