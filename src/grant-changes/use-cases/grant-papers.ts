import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nextState } from '../../kernel/machine.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import {
  acceptUpload,
  FileStore,
  type AcceptedUpload,
  type FileContent,
  type ScanState,
  type Upload,
} from '../../platform/files/index.js';
import { changeMachine } from '../domain/grant-change.js';
import type { GrantReport } from '../domain/grant-report.js';
import { GrantChangeStore, type Change } from '../store/grant-change.store.js';
import { GrantPaperStore, type GrantPaper } from '../store/grant-paper.store.js';
import { GrantChanges } from './grant-changes.js';
import { GrantReports } from './grant-reports.js';

export interface KeptPaper extends GrantPaper {
  readonly scan: ScanState;
}

const MOST_PAPERS = 10;

/** The papers that go with a change or a report: estimates, plans, photographs. */
@Injectable()
export class GrantPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: GrantPaperStore,
    private readonly files: FileStore,
    private readonly changeStore: GrantChangeStore,
    private readonly changes: GrantChanges,
    private readonly reports: GrantReports,
  ) {}

  /** For those who may see what they go with: the caller has asked. */
  async of(tx: Transaction, ownerId: string): Promise<KeptPaper[]> {
    const papers = await this.papers.of(tx, ownerId);
    const scans = await this.files.scanStates(
      tx,
      papers.map(({ sha256 }) => sha256),
    );
    return papers.map((paper) => ({ ...paper, scan: scans.get(paper.sha256) ?? 'not-scanned' }));
  }

  /** The same bytes twice are one paper. Throws `files.*` with a fault at `papers`. */
  async addToChange(actor: Actor, changeId: string, uploads: readonly Upload[]): Promise<void> {
    const accepted: AcceptedUpload[] = [];
    for (const upload of uploads)
      accepted.push(await acceptUpload(upload, ['pdf', 'image', 'excel', 'word'], 'papers'));
    await this.unitOfWork.run(actor, async (tx) => {
      await this.writable(tx, changeId);
      await this.keep(tx, changeId, accepted);
    });
  }

  removeFromChange(actor: Actor, changeId: string, paperId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      await this.writable(tx, changeId);
      await this.papers.remove(tx, changeId, paperId);
    });
  }

  /** In the transaction in which a report is sent. */
  async keep(tx: Transaction, ownerId: string, accepted: readonly AcceptedUpload[]): Promise<void> {
    const present = await this.papers.of(tx, ownerId);
    const known = new Set(present.map(({ sha256 }) => sha256));
    for (const upload of accepted) {
      const stored = await this.files.receive(tx, upload);
      if (known.has(stored.sha256)) continue;
      known.add(stored.sha256);
      await this.papers.add(tx, ownerId, { ...stored, name: upload.name });
    }
    if (known.size > MOST_PAPERS) {
      const params = { most: MOST_PAPERS };
      throw DomainError.invalid([{ pointer: 'papers', code: 'grant-changes.too-many-papers', params }]);
    }
  }

  /** The changes and reports with which a file goes that was found infected, for those who must be told. */
  async carrying(tx: Transaction, sha256: string): Promise<{ changes: Change[]; reports: GrantReport[] }> {
    const owners = await this.papers.ownersWith(tx, sha256);
    const changes = await this.changeStore.ofIds(tx, owners);
    const others = owners.filter((id) => !changes.some((change) => change.id === id));
    const reports: GrantReport[] = [];
    for (const id of others) reports.push(await this.reports.get(tx, id));
    return { changes, reports };
  }

  /** A paper of a change by its hash, for those who may see the change. */
  async readOfChange(tx: Transaction, changeId: string, sha256: string): Promise<FileContent & { name: string }> {
    return this.open(tx, (await this.changes.get(tx, changeId)).id, sha256);
  }

  async readOfReport(tx: Transaction, reportId: string, sha256: string): Promise<FileContent & { name: string }> {
    return this.open(tx, (await this.reports.get(tx, reportId)).id, sha256);
  }

  private async open(tx: Transaction, ownerId: string, sha256: string): Promise<FileContent & { name: string }> {
    const paper = (await this.papers.of(tx, ownerId)).find((each) => each.sha256 === sha256);
    if (!paper) throw DomainError.notFound();
    return { ...(await this.files.open(tx, sha256)), name: paper.name };
  }

  private async writable(tx: Transaction, changeId: string): Promise<void> {
    if (tx.actor.kind !== 'officer') throw DomainError.forbidden();
    const change = await this.changes.lock(tx, changeId);
    nextState(changeMachine, 'grant-changes.state', change.state, 'write');
  }
}
