import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { PanelSeats } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent } from '../../platform/files/index.js';
import type { Submission } from '../domain/submission.js';
import { SubmissionStore } from '../store/submission.store.js';
import { ApplicationFiles, type Scans } from './application-files.js';
import { APPLICATION_SUBJECT } from './application-panel-subject.js';

/** An application as it was sent, for the members of the panel that judges it: theirs is no other way to it. */
@Injectable()
export class PanelReading {
  constructor(
    private readonly seats: PanelSeats,
    private readonly submissions: SubmissionStore,
    private readonly files: ApplicationFiles,
    private readonly store: FileStore,
  ) {}

  /** The newest round. Throws not-found to whoever does not sit before it, or is recused from it. */
  async of(tx: Transaction, applicationId: string): Promise<{ submission: Submission; scans: Scans }> {
    await this.seats.requireReader(tx, { kind: APPLICATION_SUBJECT, id: applicationId });
    const submission = await this.submissions.newest(tx, applicationId);
    if (!submission) throw DomainError.notFound();
    return { submission, scans: await this.files.scansIn(tx, submission.content.files) };
  }

  /** One of its files by the hash; the same refusals. */
  async file(tx: Transaction, applicationId: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    const { submission } = await this.of(tx, applicationId);
    const file = submission.content.files.find((candidate) => candidate.sha256 === sha256);
    if (!file) throw DomainError.notFound();
    return { ...(await this.store.open(tx, sha256)), name: file.name };
  }
}
