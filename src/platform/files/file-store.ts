import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../database/transaction.js';
import type { AcceptedUpload } from './accept-upload.js';
import { FileScans, type ScanState, type WaitingScan } from './file-scans.js';

const CHUNK_BYTES = 256 * 1024;

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

export interface FileContent {
  readonly bytes: Buffer;
  readonly size: number;
  readonly mediaType: string;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** PostgreSQL: foreign_key_violation. */
const isReferredTo = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23503';

/**
 * Uploads and letters, kept in PostgreSQL under their own hash so that one backup holds everything
 * and every machine sees them. The same bytes are kept once a town.
 */
@Injectable()
export class FileStore {
  constructor(private readonly scans: FileScans) {}

  /** Keeps a paper of our own. */
  async put(tx: Transaction, content: { readonly bytes: Buffer; readonly mediaType: string }): Promise<StoredFile> {
    const { bytes, mediaType } = content;
    const sha256 = sha256Of(bytes);
    const stored = { sha256, size: bytes.length, mediaType };
    const added = await tx.query(
      `INSERT INTO files (municipality_id, sha256, size, media_type, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tx.municipalityId, sha256, bytes.length, mediaType, tx.now],
    );
    if (added.length === 0) return stored;
    for (let number = 0; number * CHUNK_BYTES < bytes.length; number += 1) {
      const chunk = bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES);
      await tx.query('INSERT INTO file_chunks (municipality_id, sha256, number, bytes) VALUES ($1, $2, $3, $4)', [
        tx.municipalityId,
        sha256,
        number,
        chunk,
      ]);
    }
    return stored;
  }

  /**
   * Keeps a paper of our own that is too long to hold: it is made twice, once to know its hash and now to be written. A
   * plain Error when the two differ.
   */
  async putBlocks(
    tx: Transaction,
    known: Pick<StoredFile, 'sha256' | 'size' | 'mediaType'>,
    blocks: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const { sha256, size, mediaType } = known;
    const added = await tx.query(
      `INSERT INTO files (municipality_id, sha256, size, media_type, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [tx.municipalityId, sha256, size, mediaType, tx.now],
    );
    if (added.length === 0) return;
    const hash = createHash('sha256');
    let number = 0;
    for await (const block of blocks) {
      hash.update(block);
      await tx.query('INSERT INTO file_chunks (municipality_id, sha256, number, bytes) VALUES ($1, $2, $3, $4)', [
        ...[tx.municipalityId, sha256, number, block],
      ]);
      number += 1;
    }
    if (hash.digest('hex') !== sha256) throw new Error(`the file ${sha256} was made otherwise the second time`);
  }

  /** Deletes those of these files that nothing refers to any more: their owner was deleted, and bytes are shared. */
  async forgetUnused(tx: Transaction, hashes: readonly string[]): Promise<void> {
    for (const sha256 of hashes) {
      const own = [tx.municipalityId, sha256];
      await tx.query('SAVEPOINT forgetting');
      try {
        await this.scans.forget(tx, sha256);
        await tx.query('DELETE FROM file_chunks WHERE municipality_id = $1 AND sha256 = $2', own);
        await tx.query('DELETE FROM files WHERE municipality_id = $1 AND sha256 = $2', own);
        await tx.query('RELEASE SAVEPOINT forgetting');
      } catch (error) {
        if (!isReferredTo(error)) throw error;
        await tx.query('ROLLBACK TO SAVEPOINT forgetting');
      }
    }
  }

  /** What is kept under this hash, chunk by chunk; the reader makes sure of the hash. */
  async *blocks(tx: Transaction, sha256: string): AsyncGenerator<Buffer> {
    for (let number = 0; ; number += 1) {
      const [chunk] = await tx.query<{ bytes: Buffer }>(
        'SELECT bytes FROM file_chunks WHERE municipality_id = $1 AND sha256 = $2 AND number = $3',
        [tx.municipalityId, sha256, number],
      );
      if (!chunk) return;
      yield chunk.bytes;
    }
  }

  /**
   * Keeps what somebody sent; where uploads are scanned, nobody can open it before it is found clean.
   * Throws DomainError `files.infected` at the upload's field for bytes in which a virus was found before.
   */
  async receive(tx: Transaction, upload: AcceptedUpload): Promise<StoredFile> {
    const stored = await this.put(tx, upload);
    if ((await this.scans.request(tx, stored.sha256)) === 'infected') {
      throw DomainError.invalid([{ pointer: upload.pointer, code: 'files.infected', params: { name: upload.name } }]);
    }
    return stored;
  }

  /** What is kept under this hash, without reading it. Throws not-found. */
  async describe(tx: Transaction, sha256: string): Promise<StoredFile> {
    const [file] = await tx.query<StoredFile>(
      'SELECT sha256, size, media_type AS "mediaType" FROM files WHERE municipality_id = $1 AND sha256 = $2',
      [tx.municipalityId, sha256],
    );
    if (!file) throw DomainError.notFound();
    return file;
  }

  /** Where each of these files stands with the virus scanner. */
  scanStates(tx: Transaction, hashes: readonly string[]): Promise<ReadonlyMap<string, ScanState>> {
    return this.scans.states(tx, hashes);
  }

  /** Files that the scanner was asked about in vain. */
  waitingScans(tx: Transaction): Promise<WaitingScan[]> {
    return this.scans.waiting(tx);
  }

  /**
   * What somebody sent, to be opened by others. Throws `files.waits-for-scan` and `files.quarantined` for what
   * nobody may open, not-found for an unknown hash.
   */
  async open(tx: Transaction, sha256: string): Promise<FileContent> {
    const state = (await this.scans.states(tx, [sha256])).get(sha256);
    if (state === 'pending') throw new DomainError('files.waits-for-scan', 'conflict');
    if (state === 'infected') throw new DomainError('files.quarantined', 'conflict');
    return this.read(tx, sha256);
  }

  /**
   * The bytes themselves, whatever the scanner says of them: for our own papers and for proofs, never to hand out an
   * upload. Throws not-found for an unknown hash, and a plain Error when what is kept no longer has its hash.
   */
  async read(tx: Transaction, sha256: string): Promise<FileContent> {
    const { size, mediaType } = await this.describe(tx, sha256);
    const chunks = await tx.query<{ bytes: Buffer }>(
      'SELECT bytes FROM file_chunks WHERE municipality_id = $1 AND sha256 = $2 ORDER BY number',
      [tx.municipalityId, sha256],
    );
    const bytes = Buffer.concat(chunks.map((chunk) => chunk.bytes));
    if (sha256Of(bytes) !== sha256) throw new Error(`the stored file ${sha256} does not have its hash`);
    return { bytes, size, mediaType };
  }
}
