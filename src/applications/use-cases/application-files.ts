import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Ties } from '../../staff/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { FileStore, type FileContent, type ScanState } from '../../platform/files/index.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import type { Application } from '../domain/application.js';
import { isWriter } from '../domain/paper.js';
import { BYLAWS } from '../domain/bylaws.js';
import { type SubmittedFile } from '../../forms/index.js';
import { ApplicationFileStore, type ApplicationFile } from '../store/application-file.store.js';
import { ApplicationStore } from '../store/application.store.js';
import { SubmissionStore } from '../store/submission.store.js';

/** By the hash of the file. */
export type Scans = ReadonlyMap<string, ScanState>;

/** The files of an application: what lies in the draft, what the register holds, and what was sent. */
@Injectable()
export class ApplicationFiles {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly files: ApplicationFileStore,
    private readonly submissions: SubmissionStore,
    private readonly organizations: OrganizationDirectory,
    private readonly store: FileStore,
    private readonly ties: Ties,
  ) {}

  /** What lies in the draft, in the order in which it was added. */
  async inDraft(tx: Transaction, applicationId: string): Promise<ApplicationFile[]> {
    const { id } = await this.applications.get(tx, applicationId);
    return this.files.of(tx, id);
  }

  /** Everything that goes with a sending: the 規約 of the register and the files of the draft. */
  async toSubmit(tx: Transaction, application: Application): Promise<SubmittedFile[]> {
    const bylaws = await this.organizations.bylawsOf(tx, application.organizationId);
    const added = await this.files.of(tx, application.id);
    const registered = bylaws ? [{ kind: BYLAWS, label: '規約', ...bylaws }] : [];
    const files: SubmittedFile[] = [];
    for (const { kind, label, name, mediaType, sha256 } of [...registered, ...added]) {
      const { size } = await this.store.describe(tx, sha256);
      files.push({ kind, label, name, mediaType, size, sha256 });
    }
    return files;
  }

  /** Where the files of an application stand with the virus scanner, those of its draft and all that was ever sent. */
  async scansOf(tx: Transaction, applicationId: string): Promise<Scans> {
    const application = await this.applications.get(tx, applicationId);
    const sent = (await this.submissions.of(tx, application.id)).flatMap(({ content }) => content.files);
    return this.scansIn(tx, [...sent, ...(await this.toSubmit(tx, application))]);
  }

  scansIn(tx: Transaction, files: readonly SubmittedFile[]): Promise<Scans> {
    return this.store.scanStates(
      tx,
      files.map(({ sha256 }) => sha256),
    );
  }

  /** Nobody has read what waits for the scanner, or what it found a virus in: no review can end on it. */
  async refuseUnopened(tx: Transaction, { id }: Application): Promise<void> {
    const files = (await this.submissions.newest(tx, id))?.content.files ?? [];
    const scans = await this.scansIn(tx, files);
    const infected = files.find(({ sha256 }) => scans.get(sha256) === 'infected');
    if (infected) throw new DomainError('applications.file-infected', 'conflict', { name: infected.name });
    if (files.some(({ sha256 }) => scans.get(sha256) === 'pending')) {
      throw new DomainError('applications.files-wait-for-scan', 'conflict');
    }
  }

  /** The applications in which a file lies that was found infected, for those who must be told. */
  async carrying(tx: Transaction, sha256: string): Promise<Application[]> {
    const ids = await this.files.ownersWith(tx, sha256);
    const carrying: Application[] = [];
    for (const id of ids) carrying.push(await this.applications.get(tx, id));
    return carrying;
  }

  /** Reads every file once more: nothing is receipted that is not there with exactly its hash. */
  async prove(tx: Transaction, files: readonly SubmittedFile[]): Promise<void> {
    for (const { sha256 } of files) await this.store.read(tx, sha256);
  }

  /** A file by its hash, for those who may see the application that carries it. */
  async read(tx: Transaction, applicationId: string, sha256: string): Promise<FileContent & { readonly name: string }> {
    const application = await this.applications.get(tx, applicationId);
    await this.ties.refuseTied(tx, application.organizationId);
    const sent = (await this.submissions.of(tx, application.id)).flatMap(({ content }) => content.files);
    const next = isWriter(tx.actor, application) ? await this.toSubmit(tx, application) : [];
    const file = [...sent, ...next].find((candidate) => candidate.sha256 === sha256);
    if (!file) throw DomainError.notFound();
    return { ...(await this.store.open(tx, sha256)), name: file.name };
  }
}
