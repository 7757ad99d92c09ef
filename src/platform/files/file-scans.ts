import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { VirusScanner, type Verdict } from './virus-scanner.js';

/** 検査待ち is `pending`; `not-scanned` is a paper of our own, or an upload of a time without a scanner. */
export type ScanState = 'not-scanned' | 'pending' | 'clean' | 'infected';

/** A file that the scanner was asked about in vain. */
export interface WaitingScan {
  readonly sha256: string;
  readonly requestedAt: Date;
  readonly vainAttempts: number;
  readonly lastFailure: string;
  readonly nextAttemptAt: Date;
}

/** What this part of the platform announces; subject: the hash of the file. */
export const FILE_EVENTS = ['FileReceived', 'FileInfected'] as const;

/** The pause after the first attempt in vain, doubled with each further one up to the longest. */
const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 600;

/** What the virus scanner was asked of each file, and what it said. */
@Injectable()
export class FileScans {
  constructor(private readonly scanner: VirusScanner) {}

  /** Asks for a scan where there is a scanner; bytes that were asked for before keep their state. */
  async request(tx: Transaction, sha256: string): Promise<ScanState> {
    if (!this.scanner.present) return (await this.states(tx, [sha256])).get(sha256) ?? 'not-scanned';
    const added = await tx.query(
      `INSERT INTO file_scans (municipality_id, sha256, state, requested_at) VALUES ($1, $2, 'pending', $3)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tx.municipalityId, sha256, tx.now],
    );
    if (added.length === 0) return (await this.states(tx, [sha256])).get(sha256) ?? 'pending';
    tx.announce({ type: 'FileReceived', subjectId: sha256 });
    return 'pending';
  }

  /** Every hash that is asked for has its state. */
  async states(tx: Transaction, hashes: readonly string[]): Promise<ReadonlyMap<string, ScanState>> {
    const rows = await tx.query<{ sha256: string; state: ScanState }>(
      'SELECT sha256, state FROM file_scans WHERE municipality_id = $1 AND sha256 = ANY($2)',
      [tx.municipalityId, hashes],
    );
    const known = new Map(rows.map(({ sha256, state }) => [sha256, state]));
    return new Map(hashes.map((sha256) => [sha256, known.get(sha256) ?? 'not-scanned']));
  }

  /** Of a file that is deleted; what is infected stays as evidence. */
  async forget(tx: Transaction, sha256: string): Promise<void> {
    await tx.query("DELETE FROM file_scans WHERE municipality_id = $1 AND sha256 = $2 AND state <> 'infected'", [
      tx.municipalityId,
      sha256,
    ]);
  }

  /** Keeps the verdict on a file that waits for it. */
  async conclude(tx: Transaction, sha256: string, { finding }: Verdict): Promise<void> {
    await tx.query(
      `UPDATE file_scans SET state = $3, finding = $4, finished_at = $5, next_attempt_at = NULL
        WHERE municipality_id = $1 AND sha256 = $2 AND state = 'pending'`,
      [tx.municipalityId, sha256, finding === null ? 'clean' : 'infected', finding, tx.now],
    );
  }

  /** Counts an attempt in vain and returns when to ask again: later each time, but always again. */
  async putOff(tx: Transaction, sha256: string, failure: string): Promise<Date> {
    const [scan] = await tx.query<{ nextAttemptAt: Date }>(
      `WITH put_off AS (
         UPDATE file_scans SET vain_attempts = vain_attempts + 1, last_failure = $3,
                next_attempt_at = $4::timestamptz + make_interval(secs => least($6, $5 * power(2, least(vain_attempts, 20))))
          WHERE municipality_id = $1 AND sha256 = $2 RETURNING next_attempt_at)
       SELECT next_attempt_at AS "nextAttemptAt" FROM put_off`,
      [tx.municipalityId, sha256, failure.slice(0, 300), tx.now, FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS],
    );
    if (!scan) throw new Error(`the file ${sha256} waits for no scan`);
    return scan.nextAttemptAt;
  }

  /** What waits because the scanner did not answer, the longest waiting first. */
  waiting(tx: Transaction): Promise<WaitingScan[]> {
    return tx.query<WaitingScan>(
      `SELECT sha256, requested_at AS "requestedAt", vain_attempts AS "vainAttempts", last_failure AS "lastFailure",
              next_attempt_at AS "nextAttemptAt"
         FROM file_scans WHERE municipality_id = $1 AND state = 'pending' AND vain_attempts > 0 ORDER BY requested_at`,
      [tx.municipalityId],
    );
  }
}
