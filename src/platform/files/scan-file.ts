import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { FileScans } from './file-scans.js';
import { FileStore } from './file-store.js';
import { ScannerSilent, VirusScanner } from './virus-scanner.js';

/** Has an upload scanned and keeps the verdict. What is infected stays as evidence, is never handed out, and is announced. */
@Injectable()
export class ScanFile {
  constructor(
    private readonly files: FileStore,
    private readonly scans: FileScans,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * Asked again for a file that has its verdict, does nothing. Returns when to ask again while the scanner does not
   * answer: an unscanned file is never taken for a clean one, however long that lasts.
   */
  async scan(tx: Transaction, sha256: string): Promise<Date | null> {
    if ((await this.scans.states(tx, [sha256])).get(sha256) !== 'pending') return null;
    const { bytes } = await this.files.read(tx, sha256);
    const verdict = await this.scanner.scan(bytes).catch(silence);
    if (verdict instanceof ScannerSilent) return this.scans.putOff(tx, sha256, verdict.message);
    await this.scans.conclude(tx, sha256, verdict);
    const { finding } = verdict;
    if (finding !== null) {
      tx.audit({ action: 'file.infected', subjectKind: 'file', subjectId: sha256, detail: { finding } });
      tx.announce({ type: 'FileInfected', subjectId: sha256 });
    }
    return null;
  }
}

function silence(error: unknown): ScannerSilent {
  if (error instanceof ScannerSilent) return error;
  throw error;
}
